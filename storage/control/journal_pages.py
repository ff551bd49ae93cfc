"""What is written on a page of the journal: a statement each, made of the lessons of a class and subject."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Select, func, select

from domain.attendance.presence import Presence
from domain.control.journal_page import PageMark, WordedHomework, WrittenLesson
from domain.ids import ClassId, EntryId, GroupId, LessonId, PersonId, SubjectId
from domain.school.timetable import LessonRef
from storage.database import Database
from storage.journal.course_reads import homework_given
from storage.tables.attendance import attendance
from storage.tables.journal import homework, homework_files, lesson_classes, lessons, marks

_FILES = select(func.count()).where(homework_files.c.homework_id == homework.c.id).scalar_subquery()


class JournalPageReads:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def lessons(self, class_id: ClassId, subject: SubjectId, first: date, last: date) -> Sequence[WrittenLesson]:
        one = lessons.c
        asked = _of_course(
            select(one.id, one.entry_id, one.day, one.position, one.topic, lesson_classes.c.group_id).select_from(
                lessons.join(lesson_classes, lesson_classes.c.lesson_id == one.id)
            ),
            class_id,
            subject,
            first,
            last,
        ).order_by(one.day, one.position, one.id)
        return [
            WrittenLesson(
                LessonId(row.id),
                LessonRef(EntryId(row.entry_id), row.day),
                row.position,
                row.topic,
                GroupId(row.group_id) if row.group_id is not None else None,
            )
            for row in await self._database.reader.rows(asked)
        ]

    async def marks(self, class_id: ClassId, subject: SubjectId, first: date, last: date) -> Sequence[PageMark]:
        asked = (
            select(marks.c.lesson_id, marks.c.pupil_id, marks.c.value)
            .where(marks.c.lesson_id.in_(_lesson_ids(class_id, subject, first, last)), marks.c.taken_back.is_(False))
            .order_by(marks.c.id)
        )
        rows = await self._database.reader.rows(asked)
        return [PageMark(LessonId(row.lesson_id), PersonId(row.pupil_id), row.value) for row in rows]

    async def noted(
        self, class_id: ClassId, subject: SubjectId, first: date, last: date
    ) -> Mapping[tuple[LessonId, PersonId], Presence]:
        asked = select(attendance.c.lesson_id, attendance.c.pupil_id, attendance.c.status).where(
            attendance.c.lesson_id.in_(_lesson_ids(class_id, subject, first, last)),
            attendance.c.status != Presence.PRESENT,
        )
        rows = await self._database.reader.rows(asked)
        return {(LessonId(row.lesson_id), PersonId(row.pupil_id)): Presence(row.status) for row in rows}

    async def homework(self, class_id: ClassId, subject: SubjectId, first: date) -> Sequence[WordedHomework]:
        about = homework.c
        asked = (
            homework_given()
            .add_columns(about.text, _FILES.label("files"))
            .where(about.class_id == class_id, about.subject_id == subject, about.due_day > first)
            .order_by(about.due_day, about.id)
        )
        return [worded(row) for row in await self._database.reader.rows(asked)]


def worded(row: Any) -> WordedHomework:
    """A row of `homework_given` with `text` and `files`."""
    return WordedHomework(
        ClassId(row.class_id),
        GroupId(row.group_id) if row.group_id is not None else None,
        SubjectId(row.subject_id),
        row.due_day,
        row.set_at,
        row.none_set,
        row.text,
        row.files,
    )


def _lesson_ids(class_id: ClassId, subject: SubjectId, first: date, last: date) -> Select[Any]:
    asked = select(lessons.c.id).select_from(lessons.join(lesson_classes, lesson_classes.c.lesson_id == lessons.c.id))
    return _of_course(asked, class_id, subject, first, last)


def _of_course(asked: Select[Any], class_id: ClassId, subject: SubjectId, first: date, last: date) -> Select[Any]:
    return asked.where(
        lesson_classes.c.class_id == class_id,
        lessons.c.subject_id == subject,
        lessons.c.day.between(first, last),
    )
