"""Presence at lessons as it is written."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import Row, bindparam, func, select, update

from domain.attendance.answers import Answer
from domain.attendance.ports import Noted, RollCallSheet
from domain.attendance.presence import Presence
from domain.ids import LessonId, PersonId
from domain.school.timetable import LessonRef
from storage.executor import Reader, Writer
from storage.tables.attendance import absence_answers, attendance
from storage.tables.journal import lessons
from storage.upsert import upsert


class AttendanceRows:
    """Inside a transaction."""

    def __init__(self, tx: Writer) -> None:
        self._tx = tx

    async def sheet(self, ref: LessonRef) -> RollCallSheet:
        return await sheet_of(self._tx, ref)

    async def put(self, lesson: LessonId, day: date, noted: Mapping[PersonId, Noted], by: PersonId) -> None:
        """One statement for any number of pupils."""
        now = self._tx.clock.now()
        changed = ("status", "minutes", "version", "noted_by", "noted_at")
        rows = [
            {
                "lesson_id": lesson,
                "pupil_id": pupil,
                "day": day,
                "status": one.status.value,
                "minutes": one.minutes,
                "version": one.version,
                "noted_by": by,
                "noted_at": now,
            }
            for pupil, one in noted.items()
        ]
        await self._tx.run(upsert(attendance, self._tx.dialect, ("lesson_id", "pupil_id"), *changed), rows)

    async def close(self, lesson: LessonId, by: PersonId | None) -> None:
        first = func.coalesce(lessons.c.roll_call_closed_at, self._tx.clock.now())
        closed = {"roll_call_closed_at": first if by else None, "roll_call_closed_by": by}
        await self._tx.run(update(lessons).where(lessons.c.id == lesson).values(**closed))

    async def answer(self, lesson: LessonId, pupil: PersonId, by: PersonId, answer: Answer) -> bool:
        row = {"lesson_id": lesson, "pupil_id": pupil, "guardian_id": by, "answer": answer.value}
        first = upsert(absence_answers, self._tx.dialect, ("lesson_id", "pupil_id"))
        return await self._tx.run(first.values(**row, at=self._tx.clock.now())) == 1


async def sheet_of(reader: Reader, ref: LessonRef) -> RollCallSheet:
    """One statement."""
    rows = await reader.rows(SHEET, {"entry": ref.entry, "day": ref.day})
    if not rows:
        return RollCallSheet(None, False)
    noted = {PersonId(row.pupil_id): _noted(row) for row in rows if row.pupil_id is not None}
    return RollCallSheet(LessonId(rows[0].id), rows[0].roll_call_closed_at is not None, noted)


SHEET = (
    select(lessons.c.id, lessons.c.roll_call_closed_at, attendance)
    .select_from(lessons.outerjoin(attendance, attendance.c.lesson_id == lessons.c.id))
    .where(lessons.c.entry_id == bindparam("entry"), lessons.c.day == bindparam("day"))
)
"""Made once: putting it together costs more than running it."""


def _noted(row: Row[Any]) -> Noted:
    return Noted(Presence(row.status), row.minutes, row.version)
