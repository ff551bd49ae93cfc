// Buttons under a message (inline) and under the composer (reply keyboard).

import { h } from "./dom.js";
import { icon } from "./icons.js";
import { t } from "./i18n.js";

const CORNER = { url: "link", login_url: "link", web_app: "link", copy_text: "copy" };
const STYLES = ["primary", "success", "danger"];

const styleOf = (button) => (STYLES.includes(button.style) ? ` ${button.style}` : "");

/** `on` is {press(message, button), link(url), copy(text), insert(text)}; `busy(message, button)` says what waits for an answer. */
export function inlineKeyboard(message, on, busy) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows?.length) return null;
  return h("div", { class: "inline-keys" }, rows.map((row) => h("div", { class: "key-row" }, row.map((button) => inlineKey(message, button, on, busy)))));
}

function inlineKey(message, button, on, busy) {
  const kind = Object.keys(CORNER).find((name) => button[name]);
  const waits = busy(message, button);
  return h("button", {
    type: "button", class: `key${styleOf(button)}${waits ? " busy" : ""}`, "aria-busy": waits ? "true" : null,
    on: { click: () => tapped(message, button, on) },
  }, h("span", { class: "key-text" }, button.text), kind ? icon(CORNER[kind]) : null);
}

function tapped(message, button, on) {
  const url = button.url ?? button.login_url?.url ?? button.web_app?.url;
  if (url) on.link(url, "");
  else if (button.copy_text) on.copy(button.copy_text.text);
  else if (button.callback_data !== undefined) on.press(message, button);
  else if (button.switch_inline_query_current_chat !== undefined) on.insert(button.switch_inline_query_current_chat);
}

/** `choose(button)` sends what the button says. */
export function replyKeyboard(markup, choose) {
  const key = (button) => {
    const full = typeof button === "string" ? { text: button } : button;
    return h("button", { type: "button", class: `key${styleOf(full)}`, on: { click: () => choose(full) } }, h("span", { class: "key-text" }, full.text));
  };
  const rows = markup.keyboard.map((row) => h("div", { class: "key-row" }, row.map(key)));
  return h("div", { class: `reply-keys${markup.resize_keyboard ? "" : " tall"}`, role: "group", "aria-label": t("keyboardShow") }, rows);
}
