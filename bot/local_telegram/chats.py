"""Accounts, chats and the messages in them."""

import asyncio
from dataclasses import dataclass, field
from typing import Any, TypeAlias

JSON: TypeAlias = dict[str, Any]


@dataclass(slots=True)
class Account:
    """A person's Telegram account."""

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str = "ru"
    label: str | None = None
    blocked: bool = False
    started: bool = False
    deactivated: bool = False
    takes_voice: bool = True
    """False: a setting of Telegram Premium keeps voice and video messages away."""

    def as_user(self) -> JSON:
        """Telegram's User."""
        user: JSON = {"id": self.id, "is_bot": False, "first_name": self.first_name}
        if self.last_name:
            user["last_name"] = self.last_name
        if self.username:
            user["username"] = self.username
        user["language_code"] = self.language_code
        return user


@dataclass(slots=True)
class Post:
    """A message with what Telegram keeps about it but does not give to the bot.

    `payload` is Telegram's Message as the bot sees it, so without reply keyboards.
    """

    payload: JSON
    author: int
    keyboard: JSON | None = None
    notify: bool = True
    protected: bool = False
    seen: bool = False
    reactions: list[JSON] = field(default_factory=list)
    """The bot's own."""
    reacted: dict[int, str] = field(default_factory=dict)
    """People's, one of each."""
    version: int = 0

    @property
    def message_id(self) -> int:
        return int(self.payload["message_id"])

    @property
    def inline_keyboard(self) -> JSON | None:
        markup: JSON | None = self.payload.get("reply_markup")
        return markup

    def all_reactions(self) -> list[JSON]:
        return [*self.reactions, *({"type": "emoji", "emoji": emoji} for emoji in self.reacted.values())]

    def as_seen_by(self, user_id: int) -> JSON:
        """The people's side of the message: reply keyboards, own messages, ticks."""
        return {
            **self.payload,
            **({"reply_markup": self.keyboard} if self.keyboard else {}),
            "out": self.author == user_id,
            "seen": self.seen,
            "reactions": self.all_reactions(),
            "notify": self.notify,
            "protected": self.protected,
            "changed": self.version,
        }


class Chat:
    """A private chat (its id is the person's) or a group with the bot."""

    def __init__(self, description: JSON, members: list[int], *, kept: int) -> None:
        self.description = description
        self.id: int = description["id"]
        self.type: str = description["type"]
        self.members = members
        self.posts: dict[int, Post] = {}
        self.unread: dict[int, int] = {}
        self.keyboard: JSON | None = None
        self.version = 0
        self.bot_is_member = True
        self.migrated_to: int | None = None
        self.menu_button: JSON | None = None
        self._kept = kept
        self._last_id = 0
        self._waiting: list[asyncio.Future[None]] = []

    @property
    def private(self) -> bool:
        return self.type == "private"

    @property
    def title(self) -> str:
        return str(self.description.get("title") or self.description.get("first_name"))

    def next_message_id(self) -> int:
        self._last_id += 1
        return self._last_id

    def add(self, post: Post) -> None:
        """The oldest messages beyond the number kept are forgotten, so that a long load does not fill the memory."""
        self.posts[post.message_id] = post
        for user_id in self.members:
            if user_id != post.author:
                self.unread[user_id] = self.unread.get(user_id, 0) + 1
        if len(self.posts) > self._kept:
            del self.posts[next(iter(self.posts))]
        self.touch(post)

    def touch(self, post: Post | None = None) -> None:
        """Something changed: whoever waits for the chat looks again."""
        self.version += 1
        if post is not None:
            post.version = self.version
        waiting, self._waiting = self._waiting, []
        for future in waiting:
            if not future.done():
                future.set_result(None)

    async def changed_since(self, version: int, seconds: float) -> None:
        """Returns at once when the chat is newer than `version`, else at its next change or after `seconds`."""
        if self.version > version or seconds <= 0:
            return
        future = asyncio.get_running_loop().create_future()
        self._waiting.append(future)
        await asyncio.wait([future], timeout=seconds)

    def last(self) -> Post | None:
        return self.posts[next(reversed(self.posts))] if self.posts else None
