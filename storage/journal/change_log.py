"""The log of the journal's changes; rows are only ever added."""

from sqlalchemy import insert

from domain.school.ports import Change
from storage.executor import Writer
from storage.tables.journal import change_log


class ChangeLogRows:
    def __init__(self, tx: Writer) -> None:
        self._tx = tx

    async def add(self, *changes: Change) -> None:
        now = self._tx.clock.now()
        rows = [
            {
                "at": now,
                "person_id": change.by,
                "what": change.what,
                "lesson_id": change.lesson,
                "pupil_id": change.pupil,
                "before": change.before,
                "after": change.after,
            }
            for change in changes
        ]
        if rows:
            await self._tx.run(insert(change_log), rows)
