// Every date on the page is read on the school's clock and in the school's time zone.

import { locale, t } from "./i18n.js";

let zone;
let formats = {};

export function setZone(name) {
  zone = name;
  formats = {};
}

function format(key, lang, options) {
  formats[key] ??= new Intl.DateTimeFormat(lang, { timeZone: zone, ...options });
  return formats[key];
}

export const hoursMinutes = (ms) => format("time", "ru", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(ms);
export const dayKey = (ms) => format("key", "en-CA", { year: "numeric", month: "2-digit", day: "2-digit" }).format(ms);
export const longDay = (ms) => format("long", locale, { weekday: "long", day: "numeric", month: "long" }).format(ms);
export const moment = (ms) => format("moment", locale, { day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" }).format(ms);

const shortDay = (ms) => format("short", locale, { day: "numeric", month: "long" }).format(ms);
const yearDay = (ms) => format("year", locale, { day: "numeric", month: "long", year: "numeric" }).format(ms);

export function dayLabel(ms, now) {
  if (dayKey(ms) === dayKey(now)) return t("today");
  if (dayKey(ms) === dayKey(now - 86_400_000)) return t("yesterday");
  return dayKey(ms).slice(0, 4) === dayKey(now).slice(0, 4) ? shortDay(ms) : yearDay(ms);
}

/** «1:07» of a sound's seconds. */
export const playTime = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
