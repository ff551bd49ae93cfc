"""A guardian's answer to the card of an absence (3.3.7)."""

from dataclasses import dataclass
from datetime import date

from domain.attendance.answers import Answer
from domain.attendance.ports import AbsenceCard, AttendanceRead, BeginAttendance
from domain.attendance.presence import Presence
from domain.errors import NotFound, Refused
from domain.events import AbsenceAnswered
from domain.ids import LessonId, PersonId
from domain.roles.access import Action, Target, allowed
from domain.roles.people import Actor


@dataclass(eq=False)
class AlreadyAnswered(Refused):
    """The other guardian was first (or this one, earlier)."""

    answer: Answer


@dataclass(eq=False)
class NotAwayAnyMore(Refused):
    """The teacher has put it right since the card was sent: the child is at the lesson."""

    status: Presence
    subject: str
    day: date


@dataclass(frozen=True, slots=True)
class AbsenceAnswers:
    begin: BeginAttendance
    reads: AttendanceRead

    async def answer(self, actor: Actor, lesson: LessonId, pupil: PersonId, answer: Answer) -> AbsenceCard:
        """The card as it then stands. The first answer holds: raises `AlreadyAnswered` for a later, different one,
        and `NotAwayAnyMore`.

        Raises `NotFound` for a child out of reach and for a lesson at which nothing was noted of the child.
        """
        if not allowed(actor, Action.ANSWER_ABSENCE, Target(person=pupil)):
            raise NotFound
        card = await self.reads.card(lesson, pupil)
        if card is None:
            raise NotFound
        if card.answer is None and not card.status.away:
            raise NotAwayAnyMore(card.status, card.subject, card.day)
        if card.answer is None:
            await self._keep(actor, lesson, pupil, answer)
        after = await self.reads.card(lesson, pupil)
        assert after is not None
        if after.answer is not None and (after.answer, after.answered_by) != (answer, actor.person):
            raise AlreadyAnswered(after.answer)
        return after

    async def _keep(self, actor: Actor, lesson: LessonId, pupil: PersonId, answer: Answer) -> None:
        """Nothing is kept where an answer stands already."""
        async with self.begin() as tx:
            if await tx.attendance.answer(lesson, pupil, actor.person, answer):
                await tx.facts.add(AbsenceAnswered(actor.person, lesson, pupil))
