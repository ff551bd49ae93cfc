// What lies over one phone: toasts, alerts, questions, menus.

import { arrowKeys, h } from "./dom.js";
import { icon } from "./icons.js";
import { t } from "./i18n.js";

const TOAST_MS = 3500;

export class Overlay {
  #back = null;

  constructor(device) {
    this.device = device;
    this.toasts = h("div", { class: "toasts", role: "status", "aria-live": "polite" });
    this.layer = h("div", { class: "layer", hidden: true });
    this.node = [this.toasts, this.layer];
    this.layer.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.close();
      if (event.key === "Tab") this.#trap(event);
    });
    this.layer.addEventListener("click", (event) => event.target === this.layer && this.close());
  }

  toast(text) {
    const note = h("div", { class: "toast", dir: "auto" }, text);
    this.toasts.replaceChildren(note);
    setTimeout(() => note.remove(), Math.max(TOAST_MS, text.length * 70));
  }

  /** Shows `content` over the phone; the focus goes in, and back on closing. */
  open(content, { kind = "sheet", focus } = {}) {
    this.#back ??= document.activeElement;
    this.layer.className = `layer ${kind}`;
    this.layer.replaceChildren(content);
    this.layer.hidden = false;
    [...this.device.children].forEach((child) => (child.inert = !this.node.includes(child)));
    (focus ?? content.querySelector("button, input, a") ?? content).focus({ preventScroll: true });
  }

  close() {
    if (this.layer.hidden) return;
    this.layer.hidden = true;
    this.layer.replaceChildren();
    [...this.device.children].forEach((child) => (child.inert = false));
    this.onClose?.();
    const back = this.#back;
    this.#back = null;
    if (back?.isConnected) back.focus({ preventScroll: true });
  }

  alert(text) {
    return this.ask(text, { yes: t("ok") });
  }

  /** Resolves to true for `yes`, false for anything else. */
  ask(text, { yes, no, title }) {
    return new Promise((resolve) => {
      const end = (value) => {
        this.onClose = () => resolve(value);
        this.close();
        this.onClose = null;
      };
      const button = (label, value) => h("button", { type: "button", class: "flat", on: { click: () => end(value) } }, label);
      const agree = button(yes, true);
      const box = h("div", { class: "alert", role: "alertdialog", "aria-modal": "true", "aria-label": title || text },
        title ? h("h2", { dir: "auto" }, title) : null, h("p", { dir: "auto" }, text), h("div", { class: "alert-keys" }, no ? button(no, false) : null, agree));
      this.onClose = () => resolve(false);
      this.open(box, { kind: "modal", focus: agree });
    });
  }

  /** `rows`: {icon, label, act, danger?}. `anchor` is where the menu hangs: "top" or a rectangle inside the page. */
  menu(label, rows, anchor = "top") {
    const keys = rows.map((row) => h("button", { type: "button", role: "menuitem", class: row.danger ? "danger" : null, on: { click: () => this.#choose(row) } }, icon(row.icon), row.label));
    const box = h("div", { class: "menu", role: "menu", "aria-label": label }, keys);
    arrowKeys(box, "button");
    this.open(box, { kind: anchor === "top" ? "menus top" : "menus" });
    if (anchor !== "top") this.#hang(box, anchor);
  }

  #choose(row) {
    this.close();
    row.act();
  }

  #hang(box, anchor) {
    const area = this.layer.getBoundingClientRect();
    const top = Math.min(Math.max(8, anchor.y - area.y), area.height - box.offsetHeight - 8);
    const left = Math.min(Math.max(8, anchor.x - area.x), area.width - box.offsetWidth - 8);
    box.style.top = `${top}px`;
    box.style.left = `${left}px`;
  }

  #trap(event) {
    const stops = [...this.layer.querySelectorAll("button, input, a, textarea")].filter((stop) => stop.offsetParent && !stop.disabled);
    const edge = event.shiftKey ? stops[0] : stops.at(-1);
    if (document.activeElement !== edge) return;
    event.preventDefault();
    (event.shiftKey ? stops.at(-1) : stops[0]).focus();
  }
}

/** A panel that fills the phone: a heading with a way back, and `body`. */
export function panel(title, body, close) {
  const back = h("button", { type: "button", class: "round", "aria-label": t("close"), on: { click: close } }, icon("back"));
  return h("div", { class: "panel", role: "dialog", "aria-label": title }, h("div", { class: "panel-head" }, back, h("h2", {}, title)), body);
}
