"""Updates as Telegram gave them, on disk before Telegram is told that they came."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import bindparam, delete, func, insert, select, update

from domain.events import UpdatesQuarantined
from storage.database import Database
from storage.handling import InboxState
from storage.tables.messaging import facts, inbox, known_updates
from storage.upsert import upsert

KEPT = timedelta(days=1)
"""How long an update is known, should it come again: as long as Telegram itself keeps one."""
PAYLOADS_KEPT = timedelta(days=7)
"""How long one can look into what could not be handled."""
TOLD_EVERY = timedelta(hours=1)
"""Administrators hear of quarantined updates no more often."""


@dataclass(frozen=True, slots=True)
class GivenUpdate:
    """As it comes from Telegram. `identity` is the same for the same update, whatever number it comes under."""

    update_id: int
    identity: int
    chat_id: int | None
    payload: str


@dataclass(slots=True)
class StoredUpdate:
    """`acted`: what it brought about is saved, only the answer may be owed."""

    row: int
    chat_id: int | None
    payload: str
    received_at: datetime
    acted: bool = False
    failures: int = 0


class Inbox:
    def __init__(self, database: Database) -> None:
        self._database = database

    @property
    def now(self) -> datetime:
        return self._database.clock.now()

    async def store(self, updates: Sequence[GivenUpdate]) -> list[StoredUpdate]:
        """Those not known yet, in the order given; two statements a batch."""
        given = {one.identity: one for one in updates}
        if not given:
            return []
        now = self._database.clock.now()
        async with self._database.begin(aside=True) as tx:
            known = [{"identity": identity, "received_at": now} for identity in given]
            new = {row.identity for row in await tx.rows(_knowing(tx.dialect), known)}
            fresh = [one for identity, one in given.items() if identity in new]
            rows = await tx.rows(_STORE, [_row(one, now) for one in fresh]) if fresh else ()
        return [StoredUpdate(row.id, one.chat_id, one.payload, now) for row, one in zip(rows, fresh, strict=True)]

    async def waiting(self) -> list[StoredUpdate]:
        """Stored, and not known to be handled to the end: what a restart begins with, oldest first."""
        asked = select(inbox.c.id, inbox.c.chat_id, inbox.c.payload, inbox.c.received_at, inbox.c.state)
        left = asked.where(inbox.c.state != InboxState.QUARANTINED).order_by(inbox.c.id)
        rows = await self._database.reader.rows(left)
        return [
            StoredUpdate(row.id, row.chat_id, row.payload, row.received_at, row.state == InboxState.ACTED)
            for row in rows
        ]

    async def finished(self, rows: Sequence[int]) -> None:
        """They are removed: a row that stays with its payload emptied would keep its room in SQLite's file."""
        if not rows:
            return
        async with self._database.begin(aside=True) as tx:
            await tx.run(_REMOVE, {"rows": list(rows)})

    async def quarantine(self, row: int, reason: str, kept: str | None = None) -> None:
        """Puts aside what cannot be handled; `reason` is a kind of error, never its text. Administrators hear.

        `kept`: what shall stay of the payload, by default all.
        """
        now = self._database.clock.now()
        async with self._database.begin(aside=True) as tx:
            aside = {"state": InboxState.QUARANTINED, "reason": reason[:40]}
            left = aside if kept is None else {**aside, "payload": kept}
            await tx.run(update(inbox).where(inbox.c.id == row).values(**left))
            told = await tx.row(_TOLD, {"since": now - TOLD_EVERY})
            if told is None:
                count = await tx.row(_QUARANTINED, {"since": now - KEPT})
                await tx.facts.add(UpdatesQuarantined(None, count[0] if count else 1))

    async def quarantined(self) -> int:
        """All that are kept."""
        asked = select(func.count()).select_from(inbox).where(inbox.c.state == InboxState.QUARANTINED)
        row = await self._database.reader.row(asked)
        return int(row[0]) if row else 0

    async def forget_old(self) -> int:
        """What came more than a day ago need not be known; what the old quarantined ones said goes too.

        The number of updates forgotten.
        """
        now = self._database.clock.now()
        ageing = update(inbox).where(inbox.c.state == InboxState.QUARANTINED, inbox.c.received_at < now - PAYLOADS_KEPT)
        async with self._database.begin(aside=True) as tx:
            await tx.run(ageing.values(payload=""))
            return await tx.run(delete(known_updates).where(known_updates.c.received_at < now - KEPT))


_SINCE: Any = bindparam("since", type_=facts.c.at.type)
_TOLD = select(facts.c.id).where(facts.c.kind == UpdatesQuarantined.kind, facts.c.at > _SINCE).limit(1)
_QUARANTINED = (
    select(func.count()).select_from(inbox).where(inbox.c.state == InboxState.QUARANTINED, inbox.c.received_at > _SINCE)
)


_STORE = insert(inbox).returning(inbox.c.id, sort_by_parameter_order=True)
_REMOVE = delete(inbox).where(inbox.c.id.in_(bindparam("rows", expanding=True)))


def _row(one: GivenUpdate, now: datetime) -> dict[str, Any]:
    return {"update_id": one.update_id, "chat_id": one.chat_id, "payload": one.payload, "received_at": now}


@cache
def _knowing(dialect: str) -> Any:
    return upsert(known_updates, dialect, ("identity",)).returning(known_updates.c.identity)
