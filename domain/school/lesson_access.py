"""The lesson that something is to be written of: found, allowed, taking place, begun."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta

from domain.clock import SchoolTime
from domain.errors import NotAllowed, NotFound, Refused
from domain.ids import PersonId
from domain.roles.access import Action, Target, allowed, sees
from domain.roles.people import Actor, PersonName
from domain.school.exemptions import NOBODY_EXEMPT, KnownExemptions, Learning, learning_on
from domain.school.ports import Rosters, Timetables
from domain.school.roster import Seat
from domain.school.timetable import Entry, LessonRef, PlannedLesson, is_lesson_of

EARLY = timedelta(minutes=10)
"""A roll call may begin so long before the bell."""
AHEAD = timedelta(days=21)
"""How far the place is looked for to which a lesson went: past holidays and weekends."""


@dataclass(eq=False)
class LessonMoved(NotFound):
    """The timetable has changed since the screen was opened: the same lesson now stands elsewhere."""

    subject: str
    class_name: str
    day: date
    to: date
    position: int


@dataclass(eq=False)
class LessonGone(NotFound):
    """As `LessonMoved`, with no lesson of that subject near."""

    subject: str
    class_name: str
    day: date


@dataclass(eq=False)
class LessonSubstituted(NotAllowed):
    """Another teacher gives it that day; said to the teacher of the timetable alone."""

    subject: str
    day: date
    teacher: PersonName


@dataclass(eq=False)
class LessonCancelled(Refused):
    subject: str
    day: date


@dataclass(eq=False)
class LessonOfClosedYear(Refused):
    """Of a year that the next one has taken the place of: it is looked at, and not written."""


@dataclass(eq=False)
class LessonNotBegun(Refused):
    subject: str
    day: date
    starts: time


@dataclass(eq=False)
class PupilNotAtLesson(NotFound):
    """The pupil did not sit in the class or the subgroup that day."""

    subject: str
    day: date


@dataclass(eq=False)
class PupilIsExempt(Refused):
    """By the school's order the pupil gets no marks in it; presence is kept."""

    subject: str
    pupil: PersonName


@dataclass(frozen=True, slots=True)
class LessonDoor:
    """What attendance and journal go through before they write or show anything of a lesson."""

    time: SchoolTime
    timetables: Timetables
    rosters: Rosters
    exemptions: KnownExemptions = NOBODY_EXEMPT

    async def planned(self, actor: Actor, action: Action, ref: LessonRef) -> PlannedLesson:
        """Raises `NotFound` for no such lesson that day, `NotAllowed` for another's.

        Whose lesson it is by the timetable hears more: `LessonMoved`, `LessonGone`, `LessonSubstituted`. Whatever is
        not for looking raises `LessonOfClosedYear` in a year that is closed.
        """
        day = await self.timetables.day(ref.day)
        lesson = day.by_ref.get(ref)
        if lesson is None:
            raise await self._why_not_there(actor, action, ref)
        if not sees(actor, action, Target(classes=lesson.classes, teachers=lesson.teacher_ids)):
            raise await self._why_not_theirs(actor, lesson)
        if day.closed and action is not Action.SEE_LESSON:
            raise LessonOfClosedYear
        return lesson

    async def require_open(self, day: date) -> None:
        """For what is written of a lesson that was found otherwise. Raises `LessonOfClosedYear`."""
        if (await self.timetables.day(day)).closed:
            raise LessonOfClosedYear

    async def begun(self, actor: Actor, action: Action, ref: LessonRef) -> PlannedLesson:
        """As `planned`, and raises `LessonMoved`, `LessonCancelled` or `LessonNotBegun`."""
        lesson = await self.planned(actor, action, ref)
        if lesson.moved_to is not None:
            name = ", ".join(dict.fromkeys(part.name for part in lesson.parts))
            raise LessonMoved(lesson.subject.name, name, ref.day, lesson.moved_to.day, lesson.moved_to.position)
        if not lesson.takes_place:
            raise LessonCancelled(lesson.subject.name, ref.day)
        starts = lesson.bell.starts if lesson.bell else time(0)
        if self.time.now() < self.time.instant(ref.day, starts) - EARLY:
            raise LessonNotBegun(lesson.subject.name, ref.day, starts)
        return lesson

    async def require_seat(self, lesson: PlannedLesson, pupil: PersonId) -> None:
        """Raises `PupilNotAtLesson`."""
        if pupil not in {seat.pupil for seat in await self.seats(lesson)}:
            raise PupilNotAtLesson(lesson.subject.name, lesson.ref.day)

    async def learning(self, lesson: PlannedLesson) -> Mapping[PersonId, Learning]:
        """Who learns the lesson's subject otherwise that day."""
        return learning_on(await self.exemptions.exemptions(), lesson.subject.id, lesson.ref.day)

    async def require_marked(self, lesson: PlannedLesson, pupil: PersonId) -> None:
        """Raises `PupilIsExempt`."""
        if (await self.learning(lesson)).get(pupil) is Learning.EXEMPT:
            raise PupilIsExempt(lesson.subject.name, (await self.rosters.roster_on(lesson.ref.day)).seats[pupil].name)

    async def seats(self, lesson: PlannedLesson) -> tuple[Seat, ...]:
        """The pupils of the lesson's classes and subgroups that day, by class, then by name."""
        of_class = (await self.rosters.roster_on(lesson.ref.day)).of_class
        return tuple(
            seat
            for class_id in dict.fromkeys(lesson.classes)
            for seat in of_class.get(class_id, ())
            if lesson.is_for(class_id, seat.groups)
        )

    async def _why_not_there(self, actor: Actor, action: Action, ref: LessonRef) -> Refused:
        entry = await self._entry(ref)
        if entry is None or not allowed(actor, action, Target(classes=entry.classes, teachers=entry.teacher_ids)):
            return NotFound()
        name = ", ".join(dict.fromkeys(part.name for part in entry.parts))
        for ahead in range(AHEAD.days):
            day = await self.timetables.day(ref.day + timedelta(days=ahead))
            found = next((one for one in day.lessons if one.takes_place and is_lesson_of(one, entry)), None)
            if found is not None:
                return LessonMoved(entry.subject.name, name, ref.day, found.ref.day, found.position)
        return LessonGone(entry.subject.name, name, ref.day)

    async def _why_not_theirs(self, actor: Actor, lesson: PlannedLesson) -> Refused:
        entry = await self._entry(lesson.ref)
        if entry is None or actor.person not in entry.teacher_ids or not lesson.teachers:
            return NotAllowed()
        return LessonSubstituted(entry.subject.name, lesson.ref.day, lesson.teachers[0].name)

    async def _entry(self, ref: LessonRef) -> Entry | None:
        """The line of the timetable, whether or not it stands that day."""
        return next((one for one in (await self.timetables.plan()).entries if one.id == ref.entry), None)
