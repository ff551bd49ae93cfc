"""Lessons of the timetable with what is written of them: a statement for each kind of entry."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Row, Select, case, func, select

from domain.attendance.presence import Presence
from domain.control.lesson_records import WRITTEN_KINDS, GivenHomework, LessonRecord, WrittenMarks
from domain.ids import ClassId, LessonId, PersonId
from domain.journal.homework_given import Following, Given, HomeworkGiven
from domain.journal.homework_lessons import AHEAD
from domain.school.bells import Bell
from domain.school.timetable import PlannedLesson, SchoolDay
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
        days = await self._timetable.days(first, last + AHEAD)
        wanted = None if classes is None else frozenset(classes)
        together = None if wanted is None else {one for day in days for one in _with(day, wanted)}
        rows = self._database.reader.rows
        written = _Written(
            lessons={(row.entry_id, row.day): row for row in await rows(_lessons(first, last, classes))},
            marks={row.lesson_id: row for row in await rows(_marks(first, last, classes))},
            late=_late(await rows(_late_marks(first, last, classes))),
            noted={row.lesson_id: row for row in await rows(_noted(first, last, classes))},
            homework=[given(row) for row in await rows(_homework(first, last, together))],
        )
        return _records(days, last, wanted, written)


@dataclass(frozen=True, slots=True)
class _Written:
    """Rows, by lesson."""

    lessons: Mapping[tuple[int, date], Row[Any]]
    marks: Mapping[int, Row[Any]]
    late: Late
    noted: Mapping[int, Row[Any]]
    homework: Sequence[HomeworkGiven]


class _Homework:
    def __init__(self, planned: Sequence[PlannedLesson], given_: Sequence[HomeworkGiven]) -> None:
        self._following = Following(planned)
        self._given = Given(given_)

    def of(self, lesson: PlannedLesson) -> GivenHomework | None:
        """The first that was given; «не задано» only where nothing else is."""
        found = self._given.at(lesson, self._following.days.get(lesson.ref)) if lesson.marked else []
        if not found:
            return None
        first = min(found, key=lambda one: (one.none_set, one.at))
        return GivenHomework(first.at, first.none_set)

    def is_due(self, lesson: PlannedLesson) -> bool:
        return lesson.marked and lesson.ref in self._following.days and lesson.ref not in self._following.again


def _records(
    days: Sequence[SchoolDay], last: date, wanted: frozenset[ClassId] | None, written: _Written
) -> list[LessonRecord]:
    """`days` reach past the last one asked for, to where the next lessons are."""
    planned = [(day, lesson) for day in days for lesson in day.lessons if _is_wanted(lesson, wanted)]
    homework = _Homework([lesson for _, lesson in planned], written.homework)
    shifts = _Shifts()
    return [
        _record(lesson, written, homework, shifts.of(day, lesson)) for day, lesson in planned if lesson.ref.day <= last
    ]


def _with(day: SchoolDay, wanted: frozenset[ClassId]) -> Iterator[ClassId]:
    """These classes, and those that sit at a lesson with them."""
    return (one for class_id in wanted for lesson in day.by_class.get(class_id, ()) for one in lesson.classes)


def _is_wanted(lesson: PlannedLesson, wanted: frozenset[ClassId] | None) -> bool:
    return lesson.takes_place and (wanted is None or not wanted.isdisjoint(lesson.classes))


class _Shifts:
    """When the lessons of classes begin and end, reckoned once a day and class."""

    def __init__(self) -> None:
        self._known: dict[tuple[date, ClassId], Bell | None] = {}

    def of(self, day: SchoolDay, lesson: PlannedLesson) -> Bell | None:
        found = [bell for one in lesson.classes if (bell := self._of_class(day, one)) is not None]
        if len(found) < 2:
            return found[0] if found else None
        return Bell(max(one.starts for one in found), max(one.ends for one in found))

    def _of_class(self, day: SchoolDay, class_id: ClassId) -> Bell | None:
        key = day.day, class_id
        if key not in self._known:
            bells = [one.bell for one in day.by_class.get(class_id, ()) if one.takes_place and one.bell]
            self._known[key] = Bell(min(one.starts for one in bells), max(one.ends for one in bells)) if bells else None
        return self._known[key]


def _record(lesson: PlannedLesson, written: _Written, homework: _Homework, shift: Bell | None) -> LessonRecord:
    begins, ends = (shift.starts, shift.ends) if shift is not None else (None, None)
    given_, due = homework.of(lesson), homework.is_due(lesson)
    row = written.lessons.get((lesson.ref.entry, lesson.ref.day))
    if row is None:
        return LessonRecord(lesson, homework=given_, begins=begins, ends=ends, gives_homework=due)
    counts, noted = written.marks.get(row.id), written.noted.get(row.id)
    return LessonRecord(
        lesson,
        LessonId(row.id),
        PersonId(row.teacher_id) if row.teacher_id is not None else None,
        row.topic_set_at,
        row.roll_call_closed_at,
        noted.noted if noted is not None else 0,
        counts.marks if counts is not None else 0,
        counts.written if counts is not None else 0,
        written.late.get(row.id, ()),
        given_,
        row.topic,
        noted.noted_at if noted is not None else None,
        begins,
        ends,
        due,
    )


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


def _late(rows: Sequence[Row[Any]]) -> Late:
    found: dict[int, tuple[WrittenMarks, ...]] = {}
    for row in rows:
        entered = WrittenMarks(row.at, bool(row.written), row.marks)
        found[row.lesson_id] = (*found.get(row.lesson_id, ()), entered)
    return found
