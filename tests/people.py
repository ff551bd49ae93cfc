"""People with phones, for story tests: they write, press, and wait for what the bot says.

    async with People(telegram.url) as people:
        anna = await people.new_phone("Анна")
        await anna.start()
        menu = await anna.wait_for("Меню")
        answer = await anna.press("Расписание")

`wait_for` looks at what is new since this phone's own last action and was not returned before, so two messages that
arrive together can be waited for in any order, and an old message never answers a new question.
"""

import io
import json
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self, TypeAlias

import aiohttp

JSON: TypeAlias = dict[str, Any]
PATIENCE = 5.0
"""Seconds that a person waits for the bot."""
KINDS = ("photo", "document", "video", "audio", "voice", "video_note", "contact")


@dataclass(frozen=True, slots=True)
class Button:
    text: str
    data: str | None
    url: str | None
    raw: JSON

    @classmethod
    def of(cls, raw: JSON) -> "Button":
        return cls(raw["text"], raw.get("callback_data"), raw.get("url"), raw)


@dataclass(frozen=True, slots=True)
class Answer:
    """The bot's answer to a press: a toast, or an alert."""

    text: str
    show_alert: bool
    url: str | None


@dataclass(frozen=True, slots=True)
class Message:
    """A message as the person sees it; `text` is the caption when there is a file."""

    id: int
    text: str
    out: bool
    buttons: list[list[Button]]
    changed: int
    raw: JSON

    @classmethod
    def of(cls, raw: JSON) -> "Message":
        markup = raw.get("reply_markup") or {}
        rows = [[Button.of(button) for button in row] for row in markup.get("inline_keyboard", [])]
        text = raw.get("text") or raw.get("caption") or ""
        return cls(raw["message_id"], text, raw["out"], rows, raw["changed"], raw)

    @property
    def edited(self) -> bool:
        return "edit_date" in self.raw

    @property
    def reactions(self) -> list[str]:
        return [reaction["emoji"] for reaction in self.raw["reactions"]]

    @property
    def labels(self) -> list[str]:
        return [button.text for row in self.buttons for button in row]

    def button(self, label: str | None = None, *, data: str | None = None) -> Button | None:
        """The button with this data, else the one that says exactly `label`, else the first whose text holds it."""
        buttons = [button for row in self.buttons for button in row]
        if data is not None:
            return next((button for button in buttons if button.data == data), None)
        wanted = (label or "").casefold()
        exact = next((button for button in buttons if button.text.casefold() == wanted), None)
        return exact or next((button for button in buttons if wanted in button.text.casefold()), None)

    def marked(self, kind: str) -> list[str]:
        """What stands in the entities of one type, as `bold` or `text_link`."""
        encoded = self.text.encode("utf-16-le")
        entities = self.raw.get("entities") or self.raw.get("caption_entities") or []
        spans = [(e["offset"] * 2, (e["offset"] + e["length"]) * 2) for e in entities if e["type"] == kind]
        return [encoded[start:stop].decode("utf-16-le") for start, stop in spans]

    @property
    def file(self) -> str | None:
        """What kind of file it carries."""
        return next((name for name in KINDS if name in self.raw), None)

    @property
    def album(self) -> str | None:
        return self.raw.get("media_group_id")

    @property
    def answers(self) -> int | None:
        """The number of the message that it replies to."""
        return (self.raw.get("reply_to_message") or {}).get("message_id")

    def picture(self) -> str:
        arrow = "→" if self.out else "←"
        about = [name for name in KINDS if name in self.raw]
        flags = "".join(f" [{name}]" for name in about) + (" (edited)" if self.edited else "")
        text = self.text.replace("\n", "\n      ")
        rows = [
            "      " + " ".join(f"[{button.text} | {button.data or button.url}]" for button in row)
            for row in self.buttons
        ]
        return "\n".join([f"{arrow} #{self.id}{flags} {text}", *rows])


