"""A guardian's answer to the card of an absence (3.3.7)."""

from dataclasses import dataclass

from domain.attendance.answers import Answer
from domain.attendance.ports import AbsenceCard, AttendanceRead, BeginAttendance
from domain.errors import NotFound, Refused
from domain.events import AbsenceAnswered
from domain.ids import LessonId, PersonId
from domain.roles.access import Action, Target, allowed
from domain.roles.people import Actor


@dataclass(eq=False)
class AlreadyAnswered(Refused):
    """The other guardian was first (or this one, earlier)."""


@dataclass(frozen=True, slots=True)
class AbsenceAnswers:
    begin: BeginAttendance
    reads: AttendanceRead

    async def answer(self, actor: Actor, lesson: LessonId, pupil: PersonId, answer: Answer) -> AbsenceCard:
        """The card as it then stands. The first answer holds: raises `AlreadyAnswered` for a later, different one.

        Raises `NotFound` for a child out of reach and for a lesson at which nothing was noted of the child.
        """
        if not allowed(actor, Action.ANSWER_ABSENCE, Target(person=pupil)):
            raise NotFound
        card = await self.reads.card(lesson, pupil)
        if card is None:
            raise NotFound
        if card.answer is None:
            await self._keep(actor, lesson, pupil, answer)
        elif (card.answer, card.answered_by) != (answer, actor.person):
            raise AlreadyAnswered
        after = await self.reads.card(lesson, pupil)
        assert after is not None
        return after

    async def _keep(self, actor: Actor, lesson: LessonId, pupil: PersonId, answer: Answer) -> None:
        async with self.begin() as tx:
            if not await tx.attendance.answer(lesson, pupil, actor.person, answer):
                raise AlreadyAnswered
            await tx.facts.add(AbsenceAnswered(actor.person, lesson, pupil))
