"""Lessons of which something is written."""

from sqlalchemy import insert, select

from domain.ids import LessonId, PersonId
from domain.school.timetable import LessonRef, PlannedLesson
from storage.executor import Reader, Writer
from storage.tables.journal import lesson_classes, lessons


class LessonRows:
    def __init__(self, tx: Writer) -> None:
        self._tx = tx

    async def ensure(self, lesson: PlannedLesson, teacher: PersonId) -> LessonId:
        """One statement where the lesson is there already, three where it is the first thing written of it."""
        known = await lesson_id(self._tx, lesson.ref)
        return known if known is not None else await self._make(lesson, teacher)

    async def _make(self, lesson: PlannedLesson, teacher: PersonId) -> LessonId:
        row = {
            "entry_id": lesson.ref.entry,
            "day": lesson.ref.day,
            "position": lesson.position,
            "subject_id": lesson.subject.id,
            "teacher_id": teacher,
        }
        made = LessonId(await self._tx.add(insert(lessons).values(**row)))
        parts = {part.id: part.group for part in lesson.parts}
        links = [{"lesson_id": made, "class_id": class_id, "group_id": group} for class_id, group in parts.items()]
        if links:
            await self._tx.run(insert(lesson_classes), links)
        return made


async def lesson_id(reader: Reader, ref: LessonRef) -> LessonId | None:
    found = await reader.row(select(lessons.c.id).where(lessons.c.entry_id == ref.entry, lessons.c.day == ref.day))
    return LessonId(found.id) if found else None
