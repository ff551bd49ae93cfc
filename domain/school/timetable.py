"""Lessons of a week, and from them the lessons of a day."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, time
from enum import StrEnum
from functools import cached_property
from typing import TypeVar

from domain.ids import ClassId, EntryId, GroupId, PersonId, SubjectId
from domain.roles.people import PersonName
from domain.school.bells import Bell, BellRule, bells_on
from domain.school.calendar import DAY, SchoolCalendar

K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class LessonRef:
    """One lesson, whether or not anything is written of it: a line of the timetable on a day. Buttons carry it."""

    entry: EntryId
    day: date


@dataclass(frozen=True, slots=True)
class SubjectRef:
    id: SubjectId
    name: str
    short: str


@dataclass(frozen=True, slots=True)
class TeacherRef:
    id: PersonId
    name: PersonName


@dataclass(frozen=True, slots=True)
class ClassPart:
    """A class at a lesson, whole or one subgroup of it."""

    id: ClassId
    name: str
    grade: int
    group: GroupId | None = None
    group_name: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    id: EntryId
    valid_from: date
    valid_until: date | None
    weekday: int
    position: int
    parity: int | None
    """0: even ISO weeks, 1: odd ones, None: every week."""
    subject: SubjectRef
    room: str | None
    parts: tuple[ClassPart, ...]
    teachers: tuple[TeacherRef, ...]
    extra: bool = False
    """Of one day, and no part of the week: an extra lesson, or where a moved one has gone."""
    moved_from: LessonRef | None = None

    @property
    def classes(self) -> tuple[ClassId, ...]:
        return tuple(part.id for part in self.parts)

    @property
    def teacher_ids(self) -> tuple[PersonId, ...]:
        return tuple(teacher.id for teacher in self.teachers)

    @property
    def grade(self) -> int:
        """By whose calendar and bells it is given, with `class_id`: of several classes the first one's."""
        return self.parts[0].grade if self.parts else 12

    @property
    def class_id(self) -> ClassId | None:
        return self.parts[0].id if self.parts else None

    def is_for(self, class_id: ClassId, groups: Iterable[GroupId]) -> bool:
        mine = set(groups)
        return any(part.id == class_id and (part.group is None or part.group in mine) for part in self.parts)

    def stands_on(self, day: date, calendar: SchoolCalendar) -> bool:
        """By whose weekday's lessons the calendar gives the day, or as an extra lesson of that day; days off apart."""
        return (
            (self.extra or self.weekday == calendar.weekday_of(day, self.grade))
            and self.valid_from <= day
            and (self.valid_until is None or day <= self.valid_until)
            and self.parity in (None, day.isocalendar().week % 2)
        )


