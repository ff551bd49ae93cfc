"""Lessons of which something is written."""

from sqlalchemy import select

from domain.ids import LessonId, PersonId
from domain.school.timetable import LessonRef, PlannedLesson
from storage.executor import Reader, Writer
from storage.tables.journal import lesson_classes, lessons
from storage.upsert import upsert


class LessonRows:
    def __init__(self, tx: Writer) -> None:
        self._tx = tx

    async def ensure(self, lesson: PlannedLesson, teacher: PersonId) -> LessonId:
        """One statement where the lesson is there already, three where it is the first thing written of it."""
        known = await lesson_id(self._tx, lesson.ref)
        return known if known is not None else await self.make(lesson, teacher)

    async def make(self, lesson: PlannedLesson, teacher: PersonId) -> LessonId:
        """Two statements; a row that has come meanwhile (PostgreSQL has several writers) stays as it is."""
        row = {
            "entry_id": lesson.ref.entry,
            "day": lesson.ref.day,
            "position": lesson.position,
            "subject_id": lesson.subject.id,
            "teacher_id": teacher,
        }
        first = upsert(lessons, self._tx.dialect, ("entry_id", "day"), "entry_id")
        (found,) = await self._tx.rows(first.returning(lessons.c.id), row)
        made = LessonId(found.id)
        parts = {part.id: part.group for part in lesson.parts}
        links = [{"lesson_id": made, "class_id": class_id, "group_id": group} for class_id, group in parts.items()]
        if links:
            await self._tx.run(upsert(lesson_classes, self._tx.dialect, ("lesson_id", "class_id")), links)
        return made


async def lesson_id(reader: Reader, ref: LessonRef) -> LessonId | None:
    found = await reader.row(select(lessons.c.id).where(lessons.c.entry_id == ref.entry, lessons.c.day == ref.day))
    return LessonId(found.id) if found else None
