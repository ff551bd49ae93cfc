// What the page knows: users, their chats and messages, kept fresh by the WebSocket.

import { api } from "./api.js";

const ASK_AGAIN_MS = 400;

const keyOf = (userId, chatId) => `${userId}:${chatId}`;

/** What of a message can be seen in its bubble. */
const looks = (message) => JSON.stringify({ ...message, seen: message.out && message.seen, changed: 0 });

class Talk {
  constructor(userId, chatId) {
    Object.assign(this, { userId, chatId, messages: [], keyboard: null, commands: [], unread: 0, action: "", loaded: false, wanted: false, events: 0 });
    this.unreadFrom = null;
  }

  find(id) {
    return this.messages.find((message) => message.message_id === id);
  }

  /** Puts a new or changed message in its place; true when it is a new one. */
  put(message) {
    const at = this.messages.findIndex((old) => old.message_id >= message.message_id);
    const known = at >= 0 && this.messages[at].message_id === message.message_id;
    this.messages.splice(at < 0 ? this.messages.length : at, known ? 1 : 0, message);
    return !known;
  }

  /** The object that stands here already when it says the same, so that its bubble (and the focus in it) stays. */
  kept(message) {
    const old = this.find(message.message_id);
    return old && looks(old) === looks(message) ? old : message;
  }

  /** A replaced object, so that the log sees that it has changed. */
  change(id, fields) {
    const message = this.find(id);
    if (message) this.put({ ...message, ...fields });
  }
}

class Store {
  bot = { id: 0, first_name: "Звонок", username: "" };
  users = new Map();
  chats = new Map();
  online = true;
  #talks = new Map();
  #listeners = new Set();
  #waiting = {};
  #heard = new Map();

