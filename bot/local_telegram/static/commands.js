// «☰ Меню» and the list that opens on "/".

import { h } from "./dom.js";
import { icon } from "./icons.js";
import { t } from "./i18n.js";

let lists = 0;

export class Commands {
  #all = [];
  #open = false;
  #at = -1;

  /** `choose(command)` sends it; `field()` is where one types. */
  constructor(choose, field) {
    this.choose = choose;
    this.field = field;
    this.list = h("div", { class: "commands", id: `commands-${++lists}`, role: "listbox", "aria-label": t("commands"), hidden: true });
    this.button = h("button", { type: "button", class: "menu-button", hidden: true, "aria-expanded": "false", "aria-controls": this.list.id, on: { click: () => this.#toggle() } }, icon("bars"), h("span", {}, t("menu")));
    this.button.setAttribute("aria-label", t("menu"));
    this.button.addEventListener("keydown", (event) => this.key(event));
  }

  set(all) {
    this.#all = all ?? [];
    if (!this.#all.length) this.#close();
    else if (this.#open) this.#draw(this.#all);
  }

  typed(text) {
    this.button.hidden = !this.#all.length || Boolean(text);
    const wanted = /^\/([^\s]*)$/.exec(text)?.[1].toLowerCase();
    if (wanted === undefined) return (text || !this.#open) && this.#close();
    const fitting = this.#all.filter(({ command }) => command.startsWith(wanted));
    if (fitting.length) this.#draw(fitting);
    else this.#close();
  }

  /** True when the key was the list's own. */
  key(event) {
    if (this.list.hidden) return false;
    const rows = this.list.children.length;
    if (event.key === "Escape") this.#close();
    else if (event.key === "ArrowDown") this.#mark((this.#at + 1) % rows);
    else if (event.key === "ArrowUp") this.#mark((this.#at + rows - (this.#at < 0 ? 0 : 1)) % rows);
    else if (event.key === "Tab" && this.#at >= 0 && this.field().value) this.field().value = `/${this.list.children[this.#at].dataset.command} `;
    else if (event.key === "Enter" && this.#at >= 0) this.#pick(this.list.children[this.#at].dataset.command);
    else return false;
    event.preventDefault();
    return true;
  }

  #toggle() {
    if (this.#open) return this.#close();
    this.#open = true;
    this.#draw(this.#all);
    this.button.replaceChildren(icon("close"), h("span", {}, t("menu")));
    this.button.setAttribute("aria-expanded", "true");
  }

  #draw(rows) {
    this.#at = -1;
    this.list.replaceChildren(...rows.map(({ command, description }, at) => h("div", {
      role: "option", class: "command-row", id: `${this.list.id}-${at}`, data: { command }, "aria-selected": "false", on: { click: () => this.#pick(command) },
    }, h("span", { class: "command-name" }, `/${command}`), h("span", { class: "command-what", dir: "auto" }, description))));
    this.list.hidden = false;
    this.field().setAttribute("aria-controls", this.list.id);
  }

  #mark(at) {
    this.#at = at;
    [...this.list.children].forEach((row, index) => row.setAttribute("aria-selected", String(index === at)));
    this.list.children[at].scrollIntoView({ block: "nearest" });
    for (const node of [this.field(), this.button]) node.setAttribute("aria-activedescendant", `${this.list.id}-${at}`);
  }

  #pick(command) {
    this.#close();
    this.choose(command);
  }

  #close() {
    this.#open = false;
    this.#at = -1;
    this.list.hidden = true;
    this.button.replaceChildren(icon("bars"), h("span", {}, t("menu")));
    this.button.setAttribute("aria-expanded", "false");
    for (const node of [this.field(), this.button]) node?.removeAttribute("aria-activedescendant");
  }
}
