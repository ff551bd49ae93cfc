"""What Telegram gives goes onto the disk, then to the handlers; how it ended is written down.

aiogram's own polling confirms updates whose handlers still run, and one update that does not parse makes it deaf; here
updates are stored as raw JSON and committed before Telegram hears that they came, and parsed one by one.
"""

import asyncio
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from typing import Any, Protocol

import structlog
from aiogram import Bot, Dispatcher
from aiogram.exceptions import (
    RestartingTelegram,
    TelegramAPIError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.types import Update
from aiogram.types.update import UpdateTypeLookupError
from pydantic import ValidationError
from sqlalchemy.exc import SQLAlchemyError

from bot.blotting import blotted
from bot.lanes import Again, Lanes
from bot.raw_updates import Impossible, given, persons_of, refuse_impossible
from bot.reading_on import ReadingOn
from storage.handling import HANDLED, Handling
from storage.inbox import Inbox, StoredUpdate

log = structlog.get_logger(__name__)

MOST_WAITING = 300
"""Updates in memory at which no more are taken; Telegram keeps the rest."""
AGAIN_AFTER = (1.0, 5.0)
"""Seconds until what failed is tried again; what fails once more is put into quarantine."""
DISK_PAUSE = 1.0
LONGEST_PAUSE = 60.0
PASSING = (TelegramNetworkError, TelegramServerError, RestartingTelegram, TelegramRetryAfter)
"""What Telegram answers when it would take the same later."""


class Crowd(Protocol):
    """The people behind Telegram's numbers."""

    async def foresee(self, telegram_ids: Collection[int]) -> None:
        """Reads them at once, before their updates are handled."""
        ...

    async def rank(self, telegram_id: int) -> int:
        """Whose updates come first when many wait; lower is sooner."""
        ...


Owed = Callable[[int], Awaitable[None]]
"""Tells a chat that its last act was saved, since its own answer was lost."""


class Intake:
    def __init__(self, bot: Bot, dispatcher: Dispatcher, inbox: Inbox, at_once: int, crowd: Crowd, owed: Owed) -> None:
        self._bot = bot
        self._dispatcher = dispatcher
        self._inbox = inbox
        self._crowd = crowd
        self._owed = owed
        self._lanes: Lanes[StoredUpdate] = Lanes(self._handle, at_once)
        self._reading_on = ReadingOn(self._feed_unkept)
        self._done: list[int] = []
        self._something_done = asyncio.Event()
        self._marker: asyncio.Task[None] | None = None
        self.first_handled = asyncio.Event()

    async def start(self) -> None:
        """Begins with what a run before this one left."""
        self._lanes.start()
        self._marker = asyncio.create_task(self._mark())
        for update in await self._inbox.waiting():
            self._lanes.put(update.chat_id if update.chat_id is not None else -update.row, update)

    async def stop(self) -> None:
        """What is under way is brought to its end, within seconds; the rest stays in the inbox."""
        await self._lanes.stop(patience=8)
        if self._marker is not None:
            self._marker.cancel()
            await asyncio.gather(self._marker, return_exceptions=True)
        await self._write_marks()

    async def room(self) -> None:
        """Waits until more can be taken."""
        await self._lanes.below(MOST_WAITING)

    async def take(self, updates: Sequence[Mapping[str, Any]]) -> bool:
        """False where the disk did not take them (full, locked): Telegram is not told, and gives them again."""
        rows = [row for update in updates if (row := given(update)) is not None]
        if len(rows) < len(updates):
            log.warning("updates_without_number", updates=len(updates) - len(rows))
        try:
            stored = await self._inbox.store(rows)
        except (SQLAlchemyError, OSError) as problem:
            log.error("updates_not_stored", problem=type(problem).__name__, updates=len(updates))
            await self._reading_on.answer(rows, self._inbox.now)
            return False
        await self._crowd.foresee({person for update in updates for person in persons_of(update)})
        for one in stored:
            if self._reading_on.answered(one):
                self._end(one)
                continue
            lane = one.chat_id if one.chat_id is not None else -one.row
            self._lanes.put(lane, one, await self._crowd.rank(lane))
        return True

    async def _handle(self, stored: StoredUpdate) -> Again:
        last = stored.failures >= len(AGAIN_AFTER)
        handling = Handling(stored.row)
        try:
            update = self._read(stored.payload)
        except (ValidationError, UpdateTypeLookupError, Impossible):
            return await self._put_aside(stored, "unreadable")
        try:
            if stored.acted and not _can_be_done_again(update):
                await self._say_saved(stored)
            else:
                await self._feed(update, stored, handling, last)
        except PASSING as problem:
            log.warning("answer_not_taken", problem=type(problem).__name__)
            return self._put_off(stored, handling, getattr(problem, "retry_after", None))
        except TelegramAPIError as refusal:
            log.warning("answer_refused", problem=type(refusal).__name__)
        except Exception as problem:
            log.exception("update_failed", row=stored.row)
            if last:
                return await self._put_aside(stored, type(problem).__name__)
            return self._put_off(stored, handling)
        self._end(stored)
        return None

    def _read(self, payload: str) -> Update:
        """Raises `ValidationError`, `Impossible`, and `UpdateTypeLookupError` for a kind that nobody asked for."""
        update = Update.model_validate_json(payload, context={"bot": self._bot})
        _ = update.event_type
        refuse_impossible(update)
        return update

    async def _feed(self, update: Update, stored: StoredUpdate, handling: Handling, last: bool) -> None:
        token = HANDLED.set(handling)
        try:
            await self._dispatcher.feed_update(self._bot, update, last_try=last, received_at=stored.received_at)
        finally:
            HANDLED.reset(token)

    async def _feed_unkept(self, given: StoredUpdate) -> None:
        await self._feed(self._read(given.payload), given, Handling(given.row), last=False)

    async def _say_saved(self, stored: StoredUpdate) -> None:
        if stored.chat_id is not None and stored.chat_id > 0:
            await self._owed(stored.chat_id)

    def _put_off(self, stored: StoredUpdate, handling: Handling, asked: float | None = None) -> Again:
        """To be tried again; what was saved already will only be said to be."""
        if stored.failures >= len(AGAIN_AFTER):
            self._end(stored)
            return None
        stored.acted = stored.acted or handling.acted
        stored.failures += 1
        return min(max(AGAIN_AFTER[stored.failures - 1], asked or 0), LONGEST_PAUSE)

    async def _put_aside(self, stored: StoredUpdate, reason: str) -> Again:
        log.warning("update_quarantined", row=stored.row, reason=reason)
        try:
            await self._inbox.quarantine(stored.row, reason, blotted(stored.payload))
        except (SQLAlchemyError, OSError) as problem:
            log.error("updates_not_marked", problem=type(problem).__name__)
            return LONGEST_PAUSE
        self.first_handled.set()
        return None

    def _end(self, stored: StoredUpdate) -> None:
        self._done.append(stored.row)
        self._something_done.set()
        self.first_handled.set()

    async def _mark(self) -> None:
        """Writes what is done, many at a time: at once when quiet, ten times a second under load."""
        while True:
            await self._something_done.wait()
            self._something_done.clear()
            await asyncio.sleep(0.1 if await self._write_marks() else DISK_PAUSE)

    async def _write_marks(self) -> bool:
        """False where the disk did not take them; they are kept for the next time."""
        done = list(self._done)
        try:
            await self._inbox.finished(done)
        except (SQLAlchemyError, OSError) as problem:
            log.error("updates_not_marked", problem=type(problem).__name__)
            self._something_done.set()
            return False
        del self._done[: len(done)]
        return True


def _can_be_done_again(update: Update) -> bool:
    """A button carries the state that it brings about: tapped twice it changes nothing, and shows its screen."""
    return update.callback_query is not None
