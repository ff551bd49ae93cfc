// Text with Telegram's entities becomes nodes. Offsets are UTF-16, as JavaScript's own strings are.

import { h } from "./dom.js";
import { t } from "./i18n.js";

const SAFE = /^(https?|mailto|tel|tg):/i;
const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]); // the line break after them is theirs
const TAGS = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code" };

/** A usable address, or null: nothing but web, mail, phone and Telegram links is ever opened. */
export function safeUrl(text) {
  const url = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`;
  return SAFE.test(url) ? url : null;
}

/** The payload of a link to this bot ("" without one), or null when the link leads elsewhere. */
export function startPayload(url, username) {
  const link = URL.canParse(url) ? new URL(url) : null;
  if (!link || !username) return null;
  const web = /^(www\.)?(t|telegram)\.(me|dog)$/.test(link.hostname) && link.pathname.slice(1);
  const name = link.protocol === "tg:" ? link.searchParams.get("domain") : web;
  if (!name || name.toLowerCase() !== username.toLowerCase()) return null;
  return link.searchParams.get("start") ?? "";
}

/** `on` is {link(url, shown), command(text), copy(text)}: what taps do. */
export function renderText(text, entities, on) {
  const sorted = [...(entities ?? [])].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return renderRange(text, 0, text.length, sorted, on);
}

function renderRange(text, from, to, entities, on) {
  const nodes = [];
  let at = from;
  let rest = entities.filter((entity) => entity.offset < to && entity.offset + entity.length > from);
  while (rest.length) {
    const [entity] = rest;
    const start = Math.max(entity.offset, at);
    const end = Math.min(entity.offset + entity.length, to);
    if (start > at) nodes.push(text.slice(at, start));
    if (end > start) nodes.push(wrap(entity, text.slice(start, end), renderRange(text, start, end, rest.slice(1), on), on));
    at = Math.max(at, end);
    if (BLOCKS.has(entity.type) && text[at] === "\n" && at < to) at += 1;
    rest = rest.slice(1).filter((other) => other.offset + other.length > at);
  }
  if (at < to) nodes.push(text.slice(at, to));
  return nodes;
}

function wrap(entity, plain, inner, on) {
  const { type } = entity;
  if (type in TAGS) return type === "code" ? copyable("code", inner, plain, on) : h(TAGS[type], {}, inner);
  const make = { pre, blockquote: quote, expandable_blockquote: quote, spoiler, date_time: moment }[type];
  if (make) return make(entity, inner, plain, on);
  if (type === "bot_command") return tap("command", inner, () => on.command(plain));
  if (type === "text_link") return link(entity.url, inner, entity.url, on);
  if (type === "url") return link(plain, inner, "", on);
  if (type === "email") return link(`mailto:${plain}`, inner, "", on);
  if (type === "phone_number") return link(`tel:${plain.replace(/[^+\d]/g, "")}`, inner, "", on);
  if (["mention", "text_mention", "hashtag", "cashtag"].includes(type)) return h("span", { class: "mention" }, inner);
  return h("span", {}, inner);
}

function tap(kind, inner, act) {
  return h("button", { type: "button", class: `tap ${kind}`, on: { click: act } }, inner);
}

function link(address, inner, shownElsewhere, on) {
  const url = safeUrl(address);
  if (!url) return h("span", {}, inner);
  const click = (event) => {
    event.preventDefault();
    on.link(url, shownElsewhere);
  };
  return h("a", { href: url, rel: "noopener noreferrer nofollow", target: "_blank", title: shownElsewhere || null, on: { click } }, inner);
}

function copyable(tag, inner, plain, on) {
  return h(tag, { class: "copyable", role: "button", tabindex: 0, title: t("copyCode"), on: pressed(() => on.copy(plain)) }, inner);
}

function pre(entity, inner, plain, on) {
  const head = h("span", { class: "pre-head" }, entity.language || " ");
  return h("pre", { "data-language": entity.language || null }, entity.language ? head : null, copyable("code", inner, plain, on));
}

function quote(entity, inner) {
  const box = h("blockquote", {}, h("span", { class: "quote-text" }, inner));
  if (entity.type === "blockquote") return box;
  box.classList.add("folded");
  const more = h("button", { type: "button", class: "unfold", "aria-expanded": "false" }, t("expand"));
  more.addEventListener("click", () => {
    const folded = box.classList.toggle("folded");
    more.setAttribute("aria-expanded", String(!folded));
    more.textContent = t(folded ? "expand" : "collapse");
  });
  box.append(more);
  return box;
}

function spoiler(entity, inner) {
  const box = h("span", { class: "spoiler", role: "button", tabindex: 0, "aria-label": t("spoiler") }, h("span", { "aria-hidden": "true" }, inner));
  const show = () => {
    box.classList.add("shown");
    ["role", "tabindex", "aria-label"].forEach((name) => box.removeAttribute(name));
    box.firstChild.removeAttribute("aria-hidden");
  };
  Object.entries(pressed(show)).forEach(([type, listener]) => box.addEventListener(type, listener));
  return box;
}

function moment(entity, inner) {
  const at = Number.isFinite(entity.unix_time) ? new Date(entity.unix_time * 1000) : null;
  return h("time", { class: "moment", datetime: at?.toISOString() ?? null }, inner);
}

/** Listeners that make a span work as a button does, from the keyboard too. */
function pressed(act) {
  return {
    click: act,
    keydown: (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      act();
    },
  };
}
