"""Lessons of the timetable with what is written of them: a statement for each kind of entry."""

import asyncio
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Select, case, func, select

from domain.attendance.presence import Presence
from domain.control.lesson_frames import Frame, Frames, framed
from domain.control.lesson_records import WRITTEN_KINDS, GivenHomework, LessonRecord, WrittenMarks
from domain.ids import ClassId
from domain.journal.homework_given import Given
from domain.journal.homework_lessons import AHEAD
from storage.database import Database
from storage.journal.course_reads import given, homework_given
from storage.kept import Kept
from storage.school.timetable import KnownTimetable
from storage.tables.attendance import attendance
from storage.tables.journal import homework, lesson_classes, lessons, marks, work_kinds
from storage.topics import LISTS, TIMETABLE

NOBODY_NOTED = Presence.PRESENT.value
NOTHING, NOBODY = (0, 0, 0), (0, 0, None)
"""Rows of a lesson without marks, and of one at which nobody was noted."""
SHORT = 7
"""Days that are read in the loop's own thread: a few milliseconds."""
ASKED_LATELY = 6
"""Slices of which the lessons are kept: of a school year they are some ten megabytes."""
Asked = tuple[date, date, frozenset[ClassId] | None]
Late = Mapping[int, tuple[WrittenMarks, ...]]


class LessonBookReads:
    """Five statements, and what the timetable costs; what the timetable alone says of lessons is kept."""

    def __init__(self, database: Database, timetable: KnownTimetable) -> None:
        self._database = database
        self._timetable = timetable
        self._frames: Kept[Asked, Frames] = Kept(database, TIMETABLE, LISTS, most=ASKED_LATELY)

    async def lessons(
        self, first: date, last: date, classes: Collection[ClassId] | None = None
    ) -> Sequence[LessonRecord]:
        wanted = None if classes is None else frozenset(classes)
        frames = await self._frames.get((first, last, wanted), self._framed)
        aside = (last - first).days > SHORT
        rows = self._database.aside.rows if aside else self._database.reader.rows
        lessons_, marks_, late, noted, homework_ = await asyncio.gather(
            rows(_lessons(first, last, classes)),
            rows(_marks(first, last, classes)),
            rows(_late_marks(first, last, classes)),
            rows(_noted(first, last, classes)),
            rows(_homework(first, last, frames.classes)),
        )

        def made() -> Sequence[LessonRecord]:
            return _records(frames, _written(lessons_, marks_, late, noted, homework_))

        return await asyncio.to_thread(made) if aside else made()

    async def _framed(self, asked: Asked) -> Frames:
        first, last, wanted = asked
        days = await self._timetable.days(first, last + AHEAD)
        return await asyncio.to_thread(framed, days, last, wanted)


@dataclass(frozen=True, slots=True)
class _Written:
    """Rows; of lessons by day and line of the timetable, all else by the lesson's number."""

    lessons: Mapping[date, Mapping[int, Any]]
    marks: Mapping[int, Any]
    late: Late
    noted: Mapping[int, Any]
    homework: Given


def _written(
    lessons_: Sequence[Any], marks_: Sequence[Any], late: Sequence[Any], noted: Sequence[Any], homework_: Sequence[Any]
) -> _Written:
    return _Written(
        _by_day(lessons_),
        {row[0]: row for row in marks_},
        _late(late),
        {row[0]: row for row in noted},
        Given(map(given, homework_)),
    )


def _records(frames: Frames, written: _Written) -> list[LessonRecord]:
    found: list[LessonRecord] = []
    for day, of_day in frames.days:
        rows = written.lessons.get(day, {})
        found += [_record(frame, rows.get(frame.lesson.ref.entry), written) for frame in of_day]
    return found


def _record(frame: Frame, row: Any, written: _Written) -> LessonRecord:
    lesson = frame.lesson
    homework_ = _given_at(frame, written.homework) if frame.marked else None
    if row is None:
        return LessonRecord(
            lesson, homework=homework_, begins=frame.begins, ends=frame.ends, gives_homework=frame.gives_homework
        )
    number, _, _, teacher, topic_at, roll_call_at, topic = row
    _, marked, of_written_works = written.marks.get(number, NOTHING)
    _, noted, noted_at = written.noted.get(number, NOBODY)
    return LessonRecord(
        lesson,
        number,
        teacher,
        topic_at,
        roll_call_at,
        noted,
        marked,
        of_written_works,
        written.late.get(number, ()),
        homework_,
        topic,
        noted_at,
        frame.begins,
        frame.ends,
        frame.gives_homework,
    )


def _given_at(frame: Frame, given_: Given) -> GivenHomework | None:
    """The first that was given; «не задано» only where nothing else is."""
    found = given_.at(frame.lesson, frame.following)
    if not found:
        return None
    first = found[0] if len(found) == 1 else min(found, key=lambda one: (one.none_set, one.at))
    return GivenHomework(first.at, first.none_set)


def _lessons(first: date, last: date, classes: Collection[ClassId] | None) -> Select[Any]:
    about = lessons.c
    asked = select(about.id, about.entry_id, about.day, about.teacher_id, about.topic_set_at, about.roll_call_closed_at)
    return _of(asked.add_columns(about.topic).where(about.day.between(first, last)), about.id, classes)


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
    first_at = func.min(attendance.c.noted_at, type_=attendance.c.noted_at.type).label("noted_at")
    asked = select(attendance.c.lesson_id, func.count().label("noted"), first_at)
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


def _by_day(rows: Sequence[Any]) -> Mapping[date, Mapping[int, Any]]:
    found: dict[date, dict[int, Any]] = {}
    for row in rows:
        found.setdefault(row[2], {})[row[1]] = row
    return found


def _late(rows: Sequence[Any]) -> Late:
    found: dict[int, tuple[WrittenMarks, ...]] = {}
    for lesson, at, written, count in rows:
        found[lesson] = (*found.get(lesson, ()), WrittenMarks(at, bool(written), count))
    return found
