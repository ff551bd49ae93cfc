"""Whether a control work or homework overloads a class: a warning with its source, never a ban.

Control works: recommendations of the ministry and Rosobrnadzor of 6 August 2021 (СК-228/03, 01-169/08-01). Homework:
SanPiN 1.2.3685-21, table 6.6, and SP 2.4.3648-20. All numbers are the school's (`JournalRules`).
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from domain.ids import ClassId, SubjectId
from domain.journal.rules import JournalRules
from domain.school.calendar import DAY
from domain.school.timetable import ClassPart, PlannedLesson, SubjectRef, WeekPlan

SAME_WORK = timedelta(days=7)
"""Classes of a parallel write one and the same work within so many days: that is one control work, not several."""
_CONTROL = re.compile(r"контрольн|(?<!\w)к\s*/\s*р(?!\w)|control\s+work", re.IGNORECASE)
_AFTERWARDS = re.compile(r"ошиб|после\s+контрольн|mistakes", re.IGNORECASE)
_NORM_FROM = (2, 4, 6, 9)
"""The grades from which the four norms of homework hold."""


@dataclass(frozen=True, slots=True)
class ControlWork:
    """Written, or planned: by the plan of topics, or said in homework."""

    class_id: ClassId
    subject: SubjectId
    subject_name: str
    day: date


@dataclass(frozen=True, slots=True)
class SecondThatDay:
    """The class has one already: at most one a day."""

    subjects: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EdgeOfDay:
    """Not at the first lesson of the day, nor at the last."""

    first: bool


@dataclass(frozen=True, slots=True)
class TooSoon:
    """In a parallel, a subject has no more than one in 2.5 weeks."""

    other: date
    days: int


@dataclass(frozen=True, slots=True)
class TooManyOfSubject:
    """No more than a tenth of the subject's lessons of the year."""

    count: int
    hours: int
    share: Decimal


@dataclass(frozen=True, slots=True)
class TooMuchHomework:
    """Minutes of the day's homework as its teachers estimate them, and the norm of the grade."""

    minutes: int
    norm: int


Warning_ = SecondThatDay | EdgeOfDay | TooSoon | TooManyOfSubject | TooMuchHomework


@dataclass(frozen=True, slots=True)
class Overload:
    """`free`: the nearest lesson of the same subject that would overload nobody."""

    warnings: tuple[Warning_, ...] = ()
    free: PlannedLesson | None = None


NOTHING_TOO_MUCH = Overload()


def says_control(text: str) -> bool:
    """Whether homework (or a topic) says that a control work is written at its lesson."""
    return bool(_CONTROL.search(text)) and not _AFTERWARDS.search(text)


def control_warnings(
    lesson: PlannedLesson,
    part: ClassPart,
    of_day: Sequence[PlannedLesson],
    known: Sequence[ControlWork],
    hours: int,
    rules: JournalRules,
) -> tuple[Warning_, ...]:
    """Of a control work at `lesson` for one class of it.

    `of_day`: the class's lessons of that day; `known`: control works of the parallel, where this one does not count;
    `hours`: the subject's lessons with this class in the year.
    """
    day, subject = lesson.ref.day, lesson.subject.id
    known = [work for work in known if (work.class_id, work.subject, work.day) != (part.id, subject, day)]
    found: list[Warning_] = []
    same_day = {work.subject_name for work in known if (work.class_id, work.day) == (part.id, day)}
    if len(same_day) >= rules.control_works_a_day:
        found.append(SecondThatDay(tuple(sorted(same_day))))
    positions = [one.position for one in of_day if one.takes_place]
    if len(positions) > 2 and lesson.position in (min(positions), max(positions)):
        found.append(EdgeOfDay(lesson.position == min(positions)))
    near = _nearest(part.id, subject, day, known)
    if near is not None and abs(near - day) < timedelta(days=rules.control_work_every_days):
        found.append(TooSoon(near, rules.control_work_every_days))
    count = 1 + sum((work.class_id, work.subject) == (part.id, subject) for work in known)
    if hours and count > rules.control_work_share * hours:
        found.append(TooManyOfSubject(count, hours, rules.control_work_share))
    return tuple(found)


def homework_warning(minutes: int, grade: int, rules: JournalRules) -> TooMuchHomework | None:
    """Of a day's homework altogether."""
    norm = homework_norm(grade, rules)
    return TooMuchHomework(minutes, norm) if minutes > norm else None


def homework_norm(grade: int, rules: JournalRules) -> int:
    """Minutes a day; in first grades there is no homework at all (1.2)."""
    begun = sum(grade >= first for first in _NORM_FROM)
    return rules.homework_minutes[begun - 1] if begun else 0


def hours_in_year(plan: WeekPlan, part: ClassPart, subject: SubjectRef) -> int:
    """Lessons of a subject with a class or subgroup from the year's first day to its last, by the timetable."""
    mine = [
        entry
        for entry in plan.entries
        if entry.subject.id == subject.id and (part.id, part.group) in {(one.id, one.group) for one in entry.parts}
        if entry.moved_from is None
    ]
    days = plan.calendar.school_days_after(plan.calendar.starts_on - DAY, part.grade) if mine else ()
    return sum(entry.stands_on(day, plan.calendar) for day in days for entry in mine)


def _nearest(class_id: ClassId, subject: SubjectId, day: date, known: Iterable[ControlWork]) -> date | None:
    """The class's own control work of the subject that is nearest, or another one of the parallel."""
    days = [
        work.day
        for work in known
        if work.subject == subject and (work.class_id == class_id or abs(work.day - day) > SAME_WORK)
    ]
    return min(days, key=lambda one: abs(one - day), default=None)
