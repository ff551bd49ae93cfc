"""From Telegram into the inbox, from the inbox into the dispatcher.

aiogram's own polling confirms updates whose handlers still run, and one update that does not parse makes it deaf; here
updates are stored as raw JSON, committed, then confirmed by the next request, and parsed one by one.
"""

import asyncio
import json
from collections.abc import Awaitable, Callable, Collection, Iterator, Mapping, Sequence
from typing import Any

import aiohttp
import structlog
from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.types import Update
from pydantic import ValidationError
from sqlalchemy.exc import SQLAlchemyError

from bot.lanes import Lanes
from storage.handling import HANDLED
from storage.inbox import Inbox, StoredUpdate

log = structlog.get_logger(__name__)

WANTED = ("message", "edited_message", "callback_query", "my_chat_member", "message_reaction")
MOST_WAITING = 300
"""Updates in memory at which no more are asked for; Telegram keeps the rest."""
PAUSES = (0.5, 1, 2, 5, 10, 30)
"""Seconds between tries while Telegram does not answer."""


Foresee = Callable[[Collection[int]], Awaitable[None]]
"""Told the Telegram ids of people before their updates are handled, so that what is read of them is read at once."""


class Unauthorized(Exception):
    """Telegram does not know this token."""


class Poller:
    def __init__(
        self, bot: Bot, dispatcher: Dispatcher, inbox: Inbox, at_once: int, foresee: Foresee, hold: int = 30
    ) -> None:
        """`foresee` is told whose updates a batch has; `hold`: seconds that an idle request is kept open, 0 to 50."""
        self._bot = bot
        self._foresee = foresee
        self._dispatcher = dispatcher
        self._inbox = inbox
        self._hold = hold
        self._lanes: Lanes[StoredUpdate] = Lanes(self._handle, at_once)
        self._done: list[int] = []
        self._poison: list[int] = []
        self._something_done = asyncio.Event()
        self.first_handled = asyncio.Event()

    async def run(self) -> None:
        """Until cancelled. Raises `Unauthorized`."""
        self._lanes.start()
        marker = asyncio.create_task(self._mark())
        try:
            self._enqueue(await self._inbox.waiting())
            await self._poll()
        finally:
            await self._lanes.stop(patience=8)
            marker.cancel()
            await asyncio.gather(marker, return_exceptions=True)
            await self._write_marks()

    async def _poll(self) -> None:
        offset: int | None = None
        failures = 0
        while True:
            await self._lanes.below(MOST_WAITING)
            try:
                updates = await self._ask(offset)
                failures = 0
            except (aiohttp.ClientError, TimeoutError, ValueError, _Refusal) as problem:
                pause = getattr(problem, "retry_after", None) or PAUSES[min(failures, len(PAUSES) - 1)]
                failures += 1
                log.warning("telegram_unreachable", problem=type(problem).__name__, said=str(problem), pause=pause)
                await asyncio.sleep(pause)
                continue
            if updates and await self._taken_in(updates):
                offset = max(update["update_id"] for update in updates) + 1

    async def _taken_in(self, updates: Sequence[Mapping[str, Any]]) -> bool:
        """False where the disk did not take them (full, locked): Telegram is not told, and gives them again."""
        try:
            stored = await self._inbox.store([_row(update) for update in updates])
        except (SQLAlchemyError, OSError) as problem:
            log.error("updates_not_stored", problem=type(problem).__name__, updates=len(updates))
            await asyncio.sleep(PAUSES[1])
            return False
        await self._foresee({person for update in updates for person in _persons(update)})
        self._enqueue(stored)
        return True

    async def _ask(self, offset: int | None) -> list[dict[str, Any]]:
        """One `getUpdates`, raw. Raises `Unauthorized`, `_Refusal`, and what aiohttp and JSON raise."""
        session = self._bot.session
        assert isinstance(session, AiohttpSession)
        client = await session.create_session()
        body: dict[str, Any] = {"timeout": self._hold, "limit": 100, "allowed_updates": list(WANTED)}
        if offset is not None:
            body["offset"] = offset
        url = session.api.api_url(self._bot.token, "getUpdates")
        patience = aiohttp.ClientTimeout(total=self._hold + 15)
        async with client.post(url, json=body, timeout=patience) as response:
            answer = await response.json(content_type=None)
        if not isinstance(answer, dict):
            raise ValueError("no JSON object")
        if answer.get("ok"):
            return list(answer["result"])
        if answer.get("error_code") in (401, 404):
            raise Unauthorized
        raise _Refusal(answer)

    def _enqueue(self, stored: Sequence[StoredUpdate]) -> None:
        for update in stored:
            self._lanes.put(update.chat_id if update.chat_id is not None else update.update_id, update)

    async def _handle(self, stored: StoredUpdate) -> None:
        try:
            update = Update.model_validate_json(stored.payload, context={"bot": self._bot})
        except ValidationError:
            log.warning("update_unreadable", update_id=stored.update_id)
            self._poison.append(stored.update_id)
            self._something_done.set()
            return
        handled = HANDLED.set(stored.update_id)
        try:
            await self._dispatcher.feed_update(self._bot, update)
        except Exception:
            log.exception("update_failed", update_id=stored.update_id)
        finally:
            HANDLED.reset(handled)
        self._done.append(stored.update_id)
        self._something_done.set()
        self.first_handled.set()

    async def _mark(self) -> None:
        """Writes what is done, many at a time: at once when quiet, ten times a second under load."""
        while True:
            await self._something_done.wait()
            self._something_done.clear()
            await asyncio.sleep(0.1 if await self._write_marks() else PAUSES[1])

    async def _write_marks(self) -> bool:
        """False where the disk did not take them; they are kept for the next time."""
        done, poison = list(self._done), list(self._poison)
        try:
            await self._inbox.finished(done)
            await self._inbox.quarantined(poison)
        except (SQLAlchemyError, OSError) as problem:
            log.error("updates_not_marked", problem=type(problem).__name__)
            self._something_done.set()
            return False
        del self._done[: len(done)], self._poison[: len(poison)]
        return True


class _Refusal(Exception):
    """Telegram answered, but with an error."""

    def __init__(self, answer: Mapping[str, Any]) -> None:
        super().__init__(str(answer.get("description")))
        self.retry_after: float | None = answer.get("parameters", {}).get("retry_after")


def _row(update: Mapping[str, Any]) -> tuple[int, int | None, str]:
    return int(update["update_id"]), _chat(update), json.dumps(update, ensure_ascii=False)


def _chat(update: Mapping[str, Any]) -> int | None:
    """Whose turn the update waits for: the chat that it came from, else the person."""
    for what in update.values():
        if isinstance(what, Mapping):
            message = what.get("message", what)
            chat = message.get("chat", what.get("from")) if isinstance(message, Mapping) else what.get("from")
            return int(chat["id"]) if isinstance(chat, Mapping) and isinstance(chat.get("id"), int) else None
    return None


def _persons(update: Mapping[str, Any]) -> Iterator[int]:
    for what in update.values():
        person = what.get("from") if isinstance(what, Mapping) else None
        if isinstance(person, Mapping) and isinstance(person.get("id"), int):
            yield person["id"]
