// The people's side of the local Telegram: plain HTTP, and one WebSocket that comes back by itself.

export class ApiError extends Error {
  constructor(status, text) {
    super(text);
    this.status = status;
  }
}

async function call(method, path, body) {
  const form = body instanceof FormData;
  const options = { method, body: form ? body : body && JSON.stringify(body) };
  if (body && !form) options.headers = { "Content-Type": "application/json" };
  const response = await fetch(`/people/${path}`, options);
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new ApiError(response.status, answer.error || response.statusText);
  return answer;
}

const get = (path) => call("GET", path);
const post = (path, body = {}) => call("POST", path, body);
const query = (fields) => new URLSearchParams(Object.entries(fields).filter(([, value]) => value !== undefined)).toString();

/** What the server does not offer (404) is null here, not an error: no clock, no directory. */
const maybe = (promise) => promise.catch((error) => {
  if (error.status === 404) return null;
  throw error;
});

function form(file, fields) {
  const body = new FormData();
  Object.entries(fields).forEach(([name, value]) => value !== undefined && value !== "" && body.append(name, value));
  body.append("file", file, file.name || "photo.png");
  return body;
}

export const api = {
  bot: () => get("bot"),
  users: () => get("users"),
  chats: (user) => get(`users/${user}/chats`),
  messages: (user, chat) => get(`users/${user}/messages?${query({ chat_id: chat, limit: 300 })}`),
  seen: (user, chat) => post(`users/${user}/seen`, { chat_id: chat }),
  text: (user, fields) => post(`users/${user}/text`, fields),
  edit: (user, fields) => post(`users/${user}/edit`, fields),
  press: (user, fields) => post(`users/${user}/press`, fields),
  react: (user, fields) => post(`users/${user}/react`, fields),
  /** `kind`: photo, file, video, audio or voice. */
  upload: (user, kind, file, fields) => post(`users/${user}/${kind}`, form(file, fields)),
  contact: (user, fields) => post(`users/${user}/contact`, fields),
  start: (user, payload) => post(`users/${user}/start`, payload ? { payload } : {}),
  block: (user) => post(`users/${user}/block`),
  unblock: (user) => post(`users/${user}/unblock`),
  clock: () => maybe(get("clock")),
  moveClock: (move) => post("clock", move),
  directory: (text) => maybe(get(`directory?${query({ q: text })}`)),
  putOnPhone: (key) => post(`directory/${encodeURIComponent(key)}`),
  phones: () => maybe(get("phones")),
  fileUrl: (id) => `/people/files/${encodeURIComponent(id)}`,
};

/** Calls back {onEvent, onUp, onDown}; tries again after 0.5, 1, 2, 4, then every 5 s. */
export function connect({ onEvent, onUp, onDown }) {
  let tries = 0;
  const open = () => {
    const socket = new WebSocket(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/people/ws`);
    socket.addEventListener("open", () => {
      tries = 0;
      onUp();
    });
    socket.addEventListener("message", ({ data }) => onEvent(JSON.parse(data)));
    socket.addEventListener("close", () => {
      onDown();
      setTimeout(open, Math.min(5000, 500 * 2 ** tries++));
    });
  };
  open();
}
