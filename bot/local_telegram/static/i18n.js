const RU = {
  today: "сегодня", yesterday: "вчера", bot: "бот", group: "группа", typing: "печатает…", uploading: "отправляет файл…",
  choosing: "думает…", offline: "нет связи, соединяюсь…", edited: "изменено", start: "Начать", menu: "Меню", message: "Сообщение",
  send: "Отправить", save: "Сохранить", attach: "Прикрепить фото или файл", keyboardShow: "Показать кнопки", keyboardHide: "Скрыть кнопки",
  toBottom: "К последним сообщениям", back: "Чаты", chats: "Чаты", phoneMenu: "Меню телефона", otherPerson: "Другой человек…",
  block: "Заблокировать бота", unblock: "Разблокировать", removePhone: "Убрать телефон", addPhone: "Добавить телефон",
  resetPhones: "Телефоны как вначале", mute: "Выключить звук", unmute: "Включить звук", toLight: "Светлая тема", toDark: "Тёмная тема",
  search: "Кто будет на этом телефоне?", searchHint: "Имя, класс, должность", nobody: "Никого не нашлось", onPhone: "уже на телефоне",
  close: "Закрыть", ok: "Понятно", cancel: "Отмена", open: "Открыть", openLink: "Открыть ссылку?", copied: "Скопировано",
  copy: "Копировать текст", reply: "Ответить", thumb: "👍 Поставить", unthumb: "👍 Убрать", edit: "Изменить", editing: "Изменение", replyTo: "Ответ", photo: "Фотография", file: "Файл",
  video: "Видео", videoNote: "Видеосообщение", audio: "Аудио", voice: "Голосовое сообщение", sticker: "Стикер", poll: "Опрос", contact: "Контакт", deleted: "Удалённое сообщение", you: "Вы",
  download: "Скачать", caption: "Подпись", asFile: "Отправить как файл", removeFile: "Не отправлять", dropHere: "Отпустите файлы здесь",
  sharePhone: "Отправить боту ваш номер телефона?", share: "Отправить", failed: "Не получилось: {why}", noAnswer: "Бот не ответил",
  clock: "Время школы", plusTen: "+10 мин", moving: "Перевожу часы…", unread: "{n} непрочитанных", phone: "Телефон", emptyPhone: "Пустой телефон",
  chooseFor: "Выберите человека", whatCanBotDo: "Что умеет этот бот?", emptyChat: "Здесь пока пусто. Нажмите «Начать», чтобы написать боту.",
  blocked: "Вы заблокировали бота", spoiler: "Скрытый текст, нажмите, чтобы показать", expand: "Показать целиком", collapse: "Свернуть",
  newMessage: "Новое сообщение", phones: "Телефоны", log: "Сообщения", commands: "Команды бота", unreadHere: "Непрочитанные сообщения",
  read: "прочитано", sent: "отправлено", kb: "{n} КБ", mb: "{n} МБ", bytes: "{n} Б", copyCode: "Скопировать", messageMenu: "Действия с сообщением",
  noPeople: "Телефонов ещё нет. Добавьте первый.", jumps: "Перевести часы", unsupported: "Телефон не умеет показать это сообщение",
};

const EN = {
  today: "today", yesterday: "yesterday", bot: "bot", group: "group", typing: "typing…", uploading: "sending a file…",
  choosing: "thinking…", offline: "no connection, retrying…", edited: "edited", start: "Start", menu: "Menu", message: "Message",
  send: "Send", save: "Save", attach: "Attach a photo or a file", keyboardShow: "Show buttons", keyboardHide: "Hide buttons",
  toBottom: "To the latest messages", back: "Chats", chats: "Chats", phoneMenu: "Phone menu", otherPerson: "Another person…",
  block: "Block the bot", unblock: "Unblock", removePhone: "Remove this phone", addPhone: "Add a phone",
  resetPhones: "The phones as they were", mute: "Sound off", unmute: "Sound on", toLight: "Light theme", toDark: "Dark theme",
  search: "Who holds this phone?", searchHint: "Name, class or post", nobody: "Nobody found", onPhone: "already on a phone",
  close: "Close", ok: "OK", cancel: "Cancel", open: "Open", openLink: "Open the link?", copied: "Copied",
  copy: "Copy text", reply: "Reply", thumb: "👍 React", unthumb: "👍 Take back", edit: "Edit", editing: "Editing", replyTo: "Reply to", photo: "Photo", file: "File",
  video: "Video", videoNote: "Video message", audio: "Audio", voice: "Voice message", sticker: "Sticker", poll: "Poll", contact: "Contact", deleted: "Deleted message", you: "You",
  download: "Download", caption: "Caption", asFile: "Send as a file", removeFile: "Don't send", dropHere: "Drop the files here",
  sharePhone: "Send your phone number to the bot?", share: "Send", failed: "It didn't work: {why}", noAnswer: "The bot did not answer",
  clock: "School time", plusTen: "+10 min", moving: "Moving the clock…", unread: "{n} unread", phone: "Phone", emptyPhone: "Empty phone",
  chooseFor: "Choose a person", whatCanBotDo: "What can this bot do?", emptyChat: "Nothing here yet. Press “Start” to write to the bot.",
  blocked: "You blocked the bot", spoiler: "Hidden text, press to show", expand: "Show all", collapse: "Show less",
  newMessage: "New message", phones: "Phones", log: "Messages", commands: "Bot commands", unreadHere: "Unread messages",
  read: "read", sent: "sent", kb: "{n} KB", mb: "{n} MB", bytes: "{n} B", copyCode: "Copy", messageMenu: "Message actions",
  noPeople: "No phones yet. Add the first one.", jumps: "Move the clock", unsupported: "The phone can't show this message",
};

const russian = /^ru\b/i.test(navigator.language || "ru");
const TEXTS = russian ? RU : EN;

export const locale = russian ? "ru" : "en-GB";

export function t(key, fields = {}) {
  return TEXTS[key].replace(/\{(\w+)\}/g, (_, name) => fields[name]);
}

export function fileSize(bytes) {
  if (bytes === undefined) return "";
  const round = (n) => (n < 10 ? Math.round(n * 10) / 10 : Math.round(n)).toLocaleString(locale);
  if (bytes < 1024) return t("bytes", { n: bytes });
  return bytes < 1024 ** 2 ? t("kb", { n: round(bytes / 1024) }) : t("mb", { n: round(bytes / 1024 ** 2) });
}
