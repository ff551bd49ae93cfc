"""The telephone exchange itself: who is on it, what was said, what waits for the bot."""

import asyncio
import itertools
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from bot.local_telegram.calls import Upload
from bot.local_telegram.chats import JSON, Account, Chat, Post
from bot.local_telegram.commands import Commands
from bot.local_telegram.errors import bad_request, clashing, forbidden, not_found
from bot.local_telegram.events import Events
from bot.local_telegram.faults import Faults
from bot.local_telegram.files import Files
from bot.local_telegram.ledger import Ledger
from bot.local_telegram.limits import Limits
from bot.local_telegram.markup import NOTHING, Markup
from bot.local_telegram.seams import Clock
from bot.local_telegram.texts import formatted
from bot.local_telegram.updates import Updates
from bot.local_telegram.webhook import Webhook

CALLBACK_LIFETIME = 150.0
"""Seconds in which a pressed button must reach the bot and be answered."""
MESSAGES_KEPT = 1_000
"""Of each chat."""
FIRST_USER = 700_000_001
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


@dataclass(slots=True)
class Press:
    """A pressed button that the bot has not answered yet."""

    at: float
    user_id: int
    answer: asyncio.Future[JSON] = field(default_factory=lambda: asyncio.get_running_loop().create_future())


async def nothing(method: str, params: JSON) -> None:
    """Before the server has said how a call is run."""


