"""When was it done: puts `sent_at` before the handlers, whose use cases then read the clock as of that moment."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import TelegramObject, Update

from bot.sent_time import as_of
from domain.clock import Clock

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]

KEPT_BY_TELEGRAM = timedelta(days=1)
"""Telegram brings nothing older, so an older date is not believed."""


class WhenWasIt(BaseMiddleware):
    """`received_at`, which the intake gives, is when the update came into the inbox."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        assert isinstance(event, Update)
        now = self._clock.now()
        moment = sent_at(event, data.get("received_at", now), now)
        data["sent_at"] = moment
        with as_of(moment, now):
            return await handler(event, data)


def sent_at(update: Update, received_at: datetime, now: datetime) -> datetime:
    """The date of a message, an edit, a reaction; a tap has none, so when it was received. Never later than `now`."""
    received = min(received_at, now)
    date = _date(update)
    if date is None:
        return received
    return date if received - KEPT_BY_TELEGRAM <= date <= received else received


def _date(update: Update) -> datetime | None:
    if update.edited_message is not None and update.edited_message.edit_date is not None:
        return datetime.fromtimestamp(update.edited_message.edit_date, UTC)
    dated = update.message or update.message_reaction
    return dated.date if dated is not None else None
