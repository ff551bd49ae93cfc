"""Whom somebody has asked for what is left of a class's day, and who is busy right now."""

from collections.abc import Collection, Mapping
from datetime import datetime

from sqlalchemy import func, select, union

from domain.control.class_check import Asked
from domain.control.reminding import reminder_event
from domain.ids import PersonId
from domain.messaging.kinds import Kind
from storage.executor import Reader
from storage.tables.journal import change_log
from storage.tables.messaging import outbox
from storage.tables.roles import bindings


class ReminderReads:
    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def reminded(self, asked: Collection[Asked]) -> Mapping[Asked, datetime]:
        events = {reminder_event(*one): one for one in asked}
        sent = (
            select(outbox.c.event, func.min(outbox.c.made_at, type_=outbox.c.made_at.type).label("at"))
            .where(outbox.c.event.in_(list(events)), outbox.c.kind == Kind.DUTY_REMINDED)
            .group_by(outbox.c.event)
        )
        return {events[row.event]: row.at for row in await self._reader.rows(sent)}


class ChangesReads:
    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def newest(self) -> int:
        row = await self._reader.row(select(func.max(change_log.c.id)))
        return int(row[0] or 0) if row else 0

    async def busy(self, since: datetime) -> Collection[PersonId]:
        """Of the newest changes alone: nobody makes more in a minute."""
        last = select(func.max(change_log.c.id)).scalar_subquery()
        wrote = select(change_log.c.person_id).where(change_log.c.id > last - NEWEST, change_log.c.at > since)
        seen = select(bindings.c.person_id).where(bindings.c.last_seen_at > since)
        return {PersonId(row.person_id) for row in await self._reader.rows(union(wrote, seen)) if row.person_id}


NEWEST = 2000
"""There is no index by time, and none is needed for so few rows."""
