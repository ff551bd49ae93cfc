"""Changes of old marks that wait for the deputy, as they are written."""

from sqlalchemy import insert, select, update

from domain.ids import MarkId, MarkRequestId, PersonId
from domain.journal.mark_requests import AskedChange, RequestState
from storage.executor import Writer
from storage.journal.marks import standing_mark
from storage.tables.grading import mark_requests


class MarkRequestRows:
    def __init__(self, tx: Writer) -> None:
        self._tx = tx

    async def add(self, mark: MarkId, value: str | None, reason: str, by: PersonId) -> MarkRequestId | None:
        """Two statements."""
        r = mark_requests.c
        if await self._tx.row(select(r.id).where(r.mark_id == mark, r.state == RequestState.OPEN)):
            return None
        row = {"mark_id": mark, "value": value, "reason": reason, "asked_by": by, "asked_at": self._tx.clock.now()}
        return MarkRequestId(await self._tx.add(insert(mark_requests).values(**row)))

    async def asked(self, request: MarkRequestId) -> AskedChange | None:
        """Two statements."""
        row = await self._tx.row(select(mark_requests).where(mark_requests.c.id == request))
        standing = await standing_mark(self._tx, MarkId(row.mark_id)) if row is not None else None
        if row is None or standing is None:
            return None
        return AskedChange(standing, row.value, row.reason, PersonId(row.asked_by))

    async def decide(self, request: MarkRequestId, state: RequestState, by: PersonId) -> bool:
        r = mark_requests.c
        first = update(mark_requests).where(r.id == request, r.state == RequestState.OPEN)
        return await self._tx.run(first.values(state=state, decided_by=by, decided_at=self._tx.clock.now())) == 1
