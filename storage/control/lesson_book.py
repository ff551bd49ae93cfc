"""Lessons of the timetable with what is written of them: a statement for each kind of entry."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Row, Select, case, func, select

from domain.attendance.presence import Presence
from domain.control.lesson_records import WRITTEN_KINDS, GivenHomework, LessonRecord, WrittenMarks
from domain.ids import ClassId, EntryId, LessonId, PersonId
from domain.journal.homework_given import Given, HomeworkGiven, following_days
from domain.journal.homework_lessons import AHEAD
from domain.school.timetable import LessonRef, PlannedLesson
from storage.database import Database
from storage.journal.course_reads import given, homework_given
from storage.school.timetable import KnownTimetable
from storage.tables.attendance import attendance
from storage.tables.journal import homework, lesson_classes, lessons, marks, work_kinds

NOBODY_NOTED = Presence.PRESENT.value
Late = Mapping[int, tuple[WrittenMarks, ...]]


class LessonBookReads:
    """Five statements, and what the timetable costs."""

    def __init__(self, database: Database, timetable: KnownTimetable) -> None:
        self._database = database
        self._timetable = timetable

    async def lessons(
        self, first: date, last: date, classes: Collection[ClassId] | None = None
    ) -> Sequence[LessonRecord]:
        planned = await self._planned(first, last + AHEAD, classes)
        rows = self._database.reader.rows
        written = await rows(_lessons(first, last, classes))
        marked = {row.lesson_id: row for row in await rows(_marks(first, last, classes))}
        late = _late(await rows(_late_marks(first, last, classes)))
        noted = {row.lesson_id: row.noted for row in await rows(_noted(first, last, classes))}
        at_home = [given(row) for row in await rows(_homework(first, last, classes))]
        known = {LessonRef(EntryId(row.entry_id), row.day): row for row in written}
        return _records(
            [one for one in planned if one.ref.day <= last], known, marked, late, noted, _Homework(planned, at_home)
        )

    async def _planned(self, first: date, last: date, classes: Collection[ClassId] | None) -> list[PlannedLesson]:
        days = await self._timetable.days(first, last)
        wanted = None if classes is None else frozenset(classes)
        return [
            lesson
            for day in days
            for lesson in day.lessons
            if lesson.takes_place and (wanted is None or not wanted.isdisjoint(lesson.classes))
        ]


class _Homework:
    def __init__(self, planned: Sequence[PlannedLesson], given_: Sequence[HomeworkGiven]) -> None:
        self._following = following_days(planned)
        self._given = Given(given_)

    def of(self, lesson: PlannedLesson) -> GivenHomework | None:
        """The first that was given; «не задано» only where nothing else is."""
        found = self._given.at(lesson, self._following.get(lesson.ref)) if lesson.marked else []
        if not found:
            return None
        first = min(found, key=lambda one: (one.none_set, one.at))
        return GivenHomework(first.at, first.none_set)


def _records(
    planned: Sequence[PlannedLesson],
    known: Mapping[LessonRef, Row[Any]],
    marked: Mapping[int, Row[Any]],
    late: Late,
    noted: Mapping[int, int],
    at_home: _Homework,
) -> list[LessonRecord]:
    return [_record(one, known.get(one.ref), marked, late, noted, at_home.of(one)) for one in planned]


def _record(
    lesson: PlannedLesson,
    row: Row[Any] | None,
    marked: Mapping[int, Row[Any]],
    late: Late,
    noted: Mapping[int, int],
    at_home: GivenHomework | None,
) -> LessonRecord:
    if row is None:
        return LessonRecord(lesson, homework=at_home)
    counts = marked.get(row.id)
    return LessonRecord(
        lesson,
        LessonId(row.id),
        PersonId(row.teacher_id) if row.teacher_id is not None else None,
        row.topic_set_at,
        row.roll_call_closed_at,
        noted.get(row.id, 0),
        counts.marks if counts is not None else 0,
        counts.written if counts is not None else 0,
        late.get(row.id, ()),
        at_home,
    )


def _lessons(first: date, last: date, classes: Collection[ClassId] | None) -> Select[Any]:
    about = lessons.c
    asked = select(about.id, about.entry_id, about.day, about.teacher_id, about.topic_set_at, about.roll_call_closed_at)
    return _of(asked.where(about.day.between(first, last)), about.id, classes)


def _marks(first: date, last: date, classes: Collection[ClassId] | None) -> Select[Any]:
    written = case((marks.c.kind_id.in_(_written_kinds()), 1), else_=0)
    asked = select(marks.c.lesson_id, func.count().label("marks"), func.sum(written).label("written"))
    return _of(_standing(asked, first, last), marks.c.lesson_id, classes).group_by(marks.c.lesson_id)


def _late_marks(first: date, last: date, classes: Collection[ClassId] | None) -> Select[Any]:
    entered = func.coalesce(marks.c.entered_at, marks.c.set_at, type_=marks.c.set_at.type)
    written = case((marks.c.kind_id.in_(_written_kinds()), 1), else_=0)
    asked = select(marks.c.lesson_id, entered.label("at"), written.label("written"), func.count().label("marks"))
    late = _of(_standing(asked, first, last).where(marks.c.late), marks.c.lesson_id, classes)
    return late.group_by(marks.c.lesson_id, entered, written).order_by(marks.c.lesson_id, entered)


def _noted(first: date, last: date, classes: Collection[ClassId] | None) -> Select[Any]:
    asked = select(attendance.c.lesson_id, func.count().label("noted"))
    away = asked.where(attendance.c.day.between(first, last), attendance.c.status != NOBODY_NOTED)
    return _of(away, attendance.c.lesson_id, classes).group_by(attendance.c.lesson_id)


def _homework(first: date, last: date, classes: Collection[ClassId] | None) -> Select[Any]:
    due = homework_given().where(homework.c.due_day.between(first + timedelta(days=1), last + AHEAD))
    return due if classes is None else due.where(homework.c.class_id.in_(list(classes)))


def _standing(asked: Select[Any], first: date, last: date) -> Select[Any]:
    return asked.where(marks.c.day.between(first, last), marks.c.taken_back.is_(False))


def _written_kinds() -> Any:
    return select(work_kinds.c.id).where(work_kinds.c.code.in_(sorted(WRITTEN_KINDS)))


def _of(asked: Select[Any], lesson: Any, classes: Collection[ClassId] | None) -> Select[Any]:
    if classes is None:
        return asked
    link = lesson_classes.c
    return asked.where(lesson.in_(select(link.lesson_id).where(link.class_id.in_(list(classes)))))


def _late(rows: Sequence[Row[Any]]) -> Late:
    found: dict[int, tuple[WrittenMarks, ...]] = {}
    for row in rows:
        entered = WrittenMarks(row.at, bool(row.written), row.marks)
        found[row.lesson_id] = (*found.get(row.lesson_id, ()), entered)
    return found
