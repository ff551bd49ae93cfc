"""Own lessons of the last weeks: what is not filled in yet, and those of a class (3.3.1, 3.4.1, 3.4.2)."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol

from domain.ids import ClassId, EntryId, SubjectId
from domain.journal.homework_given import Given, HomeworkGiven, following_days
from domain.journal.homework_meant import Taught
from domain.roles.access import Action, Target, require
from domain.roles.people import Actor
from domain.school.lesson_access import LessonDoor
from domain.school.timetable import LessonRef, PlannedLesson, SchoolDay

BACK = timedelta(days=14)
"""How far back is looked for what is owed."""
AHEAD = timedelta(days=21)
"""How far the next lesson is looked for, for which homework would be."""
LAST = 10
"""Lessons of a class that are offered."""


@dataclass(frozen=True, slots=True)
class Filled:
    roll_call: bool = False
    topic: bool = False


NOTHING_FILLED = Filled()


@dataclass(frozen=True, slots=True)
class OwedLesson:
    """True: it is owed."""

    lesson: PlannedLesson
    roll_call: bool
    topic: bool
    homework: bool


class FilledRead(Protocol):
    async def filled(self, entries: Collection[EntryId], first: date, last: date) -> Mapping[LessonRef, Filled]: ...

    async def homework(self, classes: Collection[ClassId], first: date) -> Sequence[HomeworkGiven]:
        """Due after `first`, for classes and subgroups; not what is for single pupils."""
        ...


class SchoolDays(Protocol):
    async def days(self, first: date, last: date) -> Sequence[SchoolDay]:
        """Each day from `first` to `last`, in order."""
        ...


@dataclass(frozen=True, slots=True)
class OwnLessons:
    door: LessonDoor
    calendar: SchoolDays
    reads: FilledRead

    async def owed(self, actor: Actor) -> tuple[OwedLesson, ...]:
        """The newest first. First grades owe no homework (1.2)."""
        mine = await self._mine(actor, AHEAD)
        over = [lesson for lesson in mine if self._is_over(lesson)]
        if not over:
            return ()
        today = self.door.time.today()
        filled = await self.reads.filled({one.ref.entry for one in over}, today - BACK, today)
        given = Given(await self.reads.homework({one for lesson in over for one in lesson.classes}, today - BACK))
        following = following_days(mine)
        owed = [
            _owed(lesson, filled.get(lesson.ref, NOTHING_FILLED), given.at(lesson, following.get(lesson.ref)))
            for lesson in over
        ]
        return tuple(one for one in reversed(owed) if one.roll_call or one.topic or one.homework)

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

    async def _mine(self, actor: Actor, ahead: timedelta = timedelta()) -> list[PlannedLesson]:
        require(actor, Action.SEE_OWN_LESSONS, Target(person=actor.person))
        today = self.door.time.today()
        days = await self.calendar.days(today - BACK, today + ahead)
        return [one for day in days for one in day.by_teacher.get(actor.person, ()) if one.takes_place]

    def _is_over(self, lesson: PlannedLesson) -> bool:
        now = self.door.time.local()
        if lesson.ref.day != now.date() or lesson.bell is None:
            return lesson.ref.day < now.date()
        return datetime.combine(now.date(), lesson.bell.ends, now.tzinfo) <= now


def _owed(lesson: PlannedLesson, filled: Filled, given: Sequence[HomeworkGiven]) -> OwedLesson:
    return OwedLesson(lesson, not filled.roll_call, not filled.topic, lesson.marked and not given)
