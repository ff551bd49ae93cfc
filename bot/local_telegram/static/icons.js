import { svg } from "./dom.js";

const STROKES = {
  back: ["M15 5l-7 7 7 7"],
  more: ["M12 5.5v.01M12 12v.01M12 18.5v.01"],
  clip: ["M20 11.5l-8.2 8.2a5.2 5.2 0 0 1-7.4-7.4l8.5-8.5a3.5 3.5 0 0 1 5 5l-8.4 8.3a1.7 1.7 0 0 1-2.4-2.4l7.6-7.5"],
  down: ["M12 5v14M6 13l6 6 6-6"],
  close: ["M6 6l12 12M18 6L6 18"],
  plus: ["M12 5v14M5 12h14"],
  bars: ["M5 7h14M5 12h14M5 17h14"],
  keys: ["M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h6v6h-6z"],
  hide: ["M6 9l6 6 6-6"],
  search: ["M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM16 16l4.5 4.5"],
  person: ["M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4.5 20.5c.8-4 3.8-6 7.5-6s6.7 2 7.5 6"],
  ban: ["M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM6 6l12 12"],
  trash: ["M5 7h14M10 4h4M7 7l1 13h8l1-13M10.5 11v5.5M13.5 11v5.5"],
  reply: ["M10 6L4 12l6 6M4.5 12H13a7 7 0 0 1 7 7"],
  pencil: ["M4 20l1-4.5L16.5 4a2.1 2.1 0 0 1 3 3L8 19z"],
  copy: ["M9 9h11v11H9zM15 5H4v11h1"],
  link: ["M8 16L17 7M9.5 7H17v7.5"],
  sound: ["M4 9.5v5h3.5L12 19V5L7.5 9.5zM15.5 9a4.5 4.5 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11"],
  mute: ["M4 9.5v5h3.5L12 19V5L7.5 9.5zM16 9.5l5 5M21 9.5l-5 5"],
  sun: ["M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4"],
  moon: ["M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5z"],
  reset: ["M5 12a7 7 0 1 0 2.5-5.4M5 4v4.5h4.5"],
  file: ["M6 3h8l5 5v13H6zM14 3v5h5"],
  save: ["M12 4v11M7 10.5l5 5 5-5M5 20h14"],
  tick: ["M4 12.5l5 5L20 6.5"],
  ticks: ["M1.5 12.5l5 5L17 6.5M10.5 15.5l2 2L23 6.5"],
  group: ["M9 5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM2.5 19.5c.5-3.5 3-5.5 6.5-5.5s6 2 6.5 5.5M16 5.5a3.3 3.3 0 0 1 0 6.5M18 14.3c2 .6 3.2 2.4 3.5 5.2"],
  signal: ["M5 18v-2M9.5 18v-5M14 18V9.5M18.5 18V6"],
};

const SHAPES = {
  send: "M3.4 20.6l17.9-7.7a1 1 0 0 0 0-1.8L3.4 3.4a.9.9 0 0 0-1.2 1l1.7 6.2 9.1 1.4-9.1 1.4-1.7 6.2a.9.9 0 0 0 1.2 1z",
  bell: "M12 2.2a1.4 1.4 0 0 1 1.4 1.4v.6a6 6 0 0 1 4.6 5.8v3.5l1.7 2.8a1 1 0 0 1-.9 1.5H5.2a1 1 0 0 1-.9-1.5L6 13.5V10a6 6 0 0 1 4.6-5.8v-.6A1.4 1.4 0 0 1 12 2.2zM9.6 19.2h4.8a2.4 2.4 0 0 1-4.8 0z",
};

/** An icon is decoration: what a button does stands in its label. */
export function icon(name) {
  const frame = { viewBox: "0 0 24 24", class: `icon icon-${name}`, "aria-hidden": "true", focusable: "false" };
  if (name in SHAPES) return svg("svg", frame, svg("path", { d: SHAPES[name], fill: "currentColor" }));
  const line = { fill: "none", stroke: "currentColor", "stroke-width": name === "more" ? 3 : 1.9, "stroke-linecap": "round", "stroke-linejoin": "round" };
  return svg("svg", frame, ...STROKES[name].map((d) => svg("path", { d, ...line })));
}
