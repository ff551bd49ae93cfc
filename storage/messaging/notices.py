"""Messages by themselves that are in the outbox already."""

from collections.abc import Collection

from sqlalchemy import select

from domain.ids import AccountId
from domain.messaging.kinds import Kind
from storage.executor import Reader
from storage.tables.messaging import outbox


class NoticesQueued:
    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def queued(self, events: Collection[str], kind: Kind = Kind.NOTICE) -> Collection[tuple[str, AccountId]]:
        """One statement."""
        mine = outbox.c.event.in_(list(events)), outbox.c.kind == kind
        rows = await self._reader.rows(select(outbox.c.event, outbox.c.account_id).where(*mine))
        return {(row.event, AccountId(row.account_id)) for row in rows}
