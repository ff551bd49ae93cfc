"""What a slice of the journal can be narrowed to, and how it is called: periods, classes, subjects, teachers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from domain.clock import SchoolTime
from domain.control.indicators import Slice
from domain.control.periods import USUAL_GRADE, NamedPeriod, PeriodKind, periods_of
from domain.errors import NotFound
from domain.ids import ClassId, PersonId
from domain.journal.rules import Rules
from domain.roles.access import Action, Target, require
from domain.roles.names import norm
from domain.roles.people import Actor
from domain.school.calendar import DAY, SchoolCalendar
from domain.school.ports import Rosters, Timetables
from domain.school.roster import Roster, SchoolClass
from domain.school.timetable import Entry, SubjectRef, TeacherRef, WeekPlan


class DatedTimetables(Timetables, Protocol):
    async def plan_on(self, day: date) -> WeekPlan:
        """Of the year that has begun by a day."""
        ...


@dataclass(frozen=True, slots=True)
class NamedSlice:
    """A slice that the school has something of. `period` None: days of one's own choice."""

    slice: Slice
    periods: tuple[NamedPeriod, ...]
    period: NamedPeriod | None = None
    school_class: SchoolClass | None = None
    subject: SubjectRef | None = None
    teacher: TeacherRef | None = None


@dataclass(frozen=True, slots=True)
class SliceChoices:
    """By what the slice can be narrowed further, or otherwise: each list as if the slice did not name its own kind."""

    named: NamedSlice
    classes: tuple[SchoolClass, ...]
    subjects: tuple[SubjectRef, ...]
    teachers: tuple[TeacherRef, ...]


@dataclass(frozen=True, slots=True)
class Slicing:
    time: SchoolTime
    timetables: DatedTimetables
    rosters: Rosters
    rules: Rules

    async def usual(self, actor: Actor) -> Slice:
        """Of the whole school: this month; in a month without school days so far, the last one."""
        require(actor, Action.SEE_CONTROL, Target())
        today = self.time.today()
        calendar = (await self.timetables.plan_on(today)).calendar
        periods = {one.kind: one for one in periods_of(calendar, today)}
        month, before = periods.get(PeriodKind.MONTH), periods.get(PeriodKind.LAST_MONTH)
        found = (month if month and _begun(calendar, month.first, today) else before) or month
        return Slice(found.first, found.last) if found else Slice(calendar.starts_on, calendar.ends_on)

    async def named(self, actor: Actor, asked: Slice) -> NamedSlice:
        """Raises `NotFound` for a class, a parallel, a subject or a teacher that the school did not have then."""
        require(actor, Action.SEE_CONTROL, Target())
        return await self._named(asked)

    async def choices(self, actor: Actor, asked: Slice) -> SliceChoices:
        """Raises `NotFound`, as `named`."""
        require(actor, Action.SEE_CONTROL, Target())
        named = await self._named(asked)
        plan, roster = await self._school(asked)
        classes = tuple(sorted(roster.classes.values(), key=lambda one: (one.grade, one.name)))
        subjects = _subjects(_standing(plan, roster, replace(asked, subject=None)))
        teachers = _teachers(_standing(plan, roster, replace(asked, teacher=None)))
        return SliceChoices(named, classes, subjects, teachers)

    async def fewest_marks(self, actor: Actor) -> tuple[int, int, int, int]:
        """That a term needs at 1, 2, 3 and 4 or more lessons a week, as the school has it."""
        require(actor, Action.SEE_CONTROL, Target())
        return (await self.rules.rules()).fewest_marks

    async def _named(self, asked: Slice) -> NamedSlice:
        plan, roster = await self._school(asked)
        school_class = roster.classes.get(asked.class_id) if asked.class_id is not None else None
        if asked.class_id is not None and school_class is None:
            raise NotFound
        if asked.grade is not None and all(one.grade != asked.grade for one in roster.classes.values()):
            raise NotFound
        grade = school_class.grade if school_class else asked.grade
        said = (await self.rules.rules()).term_kind(grade) if grade is not None else None
        periods = periods_of((await self.timetables.plan()).calendar, self.time.today(), grade, said)
        period = next((one for one in periods if (one.first, one.last) == (asked.first, asked.last)), None)
        standing = _standing(plan, roster, Slice(asked.first, asked.last))
        subject = next((one for one in _subjects(standing) if one.id == asked.subject), None)
        if asked.subject is not None and subject is None:
            raise NotFound
        teacher = await self._teacher(asked, standing)
        return NamedSlice(asked, periods, period, school_class, subject, teacher)

    async def _teacher(self, asked: Slice, standing: Sequence[Entry]) -> TeacherRef | None:
        """Of the timetable; else one who only stood in for others."""
        if asked.teacher is None:
            return None
        found = next((one for one in _teachers(standing) if one.id == asked.teacher), None)
        return found or await self._substitute(asked, asked.teacher)

    async def _substitute(self, asked: Slice, teacher: PersonId) -> TeacherRef:
        days = await self.timetables.days(asked.first, asked.last)
        given = (lesson for day in days for lesson in day.by_teacher.get(teacher, ()))
        found = (one for lesson in given for one in lesson.teachers if one.id == teacher)
        for one in found:
            return one
        raise NotFound

    async def _school(self, asked: Slice) -> tuple[WeekPlan, Roster]:
        """Of the year that the slice ends in; of a year that goes on, as of today."""
        day = min(asked.last, max(asked.first, self.time.today()))
        return await self.timetables.plan_on(day), await self.rosters.roster_on(day)


def _begun(calendar: SchoolCalendar, first: date, today: date) -> bool:
    """Whether a school day has come since the first."""
    day = next(calendar.school_days_after(first - DAY, USUAL_GRADE), None)
    return day is not None and day <= today


def _standing(plan: WeekPlan, roster: Roster, asked: Slice) -> list[Entry]:
    """Lines of the timetable that stand on some day of the slice."""
    classes = _classes(roster, asked)
    return [
        one
        for one in plan.entries
        if one.valid_from <= asked.last and (one.valid_until is None or one.valid_until >= asked.first)
        if not classes.isdisjoint(one.classes)
        if asked.subject in (None, one.subject.id) and (asked.teacher is None or asked.teacher in one.teacher_ids)
    ]


def _classes(roster: Roster, asked: Slice) -> frozenset[ClassId]:
    return frozenset(
        one.id
        for one in roster.classes.values()
        if asked.class_id in (None, one.id) and asked.grade in (None, one.grade)
    )


def _subjects(entries: Iterable[Entry]) -> tuple[SubjectRef, ...]:
    found = {one.subject.id: one.subject for one in entries}
    return tuple(sorted(found.values(), key=lambda one: norm(one.name)))


def _teachers(entries: Iterable[Entry]) -> tuple[TeacherRef, ...]:
    found = {teacher.id: teacher for one in entries for teacher in one.teachers}
    return tuple(sorted(found.values(), key=lambda one: norm(one.name.full)))
