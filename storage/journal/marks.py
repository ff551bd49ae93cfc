"""Marks as they are written, and the lesson's own topic."""

from typing import Any

from sqlalchemy import Row, and_, bindparam, func, insert, select, update

from domain.attendance.presence import Presence
from domain.ids import DebtId, EntryId, LessonId, MarkId, PersonId, PlanTopicId, WorkKindId
from domain.journal.ports import LessonMark, MarkPlace, NewMark, OpenDebt, StandingMark
from domain.journal.retakes import retaken_at
from domain.school.timetable import LessonRef, PlannedLesson
from storage.executor import Reader, Writer
from storage.tables.attendance import attendance
from storage.tables.grading import debts
from storage.tables.journal import lessons, marks

LATER = ("value", "taken_back", "late", "set_by")


class MarkRows:
    def __init__(self, tx: Writer) -> None:
        self._tx = tx

    async def place(self, ref: LessonRef, pupil: PersonId, kind: WorkKindId, slot: int = 1) -> MarkPlace:
        """One statement."""
        where = {"entry": ref.entry, "day": ref.day, "pupil": pupil, "kind": kind, "before": retaken_at(slot)}
        row = await self._tx.row(PLACE, {**where, "slot": slot})
        if row is None:
            return MarkPlace(None, False, None)
        away = row.status is not None and Presence(row.status).away
        return MarkPlace(
            lesson=LessonId(row.lesson),
            away=away,
            mark=lesson_mark(row) if row.id is not None else None,
            retaken=_retaken(row, pupil, kind) if row.retaken_id is not None else None,
            debt=open_debt(row, pupil) if row.debt_id is not None else None,
        )

    async def add(self, lesson: LessonId, planned: PlannedLesson, mark: NewMark) -> MarkId:
        row = {
            "lesson_id": lesson,
            "pupil_id": mark.pupil,
            "day": planned.ref.day,
            "subject_id": planned.subject.id,
            "kind_id": mark.kind,
            "slot": mark.slot,
            "value": mark.value,
            "retake_id": mark.retakes,
            "late": mark.late,
            "set_by": mark.by,
            "set_at": self._tx.clock.now(),
        }
        return MarkId(await self._tx.add(insert(marks).values(**row)))

    async def change(self, mark: LessonMark, *, value: str, taken_back: bool, late: bool, by: PersonId) -> bool:
        """When it was first set is kept beside when it was last."""
        row = dict(zip(LATER, (value, taken_back, late, by), strict=True))
        entered = func.coalesce(marks.c.entered_at, marks.c.set_at)
        return await self._next(mark, **row, set_at=self._tx.clock.now(), entered_at=entered)

    async def comment(self, mark: LessonMark, words: str | None) -> bool:
        return await self._next(mark, comment=words)

    async def set_topic(self, lesson: LessonId, topic: str | None, plan_topic: PlanTopicId | None = None) -> None:
        written = {"topic": topic, "plan_topic_id": plan_topic}
        await self._tx.run(update(lessons).where(lessons.c.id == lesson).values(**written))

    async def _next(self, mark: LessonMark, **row: Any) -> bool:
        same = update(marks).where(marks.c.id == mark.id, marks.c.version == mark.version)
        return await self._tx.run(same.values(**row, version=mark.version + 1)) == 1


async def standing_mark(reader: Reader, mark: MarkId) -> StandingMark | None:
    """One statement."""
    row = await reader.row(STANDING.where(marks.c.id == mark))
    return standing_of(row) if row is not None else None


def standing_of(row: Row[Any]) -> StandingMark:
    return StandingMark(lesson_mark(row), LessonId(row.lesson_id), LessonRef(EntryId(row.entry_id), row.day))


def lesson_mark(row: Row[Any]) -> LessonMark:
    return LessonMark(
        id=MarkId(row.id),
        pupil=PersonId(row.pupil_id),
        kind=WorkKindId(row.kind_id),
        value=row.value,
        version=row.version,
        taken_back=row.taken_back,
        slot=row.slot,
        comment=row.comment,
        retakes=MarkId(row.retake_id) if row.retake_id is not None else None,
        set_by=PersonId(row.set_by),
        entered_at=row.entered_at or row.set_at,
    )


def open_debt(row: Row[Any], pupil: PersonId) -> OpenDebt:
    return OpenDebt(DebtId(row.debt_id), pupil, WorkKindId(row.debt_kind), row.due_day, row.debt_version)


def _retaken(row: Row[Any], pupil: PersonId, kind: WorkKindId) -> LessonMark:
    return LessonMark(MarkId(row.retaken_id), pupil, kind, row.retaken_value, row.retaken_version, row.retaken_back)


STANDING = select(lessons.c.entry_id, marks).join(lessons, marks.c.lesson_id == lessons.c.id)
DEBT = (
    debts.c.id.label("debt_id"),
    debts.c.kind_id.label("debt_kind"),
    debts.c.version.label("debt_version"),
    debts.c.due_day,
)
_retaken_mark = marks.alias("retaken")
_of_pupil = (("pupil_id", "pupil"), ("kind_id", "kind"))


def _here(table: Any, *more: Any) -> Any:
    same = (table.c[column] == bindparam(name) for column, name in _of_pupil)
    return and_(table.c.lesson_id == lessons.c.id, *same, *more)


PLACE = (
    select(lessons.c.id.label("lesson"), attendance.c.status, marks, *DEBT)
    .add_columns(
        _retaken_mark.c.id.label("retaken_id"),
        _retaken_mark.c.value.label("retaken_value"),
        _retaken_mark.c.version.label("retaken_version"),
        _retaken_mark.c.taken_back.label("retaken_back"),
    )
    .select_from(
        lessons.outerjoin(marks, _here(marks, marks.c.slot == bindparam("slot")))
        .outerjoin(_retaken_mark, _here(_retaken_mark, _retaken_mark.c.slot == bindparam("before")))
        .outerjoin(debts, _here(debts, debts.c.closed_at.is_(None)))
        .outerjoin(
            attendance, and_(attendance.c.lesson_id == lessons.c.id, attendance.c.pupil_id == bindparam("pupil"))
        )
    )
    .where(lessons.c.entry_id == bindparam("entry"), lessons.c.day == bindparam("day"))
)
"""Made once: putting it together costs more than running it."""
