"""«НЕ ЗНАЛ(А)!»: somebody at school takes it up, or the deputies hear (3.3.7)."""

from dataclasses import dataclass
from datetime import timedelta

from domain.attendance.answering import NotAwayAnyMore
from domain.attendance.answers import Answer
from domain.attendance.ports import AbsenceCard, AttendanceRead, BeginAttendance
from domain.clock import SchoolTime
from domain.errors import NotFound
from domain.events import AlarmTaken, AlarmUnanswered
from domain.ids import LessonId, PersonId
from domain.roles.access import Action, Target, allowed
from domain.roles.people import Actor
from domain.school.ports import Rosters

PATIENCE = timedelta(minutes=10)
"""So long the class teacher and the lesson's teacher have the alarm to themselves."""
WORTH_RAISING = timedelta(hours=12)
"""What was missed for longer, while the program was down, is not raised any more: the day is over."""


@dataclass(frozen=True, slots=True)
class AbsenceAlarms:
    time: SchoolTime
    rosters: Rosters
    begin: BeginAttendance
    reads: AttendanceRead

    async def take(self, actor: Actor, lesson: LessonId, pupil: PersonId) -> AbsenceCard:
        """The card as it then stands; the first who takes it has it, which the others read there.

        Raises `NotFound` where nothing is to be taken by this person, and `NotAwayAnyMore`.
        """
        card = await self.reads.card(lesson, pupil)
        school_class = (await self.rosters.roster()).class_of(pupil)
        classes, teachers = (school_class.id,) if school_class else (), card.teachers if card else ()
        if card is None or not allowed(actor, Action.TAKE_ALARM, Target(pupil, classes, teachers)):
            raise NotFound
        if card.answer is not Answer.UNKNOWN:
            raise NotFound
        if card.taken_by is not None:
            return card
        if not card.status.away:
            raise NotAwayAnyMore(card.status, card.subject, card.day)
        await self._take(actor, lesson, pupil)
        after = await self.reads.card(lesson, pupil)
        assert after is not None
        return after

    async def escalate_due(self) -> int:
        """How many alarms went on to the deputies; each once, however often and from however many programs asked."""
        now = self.time.now()
        due = await self.reads.unanswered(now - WORTH_RAISING, now - PATIENCE)
        return sum([await self._escalate(*pair) for pair in due])

    async def _take(self, actor: Actor, lesson: LessonId, pupil: PersonId) -> None:
        async with self.begin() as tx:
            if await tx.absence_alarms.take(lesson, pupil, actor.person):
                await tx.facts.add(AlarmTaken(actor.person, lesson, pupil))

    async def _escalate(self, lesson: LessonId, pupil: PersonId) -> bool:
        async with self.begin() as tx:
            first = await tx.absence_alarms.escalate(lesson, pupil)
            if first:
                await tx.facts.add(AlarmUnanswered(None, lesson, pupil))
        return first
