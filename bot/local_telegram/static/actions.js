// What a person does on a phone, told to the server; and what the bot answers to a tap.

import { api } from "./api.js";
import { clock } from "./clock.js";
import { startPayload } from "./entities.js";
import { t } from "./i18n.js";
import { store } from "./store.js";

const ANSWER_ONCE_MS = 1500;

export class Actions {
  #busy = new Set();
  #changed = new Set();
  #answeredAt = -Infinity;

  constructor(phone) {
    this.phone = phone;
  }

  /** What taps in the log do; see bubble.js, keyboard.js, log.js. */
  taps() {
    return {
      clock,
      busy: (message, button) => this.#busy.has(keyOf(message, button)),
      isBusyChanged: (item) => Boolean(item.messages?.some((message) => this.#changed.has(message.message_id))),
      press: (message, button) => this.press(message, button),
      link: (url, hidden) => this.link(url, hidden),
      command: (text) => this.send(text, {}),
      copy: (text) => this.copy(text),
      insert: (text) => this.phone.composer.insert(text),
      jump: (id) => this.phone.log.jump(id),
      menu: (id, node, place) => this.menu(id, node, place),
      reached: () => this.phone.read(),
    };
  }

  /** What the composer asks for. */
  typing() {
    return {
      send: (text, about) => this.send(text, about),
      files: (files) => this.phone.attach(files),
      contact: () => this.contact(),
      start: () => this.#mine(api.start(this.userId)),
      unblock: () => this.unblock(),
      last: () => this.phone.talk?.messages.findLast((message) => message.out && message.text && !message.text.startsWith("/start")),
    };
  }

  get userId() {
    return this.phone.slot.userId;
  }

  get chatId() {
    return this.phone.chatId;
  }

  failed(error) {
    this.phone.over.toast(t("failed", { why: error.message }));
  }

  async #mine(sending) {
    const message = await sending.catch((error) => this.failed(error));
    if (message?.message_id) store.own(this.userId, message);
  }

  send(text, { replyTo, edited }) {
    if (!this.userId) return this.phone.showPeople();
    if (edited) return this.#mine(api.edit(this.userId, { message_id: edited.message_id, text, chat_id: this.chatId }));
    return this.#mine(api.text(this.userId, { text, chat_id: this.chatId, reply_to: replyTo?.message_id }));
  }

  async press(message, button) {
    const key = keyOf(message, button);
    if (this.#busy.has(key)) return;
    this.#wait(key, message, true);
    const { answer } = await api.press(this.userId, { message_id: message.message_id, data: button.callback_data, chat_id: this.chatId }).catch((error) => {
      this.failed(error);
      return { answer: { quiet: true } };
    });
    this.#wait(key, message, false);
    if (answer && !answer.quiet) this.#show(answer);
    else if (!answer) this.phone.over.toast(t("noAnswer"));
  }

  #wait(key, message, waits) {
    if (waits) this.#busy.add(key);
    else this.#busy.delete(key);
    this.#changed.add(message.message_id);
    this.phone.draw();
    this.#changed.clear();
  }

  /** The WebSocket's copy of an answer: shown when the tap was made elsewhere. */
  answered(answer) {
    if (!this.#busy.size && performance.now() - this.#answeredAt > ANSWER_ONCE_MS) this.#show(answer);
  }

  #show({ text, show_alert: isAlert, url }) {
    this.#answeredAt = performance.now();
    if (url) this.link(url, "");
    else if (text && isAlert) this.phone.over.alert(text);
    else if (text) this.phone.over.toast(text);
  }

  async link(url, hidden) {
    const payload = startPayload(url, store.bot.username);
    if (payload !== null) return payload || !this.phone.talk.messages.length ? this.#mine(api.start(this.userId, payload)) : this.phone.openChat(this.userId);
    if (hidden && !(await this.phone.over.ask(url, { title: t("openLink"), yes: t("open"), no: t("cancel") }))) return;
    window.open(url, "_blank", "noopener,noreferrer");
  }

  async copy(text) {
    await navigator.clipboard?.writeText(text).catch(() => {});
    this.phone.over.toast(t("copied"));
  }

  async contact() {
    if (!(await this.phone.over.ask(t("sharePhone"), { yes: t("share"), no: t("cancel") }))) return;
    const number = `+7900${String(this.userId % 10_000_000).padStart(7, "0")}`;
    await this.#mine(api.contact(this.userId, { phone_number: number, first_name: this.phone.user?.first_name ?? "" }));
  }

  async block() {
    await api.block(this.userId).catch((error) => this.failed(error));
    await store.loadPeople();
  }

  async unblock() {
    await api.unblock(this.userId).catch((error) => this.failed(error));
    await store.loadPeople();
  }

  async upload(files, { caption, kinds }) {
    const group = files.length > 1 ? `${Date.now()}${Math.floor(Math.random() * 1000)}` : undefined;
    for (const [at, file] of files.entries()) {
      const fields = { caption: at === 0 ? caption : undefined, chat_id: this.chatId, media_group_id: group };
      await this.#mine(api.upload(this.userId, kinds[at], file, fields));
    }
  }

  async react(message, emoji) {
    await api.react(this.userId, { message_id: message.message_id, emoji, chat_id: this.chatId }).catch((error) => this.failed(error));
  }

  menu(id, node, place) {
    const message = this.phone.talk.find(id);
    if (!message) return;
    const text = message.text ?? message.caption;
    const box = node.getBoundingClientRect();
    this.phone.over.menu(t("messageMenu"), [
      { icon: "reply", label: t("reply"), act: () => this.phone.composer.setAbout({ replyTo: message }) },
      ...(text && !message.protected ? [{ icon: "copy", label: t("copy"), act: () => this.copy(text) }] : []),
      { icon: "plus", label: t(liked(message) ? "unthumb" : "thumb"), act: () => this.react(message, liked(message) ? "" : THUMB) },
      ...(message.out && text ? [{ icon: "pencil", label: t("edit"), act: () => this.phone.composer.setAbout({ edited: message }) }] : []),
    ], place ?? { x: box.x + 24, y: box.y + 24 });
  }
}

const THUMB = "👍";
const liked = (message) => (message.reactions ?? []).some((one) => one.emoji === THUMB);
const keyOf = (message, button) => `${message.message_id} ${button.callback_data}`;
