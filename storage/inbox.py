"""Updates as Telegram gave them, on disk before Telegram is told that they came."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from typing import Any

from sqlalchemy import delete, select

from storage.database import Database
from storage.handling import END, ended
from storage.tables.messaging import inbox
from storage.upsert import upsert

KEPT = timedelta(days=1)
"""How long a handled update is kept, to know a repeated one by its id."""


@dataclass(frozen=True, slots=True)
class StoredUpdate:
    update_id: int
    chat_id: int | None
    payload: str


class Inbox:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def store(self, updates: Sequence[tuple[int, int | None, str]]) -> list[StoredUpdate]:
        """(update_id, chat, payload) → those not known yet, in the order given; one statement a batch."""
        given = {number: StoredUpdate(number, chat, payload) for number, chat, payload in updates}
        now = self._database.clock.now()
        async with self._database.begin(aside=True) as tx:
            stored = await tx.rows(
                _storing(tx.dialect),
                [
                    {"update_id": one.update_id, "chat_id": one.chat_id, "payload": one.payload, "received_at": now}
                    for one in given.values()
                ],
            )
        fresh = {row.update_id for row in stored}
        return [one for one in given.values() if one.update_id in fresh]

    async def waiting(self) -> list[StoredUpdate]:
        """Stored, but not known to be handled: what a restart begins with, oldest first."""
        asked = select(inbox.c.update_id, inbox.c.chat_id, inbox.c.payload)
        rows = await self._database.reader.rows(asked.where(inbox.c.state == "waiting").order_by(inbox.c.id))
        return [StoredUpdate(row.update_id, row.chat_id, row.payload) for row in rows]

    async def finished(self, numbers: Sequence[int]) -> None:
        """By update id; one statement."""
        await self._end(numbers, "done")

    async def quarantined(self, numbers: Sequence[int]) -> None:
        await self._end(numbers, "quarantined")

    async def forget_old(self) -> int:
        """Removes handled updates older than `KEPT`; the number removed."""
        before = self._database.clock.now() - KEPT
        async with self._database.begin(aside=True) as tx:
            return await tx.run(delete(inbox).where(inbox.c.state == "done", inbox.c.received_at < before))

    async def _end(self, numbers: Sequence[int], state: str) -> None:
        if not numbers:
            return
        async with self._database.begin(aside=True) as tx:
            await tx.run(END, ended(list(numbers), state, self._database.clock.now()))


@cache
def _storing(dialect: str) -> Any:
    return upsert(inbox, dialect, ("update_id",)).returning(inbox.c.update_id)
