// One message, or one album, as a bubble.

import { h } from "./dom.js";
import { renderText } from "./entities.js";
import { t } from "./i18n.js";
import { icon } from "./icons.js";
import { inlineKeyboard } from "./keyboard.js";
import { albumView, fileView, filmView, photoView, soundView } from "./media.js";
import { hoursMinutes } from "./time.js";

const NAME_COLOURS = 7;
const ONLY_EMOJI = /^(?:\p{Extended_Pictographic}(?:\ufe0f|\u200d\p{Extended_Pictographic}|\p{Emoji_Modifier})*){1,3}$/u;

export const colourOf = (id) => Math.abs(Number(id) || 0) % NAME_COLOURS;

/** A line that stands for the message in quotes and in the list of chats. */
export function summary(message) {
  if (!message) return "";
  const kinds = { photo: t("photo"), document: message.document?.file_name || t("file"), video: t("video"), video_note: t("videoNote"), audio: message.audio?.title || message.audio?.file_name || t("audio"), voice: t("voice"), sticker: t("sticker"), poll: t("poll"), contact: t("contact") };
  const kind = Object.keys(kinds).find((name) => message[name]);
  return message.text || message.caption || kinds[kind] || t("unsupported");
}

/** `item` is {messages (several in an album), first, last (of a run by one sender), showName}; `on` is what taps do. */
export function bubble(item, on) {
  const [message] = item.messages;
  const words = item.messages.find((one) => one.caption) ?? message;
  const body = h("div", { class: "bubble" }, sender(item, message), quoted(message, on), media(item), said(words, on), reactions(message), meta(item.messages.at(-1)));
  const keys = inlineKeyboard(message, on, on.busy);
  const side = message.out ? "out" : "in";
  const flags = [item.last && "tail", item.first && "first", keys && "with-keys", widest(message) > 2 && "wide-keys", bare(item, words) && "bare", message.protected && "protected", emojiOnly(message) && "emoji"];
  return h("article", {
    class: ["message", side, ...flags.filter(Boolean)].join(" "), tabindex: -1, data: { id: message.message_id },
    "aria-label": message.out ? t("you") : message.from?.first_name,
  }, body, keys);
}

const emojiOnly = (message) => Boolean(message.text) && !message.reply_to_message && ONLY_EMOJI.test(message.text);
const bare = (item, words) => Boolean(item.messages[0].photo) && !words.caption && !item.messages[0].reply_to_message;

const widest = (message) => Math.max(0, ...(message.reply_markup?.inline_keyboard ?? []).map((row) => row.length));

function sender({ showName }, { from }) {
  return showName && from ? h("div", { class: `name colour-${colourOf(from.id)}`, dir: "auto" }, from.first_name) : null;
}

function quoted({ reply_to_message: origin }, on) {
  if (!origin) return null;
  return h("button", { type: "button", class: "quote", on: { click: () => on.jump(origin.message_id) } },
    h("span", { class: "quote-name", dir: "auto" }, origin.from?.first_name ?? ""), h("span", { class: "quote-line", dir: "auto" }, summary(origin)));
}

function media({ messages }) {
  if (messages.length > 1 && messages.every((one) => one.photo || one.video)) return albumView(messages);
  return messages.map(mediaOf);
}

function mediaOf(message) {
  if (message.photo) return photoView(message);
  if (message.video || message.video_note) return filmView(message);
  if (message.voice || message.audio) return soundView(message);
  if (message.document) return fileView(message);
  if (message.contact) {
    const name = [message.contact.first_name, message.contact.last_name].filter(Boolean).join(" ");
    return h("div", { class: "card" }, icon("person"), h("span", {}, h("strong", { dir: "auto" }, name), h("br"), message.contact.phone_number));
  }
  if (message.poll) return h("div", { class: "card column" }, h("strong", { dir: "auto" }, message.poll.question), message.poll.options.map((one) => h("span", { dir: "auto" }, `○ ${one.text}`)));
  return message.text || message.caption ? null : h("div", { class: "card muted" }, summary(message));
}

function said(message, on) {
  const text = message.text ?? message.caption;
  if (!text) return null;
  return h("div", { class: "text", dir: "auto" }, renderText(text, message.entities ?? message.caption_entities, on));
}

function reactions({ reactions: list }) {
  if (!list?.length) return null;
  const face = (one) => (typeof one === "string" ? one : one.emoji ?? one.type?.emoji ?? "⭐");
  return h("div", { class: "reactions" }, list.map((one) => h("span", { class: "reaction" }, face(one))));
}

function meta(message) {
  const ticks = message.out ? h("span", { class: "ticks", role: "img", "aria-label": t(message.seen ? "read" : "sent") }, icon(message.seen ? "ticks" : "tick")) : null;
  const time = h("time", { datetime: new Date(message.date * 1000).toISOString() }, hoursMinutes(message.date * 1000));
  return h("span", { class: "meta" }, message.edit_date ? h("span", { class: "edited" }, t("edited")) : null, time, ticks);
}
