"""Gathers what a person came to see of others while their update was handled."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import TelegramObject

from bot.looks import Looks
from domain.roles.watching import watched

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


class Watched(BaseMiddleware):
    """The innermost one: what was refused was not seen."""

    def __init__(self, looks: Looks) -> None:
        self._looks = looks

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        with watched() as glances:
            done = await handler(event, data)
        self._looks.add(glances)
        return done
