// The list of one person's chats: the bot and the groups.

import { summary } from "./bubble.js";
import { arrowKeys, h } from "./dom.js";
import { avatar, botAvatar } from "./people.js";
import { store } from "./store.js";
import { t } from "./i18n.js";
import { hoursMinutes } from "./time.js";

export function chatList(userId, openId, choose) {
  const rows = [...(store.chats.get(userId) ?? [])];
  if (userId && !rows.some((row) => row.chat_id === userId)) rows.push({ chat_id: userId, type: "private", unread: 0, last: null });
  rows.sort((a, b) => (b.last?.date ?? 0) - (a.last?.date ?? 0));
  const box = h("div", { class: "chats" }, rows.map((row) => chatRow(row, row.chat_id === openId, choose)));
  arrowKeys(box, "button");
  return box;
}

function chatRow(row, isOpen, choose) {
  const isPrivate = row.type === "private";
  const title = isPrivate ? store.bot.first_name : row.title;
  return h("button", { type: "button", class: "person", "aria-current": isOpen ? "true" : null, on: { click: () => choose(row.chat_id) } },
    isPrivate ? botAvatar() : avatar(row.chat_id, title),
    h("span", { class: "person-words" }, h("span", { class: "person-name", dir: "auto" }, title), h("span", { class: "person-what", dir: "auto" }, row.last?.out ? `${t("you")}: ${summary(row.last)}` : summary(row.last))),
    h("span", { class: "chat-side" }, row.last ? hoursMinutes(row.last.date * 1000) : "", row.unread ? h("span", { class: "badge" }, row.unread) : null));
}
