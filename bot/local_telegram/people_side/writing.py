"""What a person does on a phone: writes, presses, sends, forwards, reacts."""

import asyncio
import re

from aiohttp import web

from bot.local_telegram.chats import JSON, Account, Chat, Post
from bot.local_telegram.errors import Refused, clashing, malformed, not_found
from bot.local_telegram.exchange import Exchange
from bot.local_telegram.files import FOLDERS
from bot.local_telegram.methods.edits import REACTIONS
from bot.local_telegram.methods.messages import takes_caption
from bot.local_telegram.people_side.requests import Wish, form_of, user_id_of, wish_of
from bot.local_telegram.texts import CAPTION_LIMIT, TEXT_LIMIT, formatted

WORDS = frozenset({"text", "entities", "caption", "caption_entities"})
CARRIED = WORDS | frozenset(FOLDERS)
"""What a forward takes along."""
PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")
PRESS_WAIT = 10.0
KINDS = {
    "photo": "photo",
    "file": "document",
    "video": "video",
    "audio": "audio",
    "voice": "voice",
    "video_note": "video_note",
}
"""What a phone sends, and as what Telegram keeps it."""


def routes(exchange: Exchange) -> list[web.RouteDef]:
    hand = Hand(exchange)
    return [
        web.post(r"/people/users/{user_id:\d+}/text", hand.text),
        web.post(r"/people/users/{user_id:\d+}/edit", hand.edit),
        web.post(r"/people/users/{user_id:\d+}/press", hand.press),
        web.post(rf"/people/users/{{user_id:\d+}}/{{kind:{'|'.join(KINDS)}}}", hand.file),
        web.post(r"/people/users/{user_id:\d+}/forward", hand.forward),
        web.post(r"/people/users/{user_id:\d+}/react", hand.react),
        web.post(r"/people/users/{user_id:\d+}/contact", hand.contact),
        web.post(r"/people/users/{user_id:\d+}/start", hand.start),
    ]


