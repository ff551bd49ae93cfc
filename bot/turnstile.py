"""Telegram's limits for one bot, kept by all that it sends: when one is told to wait, everyone waits."""

import asyncio
from collections import deque
from math import ceil
from typing import Any

from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.exceptions import TelegramRetryAfter
from aiogram.methods import Response, TelegramMethod

PATIENCE = 30.0
"""Seconds that an answer to a person's own act waits; what would wait longer fails as Telegram's refusal does."""
TRIES = 3
"""Of an answer that Telegram put off; a message of the outbox goes back into its row instead."""


class Turnstile(BaseRequestMiddleware):
    """`per_second` messages of the outbox, evenly: a bucket of more would let twice as many through at once.

    Answers to people's own acts do not queue here, but take up room, so that both together stay below the limit.
    An album is as many messages as it has files, all at once: it waits until they fit into the last second.
    """

    def __init__(self, per_second: float) -> None:
        self._gap = 1 / per_second
        self._most = max(1, ceil(per_second))
        self._window = self._most * self._gap
        self._places: deque[float] = deque(maxlen=self._most)
        """Of the last messages, one for each, oldest first."""
        self._next = 0.0
        self._closed_until = 0.0

    @property
    def closed_for(self) -> float:
        """Seconds that Telegram asked for and that are not over yet."""
        return max(0.0, self._closed_until - _now())

    async def turn(self, messages: int = 1) -> None:
        """Until the next message of the outbox, or an album of so many, may go."""
        await asyncio.sleep(self._taken(messages) - _now())

    def close(self, seconds: float) -> None:
        self._closed_until = max(self._closed_until, _now() + seconds)

    async def __call__(
        self, make_request: NextRequestMiddlewareType[Any], bot: Bot, method: TelegramMethod[Any]
    ) -> Response[Any]:
        if getattr(method, "of_outbox", False):
            return await self._noticing(make_request, bot, method)
        if method.__api_method__.startswith("send"):
            self._taken()
        for _ in range(TRIES - 1):
            await self._reopened(method)
            try:
                return await self._noticing(make_request, bot, method)
            except TelegramRetryAfter:
                continue
        await self._reopened(method)
        return await self._noticing(make_request, bot, method)

    async def _noticing(
        self, make_request: NextRequestMiddlewareType[Any], bot: Bot, method: TelegramMethod[Any]
    ) -> Response[Any]:
        try:
            return await make_request(bot, method)
        except TelegramRetryAfter as refusal:
            self.close(float(refusal.retry_after))
            raise

    async def _reopened(self, method: TelegramMethod[Any]) -> None:
        """Raises `TelegramRetryAfter` where that takes too long."""
        if self.closed_for > PATIENCE:
            raise TelegramRetryAfter(method, "Too Many Requests", retry_after=round(self.closed_for))
        if self.closed_for > 0:
            await asyncio.sleep(self.closed_for)
            await self._reopened(method)

    def _taken(self, messages: int = 1) -> float:
        """The moment of a place in the queue, which is taken with this."""
        place = max(_now(), self._next)
        room = max(self._most - messages, 0)
        if len(self._places) > room:
            place = max(place, self._places[-(room + 1)] + self._window)
        self._next = place + self._gap
        self._places.extend([place] * messages)
        return place


def _now() -> float:
    return asyncio.get_running_loop().time()
