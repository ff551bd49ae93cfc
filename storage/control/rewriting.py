"""What was entered on a day at a teacher's lessons: a statement each, and one more for the lessons' classes."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, and_, exists, func, or_, select

from domain.attendance.presence import Presence
from domain.control.journal_page import WordedHomework
from domain.control.paper_day import EnteredMark, EnteredPresence, LessonHead, OwnScope
from domain.ids import ClassId, EntryId, GroupId, LessonId, PersonId
from domain.roles.people import PersonName
from domain.school.timetable import LessonRef
from storage.control.journal_pages import worded
from storage.database import Database
from storage.journal.course_reads import homework_given
from storage.tables.attendance import attendance
from storage.tables.journal import homework, homework_files, lesson_classes, lessons, marks, work_kinds
from storage.tables.roles import people
from storage.tables.school import subjects

_FILES = select(func.count()).where(homework_files.c.homework_id == homework.c.id).scalar_subquery()


class RewritingReads:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def lessons(self, scope: OwnScope) -> Sequence[LessonHead]:
        one = lessons.c
        asked = (
            select(one.id, one.entry_id, one.day, one.position, one.topic, one.topic_set_at, one.roll_call_closed_at)
            .add_columns(subjects.c.name, lesson_classes.c.class_id, lesson_classes.c.group_id)
            .select_from(
                lessons.join(subjects, one.subject_id == subjects.c.id).join(
                    lesson_classes, lesson_classes.c.lesson_id == one.id
                )
            )
            .where(_own(scope), or_(one.day == scope.day, _entered(scope)))
            .order_by(one.day, one.position, one.id, lesson_classes.c.class_id)
        )
        found: dict[int, LessonHead] = {}
        for row in await self._database.reader.rows(asked):
            part = {ClassId(row.class_id): GroupId(row.group_id) if row.group_id is not None else None}
            known = found.get(row.id)
            found[row.id] = _head(row, {**(known.parts if known else {}), **part})
        return list(found.values())

    async def marks(self, scope: OwnScope) -> Sequence[EnteredMark]:
        mark = marks.c
        entered = func.coalesce(mark.entered_at, mark.set_at, type_=mark.set_at.type).label("entered")
        asked = (
            select(mark.lesson_id, mark.pupil_id, mark.value, mark.set_at, mark.taken_back, entered)
            .add_columns(work_kinds.c.short, people.c.surname, people.c.given, people.c.patronymic)
            .select_from(
                marks.join(lessons, mark.lesson_id == lessons.c.id)
                .join(work_kinds, mark.kind_id == work_kinds.c.id)
                .join(people, mark.pupil_id == people.c.id)
            )
            .where(_own(scope), mark.set_at >= scope.since, mark.set_at < scope.before)
            .order_by(people.c.name_norm, people.c.id, mark.id)
        )
        return [_mark(row) for row in await self._database.reader.rows(asked)]

    async def presence(self, scope: OwnScope) -> Sequence[EnteredPresence]:
        noted = attendance.c
        asked = (
            select(noted.lesson_id, noted.pupil_id, noted.status, noted.noted_at)
            .add_columns(people.c.surname, people.c.given, people.c.patronymic)
            .select_from(
                attendance.join(lessons, noted.lesson_id == lessons.c.id).join(people, noted.pupil_id == people.c.id)
            )
            .where(_own(scope), or_(noted.day == scope.day, _within(noted.noted_at, scope)))
            .order_by(people.c.name_norm, people.c.id)
        )
        return [
            EnteredPresence(
                LessonId(row.lesson_id), PersonId(row.pupil_id), _name(row), Presence(row.status), row.noted_at
            )
            for row in await self._database.reader.rows(asked)
        ]

    async def homework(self, classes: Collection[ClassId], first: date) -> Sequence[WordedHomework]:
        about = homework.c
        asked = (
            homework_given()
            .add_columns(about.text, _FILES.label("files"))
            .where(about.class_id.in_(classes), about.due_day > first)
            .order_by(about.due_day, about.id)
        )
        return [worded(row) for row in await self._database.reader.rows(asked)]


def _own(scope: OwnScope) -> ColumnElement[bool]:
    today = and_(lessons.c.day == scope.day, lessons.c.entry_id.in_(list(scope.entries)))
    near = lessons.c.day.between(scope.first, scope.day)
    return and_(near, or_(lessons.c.teacher_id == scope.teacher, today))


def _entered(scope: OwnScope) -> ColumnElement[bool]:
    return or_(
        _within(lessons.c.topic_set_at, scope),
        exists().where(marks.c.lesson_id == lessons.c.id, _within(marks.c.set_at, scope)),
        exists().where(attendance.c.lesson_id == lessons.c.id, _within(attendance.c.noted_at, scope)),
    )


def _within(instant: Any, scope: OwnScope) -> ColumnElement[bool]:
    return and_(instant >= scope.since, instant < scope.before)


def _head(row: Any, parts: dict[ClassId, GroupId | None]) -> LessonHead:
    return LessonHead(
        id=LessonId(row.id),
        ref=LessonRef(EntryId(row.entry_id), row.day),
        position=row.position,
        subject_name=row.name,
        topic=row.topic,
        topic_at=row.topic_set_at,
        called=row.roll_call_closed_at is not None,
        parts=parts,
    )


def _mark(row: Any) -> EnteredMark:
    return EnteredMark(
        LessonId(row.lesson_id),
        PersonId(row.pupil_id),
        _name(row),
        row.value,
        row.short,
        row.entered,
        row.set_at,
        row.taken_back,
    )


def _name(row: Any) -> PersonName:
    return PersonName(row.surname, row.given, row.patronymic)
