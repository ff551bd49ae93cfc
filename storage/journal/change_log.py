"""The log of the journal's changes; rows are only ever added."""

from typing import Any

from sqlalchemy import insert, select

from domain.ids import ChangeId
from domain.school.ports import Change
from storage.executor import Writer
from storage.tables.journal import change_log


class ChangeLogRows:
    def __init__(self, tx: Writer) -> None:
        self._tx = tx

    async def add(self, *changes: Change) -> None:
        rows = [self._row(change) for change in changes]
        if rows:
            await self._tx.run(insert(change_log), rows)

    async def put(self, change: Change) -> ChangeId:
        """One, with its number."""
        return ChangeId(await self._tx.add(insert(change_log).values(self._row(change))))

    async def one(self, number: ChangeId) -> Change | None:
        row = await self._tx.row(select(change_log).where(change_log.c.id == number))
        return Change(row.what, row.person_id, row.lesson_id, row.pupil_id, row.before, row.after) if row else None

    def _row(self, change: Change) -> dict[str, Any]:
        return {
            "at": self._tx.clock.now(),
            "person_id": change.by,
            "what": change.what,
            "lesson_id": change.lesson,
            "pupil_id": change.pupil,
            "before": change.before,
            "after": change.after,
        }
