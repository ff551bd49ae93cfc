// Who can be put on a phone, and the pictures of people: initials on a colour.

import { api } from "./api.js";
import { colourOf } from "./bubble.js";
import { arrowKeys, h } from "./dom.js";
import { icon } from "./icons.js";
import { t } from "./i18n.js";
import { store } from "./store.js";

export const fullName = (user) => [user?.first_name, user?.last_name].filter(Boolean).join(" ");

export function avatar(id, name, kind = "") {
  const words = name.replace(/[^\p{L}\p{N} ]/gu, "").split(/\s+/).filter(Boolean);
  const initials = words.slice(0, 2).map((word) => [...word][0]).join("").toUpperCase();
  return h("span", { class: `avatar colour-${colourOf(id)} ${kind}`, "aria-hidden": "true" }, initials || "?");
}

export const botAvatar = () => h("span", { class: "avatar of-bot", "aria-hidden": "true" }, icon("bell"));

/** A search field and its results; `choose({userId, title, role})`. */
export function peopleSearch(choose) {
  const list = h("div", { class: "people", role: "list" });
  const field = h("input", { type: "search", placeholder: t("searchHint"), "aria-label": t("search"), autocomplete: "off", spellcheck: "false" });
  const box = h("div", { class: "people-search" }, h("label", { class: "search" }, icon("search"), field), list);
  let timer;
  let asked = 0;
  const ask = async () => {
    const mine = ++asked;
    const rows = await find(field.value.trim());
    if (mine === asked) list.replaceChildren(...(rows.length ? rows.map((row) => personRow(row, choose)) : [h("p", { class: "nobody" }, t("nobody"))]));
  };
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 150);
  });
  arrowKeys(box, "input, .person");
  ask();
  return box;
}

async function find(text) {
  const rows = await api.directory(text);
  if (rows) return rows.slice(0, 60);
  const wanted = text.toLowerCase();
  const known = [...store.users.values()].map((user) => ({ name: fullName(user), what: user.label ?? "", user_id: user.id }));
  return known.filter((row) => `${row.name} ${row.what}`.toLowerCase().includes(wanted)).slice(0, 60);
}

function personRow(row, choose) {
  const click = async () => {
    const userId = row.key === undefined ? row.user_id : (await api.putOnPhone(row.key)).user_id;
    if (!store.users.has(userId)) await store.loadPeople();
    choose({ userId, title: row.name, role: row.what });
  };
  return h("div", { role: "listitem" }, h("button", { type: "button", class: "person", on: { click } }, avatar(row.user_id ?? hash(row.name), row.name),
    h("span", { class: "person-words" }, h("span", { class: "person-name", dir: "auto" }, row.name), h("span", { class: "person-what", dir: "auto" }, row.what || (row.user_id ? t("onPhone") : "")))));
}

const hash = (text) => [...text].reduce((sum, sign) => (sum * 31 + sign.codePointAt(0)) % 9973, 7);