  /** listener({kind: "talk"|"users"|"chats"|"online"|"clock"|"answer", userId?, chatId?, fresh?, ...}) -> a function that ends it. */
  listen(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(news) {
    this.#listeners.forEach((listener) => listener(news));
  }

  async loadPeople() {
    const [bot, users] = await Promise.all([api.bot(), api.users()]);
    this.bot = bot;
    this.users = new Map(users.map((user) => [user.id, user]));
    this.tell({ kind: "users" });
  }

  async loadChats(userId) {
    const before = this.#heard.get(userId);
    const chats = await api.chats(userId);
    if (this.#heard.get(userId) !== before) return this.loadChats(userId); // what came meanwhile may not be counted in it
    this.chats.set(userId, chats);
    this.tell({ kind: "chats", userId });
  }

  talk(userId, chatId) {
    const key = keyOf(userId, chatId);
    if (!this.#talks.has(key)) this.#talks.set(key, new Talk(userId, chatId));
    return this.#talks.get(key);
  }

  async load(userId, chatId) {
    const talk = this.talk(userId, chatId);
    talk.wanted = true;
    const before = talk.events;
    const { messages, keyboard, commands, unread } = await api.messages(userId, chatId);
    if (talk.events !== before) return this.load(userId, chatId); // something came meanwhile, perhaps too late for this answer
    Object.assign(talk, { messages: messages.map((message) => talk.kept(message)), keyboard, commands: commands ?? [], unread, loaded: true });
    this.tell({ kind: "talk", userId, chatId });
    return talk;
  }

  /** After a lost connection: everything that is shown is asked for again. */
  async refresh() {
    await this.loadPeople();
    const shown = [...this.#talks.values()].filter((talk) => talk.wanted);
    await Promise.all(shown.map((talk) => this.load(talk.userId, talk.chatId)));
    await Promise.all([...new Set(shown.map((talk) => talk.userId))].map((userId) => this.loadChats(userId)));
  }

  setOnline(online) {
    this.online = online;
    this.tell({ kind: "online" });
  }

  /** One's own message, as the server answered it: the WebSocket may bring it again. */
  own(userId, message) {
    const talk = this.talk(userId, message.chat.id);
    talk.put(message);
    this.tell({ kind: "talk", userId, chatId: talk.chatId, mine: true });
  }

  async seen(userId, chatId) {
    const talk = this.talk(userId, chatId);
    if (!talk.unread) return;
    this.#unread(talk, 0);
    await api.seen(userId, chatId);
  }

  unreadOf(userId) {
    const rows = this.chats.get(userId);
    return rows ? rows.reduce((sum, chat) => sum + (chat.unread || 0), 0) : this.users.get(userId)?.unread || 0;
  }

  #unread(talk, count) {
    talk.unread = count;
    const chat = this.chats.get(talk.userId)?.find((row) => row.chat_id === talk.chatId);
    if (chat) chat.unread = count;
    const user = this.users.get(talk.userId);
    if (user && !this.chats.has(talk.userId)) user.unread = count;
    this.tell({ kind: "chats", userId: talk.userId });
  }

  /** One event of the WebSocket; unknown kinds are left alone. */
  apply(event) {
    const talk = this.talk(event.user_id, event.chat_id ?? event.user_id);
    talk.events += 1;
    this.#heard.set(event.user_id, (this.#heard.get(event.user_id) ?? 0) + 1);
    const act = {
      message: this.#message, edit: this.#edit, delete: this.#remove, action: this.#action, reaction: this.#reaction,
      user: this.#user, unread: this.#count, commands: this.#commands, keyboard: this.#keyboard,
    }[event.type];
    if (event.type === "clock") this.tell({ kind: "clock", clock: event.clock ?? event });
    else if (event.type === "answer") this.tell({ kind: "answer", userId: event.user_id, answer: event.answer ?? event });
    else act?.call(this, event, talk);
  }

  #message({ message }, talk) {
    const fresh = talk.put(message) && !message.out ? message : null;
    talk.action = fresh ? "" : talk.action;
    const rows = this.chats.get(talk.userId);
    const row = rows?.find((chat) => chat.chat_id === talk.chatId);
    if (row) row.last = message;
    else if (rows) this.loadChats(talk.userId);
    this.#changed(talk, { fresh });
  }

  #edit({ message }, talk) {
    if (talk.find(message.message_id)) talk.put(message);
    this.#changed(talk);
  }

  #remove({ message_id: one, message_ids: many }, talk) {
    const gone = new Set(many ?? [one]);
    talk.messages = talk.messages.filter((message) => !gone.has(message.message_id));
    this.#changed(talk);
  }

  #action({ action }, talk) {
    talk.action = action || "typing";
    clearTimeout(talk.actionEnds);
    talk.actionEnds = setTimeout(() => {
      talk.action = "";
      this.#changed(talk);
    }, 5000);
    this.#changed(talk);
  }

  #reaction({ message_id: id, reactions, message }, talk) {
    talk.change(id ?? message.message_id, { reactions: reactions ?? message.reactions });
    this.#changed(talk);
  }

  #user({ user, user_id: id }) {
    if (user) this.users.set(user.id, { ...this.users.get(user.id), ...user });
    else this.#soon("people", () => this.loadPeople());
    this.tell({ kind: "users", userId: user?.id ?? id });
  }

  #count({ unread }, talk) {
    if (unread !== undefined) this.#unread(talk, unread);
    this.#changed(talk);
  }

  #commands() {
    this.#soon("all", () => this.refresh());
  }

  /** A start-up makes a thousand accounts and sets their menus: what asks the server again does so once in a while. */
  #soon(what, act) {
    this.#waiting[what] ??= setTimeout(() => {
      delete this.#waiting[what];
      act().catch(() => {});
    }, ASK_AGAIN_MS);
  }

  #keyboard({ keyboard }, talk) {
    talk.keyboard = keyboard ?? null;
    this.#changed(talk, { keyboard: true });
  }

  #changed(talk, more = {}) {
    this.tell({ kind: "talk", userId: talk.userId, chatId: talk.chatId, ...more });
  }
}

export const store = new Store();
