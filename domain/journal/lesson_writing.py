"""Writing all that a lesson's line says, at once or not at all (3.3.7, 3.4.1, 3.4.2)."""

from collections.abc import Callable, Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from domain.ids import LessonId, PersonId
from domain.journal.grading import Grading, NoMarksInFirstGrade
from domain.journal.homework import HomeworkBook
from domain.journal.homework_kept import HomeworkTransaction
from domain.journal.lesson_line_meant import LessonCard
from domain.journal.lesson_line_words import SaidPresence
from domain.journal.my_lesson import write_topic
from domain.journal.ports import JournalTransaction, NewMark
from domain.roles.access import Action
from domain.roles.people import Actor
from domain.school.lesson_access import LessonDoor
from domain.school.timetable import PlannedLesson


class LessonTransaction(JournalTransaction, HomeworkTransaction, Protocol):
    """What a whole lesson is written with."""


Tx = TypeVar("Tx", bound=LessonTransaction)
Tx_contra = TypeVar("Tx_contra", contravariant=True)


class TakesRollCall(Protocol[Tx_contra]):
    """Attendance inside the same transaction (a port: journal does not know attendance)."""

    async def take(
        self,
        tx: Tx_contra,
        by: PersonId,
        lesson: PlannedLesson,
        said: Mapping[PersonId, tuple[str, int | None]],
        *,
        closed: bool,
    ) -> LessonId:
        """A status (of `SaidPresence`) and minutes late of each of these pupils; `closed`: the others were there."""
        ...


@dataclass(frozen=True, slots=True)
class LessonWriting(Generic[Tx]):
    door: LessonDoor
    grading: Grading
    homework: HomeworkBook
    roll_call: TakesRollCall[Tx]
    begin: Callable[[], AbstractAsyncContextManager[Tx]]

    async def write(self, actor: Actor, card: LessonCard) -> None:
        """The same card once more changes nothing. Questions and what was left out are not written.

        Raises what `LessonDoor.begun`, `Grading.put` and `HomeworkBook.set` raise; nothing is written then.
        """
        lesson = await self.door.begun(actor, Action.TAKE_ROLL_CALL, card.lesson.ref)
        await self._require_more(actor, card, lesson)
        for pupil in card.pupils:
            await self.door.require_seat(lesson, pupil.seat.pupil)
            if pupil.marks:
                await self.door.require_marked(lesson, pupil.seat.pupil)
        async with self.begin() as tx:
            number = await self._roll_call(tx, actor, lesson, card)
            if card.topic:
                number = number or await tx.lessons.ensure(lesson, actor.person)
                await write_topic(tx, actor.person, number, card.topic)
            marks = self._marks(actor, card)
            if marks:
                await self.grading.write(tx, lesson, marks)
            for meant in card.homework:
                await self.homework.write(tx, actor, meant)

    async def _roll_call(self, tx: Tx, actor: Actor, lesson: PlannedLesson, card: LessonCard) -> LessonId | None:
        """None: nothing was said of it."""
        if not card.takes_roll_call:
            return None
        return await self.roll_call.take(tx, actor.person, lesson, _presence(card), closed=card.closes)

    async def _require_more(self, actor: Actor, card: LessonCard, lesson: PlannedLesson) -> None:
        """Whatever else is written is of the same lesson, by who gives it that day."""
        if any(pupil.marks for pupil in card.pupils):
            await self.door.planned(actor, Action.SET_MARK, lesson.ref)
            if not lesson.marked:
                raise NoMarksInFirstGrade
        if card.topic:
            await self.door.planned(actor, Action.SET_TOPIC, lesson.ref)
        if card.homework:
            await self.door.planned(actor, Action.SET_HOMEWORK, lesson.ref)

    def _marks(self, actor: Actor, card: LessonCard) -> list[NewMark]:
        late = self.door.time.today() > card.lesson.ref.day
        return [
            NewMark(pupil.seat.pupil, mark.kind.id, mark.value, late, actor.person, mark.slot)
            for pupil in card.pupils
            for mark in pupil.marks
        ]


def _presence(card: LessonCard) -> dict[PersonId, tuple[str, int | None]]:
    """«Все на месте» is said of everyone who is not named otherwise, once nobody can hide behind what was left out."""
    here: tuple[str, int | None] = (SaidPresence.PRESENT.value, None)
    said = {seat.pupil: here for seat in card.seats if card.everyone and card.closes}
    return said | {
        pupil.seat.pupil: (pupil.presence.value, pupil.minutes) for pupil in card.pupils if pupil.presence is not None
    }
