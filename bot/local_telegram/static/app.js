// The page: a row of phones, the bar above them, and the wire to the server.

import { api, connect } from "./api.js";
import { clock, clockView } from "./clock.js";
import { h, reducedMotion } from "./dom.js";
import { icon } from "./icons.js";
import { locale, t } from "./i18n.js";
import { saved, save } from "./layout.js";
import { count, Phone } from "./phone.js";
import { avatar } from "./people.js";
import { isMuted, ring, setMuted } from "./sound.js";
import { store } from "./store.js";
import { setTheme, shownTheme, startTheme } from "./theme.js";

const phones = [];
let active = null;
const row = h("main", { class: "phones", "aria-label": t("phones") });
const tabs = h("nav", { class: "tabs", "aria-label": t("phones") });
const note = h("p", { class: "page-note", role: "status" });

const home = {
  changed: () => remember(),
  remove,
  touched: (phone) => activate(phone),
  isActive: (phone) => phone === active,
};

function activate(phone) {
  if (active !== phone) {
    active = phone;
    phones.forEach((one) => one.node.classList.toggle("active", one === phone));
    drawTabs();
  }
  phone.read();
}

function add(slot) {
  const phone = new Phone(slot, home);
  phones.push(phone);
  row.insertBefore(phone.node, row.querySelector(".add-phone"));
  return phone;
}

function addEmpty() {
  const phone = add({ userId: null, role: "", title: "" });
  activate(phone);
  show(phone);
  remember();
}

function remove(phone) {
  const at = phones.indexOf(phone);
  phones.splice(at, 1);
  phone.node.remove();
  const next = phones[Math.min(at, phones.length - 1)];
  if (active === phone) active = null;
  if (next) activate(next);
  remember();
}

function show(phone, focus = false) {
  phone.node.scrollIntoView({ inline: "center", block: "nearest", behavior: reducedMotion() ? "instant" : "smooth" });
  if (focus) phone.composer.field.focus({ preventScroll: true });
}

function remember() {
  save(phones.filter((phone) => phone.slot.userId).map((phone) => phone.slot));
  drawTabs();
}

function drawTabs() {
  while (tabs.children.length > phones.length) tabs.lastChild.remove();
  phones.forEach((phone, at) => drawTab(tabs.children[at] ?? tabs.appendChild(newTab()), phone));
  const total = phones.reduce((sum, phone) => sum + phone.unread, 0);
  document.title = total ? `(${total}) ${store.bot.first_name}` : `${store.bot.first_name} — Telegram`;
}

function newTab() {
  const tab = h("button", { type: "button", class: "tab" }, h("span", { class: "tab-face" }), h("span", { class: "tab-name" }), h("span", { class: "badge", hidden: true }));
  tab.addEventListener("click", () => {
    const phone = phones[[...tabs.children].indexOf(tab)];
    activate(phone);
    show(phone, matchMedia("(min-width: 700px)").matches);
  });
  return tab;
}

function drawTab(tab, phone) {
  const [face, name, badge] = tab.children;
  const words = phone.slot.role || phone.name;
  if (name.textContent !== words || face.dataset.of !== phone.name) {
    name.textContent = words;
    face.dataset.of = phone.name;
    face.replaceChildren(avatar(phone.slot.userId ?? 0, phone.name));
  }
  count(badge, phone.unread);
  const chosen = phone === active;
  if (chosen && tab.getAttribute("aria-current") !== "true") tab.scrollIntoView({ inline: "center", block: "nearest" });
  tab.setAttribute("aria-current", String(chosen));
}

function hear(news) {
  if (news.kind === "clock") return clock.take(news.clock);
  phones.forEach((phone) => phone.hear(news));
  if (news.fresh?.notify !== false && news.fresh) rings(news);
  drawTabs();
}

function rings({ userId }) {
  const there = phones.filter((phone) => phone.slot.userId === userId);
  if (!there.length) return;
  ring(there.some((phone) => phone.reading) ? 0.35 : 1);
  there.filter((phone) => !phone.reading).forEach((phone) => phone.shake());
}

/** On a small screen the phone that was swiped to is the active one. */
function followSwipe() {
  let timer;
  row.addEventListener("scroll", () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (row.clientWidth > 699 || !phones.length) return;
      const at = Math.round(row.scrollLeft / row.clientWidth);
      if (phones[at]) activate(phones[at]);
    }, 120);
  }, { passive: true });
}

function bar() {
  const sound = tool(isMuted() ? "mute" : "sound", t(isMuted() ? "unmute" : "mute"), () => {
    setMuted(!isMuted());
    relabel(sound, isMuted() ? "mute" : "sound", t(isMuted() ? "unmute" : "mute"));
    ring();
  });
  const theme = tool("moon", "", () => {
    setTheme(shownTheme() === "dark" ? "light" : "dark");
    themed();
  });
  const themed = () => relabel(theme, shownTheme() === "dark" ? "sun" : "moon", t(shownTheme() === "dark" ? "toLight" : "toDark"));
  themed();
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", themed);
  const reset = tool("reset", t("resetPhones"), () => {
    save(null);
    location.reload();
  });
  const brand = h("div", { class: "brand" }, h("span", { class: "brand-sign" }, icon("bell")), h("span", { class: "brand-name" }, "Звонок"));
  return h("header", { class: "bar" }, brand, clockView((error) => say(t("failed", { why: error.message }))), h("div", { class: "tools" }, tool("plus", t("addPhone"), addEmpty), reset, sound, theme));
}

function tool(name, label, act) {
  return h("button", { type: "button", class: "tool", "aria-label": label, title: label, on: { click: act } }, icon(name));
}

function relabel(button, name, label) {
  button.replaceChildren(icon(name));
  button.setAttribute("aria-label", label);
  button.title = label;
}

function say(text) {
  note.textContent = text;
  setTimeout(() => (note.textContent = ""), 5000);
}

async function firstPhones() {
  const kept = saved()?.filter((slot) => store.users.has(slot.userId));
  if (kept?.length) return kept;
  const given = await api.phones();
  if (given?.length) return given.map((phone) => ({ userId: phone.user_id, role: phone.role, title: phone.title }));
  return [...store.users.values()].slice(0, 6).map((user) => ({ userId: user.id, role: user.label ?? "", title: "" }));
}

async function open() {
  await Promise.all([store.loadPeople(), clock.load()]);
  (await firstPhones()).forEach(add);
  if (phones.length) activate(phones[0]);
  else addEmpty();
  clock.watch();
  drawTabs();
}

async function keepTrying() {
  for (let seconds = 1; ; seconds = Math.min(5, seconds + 1)) {
    try {
      return await open();
    } catch (error) {
      say(t("offline"));
      await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    }
  }
}

document.documentElement.lang = locale.slice(0, 2);
startTheme();
row.append(h("div", { class: "add-phone" }, h("button", { type: "button", on: { click: addEmpty } }, icon("plus"), t("addPhone"))));
document.body.append(bar(), tabs, row, note);
followSwipe();
store.listen(hear);
clock.listen(() => phones.forEach((phone) => phone.tick()));
document.addEventListener("visibilitychange", () => active?.read());
keepTrying().then(() => {
  let first = true;
  connect({
    onEvent: (event) => store.apply(event),
    onUp: () => {
      store.setOnline(true);
      store.refresh().catch(() => {});
      if (!first) clock.load();
      first = false;
    },
    onDown: () => store.setOnline(false),
  });
});