class Hand:
    def __init__(self, exchange: Exchange) -> None:
        self._exchange = exchange

    async def text(self, request: web.Request) -> web.Response:
        wish = await wish_of(request)
        account, chat = self._where(request, wish)
        text = wish.text("text")
        if not text.strip() or len(text) > TEXT_LIMIT:
            raise malformed(f"A message has 1 to {TEXT_LIMIT} characters.")
        content = self._exchange.quoted(chat, wish.number_or_none("reply_to")) | self._said(wish, text)
        return self._sent(account, chat, content)

    async def edit(self, request: web.Request) -> web.Response:
        """Of one's own text, or of the caption (which may become empty) under one's own file."""
        wish = await wish_of(request)
        account, chat = self._where(request, wish)
        post = self._post(chat, wish)
        if post.author != account.id or not ("text" in post.payload or takes_caption(post.payload)):
            raise malformed("Only one's own text or caption can be edited.")
        changed = self._said(wish, wish.text("text")) if "text" in post.payload else self._caption(wish)
        kept = {key: value for key, value in post.payload.items() if key not in WORDS}
        post.payload = kept | {"edit_date": self._exchange.unix_now()} | changed
        self._exchange.mark_edited(chat, post)
        self._exchange.updates.put("edited_message", post.payload, chat.id)
        return web.json_response(post.as_seen_by(account.id))

    async def forward(self, request: web.Request) -> web.Response:
        """What somebody else has written to this person: a `message_id` of this chat, or a `text` by `from_name`.

        The one named keeps their account to themself; whose message of this chat it is, is said.
        """
        wish = await wish_of(request)
        account, chat = self._where(request, wish)
        origin: JSON = {"type": "hidden_user", "date": self._exchange.unix_now()}
        if "message_id" not in wish.fields:
            origin["sender_user_name"] = wish.text("from_name")
            return self._sent(account, chat, self._said(wish, wish.text("text")) | {"forward_origin": origin})
        post = self._post(chat, wish)
        if post.protected:
            raise malformed("What is protected cannot be forwarded.")
        origin |= {"type": "user", "sender_user": post.payload["from"], "date": post.payload["date"]}
        return self._sent(
            account, chat, {k: v for k, v in post.payload.items() if k in CARRIED} | {"forward_origin": origin}
        )

    async def react(self, request: web.Request) -> web.Response:
        """One `emoji`; an empty one takes the reaction away."""
        wish = await wish_of(request)
        account, chat = self._where(request, wish)
        post, emoji = self._post(chat, wish), wish.text_or_none("emoji")
        if emoji is not None and emoji not in REACTIONS:
            raise malformed("Telegram has no such reaction.")
        self._exchange.react(account, chat, post, emoji)
        return web.json_response(post.as_seen_by(account.id))

    async def press(self, request: web.Request) -> web.Response:
        """Waits for the bot's answer for `wait` seconds; the answer is null when none came."""
        wish = await wish_of(request)
        account, chat = self._where(request, wish)
        post, data = self._post(chat, wish), wish.text("data")
        if account.blocked and chat.private:
            raise clashing("The bot is blocked: unblock it first.")
        if data not in callback_data(post):
            raise not_found(f"Message {post.message_id} has no button with the data «{data}».")
        version = chat.version
        press = self._exchange.press(account, chat, post, data)
        wait = min(float(wish.fields.get("wait", PRESS_WAIT)), 60.0)
        if wait > 0:
            await asyncio.wait([press.answer], timeout=wait)
        answer = press.answer.result() if press.answer.done() else None
        return web.json_response({"answer": answer, "version": version})

    async def file(self, request: web.Request) -> web.Response:
        wish, upload = await form_of(request)
        account, chat = self._where(request, wish)
        kind = KINDS[request.match_info["kind"]]
        content = self._exchange.quoted(chat, wish.number_or_none("reply_to"))
        try:
            content |= self._exchange.upload(upload, kind)
        except Refused as refusal:
            raise malformed(refusal.description.removeprefix("Bad Request: ")) from None
        content |= {} if kind == "video_note" else self._caption(wish, "caption")
        album = wish.text_or_none("media_group_id")
        return self._sent(account, chat, content | ({"media_group_id": album} if album else {}))

    async def contact(self, request: web.Request) -> web.Response:
        wish = await wish_of(request)
        account, chat = self._where(request, wish)
        contact: JSON = {"phone_number": wish.text("phone_number"), "first_name": wish.text("first_name")}
        return self._sent(account, chat, {"contact": contact | {"user_id": account.id}})

    async def start(self, request: web.Request) -> web.Response:
        """Opens t.me/<bot>?start=<payload>."""
        wish = await wish_of(request)
        account, chat = self._where(request, Wish({}))
        payload = wish.text_or_none("payload")
        if payload is not None and not PAYLOAD.fullmatch(payload):
            raise malformed("A start payload has 1 to 64 characters of A-Z, a-z, 0-9, _ and -.")
        return self._sent(account, chat, self._exchange.person_text(f"/start {payload}" if payload else "/start"))

    def _said(self, wish: Wish, text: str) -> JSON:
        """With `html` true the text is what a phone's own formatting would have made of it."""
        if not wish.fields.get("html"):
            return self._exchange.person_text(text)
        try:
            plain, entities = formatted(text, "HTML", None)
        except Refused as refusal:
            raise malformed(refusal.description.removeprefix("Bad Request: ")) from None
        return {"text": plain, "entities": entities} if entities else {"text": plain}

    def _caption(self, wish: Wish, name: str = "text") -> JSON:
        said = self._said(wish, wish.text_or_none(name) or "")
        if len(said["text"]) > CAPTION_LIMIT:
            raise malformed(f"A caption has at most {CAPTION_LIMIT} characters.")
        if not said["text"]:
            return {}
        marked = {"caption_entities": said["entities"]} if "entities" in said else {}
        return {"caption": said["text"], **marked}

    def _where(self, request: web.Request, wish: Wish) -> tuple[Account, Chat]:
        user_id = user_id_of(request)
        return self._exchange.account(user_id), self._exchange.chat_of(user_id, wish.number_or_none("chat_id"))

    def _post(self, chat: Chat, wish: Wish) -> Post:
        message_id = wish.number("message_id")
        if message_id not in chat.posts:
            raise not_found(f"There is no message {message_id}.")
        return chat.posts[message_id]

    def _sent(self, account: Account, chat: Chat, content: JSON) -> web.Response:
        return web.json_response(self._exchange.post_from_person(account, chat, content).as_seen_by(account.id))


def callback_data(post: Post) -> set[str]:
    keyboard = post.inline_keyboard or {"inline_keyboard": []}
    return {
        button["callback_data"] for row in keyboard["inline_keyboard"] for button in row if "callback_data" in button
    }
