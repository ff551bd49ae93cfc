"""When each account was last seen (3.3.9): gathered in memory, written by the scheduler, many at once."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import TelegramObject

from domain.clock import SchoolTime
from domain.ids import AccountId
from domain.roles.people import Actor

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


class Seen(BaseMiddleware):
    def __init__(self) -> None:
        self._seen: dict[AccountId, datetime] = {}

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        actor: Actor | None = data.get("actor")
        if actor is not None:
            school_time: SchoolTime = data["school_time"]
            self._seen[actor.account] = school_time.now()
        return await handler(event, data)

    def taken(self) -> dict[AccountId, datetime]:
        """What was gathered since the last time."""
        seen, self._seen = self._seen, {}
        return seen
