// One phone: whose it is, the chat that is open on it, and what lies over it.

import { Actions } from "./actions.js";
import { chatList } from "./chats.js";
import { clock } from "./clock.js";
import { Composer } from "./composer.js";
import { attachSheet, dropZone } from "./attach.js";
import { Overlay, panel } from "./dialogs.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { t } from "./i18n.js";
import { Log } from "./log.js";
import { avatar, botAvatar, fullName, peopleSearch } from "./people.js";
import { store } from "./store.js";
import { dayKey, hoursMinutes } from "./time.js";

const ACTIONS = { typing: "typing", upload_photo: "uploading", upload_document: "uploading", choose_sticker: "choosing" };

export class Phone {
  /** `slot` is {userId, role, title}; `home` is {changed(), remove(phone), touched(phone), isActive(phone)}. */
  constructor(slot, home) {
    this.slot = slot;
    this.home = home;
    this.actions = new Actions(this);
    this.log = new Log(this.actions.taps());
    this.composer = new Composer(this.actions.typing());
    this.#build();
    this.over = new Overlay(this.device);
    this.device.append(...this.over.node);
    dropZone(this.device, (files) => this.attach(files));
    this.#heed();
    this.put(slot);
  }

  /** A touch counts when the finger is lifted: what it redraws must not slip away from under a tap. */
  #heed() {
    let pressed = false;
    const touched = () => pressed || this.home.touched(this);
    this.node.addEventListener("pointerdown", () => {
      const down = new AbortController();
      const lifted = () => {
        down.abort();
        pressed = false;
        setTimeout(touched);
      };
      pressed = true;
      for (const type of ["pointerup", "pointercancel"]) addEventListener(type, lifted, { signal: down.signal });
    });
    for (const type of ["focusin", "wheel"]) this.node.addEventListener(type, touched, { passive: true });
  }

  #build() {
    this.role = h("span", { class: "caption-role", dir: "auto" });
    this.who = h("span", { class: "caption-who", dir: "auto" });
    this.face = h("span", { class: "caption-face" });
    this.badge = h("span", { class: "badge", hidden: true });
    this.time = h("span", { class: "status-time" });
    this.title = h("span", { class: "chat-title", dir: "auto" });
    this.subtitle = h("span", { class: "chat-subtitle" });
    this.picture = h("span", { class: "chat-picture" }, botAvatar());
    this.back = h("button", { type: "button", class: "round", "aria-label": t("back"), title: t("back"), on: { click: () => this.showChats() } }, icon("back"), (this.others = h("span", { class: "badge small", hidden: true })));
    const more = h("button", { type: "button", class: "round", "aria-label": t("phoneMenu"), title: t("phoneMenu"), "aria-haspopup": "menu", on: { click: () => this.showMenu() } }, icon("more"));
    const status = h("div", { class: "status", "aria-hidden": "true" }, this.time, h("span", { class: "status-signs" }, icon("signal"), h("span", { class: "battery" })));
    const head = h("header", { class: "chat-head" }, this.back, this.picture, h("div", { class: "chat-names" }, this.title, this.subtitle), more);
    this.device = h("div", { class: "device" }, status, head, this.log.node, this.composer.node);
    this.node = h("section", { class: "phone" }, h("div", { class: "caption" }, this.face, h("div", { class: "caption-words" }, this.role, this.who), this.badge), this.device);
  }

  /** Another person takes this phone. */
  async put(slot) {
    this.slot = slot;
    this.chatId = slot.userId;
    this.log.clear();
    this.draw();
    if (!slot.userId) return this.showPeople();
    await Promise.all([store.loadChats(slot.userId), this.openChat(slot.userId)]).catch((error) => this.actions.failed(error));
  }

  async openChat(chatId) {
    this.chatId = chatId;
    this.composer.setAbout(null);
    this.log.clear();
    const talk = await store.load(this.slot.userId, chatId);
    if (talk.unread) this.#markUnread(talk);
    this.draw();
    if (this.home.isActive(this)) this.read();
  }

  get talk() {
    return this.slot.userId ? store.talk(this.slot.userId, this.chatId) : null;
  }

  get user() {
    return store.users.get(this.slot.userId);
  }

  get name() {
    return this.slot.title || fullName(this.user) || t("emptyPhone");
  }

  get unread() {
    return this.slot.userId ? store.unreadOf(this.slot.userId) : 0;
  }

  hear(news) {
    if (news.kind === "online" || news.userId === undefined) return this.draw();
    if (news.userId !== this.slot.userId) return;
    const here = news.kind === "talk" && news.chatId === this.chatId;
    if (here && news.mine) this.talk.unreadFrom = null;
    if (news.kind === "answer") this.actions.answered(news.answer);
    if (here && news.fresh) this.#came(news.fresh);
    if (here && news.mine) this.log.toBottom();
    this.draw();
    if (here && this.talk.unread) this.read();
  }

  #came(message) {
    if (!this.reading && !this.talk.unread) this.talk.unreadFrom = message.message_id;
  }

  #markUnread(talk) {
    talk.unreadFrom = talk.messages.filter((message) => !message.out).at(-talk.unread)?.message_id ?? null;
  }

  /** Someone looks at the newest message of this phone. */
  get reading() {
    return this.home.isActive(this) && document.visibilityState === "visible" && this.log.atBottom;
  }

  read() {
    if (this.slot.userId && this.talk.loaded && this.reading) store.seen(this.slot.userId, this.chatId).catch(() => {});
  }

  draw() {
    const { slot, talk, user } = this;
    this.#drawNames();
    this.device.classList.toggle("offline", !store.online);
    if (!slot.userId) return this.composer.draw({ keyboard: null, commands: [] }, { blocked: false, empty: false });
    const isPrivate = this.chatId === slot.userId;
    this.log.draw(talk, { named: !isPrivate });
    this.composer.draw(talk, { blocked: isPrivate && user?.blocked, empty: talk.loaded && !talk.messages.length, isPrivate });
    this.log.node.dataset.empty = talk.loaded && !talk.messages.length ? t("emptyChat") : "";
  }

  #drawNames() {
    const { slot, talk, name } = this;
    const chat = store.chats.get(slot.userId)?.find((row) => row.chat_id === this.chatId);
    const isGroup = chat && chat.type !== "private";
    const doing = talk?.action && t(ACTIONS[talk.action] ?? "typing");
    this.node.setAttribute("aria-label", `${t("phone")}: ${slot.role ? `${slot.role}, ` : ""}${name}`);
    this.node.dataset.userId = slot.userId ?? "";
    write(this.role, slot.role || name);
    write(this.who, slot.role ? name : this.user?.label ?? "");
    write(this.title, isGroup ? chat.title : store.bot.first_name);
    write(this.subtitle, store.online ? doing || t(isGroup ? "group" : "bot") : t("offline"));
    this.subtitle.classList.toggle("doing", Boolean(doing) && store.online);
    write(this.time, hoursMinutes(clock.now()));
    if (this.face.dataset.of !== name) this.face.replaceChildren(avatar(slot.userId ?? 0, name));
    this.face.dataset.of = name;
    if (this.picture.dataset.of !== String(isGroup && chat.chat_id)) this.picture.replaceChildren(isGroup ? avatar(chat.chat_id, chat.title) : botAvatar());
    this.picture.dataset.of = String(isGroup && chat.chat_id);
    const elsewhere = this.unread - (talk?.unread ?? 0);
    count(this.badge, this.unread);
    count(this.others, Math.max(0, elsewhere));
  }

  /** Once a second: the time, and at midnight the names of the days. */
  tick() {
    write(this.time, hoursMinutes(clock.now()));
    const day = dayKey(clock.now());
    if (day !== this.day && this.talk?.loaded) this.draw();
    this.day = day;
  }

  shake() {
    this.node.classList.remove("ringing");
    void this.node.offsetWidth;
    this.node.classList.add("ringing");
  }

  showMenu() {
    const blocked = this.user?.blocked;
    this.over.menu(t("phoneMenu"), [
      { icon: "person", label: t("otherPerson"), act: () => this.showPeople() },
      ...(this.slot.userId ? [{ icon: "ban", label: t(blocked ? "unblock" : "block"), danger: !blocked, act: () => (blocked ? this.actions.unblock() : this.actions.block()) }] : []),
      { icon: "close", label: t("removePhone"), danger: true, act: () => this.home.remove(this) },
    ]);
  }

  showPeople() {
    const search = peopleSearch((slot) => {
      this.over.close();
      this.put(slot);
      this.home.changed();
      this.composer.field.focus({ preventScroll: true });
    });
    this.over.open(panel(t("chooseFor"), search, () => this.over.close()), { focus: search.querySelector("input") });
  }

  showChats() {
    const list = chatList(this.slot.userId, this.chatId, (chatId) => {
      this.over.close();
      this.openChat(chatId).catch((error) => this.actions.failed(error));
    });
    this.over.open(panel(t("chats"), list, () => this.over.close()), { focus: list.querySelector("button") });
  }

  attach(files) {
    const sheet = attachSheet(files, { send: (list, how) => this.actions.upload(list, how), close: () => this.over.close() });
    this.over.open(sheet.node, { kind: "modal", focus: sheet.focus });
  }
}

function write(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

export function count(badge, number) {
  badge.hidden = !number;
  write(badge, number > 99 ? "99+" : String(number));
  badge.setAttribute("aria-label", t("unread", { n: number }));
}
