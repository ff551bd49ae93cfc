"""Who is it: puts `actor` (None for a stranger) and `texts` before the handlers."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import TelegramObject, User

from handlers.texts.translator import texts_in
from storage.roles.actors import KnownActors

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


class WhoIsIt(BaseMiddleware):
    def __init__(self, actors: KnownActors, language: Callable[[], str]) -> None:
        self._actors = actors
        self._language = language

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        user: User | None = data.get("event_from_user")
        actor = await self._actors.actor(user.id) if user else None
        data["actor"] = actor
        data["texts"] = texts_in(actor.language if actor else self._language())
        return await handler(event, data)
