// A small bell, made of three sine partials. Browsers let a page sound only after the reader's first gesture.

let context = null;
let muted = localStorage.getItem("zvonok.muted") === "1";
let last = 0;

export const isMuted = () => muted;

export function setMuted(value) {
  muted = value;
  localStorage.setItem("zvonok.muted", value ? "1" : "0");
}

function wake() {
  context ??= new AudioContext();
  if (context.state === "suspended") context.resume();
}

for (const type of ["pointerdown", "keydown"]) addEventListener(type, wake, { once: true, capture: true });

function partial(at, frequency, loudness, seconds) {
  const tone = context.createOscillator();
  const volume = context.createGain();
  tone.frequency.value = frequency;
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(loudness, at + 0.008);
  volume.gain.exponentialRampToValueAtTime(0.0001, at + seconds);
  tone.connect(volume).connect(context.destination);
  tone.start(at);
  tone.stop(at + seconds);
}

/** A burst of messages rings once in 300 ms. `loudness` 0…1. */
export function ring(loudness = 1) {
  const now = performance.now();
  if (muted || !context || context.state !== "running" || now - last < 300) return;
  last = now;
  const at = context.currentTime;
  partial(at, 1046.5, 0.07 * loudness, 0.9);
  partial(at, 2093, 0.03 * loudness, 0.5);
  partial(at + 0.09, 1568, 0.05 * loudness, 0.8);
}