class ChangeKind(StrEnum):
    CANCELLED = "cancelled"
    SUBSTITUTED = "substituted"
    ROOM = "room"
    MOVED = "moved"

    @property
    def takes_place(self) -> bool:
        """Whether the lesson is given where the timetable has it."""
        return self in (ChangeKind.SUBSTITUTED, ChangeKind.ROOM)


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in the timetable of a day."""

    day: date
    position: int


@dataclass(frozen=True, slots=True)
class LessonChange:
    """What differs on a day; None: as in the timetable. `moved_to`: the extra line where a moved lesson is given."""

    entry: EntryId
    kind: ChangeKind
    teacher: TeacherRef | None = None
    subject: SubjectRef | None = None
    room: str | None = None
    note: str | None = None
    moved_to: EntryId | None = None


@dataclass(frozen=True, slots=True)
class PlannedLesson:
    """A lesson of a day with its changes applied."""

    ref: LessonRef
    position: int
    bell: Bell | None
    subject: SubjectRef
    room: str | None
    parts: tuple[ClassPart, ...]
    teachers: tuple[TeacherRef, ...]
    change: ChangeKind | None = None
    note: str | None = None
    extra: bool = False
    moved_from: LessonRef | None = None
    moved_to: Slot | None = None

    @property
    def classes(self) -> tuple[ClassId, ...]:
        return tuple(part.id for part in self.parts)

    @property
    def teacher_ids(self) -> tuple[PersonId, ...]:
        return tuple(teacher.id for teacher in self.teachers)

    @property
    def takes_place(self) -> bool:
        return self.change is None or self.change.takes_place

    @property
    def marked(self) -> bool:
        """False where a first grade takes part: no marks, no homework there (1.2)."""
        return all(part.grade > 1 for part in self.parts)

    def is_for(self, class_id: ClassId, groups: Iterable[GroupId]) -> bool:
        mine = set(groups)
        return any(part.id == class_id and (part.group is None or part.group in mine) for part in self.parts)


@dataclass(frozen=True)
class SchoolDay:
    """All lessons of the school on a day, by position."""

    day: date
    lessons: tuple[PlannedLesson, ...]
    closed: bool = False
    """Of a year that is only read."""

    @cached_property
    def by_ref(self) -> Mapping[LessonRef, PlannedLesson]:
        return {lesson.ref: lesson for lesson in self.lessons}

    @cached_property
    def by_class(self) -> Mapping[ClassId, tuple[PlannedLesson, ...]]:
        return _grouped((class_id, lesson) for lesson in self.lessons for class_id in dict.fromkeys(lesson.classes))

    @cached_property
    def by_teacher(self) -> Mapping[PersonId, tuple[PlannedLesson, ...]]:
        """In the order of bells: with two shifts a second lesson may come after a sixth."""
        timed = sorted(self.lessons, key=lambda one: one.bell.starts if one.bell else time.max)
        return _grouped((teacher, lesson) for lesson in timed for teacher in lesson.teacher_ids)

    def of_pupil(self, class_id: ClassId, groups: Iterable[GroupId]) -> tuple[PlannedLesson, ...]:
        mine = frozenset(groups)
        return tuple(lesson for lesson in self.by_class.get(class_id, ()) if lesson.is_for(class_id, mine))


@dataclass(frozen=True)
class WeekPlan:
    """The whole timetable with bells and calendar: what changes once a day or less, and is kept in memory."""

    calendar: SchoolCalendar
    bells: Sequence[BellRule]
    entries: Sequence[Entry]
    _by_weekday: Mapping[int, tuple[Entry, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_weekday", _grouped((entry.weekday, entry) for entry in self.entries))

    @cached_property
    def by_id(self) -> Mapping[EntryId, Entry]:
        return {entry.id: entry for entry in self.entries}

    def day(self, day: date, changes: Mapping[EntryId, LessonChange]) -> SchoolDay:
        """Lessons of classes whose calendar has no day off; by position, then by class.

        An extra lesson that is cancelled was never in the week, and is not there.
        """
        lessons = [
            self._changed(self._planned(entry, day), changes.get(entry.id))
            for entry in self._standing(day)
            if self._open(entry, day)
        ]
        given = sorted((one for one in lessons if one.takes_place or not one.extra), key=_order)
        return SchoolDay(day, tuple(given), self.calendar.closed)

    def teaches_on(self, class_id: ClassId, day: date) -> bool:
        """Whether the timetable has a lesson of this class on this day, holidays apart."""
        return any(any(part.id == class_id for part in entry.parts) for entry in self._standing(day))

    def next_school_day(self, class_id: ClassId, grade: int, after: date) -> date | None:
        """The first day after `after` on which the class has lessons, None when the year has no more."""
        days = self.calendar.school_days_after(after, grade)
        return next((day for day in days if self.teaches_on(class_id, day)), None)

    def next_day_of_teacher(self, teacher: PersonId, after: date) -> date | None:
        """The first day after `after` with a lesson of this teacher, None when the year has no more."""
        day = max(after + DAY, self.calendar.starts_on)
        while day <= self.calendar.ends_on:
            own = (entry for entry in self._standing(day) if any(one.id == teacher for one in entry.teachers))
            if any(self._open(entry, day) for entry in own):
                return day
            day += DAY
        return None

    def _standing(self, day: date) -> Iterator[Entry]:
        """Whatever the timetable has on a day, days off apart."""
        for weekday in self.calendar.weekdays_of(day):
            yield from (one for one in self._by_weekday.get(weekday, ()) if one.stands_on(day, self.calendar))

    def _open(self, entry: Entry, day: date) -> bool:
        grades = {part.grade for part in entry.parts} or {12}
        return any(self.calendar.day_off(day, grade) is None for grade in grades)

    def _planned(self, entry: Entry, day: date) -> PlannedLesson:
        bells = bells_on(self.bells, day, entry.grade, self.calendar.weekday_of(day, entry.grade), entry.class_id)
        return PlannedLesson(
            ref=LessonRef(entry.id, day),
            position=entry.position,
            bell=bells.get(entry.position),
            subject=entry.subject,
            room=entry.room,
            parts=entry.parts,
            teachers=entry.teachers,
            extra=entry.extra,
            moved_from=entry.moved_from,
        )

    def _changed(self, lesson: PlannedLesson, change: LessonChange | None) -> PlannedLesson:
        if change is None:
            return lesson
        to = self.by_id.get(change.moved_to) if change.moved_to is not None else None
        return replace(
            lesson,
            teachers=(change.teacher,) if change.teacher else lesson.teachers,
            subject=change.subject or lesson.subject,
            room=change.room or lesson.room,
            change=change.kind,
            note=change.note,
            moved_to=Slot(to.valid_from, to.position) if to else None,
        )


def is_lesson_of(lesson: PlannedLesson, entry: Entry) -> bool:
    """Whether it is the same lesson at perhaps another time: the subject, and the classes or subgroups."""
    parts = {(part.id, part.group) for part in entry.parts}
    return lesson.subject.id == entry.subject.id and {(part.id, part.group) for part in lesson.parts} == parts


def _order(lesson: PlannedLesson) -> tuple[int, int, str]:
    first = lesson.parts[0] if lesson.parts else None
    return lesson.position, first.grade if first else 99, first.name if first else ""


def _grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, tuple[V, ...]]:
    groups: dict[K, list[V]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in groups.items()}
