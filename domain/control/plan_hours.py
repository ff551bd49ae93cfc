"""Plan against fact over many courses: hours given until a day, and those that the plan has by then (3.6.2).

As `domain/journal/plan_progress.py` reckons one course.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Protocol

from domain.control.indicators import Figure, LeftOut, Line, Measure, Slice, worst_first
from domain.ids import ClassId, GroupId, SubjectId
from domain.school.roster import SchoolClass
from domain.school.timetable import ChangeKind, ClassPart, Entry, LessonRef, SchoolDay, WeekPlan

BEHIND = 2
"""Hours from which on a course is behind its plan."""
Key = tuple[SubjectId, frozenset[tuple[ClassId, GroupId | None]]]


@dataclass(frozen=True, slots=True)
class TopicLessons:
    """How many lessons a topic takes, and how many it was given, by subgroup (None: the whole class)."""

    hours: int
    given: Mapping[GroupId | None, int]

    def given_to(self, group: GroupId | None) -> int:
        """What another subgroup was given counts there, not here; no more than the topic takes."""
        lessons = sum(self.given.values()) if group is None else self.given.get(None, 0) + self.given.get(group, 0)
        return min(lessons, self.hours)


@dataclass(frozen=True, slots=True)
class PlanHours:
    """A plan of a class or subgroup. `dated`: hours of topics planned until the day; None: its topics have no days.

    `topics`: those that were given at all.
    """

    class_id: ClassId
    group: GroupId | None
    subject: SubjectId
    total: int
    dated: int | None
    topics: Sequence[TopicLessons]


class PlanHoursRead(Protocol):
    async def plans(self, classes: Collection[ClassId], first: date, until: date) -> Sequence[PlanHours]:
        """With what was given from the year's first day until that day (included). Two statements."""
        ...

    async def with_topic(self, day: date) -> Collection[LessonRef]:
        """Lessons of a day of which a topic is written. One statement."""
        ...


@dataclass(frozen=True, slots=True)
class CourseHours:
    part: ClassPart
    entry: Entry
    given: int
    planned: int

    @property
    def behind(self) -> bool:
        """One hour is made up for in a week: schools look at what is more."""
        return self.planned - self.given >= BEHIND


@dataclass(frozen=True)
class PlanAgainstFact:
    """`days`: from the year's first to `until`. `written`: lessons of today with a topic; what is not, may still be."""

    slice: Slice
    until: date
    today: date
    plan: WeekPlan
    days: Sequence[SchoolDay]
    plans: Sequence[PlanHours]
    written: Collection[LessonRef]

    def courses(self) -> tuple[tuple[CourseHours, ...], int]:
        """By class and subject; and how many of the slice have no plan."""
        found: list[CourseHours] = []
        without = 0
        for key, entries in self._courses.items():
            chosen = next(((part, plan) for part in entries[-1].parts if (plan := self._plan_of(part, key[0]))), None)
            if chosen is None:
                without += 1
                continue
            part, plan = chosen
            given = sum(topic.given_to(part.group) for topic in plan.topics)
            planned = plan.dated if plan.dated is not None else min(self._stood[key], plan.total)
            found.append(CourseHours(part, entries[-1], given, planned))
        return tuple(sorted(found, key=_order)), without

    @cached_property
    def _courses(self) -> Mapping[Key, list[Entry]]:
        """Lines of the timetable of the slice, until the day."""
        found: dict[Key, list[Entry]] = {}
        for entry in self.plan.entries:
            if not entry.extra and entry.parts and entry.valid_from <= self.until and self._is_wanted(entry):
                found.setdefault(_key(entry), []).append(entry)
        return found

    @cached_property
    def _plans(self) -> Mapping[tuple[ClassId, GroupId | None, SubjectId], PlanHours]:
        return {(one.class_id, one.group, one.subject): one for one in self.plans}

    def _plan_of(self, part: ClassPart, subject: SubjectId) -> PlanHours | None:
        """The subgroup's own, else the class's."""
        return self._plans.get((part.id, part.group, subject)) or self._plans.get((part.id, None, subject))

    @cached_property
    def _stood(self) -> Counter[Key]:
        """Lessons that the timetable had but on holidays; a moved one is counted where it has gone."""
        keys = {entry.id: _key(entry) for entry in self.plan.entries}
        stood: Counter[Key] = Counter()
        for day in self.days:
            for lesson in day.lessons:
                past = day.day < self.today or lesson.ref in self.written
                if past and lesson.change is not ChangeKind.MOVED and lesson.ref.entry in keys:
                    stood[keys[lesson.ref.entry]] += 1
        return stood

    def _is_wanted(self, entry: Entry) -> bool:
        return (
            self.slice.subject in (None, entry.subject.id)
            and (self.slice.class_id is None or self.slice.class_id in entry.classes)
            and (self.slice.grade is None or any(part.grade == self.slice.grade for part in entry.parts))
            and (self.slice.teacher is None or self.slice.teacher in entry.teacher_ids)
        )


def figure(courses: Sequence[CourseHours], without: int) -> Figure:
    left_out = {LeftOut.NO_PLAN: without} if without else {}
    return Figure(Measure.PLAN, sum(not one.behind for one in courses), len(courses), None, left_out)


def by_course(courses: Sequence[CourseHours], classes: Mapping[ClassId, SchoolClass]) -> tuple[Line, ...]:
    return worst_first(list(_lines(courses, classes)))


def _lines(courses: Sequence[CourseHours], classes: Mapping[ClassId, SchoolClass]) -> Iterator[Line]:
    for one in courses:
        yield Line(
            one.given,
            one.planned,
            teacher=next(iter(one.entry.teachers), None),
            school_class=classes.get(one.part.id) or SchoolClass(one.part.id, one.part.name, one.part.grade),
            subject=one.entry.subject,
            group=one.part.group_name,
        )


def _key(entry: Entry) -> Key:
    return entry.subject.id, frozenset((part.id, part.group) for part in entry.parts)


def _order(one: CourseHours) -> tuple[int, str, str, str]:
    return one.part.grade, one.part.name, one.entry.subject.name, one.part.group_name or ""
