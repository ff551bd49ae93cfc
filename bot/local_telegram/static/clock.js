// The school's clock: what time it is there, and the buttons that move it on.

import { api } from "./api.js";
import { h } from "./dom.js";
import { t } from "./i18n.js";
import { hoursMinutes, longDay, setZone } from "./time.js";

const ASK_AGAIN_MS = 15_000;
const FIRST_CHECK_MS = 2_000;

class SchoolClock {
  jumps = [];
  known = false;
  #shown = Date.now();
  #at = performance.now();
  #runs = true;
  #listeners = new Set();

  /** The school's moment in milliseconds. */
  now() {
    return this.known && !this.#runs ? this.#shown : this.#shown + performance.now() - this.#at;
  }

  listen(listener) {
    this.#listeners.add(listener);
  }

  async load() {
    const answer = await api.clock();
    if (answer) this.take(answer);
    setTimeout(() => this.load().catch(() => {}), this.known && answer ? ASK_AGAIN_MS : 4 * ASK_AGAIN_MS);
    return this.known;
  }

  /** The server's clock may stand still between jumps: two answers show it. */
  async watch() {
    const first = this.#shown;
    await new Promise((resolve) => setTimeout(resolve, FIRST_CHECK_MS));
    const answer = await api.clock().catch(() => null);
    if (!answer || this.#shown !== first) return;
    this.#runs = Date.parse(answer.now) - first > FIRST_CHECK_MS / 4;
    this.take(answer);
  }

  take(answer) {
    if (!answer.now) return void this.load();
    this.#shown = Date.parse(answer.now);
    this.#at = performance.now();
    this.known = true;
    if (answer.zone) setZone(answer.zone);
    if (answer.jumps) this.jumps = answer.jumps;
    this.tick();
  }

  async move(to) {
    this.take(await api.moveClock(to));
  }

  tick() {
    this.#listeners.forEach((listener) => listener());
  }
}

export const clock = new SchoolClock();
setInterval(() => clock.tick(), 1000);

export function clockView(failed) {
  const time = h("time", { class: "clock-time" });
  const day = h("span", { class: "clock-day" });
  const keys = h("div", { class: "jumps", role: "group", "aria-label": t("jumps") });
  const box = h("div", { class: "clock", hidden: true }, h("div", { class: "clock-face", role: "timer", "aria-label": t("clock") }, time, day), keys);
  let offered = "";
  const move = async (button, to) => {
    box.classList.add("moving");
    button.setAttribute("aria-busy", "true");
    await clock.move(to).catch(failed);
    button.removeAttribute("aria-busy");
    box.classList.remove("moving");
  };
  const key = (label, to) => {
    const button = h("button", { type: "button", class: "jump", on: { click: () => move(button, to) } }, label);
    return button;
  };
  clock.listen(() => {
    box.hidden = !clock.known;
    set(time, hoursMinutes(clock.now()));
    set(day, longDay(clock.now()));
    const wanted = JSON.stringify(clock.jumps);
    if (wanted === offered || box.classList.contains("moving") && offered) return;
    offered = wanted;
    keys.replaceChildren(key(t("plusTen"), { minutes: 10 }), ...clock.jumps.map((jump) => key(jump.label, { jump: jump.key })));
  });
  return box;
}

function set(node, text) {
  if (node.textContent !== text) node.textContent = text;
}