class Exchange:
    """Everything that the two sides share. Made inside a running event loop."""

    def __init__(
        self,
        *,
        token: str,
        username: str,
        name: str,
        clock: Clock,
        ledger_size: int | None,
        messages_kept: int,
        callback_lifetime: float,
    ) -> None:
        self.token = token
        self.bot: JSON = {"id": int(token.split(":")[0]), "is_bot": True, "first_name": name, "username": username}
        self.clock = clock
        self.accounts: dict[int, Account] = {}
        self.chats: dict[int, Chat] = {}
        self.updates = Updates(callback_lifetime=callback_lifetime)
        self.files = Files()
        self.commands = Commands()
        self.events = Events()
        self.faults = Faults()
        self.ledger = Ledger(ledger_size)
        self.limits = Limits()
        self.menu_button: JSON = {"type": "default"}
        self.webhook: Webhook | None = None
        self.closing = asyncio.Event()
        self.obey: Callable[[str, JSON], Awaitable[None]] = nothing
        self._callback_lifetime = callback_lifetime
        self._messages_kept = messages_kept
        self._presses: dict[str, Press] = {}
        self._press_ids = itertools.count(4_000_000_000_000_000)
        self._group_ids = itertools.count(1)

    @property
    def bot_id(self) -> int:
        return int(self.bot["id"])

    def unix_now(self) -> int:
        return int(self.clock.now().timestamp())

    # people

    def add_account(self, account: Account) -> Account:
        """Raises PeopleRefused 409 when the id is taken; id 0 takes the next free one."""
        if account.id == 0:
            account.id = next(number for number in itertools.count(FIRST_USER) if number not in self.accounts)
        if account.id in self.accounts:
            raise clashing(f"There is already a user {account.id}.")
        self.accounts[account.id] = account
        description: JSON = {"id": account.id, "type": "private", "first_name": account.first_name}
        if account.last_name:
            description["last_name"] = account.last_name
        if account.username:
            description["username"] = account.username
        self.chats[account.id] = Chat(description, [account.id], kept=self._messages_kept)
        self.events.emit("user", account.id, account.id)
        return account

    def account(self, user_id: int) -> Account:
        if user_id not in self.accounts:
            raise not_found(f"There is no user {user_id}.")
        return self.accounts[user_id]

    def add_group(self, title: str, members: list[int], kind: str) -> Chat:
        number = next(self._group_ids)
        chat_id = -1_000_000_000_000 - number if kind == "supergroup" else -4_000_000 - number
        chat = Chat({"id": chat_id, "type": kind, "title": title}, members, kept=self._messages_kept)
        self.chats[chat_id] = chat
        return chat

    def chat_of(self, user_id: int, chat_id: int | None) -> Chat:
        """A chat that the person is in; their own with the bot when none is named. Raises PeopleRefused."""
        self.account(user_id)
        chat = self.chats.get(user_id if chat_id is None else chat_id)
        if chat is None or user_id not in chat.members:
            raise not_found(f"User {user_id} has no chat {chat_id}.")
        return chat

    # the bot's rights

    def chat_for_bot(self, chat_id: Any) -> Chat:
        """Raises Telegram's refusals of an unknown chat, and of one where the bot may not write."""
        chat = self.known_chat(chat_id)
        if not chat.private:
            self._check_group(chat)
            return chat
        account = self.accounts[chat.id]
        if account.deactivated:
            raise forbidden("user is deactivated")
        if account.blocked:
            raise forbidden("bot was blocked by the user")
        if not account.started:
            raise forbidden("bot can't initiate conversation with a user")
        return chat

    def known_chat(self, chat_id: Any) -> Chat:
        try:
            return self.chats[int(chat_id)]
        except (KeyError, ValueError, TypeError):
            raise bad_request("chat not found") from None

    def _check_group(self, chat: Chat) -> None:
        if chat.migrated_to is not None:
            refusal = bad_request("group chat was upgraded to a supergroup chat")
            refusal.parameters = {"migrate_to_chat_id": chat.migrated_to}
            raise refusal
        if not chat.bot_is_member:
            raise forbidden(f"bot was kicked from the {chat.type} chat")

    # what is said

    def post_from_bot(
        self, chat: Chat, content: JSON, markup: Markup = NOTHING, *, notify: bool = True, protected: bool = False
    ) -> Post:
        """A reply keyboard changes the chat's keyboard and is not part of the message that the bot gets back."""
        payload: JSON = {
            "message_id": chat.next_message_id(),
            "from": self.bot,
            "chat": chat.description,
            "date": self.unix_now(),
            **content,
        }
        if markup.inline:
            payload["reply_markup"] = markup.inline
        if protected:
            payload["has_protected_content"] = True
        post = Post(payload, self.bot_id, markup.reply, notify=notify, protected=protected)
        if markup.reply is not None:
            chat.keyboard = markup.reply if "keyboard" in markup.reply else None
        chat.add(post)
        self.events.post("message", chat, post)
        return post

    def post_from_person(self, account: Account, chat: Chat, content: JSON) -> Post:
        """The message, and the update for the bot. Raises PeopleRefused while the bot is blocked."""
        if chat.private and account.blocked:
            raise clashing("The bot is blocked: unblock it first.")
        account.started = account.started or chat.private
        payload: JSON = {
            "message_id": chat.next_message_id(),
            "from": account.as_user(),
            "chat": chat.description,
            "date": self.unix_now(),
            **content,
        }
        post = Post(payload, account.id, seen=True)
        chat.add(post)
        if chat.keyboard is not None and chat.keyboard.get("one_time_keyboard"):
            chat.keyboard = None
        if chat.bot_is_member:
            self.updates.put("message", payload, chat.id)
        self.events.post("message", chat, post)
        return post

    def person_text(self, text: str) -> JSON:
        """A person's text, with the entities that Telegram finds in it."""
        plain, entities = formatted(text, None, None)
        return {"text": plain, "entities": entities} if entities else {"text": plain}

    def quoted(self, chat: Chat, message_id: int | None) -> JSON:
        """`reply_to_message` without what that one replied to; empty when there is no such message."""
        post = chat.posts.get(message_id) if message_id is not None else None
        if post is None:
            return {}
        return {"reply_to_message": {key: value for key, value in post.payload.items() if key != "reply_to_message"}}

    def mark_edited(self, chat: Chat, post: Post) -> None:
        chat.touch(post)
        self.events.post("edit", chat, post)

    def remove(self, chat: Chat, post: Post) -> None:
        del chat.posts[post.message_id]
        chat.touch()
        for user_id in chat.members:
            self.events.emit("delete", user_id, chat.id, message_id=post.message_id)

    # buttons

    def press(self, account: Account, chat: Chat, post: Post, data: str) -> Press:
        press_id = str(next(self._press_ids))
        press = Press(time.monotonic(), account.id)
        self._forget_old_presses()
        self._presses[press_id] = press
        query: JSON = {
            "id": press_id,
            "from": account.as_user(),
            "message": post.payload,
            "chat_instance": str(abs(chat.id) * 7919 + 17),
            "data": data,
        }
        self.updates.put("callback_query", query, chat.id)
        return press

    def answer_press(self, press_id: str, answer: JSON) -> None:
        """Raises Refused when the press is unknown or older than 150 s."""
        self._forget_old_presses()
        press = self._presses.get(press_id)
        if press is None:
            raise bad_request(TOO_OLD)
        if not press.answer.done():
            press.answer.set_result(answer)
            self.events.emit("answer", press.user_id, None, answer=answer)

    def _forget_old_presses(self) -> None:
        """Presses are kept in the order of time, so the old ones come first."""
        oldest = time.monotonic() - self._callback_lifetime
        while self._presses:
            press_id, press = next(iter(self._presses.items()))
            if press.at > oldest:
                return
            del self._presses[press_id]

    def upload(self, upload: Upload, kind: str) -> JSON:
        """A stored file as the part of a message that names it."""
        return self.files.keep(upload, kind).as_part()

    # reactions

    def react(self, account: Account, chat: Chat, post: Post, emoji: str | None) -> None:
        """A person's one reaction; None takes it away. The bot learns of it if it has asked for such updates."""
        before = post.reacted.pop(account.id, None)
        if emoji:
            post.reacted[account.id] = emoji
        update: JSON = {
            "chat": chat.description,
            "message_id": post.message_id,
            "user": account.as_user(),
            "date": self.unix_now(),
            "old_reaction": as_reactions(before),
            "new_reaction": as_reactions(emoji),
        }
        self.updates.put("message_reaction", update, chat.id)
        self.show_reactions(chat, post)

    def show_reactions(self, chat: Chat, post: Post) -> None:
        chat.touch(post)
        for user_id in chat.members:
            self.events.emit("reaction", user_id, chat.id, message_id=post.message_id, reactions=post.all_reactions())


def as_reactions(emoji: str | None) -> list[JSON]:
    return [{"type": "emoji", "emoji": emoji}] if emoji else []
