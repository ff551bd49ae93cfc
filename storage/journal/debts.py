"""Works not handed in («точка»), as they are written."""

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import case, update

from domain.ids import DebtId, LessonId, MarkId, PersonId
from domain.journal.ports import NewDebt, OpenDebt
from storage.executor import Writer
from storage.tables.grading import debts
from storage.upsert import upsert

KEY = ("lesson_id", "pupil_id", "kind_id")
ANEW = ("due_day", "set_by", "set_at", "closed_at", "closed_by", "mark_id")


class DebtRows:
    def __init__(self, tx: Writer) -> None:
        self._tx = tx

    async def set(self, lesson: LessonId, debt: NewDebt) -> OpenDebt:
        """One statement; one of that kind at that lesson counts its versions on."""
        row = {
            "lesson_id": lesson,
            "pupil_id": debt.pupil,
            "kind_id": debt.kind,
            "due_day": debt.due,
            "set_by": debt.by,
            "set_at": self._tx.clock.now(),
            "closed_at": None,
            "closed_by": None,
            "mark_id": None,
        }
        set_ = upsert(debts, self._tx.dialect, KEY, *ANEW, counted="version")
        (kept,) = await self._tx.rows(set_.returning(debts.c.id, debts.c.version), row)
        return OpenDebt(DebtId(kept.id), debt.pupil, debt.kind, debt.due, kept.version)

    async def end(self, debt: OpenDebt, by: PersonId) -> bool:
        return await self._end([debt], by, None) == 1

    async def hand_in(self, handed: Mapping[OpenDebt, MarkId], by: PersonId) -> bool:
        became = case({debt.id: mark for debt, mark in handed.items()}, value=debts.c.id)
        return await self._end(handed, by, became) == len(handed)

    async def _end(self, ended: Collection[OpenDebt], by: PersonId, mark: Any) -> int:
        standing = update(debts).where(debts.c.id.in_([debt.id for debt in ended]), debts.c.closed_at.is_(None))
        now, version = self._tx.clock.now(), debts.c.version + 1
        return await self._tx.run(standing.values(mark_id=mark, closed_by=by, closed_at=now, version=version))
