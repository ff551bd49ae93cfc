"""The lesson that something is to be written of: found, allowed, taking place, begun."""

from dataclasses import dataclass
from datetime import date, time, timedelta

from domain.clock import SchoolTime
from domain.errors import NotFound, Refused
from domain.roles.access import Action, Target, require
from domain.roles.people import Actor
from domain.school.ports import Rosters, Timetables
from domain.school.roster import Seat
from domain.school.timetable import LessonRef, PlannedLesson

EARLY = timedelta(minutes=10)
"""A roll call may begin so long before the bell."""


@dataclass(eq=False)
class LessonCancelled(Refused):
    subject: str
    day: date


@dataclass(eq=False)
class LessonNotBegun(Refused):
    subject: str
    day: date
    starts: time


@dataclass(frozen=True, slots=True)
class LessonDoor:
    """What attendance and journal go through before they write or show anything of a lesson."""

    time: SchoolTime
    timetables: Timetables
    rosters: Rosters

    async def planned(self, actor: Actor, action: Action, ref: LessonRef) -> PlannedLesson:
        """Raises `NotFound` for no such lesson that day, `NotAllowed` for another's."""
        lesson = (await self.timetables.day(ref.day)).by_ref.get(ref)
        if lesson is None:
            raise NotFound
        require(actor, action, Target(classes=lesson.classes, teachers=lesson.teacher_ids))
        return lesson

    async def begun(self, actor: Actor, action: Action, ref: LessonRef) -> PlannedLesson:
        """As `planned`, and raises `LessonCancelled` or `LessonNotBegun`."""
        lesson = await self.planned(actor, action, ref)
        if not lesson.takes_place:
            raise LessonCancelled(lesson.subject.name, ref.day)
        starts = lesson.bell.starts if lesson.bell else time(0)
        if self.time.now() < self.time.instant(ref.day, starts) - EARLY:
            raise LessonNotBegun(lesson.subject.name, ref.day, starts)
        return lesson

    async def seats(self, lesson: PlannedLesson) -> tuple[Seat, ...]:
        """The pupils of the lesson's classes and subgroups, by class, then by name."""
        of_class = (await self.rosters.roster()).of_class
        return tuple(
            seat
            for class_id in dict.fromkeys(lesson.classes)
            for seat in of_class.get(class_id, ())
            if lesson.is_for(class_id, seat.groups)
        )
