"""Who can give a lesson in place of its teacher: free then, at school, and not always the same one."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from domain.ids import PersonId
from domain.roles.names import norm
from domain.school.calendar import DAY
from domain.school.changed_lessons import ChangedLesson
from domain.school.clashes import at_once, place_of
from domain.school.timetable import SchoolDay, Slot, TeacherRef, WeekPlan
from domain.school.where import teachers_of


@dataclass(frozen=True, slots=True)
class Candidate:
    """`teaches`: the lesson's subject; `here`: has lessons that day; `given`: substitutions this month."""

    teacher: TeacherRef
    teaches: bool
    here: bool
    given: int


class SubstitutionCounts(Protocol):
    async def substitutions(self, first: date, last: date) -> Mapping[PersonId, int]:
        """How many lessons each was to give in place of another; one statement."""
        ...


async def counts_of_month(counts: SubstitutionCounts, day: date) -> Mapping[PersonId, int]:
    first = day.replace(day=1)
    return await counts.substitutions(first, last_of_month(first))


def last_of_month(day: date) -> date:
    return (day.replace(day=28) + 4 * DAY).replace(day=1) - DAY


def candidates(
    plan: WeekPlan, day: SchoolDay, lesson: ChangedLesson, away: Collection[PersonId], given: Mapping[PersonId, int]
) -> tuple[Candidate, ...]:
    """Who teaches the subject first, then who is at school anyway; among them who has substituted least."""
    held = [one for one in day.lessons if one.takes_place]
    place = place_of(plan, lesson.planned, Slot(day.day, lesson.planned.position))
    busy = {who for one in held if at_once(one, place) for who in one.teacher_ids}
    here = {who for one in held for who in one.teacher_ids}
    teaching = {who for entry in plan.entries if entry.subject.id == lesson.subject.id for who in entry.teacher_ids}
    free = [one for one in teachers_of(plan, day.day) if one.id not in busy | lesson.teachers | set(away)]
    found = [Candidate(one, one.id in teaching, one.id in here, given.get(one.id, 0)) for one in free]
    return tuple(sorted(found, key=lambda one: (not one.teaches, not one.here, one.given, norm(one.teacher.name.full))))
