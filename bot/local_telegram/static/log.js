// The list of messages: kept nodes stay, changed ones are replaced, the reader's place and focus are held.

import { bubble } from "./bubble.js";
import { h, reducedMotion } from "./dom.js";
import { icon } from "./icons.js";
import { t } from "./i18n.js";
import { dayKey, dayLabel } from "./time.js";

const NEAR_BOTTOM = 60;
const RUN_SECONDS = 600;

export class Log {
  #nodes = new Map();
  #pinned = true;
  #drawn = false;
  #floating;
  #top = 0;

  /** `on`: see bubble.js, and {clock, reached()} that is told when the reader is at the bottom. */
  constructor(on) {
    this.on = on;
    this.list = h("div", { class: "messages" });
    this.scroller = h("div", { class: "log", role: "log", "aria-live": "polite", "aria-relevant": "additions", "aria-label": t("log"), tabindex: 0 }, this.list);
    this.badge = h("span", { class: "badge", hidden: true });
    this.down = h("button", { type: "button", class: "to-bottom", "aria-label": t("toBottom"), hidden: true, on: { click: () => this.toBottom(true) } }, icon("down"), this.badge);
    this.node = h("div", { class: "screen" }, h("div", { class: "wallpaper" }), this.scroller, this.down);
    this.scroller.addEventListener("scroll", () => this.#scrolled(), { passive: true });
    this.scroller.addEventListener("keydown", (event) => this.#keys(event));
    this.scroller.addEventListener("contextmenu", (event) => this.#menu(event));
    new ResizeObserver(() => this.#pinned && this.toBottom()).observe(this.list);
    new ResizeObserver(() => this.#pinned && this.toBottom()).observe(this.scroller);
  }

  get atBottom() {
    return this.#pinned;
  }

  clear() {
    this.#nodes.clear();
    this.list.replaceChildren();
    this.#pinned = true;
    this.#drawn = false;
  }

  draw(talk, { named }) {
    const focus = this.#focused();
    this.#noticeScroll();
    const items = itemsOf(talk.messages, this.on.clock.now(), named, talk.unreadFrom);
    const nodes = items.map((item) => this.#node(item));
    const kept = new Set(items.map((item) => item.key));
    for (const key of this.#nodes.keys()) if (!kept.has(key)) this.#nodes.delete(key);
    place(this.list, nodes);
    this.#drawn = this.#drawn || talk.loaded;
    if (focus) this.#restore(focus);
    if (this.#pinned) this.toBottom();
    this.#badge(talk.unread);
  }

  #node(item) {
    const old = this.#nodes.get(item.key);
    const stamp = item.label ?? [item.first, item.last, item.showName, item.busy].join();
    const same = old && old.stamp === stamp && old.messages?.length === item.messages?.length && (item.messages ?? []).every((message, at) => message === old.messages[at]);
    if (same && !this.on.isBusyChanged(item)) return old.node;
    const node = item.label ? h("div", { class: `divider ${item.kind}` }, h("span", {}, item.label)) : bubble(item, this.on);
    if (!old && this.#drawn && !reducedMotion()) node.classList.add("fresh");
    this.#nodes.set(item.key, { node, stamp, messages: item.messages });
    return node;
  }

  toBottom(smooth = false) {
    this.#pinned = true;
    this.scroller.scrollTo({ top: this.scroller.scrollHeight, behavior: smooth && !reducedMotion() ? "smooth" : "instant" });
    this.#top = this.scroller.scrollTop;
    this.#showDown();
    if (smooth) this.on.reached();
  }

  jump(id) {
    const target = this.list.querySelector(`[data-id="${Number(id)}"]`);
    if (!target) return;
    this.#pinned = false;
    target.scrollIntoView({ block: "center", behavior: reducedMotion() ? "instant" : "smooth" });
    target.classList.add("flash");
    setTimeout(() => target.classList.remove("flash"), 1500);
  }

  #scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.scroller;
    this.#top = scrollTop;
    const pinned = scrollHeight - scrollTop - clientHeight < NEAR_BOTTOM;
    if (pinned && !this.#pinned) this.on.reached();
    this.#pinned = pinned;
    this.#showDown();
    this.#floatDay();
  }

  /** The day's name floats over the messages while one scrolls, as Telegram's does. */
  #floatDay() {
    this.scroller.classList.add("scrolling");
    clearTimeout(this.#floating);
    this.#floating = setTimeout(() => this.scroller.classList.remove("scrolling"), 900);
  }

  /** The reader may have scrolled up a moment ago, and the browser not told it yet. */
  #noticeScroll() {
    const { scrollTop, scrollHeight, clientHeight } = this.scroller;
    if (this.#drawn && scrollTop < this.#top - NEAR_BOTTOM && scrollHeight - scrollTop - clientHeight >= NEAR_BOTTOM) this.#pinned = false;
  }

  #showDown() {
    this.down.hidden = this.#pinned;
  }

  #badge(unread) {
    this.badge.hidden = !unread;
    this.badge.textContent = unread;
  }

  #focused() {
    const { activeElement } = document;
    const message = this.list.contains(activeElement) && activeElement.closest(".message");
    if (!message) return null;
    const stops = [...message.querySelectorAll("button, a, [tabindex]")];
    return { id: message.dataset.id, at: stops.indexOf(activeElement), element: activeElement };
  }

  /** An edit replaces the bubble under the reader's finger: the same place in the new one gets the focus. */
  #restore({ id, at, element }) {
    if (element.isConnected) return;
    const message = this.list.querySelector(`[data-id="${id}"]`);
    const stops = message ? [...message.querySelectorAll("button, a, [tabindex]")] : [];
    (stops[Math.min(at, stops.length - 1)] ?? message ?? this.scroller).focus({ preventScroll: true });
  }

  #menu(event) {
    const message = event.target.closest(".message");
    if (!message || event.target.closest("a") || !getSelection().isCollapsed) return;
    event.preventDefault();
    this.on.menu(Number(message.dataset.id), message, event.clientX ? { x: event.clientX, y: event.clientY } : undefined);
  }

  #keys(event) {
    const message = event.target.closest(".message");
    if (event.target !== this.scroller && event.target !== message) return;
    if (message && (event.key === "Enter" || event.key === "ContextMenu")) {
      event.preventDefault();
      return this.on.menu(Number(message.dataset.id), message);
    }
    if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
    const all = [...this.list.querySelectorAll(".message")];
    const at = message ? all.indexOf(message) + (event.key === "ArrowUp" ? -1 : 1) : all.length - 1;
    if (!all[at]) return;
    event.preventDefault();
    all[at].focus();
    all[at].scrollIntoView({ block: "nearest" });
  }
}

/** Puts `nodes` as the only children, in order, touching only what moved. */
function place(list, nodes) {
  nodes.forEach((node, at) => {
    if (list.children[at] !== node) list.insertBefore(node, list.children[at] ?? null);
  });
  while (list.children.length > nodes.length) list.lastChild.remove();
}

function itemsOf(messages, now, named, unreadFrom) {
  const items = [];
  let day = "";
  let before = null;
  for (const message of messages) {
    const key = dayKey(message.date * 1000);
    if (key !== day) items.push({ key: `day ${key}`, kind: "day", label: dayLabel(message.date * 1000, now) });
    if (message.message_id === unreadFrom) items.push({ key: "unread", kind: "unread", label: t("unreadHere") });
    const joined = key === day && before && sameRun(before.messages.at(-1), message) && message.message_id !== unreadFrom;
    if (joined && message.media_group_id && message.media_group_id === before.messages[0].media_group_id) before.messages.push(message);
    else items.push((before = itemOf(message, before, joined, named)));
    day = key;
  }
  return items;
}

function itemOf(message, before, joined, named) {
  if (joined) before.last = false;
  return { key: message.message_id, messages: [message], first: !joined, last: true, showName: named && !message.out && !joined };
}

const sameRun = (a, b) => a.from?.id === b.from?.id && a.out === b.out && b.date - a.date < RUN_SECONDS;
