// Files on their way: shown, given a caption, sent one by one or as an album.

import { h } from "./dom.js";
import { icon } from "./icons.js";
import { fileSize, t } from "./i18n.js";

const PHOTO = /^image\/(jpeg|png|webp|gif)$/;
const ALBUM = 10;

/** How `files` go: pictures and films together as what they are, sounds together, everything else as files. */
function kindsOf(files, asFile) {
  const kinds = files.map((file) => (PHOTO.test(file.type) ? "photo" : /^video\//.test(file.type) ? "video" : /^audio\//.test(file.type) ? "audio" : "file"));
  const alike = kinds.every((kind) => kind === "photo" || kind === "video") || kinds.every((kind) => kind === "audio");
  if (asFile || !alike) return kinds.map(() => "file");
  return files.length === 1 && /^audio\/ogg/.test(files[0].type) ? ["voice"] : kinds;
}

/** The sheet that asks about `files`; `send(files, {caption, kinds})` is called at most once. */
export function attachSheet(files, { send, close }) {
  let left = [...files];
  const urls = new Map(left.filter((file) => PHOTO.test(file.type)).map((file) => [file, URL.createObjectURL(file)]));
  const list = h("div", { class: "attach-list" });
  const caption = h("input", { class: "attach-caption", placeholder: t("caption"), "aria-label": t("caption"), maxlength: 1024, dir: "auto" });
  const asFile = h("input", { type: "checkbox" });
  const choice = h("label", { class: "attach-choice" }, asFile, t("asFile"));
  const done = (act) => {
    urls.forEach((url) => URL.revokeObjectURL(url));
    close();
    act?.();
  };
  const submit = () => done(() => send(left.slice(0, ALBUM), { caption: caption.value.trim(), kinds: kindsOf(left.slice(0, ALBUM), asFile.checked) }));
  const draw = () => {
    list.replaceChildren(...left.map((file) => row(file, urls.get(file), () => {
      left = left.filter((other) => other !== file);
      if (left.length) draw();
      else done();
    })));
    choice.hidden = !left.every((file) => urls.has(file));
  };
  caption.addEventListener("keydown", (event) => event.key === "Enter" && submit());
  draw();
  const keys = h("div", { class: "alert-keys" }, h("button", { type: "button", class: "flat", on: { click: () => done() } }, t("cancel")), h("button", { type: "button", class: "flat", on: { click: submit } }, t("send")));
  return { node: h("div", { class: "alert attach", role: "dialog", "aria-modal": "true", "aria-label": t("attach") }, list, choice, caption, keys), focus: caption };
}

function row(file, url, remove) {
  const picture = url ? h("img", { src: url, alt: "" }) : h("span", { class: "file-icon" }, icon("file"));
  return h("div", { class: "attach-row" }, picture, h("span", { class: "file-words" }, h("span", { class: "file-name" }, file.name), h("span", { class: "file-size" }, fileSize(file.size))),
    h("button", { type: "button", class: "round", "aria-label": `${t("removeFile")}: ${file.name}`, on: { click: remove } }, icon("trash")));
}

/** Calls `take(files)` for what is dropped on `area`, and shows the place while something hangs over it. */
export function dropZone(area, take) {
  let depth = 0;
  const mark = (change) => {
    depth = Math.max(0, change);
    area.classList.toggle("dropping", depth > 0);
  };
  area.dataset.drop = t("dropHere");
  area.addEventListener("dragenter", (event) => [...event.dataTransfer.types].includes("Files") && mark(depth + 1));
  area.addEventListener("dragleave", () => mark(depth - 1));
  area.addEventListener("dragover", (event) => event.preventDefault());
  area.addEventListener("drop", (event) => {
    event.preventDefault();
    mark(0);
    if (event.dataTransfer.files.length) take([...event.dataTransfer.files]);
  });
}
