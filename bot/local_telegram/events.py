"""What happens, told to the pages and tests that listen on a WebSocket."""

import asyncio
import json
from typing import Any

from bot.local_telegram.chats import JSON, Chat, Post

BACKLOG = 20_000


class Events:
    """Costs nothing while nobody listens."""

    def __init__(self) -> None:
        self._listeners: set[asyncio.Queue[str]] = set()

    def listen(self) -> asyncio.Queue[str]:
        queue: asyncio.Queue[str] = asyncio.Queue()
        self._listeners.add(queue)
        return queue

    def leave(self, queue: asyncio.Queue[str]) -> None:
        self._listeners.discard(queue)

    def emit(self, kind: str, user_id: int | None, chat_id: int | None, **more: Any) -> None:
        """A listener that does not keep up loses its oldest events."""
        if not self._listeners:
            return
        event: JSON = {"type": kind, "user_id": user_id, "chat_id": chat_id, **more}
        line = json.dumps(event, ensure_ascii=False)
        for queue in self._listeners:
            if queue.qsize() >= BACKLOG:
                queue.get_nowait()
            queue.put_nowait(line)

    def post(self, kind: str, chat: Chat, post: Post) -> None:
        """A new message or an edit, to everyone in the chat."""
        if not self._listeners:
            return
        for user_id in chat.members:
            self.emit(kind, user_id, chat.id, message=post.as_seen_by(user_id), message_id=post.message_id)
            if kind == "message" and post.author != user_id:
                self.emit("unread", user_id, chat.id, unread=chat.unread.get(user_id, 0))
            if kind == "message" and post.keyboard is not None:
                self.emit("keyboard", user_id, chat.id, keyboard=chat.keyboard)
