"""Own lessons of the last weeks: of which classes, and those of a class; what they owe control knows (`duties.py`)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from domain.ids import ClassId, SubjectId
from domain.journal.homework_meant import Taught
from domain.roles.access import Action, Target, require
from domain.roles.people import Actor
from domain.school.lesson_access import LessonDoor
from domain.school.timetable import PlannedLesson, SchoolDay

BACK = timedelta(days=14)
LAST = 10
"""Lessons of a class that are offered."""


class SchoolDays(Protocol):
    async def days(self, first: date, last: date) -> Sequence[SchoolDay]:
        """Each day from `first` to `last`, in order."""
        ...


@dataclass(frozen=True, slots=True)
class OwnLessons:
    door: LessonDoor
    calendar: SchoolDays

    async def classes(self, actor: Actor) -> tuple[Taught, ...]:
        """Whom this person has taught in these weeks, by class and subject."""
        mine = await self._mine(actor)
        taught = dict.fromkeys(Taught(part, lesson.subject) for lesson in mine for part in lesson.parts)
        return tuple(sorted(taught, key=lambda one: (one.part.grade, one.part.name, one.subject.name)))

    async def of_class(self, actor: Actor, class_id: ClassId, subject: SubjectId) -> tuple[PlannedLesson, ...]:
        """The last ones, the newest first; those of today that are still to come too."""
        mine = await self._mine(actor)
        found = [one for one in mine if one.subject.id == subject and class_id in one.classes]
        return tuple(found[::-1][:LAST])

    async def _mine(self, actor: Actor) -> list[PlannedLesson]:
        require(actor, Action.SEE_OWN_LESSONS, Target(person=actor.person))
        today = self.door.time.today()
        days = await self.calendar.days(today - BACK, today)
        return [one for day in days for one in day.by_teacher.get(actor.person, ()) if one.takes_place]
