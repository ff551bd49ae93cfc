"""What a phone shows: chats, messages, files, and what happens while one looks."""

import asyncio
from urllib.parse import quote

from aiohttp import web

from bot.local_telegram.chats import JSON, Chat
from bot.local_telegram.errors import not_found
from bot.local_telegram.exchange import Exchange
from bot.local_telegram.people_side.requests import query_number, user_id_of, wish_of

LONGEST_WAIT = 60


def routes(exchange: Exchange) -> list[web.RouteDef]:
    phones = Phones(exchange)
    return [
        web.get(r"/people/users/{user_id:\d+}/chats", phones.chats),
        web.get(r"/people/users/{user_id:\d+}/messages", phones.messages),
        web.post(r"/people/users/{user_id:\d+}/seen", phones.seen),
        web.get("/people/files/{file_id}", phones.file),
        web.get("/people/ws", phones.events),
    ]


class Phones:
    def __init__(self, exchange: Exchange) -> None:
        self._exchange = exchange

    async def chats(self, request: web.Request) -> web.Response:
        user_id = user_id_of(request)
        self._exchange.account(user_id)
        theirs = [chat for chat in self._exchange.chats.values() if user_id in chat.members]
        return web.json_response([self._summary(chat, user_id) for chat in theirs])

    async def messages(self, request: web.Request) -> web.Response:
        """With `since` (a `version`) and `wait` seconds: answers when the chat is newer than that, or time is over."""
        user_id = user_id_of(request)
        chat = self._exchange.chat_of(user_id, query_number(request, "chat_id"))
        since = query_number(request, "since")
        if since is not None:
            await chat.changed_since(since, min(float(request.query.get("wait", 0)), LONGEST_WAIT))
        after, limit = query_number(request, "after"), query_number(request, "limit")
        posts = [post for post in chat.posts.values() if after is None or post.message_id > after]
        posts = posts[-limit:] if limit else posts
        language = self._exchange.account(user_id).language_code
        return web.json_response(
            {
                "messages": [post.as_seen_by(user_id) for post in posts],
                "keyboard": chat.keyboard,
                "commands": self._exchange.commands.shown(chat, user_id, language),
                "menu_button": chat.menu_button or self._exchange.menu_button,
                "unread": chat.unread.get(user_id, 0),
                "version": chat.version,
            }
        )

    async def seen(self, request: web.Request) -> web.Response:
        user_id = user_id_of(request)
        chat = self._exchange.chat_of(user_id, (await wish_of(request)).number_or_none("chat_id"))
        chat.unread[user_id] = 0
        for post in chat.posts.values():
            post.seen = True
        self._exchange.events.emit("unread", user_id, chat.id, unread=0)
        return web.json_response({"unread": 0})

    async def file(self, request: web.Request) -> web.Response:
        stored = self._exchange.files.get(request.match_info["file_id"])
        if stored is None:
            raise not_found("There is no such file.")
        disposition = "attachment" if stored.kind in ("document", "audio") else "inline"
        headers = {
            "Content-Disposition": f"{disposition}; filename*=UTF-8''{quote(stored.name)}",
            "X-Content-Type-Options": "nosniff",
        }
        return web.Response(body=stored.content, content_type=stored.content_type, headers=headers)

    async def events(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse(heartbeat=30, timeout=0.2)
        await socket.prepare(request)
        queue = self._exchange.events.listen()
        sender = asyncio.get_running_loop().create_task(self._send(socket, queue))
        closing = asyncio.get_running_loop().create_task(self._close_at_the_end(socket))
        try:
            async for _ in socket:
                pass
        finally:
            self._exchange.events.leave(queue)
            sender.cancel()
            closing.cancel()
        return socket

    async def _send(self, socket: web.WebSocketResponse, queue: "asyncio.Queue[str]") -> None:
        while not socket.closed:
            try:
                await socket.send_str(await queue.get())
            except ConnectionError:
                return

    async def _close_at_the_end(self, socket: web.WebSocketResponse) -> None:
        await self._exchange.closing.wait()
        await socket.close()

    def _summary(self, chat: Chat, user_id: int) -> JSON:
        last = chat.last()
        return {
            "chat_id": chat.id,
            "title": self._exchange.bot["first_name"] if chat.private else chat.title,
            "type": chat.type,
            "unread": chat.unread.get(user_id, 0),
            "last": last.as_seen_by(user_id) if last else None,
        }