class Phone:
    """One person's Telegram, open at the chat with the bot, or at a group."""

    def __init__(self, people: "People", user: JSON, chat_id: int | None = None) -> None:
        self._people = people
        self.user = user
        self.chat_id: int = user["id"] if chat_id is None else chat_id
        self.keyboard: list[list[str]] = []
        self.commands: list[str] = []
        self.unread = 0
        self._messages: list[Message] = []
        self._version = 0
        self._floor = 0
        self._returned: set[tuple[int, int]] = set()

    @property
    def id(self) -> int:
        return int(self.user["id"])

    @property
    def last(self) -> Message:
        """The bot's newest message, as of the last look."""
        for message in reversed(self._messages):
            if not message.out:
                return message
        raise AssertionError(f"The bot has not said anything.\n{self.picture()}")

    def in_group(self, chat_id: int) -> "Phone":
        """The same person's phone, open at a group."""
        return Phone(self._people, self.user, chat_id)

    async def start(self, payload: str | None = None) -> Message:
        """Opens the bot, by its link when there is a payload."""
        return self._acted(await self._post("start", {"payload": payload}))

    async def write(self, text: str, *, reply_to: Message | None = None, html: bool = False) -> Message:
        """`html`: the text stands for one that was formatted on the phone."""
        wish = {"text": text, "reply_to": reply_to.id if reply_to else None, "html": html}
        return self._acted(await self._post("text", wish))

    async def edit(self, message: Message, text: str) -> Message:
        """The text, or the caption under a file."""
        return self._acted(await self._post("edit", {"message_id": message.id, "text": text}))

    async def forward(self, text: str, from_name: str) -> Message:
        """A text of somebody's who keeps their account to themself."""
        return self._acted(await self._post("forward", {"text": text, "from_name": from_name}))

    async def react(self, message: Message, emoji: str | None) -> None:
        """None takes the reaction away."""
        await self._post("react", {"message_id": message.id, "emoji": emoji})

    async def contact(self, phone_number: str) -> Message:
        wish = {"phone_number": phone_number, "first_name": self.user["first_name"]}
        return self._acted(await self._post("contact", wish))

    async def photo(
        self,
        content: bytes,
        caption: str = "",
        *,
        name: str = "photo.jpg",
        album: str | None = None,
        reply_to: Message | None = None,
    ) -> Message:
        return await self._upload("photo", content, name, caption, album, reply_to)

    async def file(
        self,
        content: bytes,
        name: str,
        caption: str = "",
        *,
        album: str | None = None,
        reply_to: Message | None = None,
    ) -> Message:
        return await self._upload("file", content, name, caption, album, reply_to)

    async def media(
        self,
        kind: str,
        content: bytes = b"OggS",
        caption: str = "",
        *,
        album: str | None = None,
        reply_to: Message | None = None,
    ) -> Message:
        """`kind`: voice, video, audio, video_note."""
        name = {"voice": "voice.oga", "audio": "song.mp3"}.get(kind, "film.mp4")
        return await self._upload(kind, content, name, caption, album, reply_to)

    async def press(
        self,
        label: str | None = None,
        *,
        data: str | None = None,
        message: Message | None = None,
        wait: float = 10.0,
        timeout: float = PATIENCE,
    ) -> Answer | None:
        """Presses the newest button whose text holds `label` (or with this `data`), waiting for it to appear.

        A button of the keyboard under the input field is pressed by writing its text. Gives the bot's answer, None
        when there was none within `wait` seconds (0: does not wait for it).
        """
        found = await self._find_button(label, data, message, timeout)
        if isinstance(found, str):
            await self.write(found)
            return None
        target, button = found
        if button.data is None:
            raise AssertionError(f"«{button.text}» is not a button of the bot's: {button.raw}")
        return await self.press_raw(target.id, button.data, wait=wait)

    async def press_raw(self, message_id: int, data: str, *, wait: float = 10.0) -> Answer | None:
        """Presses a button known by its data."""
        told = await self._post("press", {"message_id": message_id, "data": data, "wait": wait})
        self._floor = told["version"]
        answer = told["answer"]
        return Answer(answer["text"] or "", answer["show_alert"], answer["url"]) if answer else None

    async def wait_for(self, substring: str = "", *, timeout: float = PATIENCE, button: str | None = None) -> Message:
        """The first new message or edit of the bot's that holds the text (and has the button)."""
        deadline = time.monotonic() + timeout
        while True:
            found = self._new(substring, button)
            if found is not None:
                self._returned.add((found.id, found.changed))
                return found
            left = deadline - time.monotonic()
            if left <= 0:
                wanted = f"«{substring}»" + (f" with the button «{button}»" if button else "")
                raise AssertionError(f"{wanted} did not come within {timeout:g} s.\n{self.picture()}")
            await self._look(since=self._version, wait=left)

    async def stays_silent(self, seconds: float = 0.3) -> None:
        """Nothing new comes from the bot within the time."""
        deadline = time.monotonic() + seconds
        await self._look()
        while self._new("", None) is None and (left := deadline - time.monotonic()) > 0:
            await self._look(since=self._version, wait=left)
        found = self._new("", None)
        if found is not None:
            raise AssertionError(f"The bot should have been silent, but: {found.picture()}\n{self.picture()}")

    async def messages(self) -> list[Message]:
        """The whole chat, oldest first."""
        await self._look()
        return list(self._messages)

    async def take_voice(self, taken: bool) -> None:
        """Whether the account lets others send it voice and video messages."""
        await self._people.post(f"/people/users/{self.id}/takes_voice", {"taken": taken})

    async def see(self) -> None:
        """Marks the chat as read."""
        await self._post("seen", {})

    async def block(self) -> None:
        await self._people.post(f"/people/users/{self.id}/block", {})

    async def unblock(self) -> None:
        await self._people.post(f"/people/users/{self.id}/unblock", {})

    async def download(self, file_id: str) -> bytes:
        return await self._people.download(file_id)

    def picture(self) -> str:
        """The chat in plain text, with every button and what is behind it."""
        title = f"── {self.user['first_name']} ({self.id}), chat {self.chat_id}, {len(self._messages)} messages ──"
        keyboard = [f"keyboard: {' / '.join(' '.join(f'[{text}]' for text in row) for row in self.keyboard)}"]
        return "\n".join([title, *(m.picture() for m in self._messages[-15:]), *(keyboard if self.keyboard else [])])

    def _new(self, substring: str, button: str | None) -> Message | None:
        fresh = [
            m
            for m in self._messages
            if not m.out and m.changed > self._floor and (m.id, m.changed) not in self._returned
        ]
        fresh.sort(key=lambda message: message.changed)
        for message in fresh:
            if substring.casefold() in message.text.casefold() and (button is None or message.button(button)):
                return message
        return None

    async def _find_button(
        self, label: str | None, data: str | None, message: Message | None, timeout: float
    ) -> tuple[Message, Button] | str:
        deadline = time.monotonic() + timeout
        await self._look()
        while True:
            candidates = [m for m in reversed(self._messages) if message is None or m.id == message.id]
            for candidate in candidates:
                button = candidate.button(label, data=data)
                if button is not None:
                    return candidate, button
            texts = [text for row in self.keyboard for text in row if label and label.casefold() in text.casefold()]
            if texts and message is None:
                return texts[0]
            left = deadline - time.monotonic()
            if left <= 0:
                raise AssertionError(f"There is no button «{label or data}».\n{self.picture()}")
            await self._look(since=self._version, wait=left)

    async def _look(self, *, since: int | None = None, wait: float = 0.0) -> None:
        query: dict[str, str] = {"chat_id": str(self.chat_id)}
        if since is not None:
            query |= {"since": str(since), "wait": f"{wait:.3f}"}
        shown = await self._people.get(f"/people/users/{self.id}/messages", query)
        self._messages = [Message.of(raw) for raw in shown["messages"]]
        self._version = shown["version"]
        self.unread = shown["unread"]
        self.commands = [command["command"] for command in shown["commands"]]
        rows = (shown["keyboard"] or {}).get("keyboard", [])
        self.keyboard = [[button["text"] for button in row] for row in rows]

    async def _post(self, verb: str, wish: JSON) -> JSON:
        told: JSON = await self._people.post(f"/people/users/{self.id}/{verb}", wish | {"chat_id": self.chat_id})
        return told

    def _acted(self, raw: JSON) -> Message:
        message = Message.of(raw)
        self._floor = message.changed
        return message

    async def _upload(
        self, verb: str, content: bytes, name: str, caption: str, album: str | None, reply_to: Message | None
    ) -> Message:
        form = aiohttp.FormData(quote_fields=False)
        form.add_field("file", io.BytesIO(content), filename=name)
        answers = str(reply_to.id) if reply_to else None
        about = {"caption": caption, "media_group_id": album, "chat_id": str(self.chat_id), "reply_to": answers}
        for field, value in about.items():
            if value:
                form.add_field(field, value)
        return self._acted(await self._people.post(f"/people/users/{self.id}/{verb}", form))


