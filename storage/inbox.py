"""Updates as Telegram gave them, on disk before Telegram is told that they came."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import delete, insert, select, update

from storage.database import Database
from storage.tables.messaging import inbox

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
        """(update_id, chat, payload) → those not known yet, in the order given; two statements a batch."""
        numbers = [number for number, _, _ in updates]
        async with self._database.begin() as tx:
            rows = await tx.rows(select(inbox.c.update_id).where(inbox.c.update_id.in_(numbers)))
            known = {row.update_id for row in rows}
            fresh = {number: (chat, payload) for number, chat, payload in updates if number not in known}
            now = self._database.clock.now()
            if fresh:
                await tx.run(
                    insert(inbox),
                    [
                        {"update_id": number, "chat_id": chat, "payload": payload, "received_at": now}
                        for number, (chat, payload) in fresh.items()
                    ],
                )
        return [StoredUpdate(number, chat, payload) for number, (chat, payload) in fresh.items()]

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
        async with self._database.begin() as tx:
            return await tx.run(delete(inbox).where(inbox.c.state == "done", inbox.c.received_at < before))

    async def _end(self, numbers: Sequence[int], state: str) -> None:
        if not numbers:
            return
        async with self._database.begin() as tx:
            done = update(inbox).where(inbox.c.update_id.in_(numbers))
            await tx.run(done.values(state=state, finished_at=self._database.clock.now()))
