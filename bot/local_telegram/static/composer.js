// The bottom of a phone: the field, the commands, the reply keyboard, the files.

import { summary } from "./bubble.js";
import { Commands } from "./commands.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { replyKeyboard } from "./keyboard.js";
import { t } from "./i18n.js";

export class Composer {
  #about = null;
  #keyboard = null;
  #hidden = false;

  /** `on` is {send(text, {replyTo, edited}), files(list), contact(), start(), unblock(), last(): own last message}. */
  constructor(on) {
    this.on = on;
    this.commands = new Commands((command) => this.#sendCommand(command), () => this.field);
    this.field = h("textarea", { class: "field", rows: 1, placeholder: t("message"), "aria-label": t("message"), dir: "auto", enterkeyhint: "send", autocomplete: "off" });
    this.about = h("div", { class: "about", hidden: true });
    this.keys = h("div", { class: "keys-place", hidden: true });
    this.toggle = round("keys", t("keyboardHide"), () => this.#toggleKeyboard());
    this.submit = h("button", { type: "button", class: "send", "aria-label": t("send"), on: { click: () => this.#send() } }, icon("send"));
    this.picker = h("input", { type: "file", multiple: true, hidden: true, tabindex: -1, "aria-hidden": "true" });
    const clip = round("clip", t("attach"), () => this.picker.click());
    this.row = h("div", { class: "compose-row" }, this.commands.button, h("div", { class: "field-box" }, this.field, this.toggle, clip, this.picker), this.submit);
    this.big = h("button", { type: "button", class: "big", hidden: true });
    this.node = h("footer", { class: "composer" }, this.commands.list, this.about, this.row, this.big, this.keys);
    this.#listen();
  }

  #listen() {
    this.field.addEventListener("input", () => this.#typed());
    this.field.addEventListener("keydown", (event) => this.#key(event));
    this.field.addEventListener("paste", (event) => {
      const files = [...event.clipboardData.files];
      if (!files.length) return;
      event.preventDefault();
      this.on.files(files);
    });
    this.picker.addEventListener("change", () => {
      this.on.files([...this.picker.files]);
      this.picker.value = "";
    });
    this.big.addEventListener("click", () => this.on[this.big.dataset.act]());
  }

  draw(talk, { blocked, empty, isPrivate }) {
    const act = blocked ? "unblock" : empty && isPrivate ? "start" : "";
    this.big.hidden = !act;
    this.row.hidden = Boolean(act);
    this.big.dataset.act = act;
    this.big.textContent = act ? t(act) : "";
    this.commands.set(talk.commands);
    this.#typed();
    this.#setKeyboard(act ? null : talk.keyboard);
  }

  #setKeyboard(markup) {
    const key = JSON.stringify(markup);
    if (key !== this.keys.dataset.key) {
      this.keys.dataset.key = key;
      this.#hidden = false;
      this.keys.replaceChildren(...(markup?.keyboard ? [replyKeyboard(markup, (button) => this.#chosen(button))] : []));
    }
    this.#keyboard = markup?.keyboard ? markup : null;
    this.field.placeholder = this.#keyboard?.input_field_placeholder || t("message");
    this.#showKeyboard();
  }

  #showKeyboard() {
    this.toggle.hidden = !this.#keyboard;
    this.keys.hidden = !this.#keyboard || this.#hidden;
    this.toggle.setAttribute("aria-expanded", String(!this.keys.hidden));
    this.toggle.setAttribute("aria-label", t(this.keys.hidden ? "keyboardShow" : "keyboardHide"));
    this.toggle.replaceChildren(icon(this.keys.hidden ? "keys" : "hide"));
  }

  #toggleKeyboard() {
    this.#hidden = !this.#hidden;
    this.#showKeyboard();
  }

  #chosen(button) {
    if (button.request_contact) this.on.contact();
    else this.on.send(button.text, {});
    if (this.#keyboard?.one_time_keyboard) this.#toggleKeyboard();
  }

  /** What the text will be about: {replyTo: message} or {edited: message} or null. */
  setAbout(about) {
    this.#about = about;
    const message = about?.replyTo ?? about?.edited;
    this.about.hidden = !message;
    this.about.replaceChildren(...(message ? this.#aboutRow(about, message) : []));
    if (about?.edited) this.insert(message.text ?? message.caption ?? "", true);
    this.submit.setAttribute("aria-label", t(about?.edited ? "save" : "send"));
    if (message) this.field.focus();
  }

  #aboutRow({ edited }, message) {
    const words = h("div", { class: "about-words" }, h("strong", {}, edited ? t("editing") : message.from?.first_name || t("replyTo")), h("span", { dir: "auto" }, summary(message)));
    return [icon(edited ? "pencil" : "reply"), words, round("close", t("cancel"), () => this.#forget())];
  }

  #forget() {
    if (this.#about?.edited) this.insert("", true);
    this.setAbout(null);
    this.field.focus();
  }

  insert(text, instead = false) {
    this.field.value = instead ? text : this.field.value + text;
    this.#typed();
  }

  #typed() {
    const { field } = this;
    field.style.height = "auto";
    field.style.height = `${Math.min(field.scrollHeight, 140)}px`;
    this.submit.classList.toggle("ready", Boolean(field.value.trim()));
    this.commands.typed(field.value);
  }

  #key(event) {
    if (this.commands.key(event)) return;
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.#send();
    } else if (event.key === "Escape" && this.#about) {
      this.#forget();
    } else if (event.key === "ArrowUp" && !this.field.value) {
      const message = this.on.last();
      if (!message) return;
      event.preventDefault();
      this.setAbout({ edited: message });
    }
  }

  #send() {
    const text = this.field.value.trim();
    if (!text) return this.field.focus();
    this.on.send(text, { replyTo: this.#about?.replyTo, edited: this.#about?.edited });
    this.insert("", true);
    this.setAbout(null);
    this.field.focus();
  }

  #sendCommand(command) {
    this.on.send(`/${command}`, {});
    this.insert("", true);
    this.field.focus();
  }
}

function round(name, label, act) {
  return h("button", { type: "button", class: `round ${name}`, "aria-label": label, title: label, on: { click: act } }, icon(name));
}
