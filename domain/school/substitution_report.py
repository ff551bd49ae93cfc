"""Record of substitutions of a month: who gave whose lessons, and what was cancelled (3.6.2)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from domain.clock import SchoolTime
from domain.roles.access import Action, Reach, Target, reach_of, require
from domain.roles.names import norm
from domain.roles.people import Actor
from domain.school.changed_lessons import ChangedLesson, What, changes_of
from domain.school.ports import Timetables
from domain.school.substitutes import last_of_month
from domain.school.timetable import PlannedLesson, TeacherRef


@dataclass(frozen=True, slots=True)
class GivenLesson:
    """A lesson that was given in place of `planned`."""

    lesson: PlannedLesson
    planned: tuple[TeacherRef, ...]


@dataclass(frozen=True, slots=True)
class TeacherMonth:
    """`given` for others; `missed`: own lessons that others gave; `cancelled`: own ones that nobody gave."""

    teacher: TeacherRef
    given: tuple[GivenLesson, ...]
    missed: int
    cancelled: int


@dataclass(frozen=True, slots=True)
class MonthOfSubstitutions:
    """`first`: the month's first day; only teachers whom something concerns, who gave most first."""

    first: date
    teachers: tuple[TeacherMonth, ...]

    @property
    def substituted(self) -> int:
        return sum(len(one.given) for one in self.teachers)


@dataclass(frozen=True, slots=True)
class SubstitutionReports:
    time: SchoolTime
    timetables: Timetables

    async def month(self, actor: Actor, first: date | None = None) -> MonthOfSubstitutions:
        """`first`: any day of the month, None: this one. A teacher reads their own line alone."""
        require(actor, Action.SEE_SUBSTITUTIONS, Target(person=actor.person))
        begins = (first or self.time.today()).replace(day=1)
        plan, days = await self.timetables.plan(), await self.timetables.days(begins, last_of_month(begins))
        teachers = month_of([one for day in days for one in changes_of(plan, day)])
        if Reach.SCHOOL not in reach_of(actor, Action.SEE_SUBSTITUTIONS):
            teachers = tuple(one for one in teachers if one.teacher.id == actor.person)
        return MonthOfSubstitutions(begins, teachers)


def month_of(changes: Sequence[ChangedLesson]) -> tuple[TeacherMonth, ...]:
    known = {one.id: one for change in changes for one in _everyone(change)}
    found = (_of_teacher(one, changes) for one in known.values())
    concerned = (one for one in found if one.given or one.missed or one.cancelled)
    return tuple(sorted(concerned, key=lambda one: (-len(one.given), norm(one.teacher.name.full))))


def _of_teacher(teacher: TeacherRef, changes: Sequence[ChangedLesson]) -> TeacherMonth:
    given = (
        GivenLesson(one.lesson, one.planned.teachers)
        for one in changes
        if one.what is What.SUBSTITUTED and one.lesson and _only_given(teacher, one)
    )
    mine = [one for one in changes if teacher.id in one.planned.teacher_ids]
    missed = sum(one.what is What.SUBSTITUTED and not _gives(teacher, one) for one in mine)
    return TeacherMonth(teacher, tuple(given), missed, sum(one.what is What.CANCELLED for one in mine))


def _only_given(teacher: TeacherRef, one: ChangedLesson) -> bool:
    return _gives(teacher, one) and teacher.id not in one.planned.teacher_ids


def _gives(teacher: TeacherRef, one: ChangedLesson) -> bool:
    return one.lesson is not None and teacher.id in one.lesson.teacher_ids


def _everyone(one: ChangedLesson) -> Iterable[TeacherRef]:
    return (*one.planned.teachers, *(one.lesson.teachers if one.lesson else ()))
