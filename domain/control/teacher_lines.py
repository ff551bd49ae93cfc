"""The lines of a subject teacher's report: by class or subgroup, what the results come to and what was taught."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from domain.control.achievement import Counts, count
from domain.control.class_years import ClassYear, ListedPupil, exempt_on, listed
from domain.control.mark_sheet import YearMark, YearMarksRead, with_exempt
from domain.control.seats import SeatSpan
from domain.ids import ClassId, GroupId, LessonId, PersonId, SubjectId
from domain.journal.attestation import NOT_ATTESTED
from domain.journal.courses import Teaching
from domain.journal.periods import Period
from domain.journal.plan_progress import CourseRecord, Lost, slots_of
from domain.roles.people import PersonName
from domain.school.exemptions import Exemption
from domain.school.roster import SchoolClass
from domain.school.timetable import Entry, SubjectRef


@dataclass(frozen=True, slots=True)
class PlannedHours:
    """Hours of a topic that the plan of a class or subgroup has on a day."""

    class_id: ClassId
    group: GroupId | None
    subject: SubjectId
    day: date
    hours: int


@dataclass(frozen=True, slots=True)
class WrittenWork:
    """A kind of written work for which marks stand of a lesson of a class or subgroup."""

    lesson: LessonId
    class_id: ClassId
    group: GroupId | None
    subject: SubjectId
    day: date
    kind: str


class TeacherReportRead(YearMarksRead, Protocol):
    """One statement each."""

    async def planned_hours(
        self, classes: Collection[ClassId], subjects: Collection[SubjectId]
    ) -> Sequence[PlannedHours]:
        """Of topics that have a day."""
        ...

    async def written_works(
        self, classes: Collection[ClassId], subjects: Collection[SubjectId], first: date, last: date
    ) -> Sequence[WrittenWork]: ...


@dataclass(frozen=True, slots=True)
class CourseLine:
    """A class, or one subgroup (`group`: its name), in a subject. `planned`: by the plan's days, else by the timetable
    without holidays, for the whole period; `given`: lessons of which a topic is written. `unmarked`: without a mark,
    or «н/а»."""

    school_class: SchoolClass
    group: str
    subject: SubjectRef
    period: Period
    pupils: int
    counts: Counts
    planned: int
    given: int
    works: Mapping[str, int]
    unmarked: tuple[PersonName, ...]


@dataclass(frozen=True)
class TaughtPart:
    """A class, or a subgroup of it (`group` None: the whole class), in a subject that a teacher gives it."""

    year: ClassYear
    teacher: PersonId
    subject: SubjectRef
    group: GroupId | None
    entries: Sequence[Entry]

    @property
    def group_name(self) -> str:
        parts = (part for entry in self.entries for part in entry.parts)
        return next((part.group_name or "" for part in parts if part.group == self.group), "") if self.group else ""

    def has(self, pupil: ListedPupil) -> bool:
        taught = self.teacher in self.year.teaching.teachers(self.year.school_class.id, self.subject.id, pupil.seat)
        return taught and (self.group is None or self.group in pupil.seat.groups)

    def is_of(self, class_id: ClassId, group: GroupId | None, subject: SubjectId) -> bool:
        """What concerned the whole class concerned its subgroups."""
        here = class_id == self.year.school_class.id and subject == self.subject.id
        return here and (group is None or self.group in (None, group))


@dataclass(frozen=True, slots=True)
class KnownOfCourses:
    """What is read for all lines of a report at once."""

    spans: Sequence[SeatSpan]
    marks: Sequence[YearMark]
    exemptions: Sequence[Exemption]
    record: CourseRecord
    hours: Sequence[PlannedHours]
    works: Sequence[WrittenWork]


def parts_of(teaching: Teaching, teacher: PersonId) -> list[tuple[ClassId, SubjectRef, GroupId | None]]:
    """Of classes that have marks, by class and subject; subgroups apart where the teacher has only such of a course."""
    short = {entry.subject.id: entry.subject.short for entry in teaching.plan.entries}
    found: list[tuple[ClassId, SubjectRef, GroupId | None]] = []
    for course in teaching.of_teacher(teacher):
        subject = SubjectRef(course.subject, course.subject_name, short.get(course.subject, course.subject_name))
        groups = _groups(teaching, teacher, course.class_id, course.subject)
        found += [(course.class_id, subject, one) for one in groups]
    return found


def _groups(teaching: Teaching, teacher: PersonId, class_id: ClassId, subject: SubjectId) -> Sequence[GroupId | None]:
    by_timetable = (
        part.group
        for entry in entries_of(teaching, teacher, class_id, subject)
        for part in entry.parts
        if part.id == class_id
    )
    by_load = (
        one.group for one in teaching.loads if (one.teacher, one.class_id, one.subject) == (teacher, class_id, subject)
    )
    groups = {*by_timetable, *by_load}
    return [None] if None in groups or not groups else sorted(one for one in groups if one is not None)


def entries_of(teaching: Teaching, teacher: PersonId, class_id: ClassId, subject: SubjectId) -> list[Entry]:
    """Of the whole year."""
    return [
        one
        for one in teaching.plan.entries
        if one.subject.id == subject and class_id in one.classes and teacher in one.teacher_ids
    ]


def of_group(entries: Iterable[Entry], class_id: ClassId, group: GroupId | None) -> list[Entry]:
    return [
        one for one in entries if group is None or any((part.id, part.group) == (class_id, group) for part in one.parts)
    ]


def periods_of(years: Iterable[ClassYear]) -> Mapping[Period, Mapping[int, Period]]:
    """What a report can be of, with each grade's own period: those that end on one day go together, as the second
    quarter and the first half-year do. The year comes last."""
    ends: dict[date, dict[int, Period]] = {}
    for year in years:
        for period in (one for one in year.periods if one.is_term):
            ends.setdefault(year.days(period)[1], {})[year.school_class.grade] = period
    grades = {grade for of in ends.values() for grade in of}
    order = list(Period)
    found = {min(of.values(), key=order.index): of for _, of in sorted(ends.items())}
    return {**found, Period.YEAR: dict.fromkeys(grades, Period.YEAR)}


def now_of(offered: Mapping[Period, Mapping[int, Period]], years: Iterable[ClassYear]) -> Period:
    """What most of the classes are likeliest asked about."""
    own = Counter(year.now() for year in years)
    reports = {mine: one for one, of in offered.items() for mine in of.values()}
    [(likeliest, _)] = own.most_common(1)
    return reports[likeliest]


def line_of(part: TaughtPart, period: Period, known: KnownOfCourses) -> CourseLine:
    school_class, then = part.year.school_class, replace(part, year=part.year.at(period))
    first, last = part.year.so_far(period)
    of_class = [one for one in known.spans if one.class_id == school_class.id]
    pupils = [one for one in listed(of_class, first, last) if one.counts and then.has(one)]
    marks = with_exempt(known.marks, exempt_on(known.exemptions, last), period)
    values = [marks.get(one.seat.pupil, {}).get(part.subject.id, {}).get(period, "") for one in pupils]
    planned, given = _hours(part, period, known)
    return CourseLine(
        school_class=school_class,
        group=part.group_name,
        subject=part.subject,
        period=period,
        pupils=len(pupils),
        counts=count(filter(None, values)),
        planned=planned,
        given=given,
        works=_works(part, known.works, first, last),
        unmarked=tuple(one.seat.name for one, value in zip(pupils, values, strict=True) if value in ("", NOT_ATTESTED)),
    )


def _hours(part: TaughtPart, period: Period, known: KnownOfCourses) -> tuple[int, int]:
    """By the plan where it has days, else as the timetable stands without holidays; and lessons with a topic."""
    first, last = part.year.days(period)
    slots = [
        one for one in slots_of(part.year.teaching.plan, part.entries, known.record) if first <= one.ref.day <= last
    ]
    mine = [one for one in known.hours if part.is_of(one.class_id, one.group, one.subject)]
    own = [one for one in mine if one.group is not None] or mine
    by_plan = sum(one.hours for one in own if first <= one.day <= last)
    planned = by_plan if own else sum(one.lost is not Lost.HOLIDAY for one in slots)
    return planned, sum(one.topic and one.lost is None for one in slots)


def _works(part: TaughtPart, works: Iterable[WrittenWork], first: date, last: date) -> Mapping[str, int]:
    """How many of each kind."""
    mine = {
        (one.lesson, one.kind)
        for one in works
        if first <= one.day <= last and part.is_of(one.class_id, one.group, one.subject)
    }
    return Counter(kind for _, kind in sorted(mine, key=lambda one: one[1]))
