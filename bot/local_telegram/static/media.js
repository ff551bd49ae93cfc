// Photos, films, sounds, albums, files and the large view of a photo.

import { api } from "./api.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { fileSize, t } from "./i18n.js";
import { playTime } from "./time.js";

const largest = (photo) => photo.reduce((best, size) => (size.width * size.height > best.width * best.height ? size : best));

export function photoOf(message) {
  if (!message.photo?.length) return null;
  const big = largest(message.photo);
  const fit = message.photo.find((size) => size.width >= 320) ?? big;
  return { url: api.fileUrl(big.file_id), thumb: api.fileUrl(fit.file_id), width: big.width || 4, height: big.height || 3 };
}

export function photoView(message) {
  const photo = photoOf(message);
  const ratio = Math.min(2.2, Math.max(0.62, photo.width / photo.height));
  const open = () => openViewer(photo.url, message.caption, message.protected);
  const label = message.caption ? `${t("photo")}: ${message.caption}` : t("photo");
  const image = h("img", { src: photo.thumb, alt: "", loading: "lazy", decoding: "async", draggable: "false" });
  return h("button", { type: "button", class: "photo", "aria-label": label, vars: { "--ratio": ratio }, on: { click: open } }, image);
}

/** Two in a row; an odd album begins with a wide one. */
export function albumView(messages) {
  return h("div", { class: `album${messages.length % 2 ? " odd" : ""}` }, messages.map((one) => (one.photo ? photoView(one) : filmView(one))));
}

/** A film, or a round note. */
export function filmView(message) {
  const film = message.video ?? message.video_note;
  const label = t(message.video ? "video" : "videoNote");
  return h("video", { class: message.video ? "film" : "film round-film", src: api.fileUrl(film.file_id), controls: true, preload: "metadata", playsinline: true, "aria-label": label });
}

/** A voice message, or a piece of music under its name. */
export function soundView(message) {
  const sound = message.voice ?? message.audio;
  const name = message.voice ? t("voice") : sound.title || sound.file_name || t("audio");
  const head = h("span", { class: "sound-head" }, h("span", { class: "file-name", dir: "auto" }, name), h("span", { class: "file-size" }, playTime(sound.duration)));
  return h("div", { class: "sound" }, head, h("audio", { src: api.fileUrl(sound.file_id), controls: true, preload: "none", "aria-label": name }));
}

export function fileView(message) {
  const { document: file } = message;
  const name = file.file_name || t("file");
  const kind = name.includes(".") ? name.split(".").pop().slice(0, 4) : "";
  return h("a", { class: "file", href: api.fileUrl(file.file_id), download: name, "aria-label": `${t("download")}: ${name}` },
    h("span", { class: "file-icon", data: { kind: kind.toLowerCase() } }, kind ? h("span", { class: "file-kind" }, kind) : icon("file"), icon("save")),
    h("span", { class: "file-words" }, h("span", { class: "file-name" }, name), h("span", { class: "file-size" }, fileSize(file.file_size))));
}

export function openViewer(url, caption, isProtected) {
  const close = h("button", { type: "button", class: "round", "aria-label": t("close") }, icon("close"));
  const save = isProtected ? null : h("a", { class: "round", href: url, download: "", "aria-label": t("download") }, icon("save"));
  const image = h("img", { src: url, alt: caption || t("photo") });
  const box = h("dialog", { class: "viewer", "aria-label": t("photo") },
    h("div", { class: "viewer-bar" }, save, close), image, caption ? h("p", { class: "viewer-caption", dir: "auto" }, caption) : null);
  close.addEventListener("click", () => box.close());
  box.addEventListener("click", (event) => event.target === box && box.close());
  box.addEventListener("close", () => box.remove());
  document.body.append(box);
  box.showModal();
}
