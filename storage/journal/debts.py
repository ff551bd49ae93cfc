"""Works not handed in («точка»), as they are written."""

from sqlalchemy import insert, update

from domain.ids import DebtId, LessonId, MarkId, PersonId
from domain.journal.ports import NewDebt, OpenDebt
from storage.executor import Writer
from storage.tables.grading import debts

KEY = ("lesson_id", "pupil_id", "kind_id")
ANEW = ("due_day", "set_by", "set_at", "closed_at", "closed_by", "mark_id")


class DebtRows:
    def __init__(self, tx: Writer) -> None:
        self._tx = tx

    async def set(self, lesson: LessonId, debt: NewDebt) -> OpenDebt:
        """One statement where there was one of that kind at that lesson, which counts its versions on; else two."""
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
        again = update(debts).where(*(debts.c[name] == row[name] for name in KEY))
        known = {name: row[name] for name in ANEW}
        kept = await self._tx.row(
            again.values(**known, version=debts.c.version + 1).returning(debts.c.id, debts.c.version)
        )
        if kept is None:
            return OpenDebt(DebtId(await self._tx.add(insert(debts).values(**row))), debt.pupil, debt.kind, debt.due, 1)
        return OpenDebt(DebtId(kept.id), debt.pupil, debt.kind, debt.due, kept.version)

    async def end(self, debt: OpenDebt, mark: MarkId | None, by: PersonId) -> bool:
        ended = {"mark_id": mark, "closed_by": by, "closed_at": self._tx.clock.now(), "version": debt.version + 1}
        standing = update(debts).where(debts.c.id == debt.id, debts.c.closed_at.is_(None))
        return await self._tx.run(standing.values(**ended)) == 1