class People:
    """Everyone's phones, and what only a test can do: faults, raw updates, the ledger of the bot's calls."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        self._session = aiohttp.ClientSession(self.url)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._session is not None:
            await self._session.close()

    async def phone(self, user_id: int) -> Phone:
        """The phone of an account that exists."""
        users = await self.get("/people/users", {})
        user = next((user for user in users if user["id"] == user_id), None)
        if user is None:
            raise AssertionError(f"There is no user {user_id}; there are: {[user['id'] for user in users]}")
        return Phone(self, user)

    async def new_phone(self, first_name: str, *, user_id: int | None = None, **more: Any) -> Phone:
        """A new account (`last_name`, `username`, `language_code`; `started=True`: has written to the bot before)."""
        return Phone(self, await self.post("/people/users", {"first_name": first_name, "id": user_id, **more}))

    async def group(self, title: str, members: Sequence[Phone], *, kind: str = "supergroup") -> int:
        """A group with the bot in it; gives its id."""
        wish = {"title": title, "members": [phone.id for phone in members], "type": kind}
        return int((await self.post("/people/groups", wish))["chat_id"])

    async def calls(self, method: str | None = None, *, after: int = 0, chat_id: int | None = None) -> list[JSON]:
        """The ledger's entries, oldest first."""
        entries: list[JSON] = (await self.get("/people/ledger", {"after": str(after)}))["entries"]
        named = [entry for entry in entries if method in (None, entry["method"])]
        return [entry for entry in named if chat_id in (None, entry["chat_id"])]

    async def fault(self, kind: str, method: str = "*", **more: Any) -> int:
        """`times`, `after`, `retry_after`, `seconds`, `chat_id`, `taken` as the people's side describes them."""
        return int((await self.post("/people/faults", {"kind": kind, "method": method, **more}))["id"])

    async def clear_faults(self) -> None:
        await self._call("DELETE", "/people/faults", None, None)

    async def updates(self, **wish: Any) -> JSON:
        """`update={…}`, `duplicate=True`, `shuffle=True`, `next_id=n`, `hold=True|False`."""
        told: JSON = await self.post("/people/updates", wish)
        return told

    async def pending(self) -> int:
        """Updates that the bot has not confirmed."""
        return int((await self.get("/people/pending", {}))["updates"])

    async def limits(self, *, enforced: bool) -> None:
        await self.post("/people/limits", {"enforced": enforced})

    async def download(self, file_id: str) -> bytes:
        assert self._session is not None
        async with self._session.get(f"/people/files/{file_id}") as response:
            response.raise_for_status()
            return await response.read()

    async def get(self, path: str, query: Mapping[str, str]) -> Any:
        return await self._call("GET", path, query, None)

    async def post(self, path: str, body: JSON | aiohttp.FormData) -> Any:
        return await self._call("POST", path, None, body)

    async def _call(
        self, verb: str, path: str, query: Mapping[str, str] | None, body: JSON | aiohttp.FormData | None
    ) -> Any:
        if self._session is None:
            raise AssertionError("Open with `async with People(url) as people`.")
        more: JSON = (
            {"json": {k: v for k, v in body.items() if v is not None}} if isinstance(body, dict) else {"data": body}
        )
        async with self._session.request(verb, path, params=query, **more) as response:
            raw = await response.text()
            if response.status >= 400:
                raise PeopleError(response.status, raw)
            return json.loads(raw)


class PeopleError(AssertionError):
    """The people's side refused: a wrong id, a button that is not there, a blocked bot."""

    def __init__(self, status: int, text: str) -> None:
        super().__init__(f"{status}: {text}")
        self.status = status
