"""Marks as they are written, and the lesson's own topic."""

from typing import Any

from sqlalchemy import Row, and_, insert, select, update

from domain.attendance.presence import Presence
from domain.ids import LessonId, MarkId, PersonId, WorkKindId
from domain.journal.ports import LessonMark, MarkPlace, NewMark
from domain.school.timetable import LessonRef, PlannedLesson
from storage.executor import Writer
from storage.tables.attendance import attendance
from storage.tables.journal import lessons, marks


class MarkRows:
    def __init__(self, tx: Writer) -> None:
        self._tx = tx

    async def place(self, ref: LessonRef, pupil: PersonId, kind: WorkKindId) -> MarkPlace:
        """One statement."""
        mine = and_(marks.c.lesson_id == lessons.c.id, marks.c.pupil_id == pupil, marks.c.kind_id == kind)
        presence = and_(attendance.c.lesson_id == lessons.c.id, attendance.c.pupil_id == pupil)
        asked = (
            select(lessons.c.id.label("lesson"), attendance.c.status, marks)
            .select_from(lessons.outerjoin(marks, mine).outerjoin(attendance, presence))
            .where(lessons.c.entry_id == ref.entry, lessons.c.day == ref.day)
        )
        row = await self._tx.row(asked)
        if row is None:
            return MarkPlace(None, False, None)
        away = row.status is not None and Presence(row.status).away
        return MarkPlace(LessonId(row.lesson), away, lesson_mark(row) if row.id is not None else None)

    async def add(self, lesson: LessonId, planned: PlannedLesson, mark: NewMark) -> MarkId:
        row = {
            "lesson_id": lesson,
            "pupil_id": mark.pupil,
            "day": planned.ref.day,
            "subject_id": planned.subject.id,
            "kind_id": mark.kind,
            "value": mark.value,
            "late": mark.late,
            "set_by": mark.by,
            "set_at": self._tx.clock.now(),
        }
        return MarkId(await self._tx.add(insert(marks).values(**row)))

    async def change(self, mark: LessonMark, *, value: str, taken_back: bool, late: bool, by: PersonId) -> None:
        row = {"value": value, "taken_back": taken_back, "late": late, "version": mark.version + 1, "set_by": by}
        await self._tx.run(update(marks).where(marks.c.id == mark.id).values(**row, set_at=self._tx.clock.now()))

    async def set_topic(self, lesson: LessonId, topic: str) -> None:
        await self._tx.run(update(lessons).where(lessons.c.id == lesson).values(topic=topic))


def lesson_mark(row: Row[Any]) -> LessonMark:
    return LessonMark(
        id=MarkId(row.id),
        pupil=PersonId(row.pupil_id),
        kind=WorkKindId(row.kind_id),
        value=row.value,
        version=row.version,
        taken_back=row.taken_back,
    )
