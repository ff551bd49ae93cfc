"""The class teacher settles why a pupil was away, later and apart from the fact (3.3.7)."""

from dataclasses import dataclass
from datetime import date

from domain.attendance.missed import MissedLesson, Reason
from domain.attendance.ports import BeginAttendance
from domain.errors import NotFound
from domain.ids import PersonId
from domain.roles.access import Action, Target, allowed
from domain.roles.people import Actor
from domain.school.lesson_access import LessonOfClosedYear
from domain.school.ports import Change, Rosters, Timetables


@dataclass(frozen=True, slots=True)
class AbsenceReasons:
    rosters: Rosters
    timetables: Timetables
    begin: BeginAttendance

    async def settle(self, actor: Actor, pupil: PersonId, day: date, reason: Reason) -> int:
        """Of all lessons that the pupil missed that day: how many changed.

        Raises `NotFound` for a pupil of another class and for a day on which nothing was missed; `LessonOfClosedYear`.
        """
        school_class = (await self.rosters.roster()).class_of(pupil)
        classes = (school_class.id,) if school_class else ()
        if not allowed(actor, Action.SETTLE_ABSENCE, Target(person=pupil, classes=classes)):
            raise NotFound
        if (await self.timetables.day(day)).closed:
            raise LessonOfClosedYear
        async with self.begin() as tx:
            missed = await tx.absence_reasons.missed(pupil, day)
            if not missed:
                raise NotFound
            changed = [one for one in missed if one.settled is not reason]
            if changed:
                await tx.absence_reasons.settle(pupil, [one.lesson for one in changed], reason, actor.person)
                await tx.changes.add(*(_log(actor.person, one, reason) for one in changed))
        return len(changed)


def _log(by: PersonId, missed: MissedLesson, reason: Reason) -> Change:
    before = {"reason": missed.settled.value} if missed.settled else None
    return Change("absence_reason", by, missed.lesson, missed.pupil, before, {"reason": reason.value})
