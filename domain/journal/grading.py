"""Setting a mark, changing it, taking it back (1.3, 1.4.1, 1.4.2, 3.4.1)."""

from dataclasses import dataclass
from typing import Any

from domain.errors import Refused
from domain.events import MarkChanged
from domain.ids import MarkId, PersonId, WorkKindId
from domain.journal.ports import BeginJournal, JournalTransaction, MarkPlace, NewMark, WorkKinds
from domain.journal.scale import FIVE_POINTS, Scale
from domain.roles.access import Action
from domain.roles.people import Actor
from domain.school.lesson_access import LessonDoor
from domain.school.ports import Change
from domain.school.timetable import LessonRef, PlannedLesson


@dataclass(eq=False)
class NoMarksInFirstGrade(Refused):
    """Clause 1.2."""


@dataclass(eq=False)
class PupilWasAbsent(Refused):
    """A mark for who was not there would say something untrue; absence itself is never a mark."""


@dataclass(eq=False)
class UnknownWorkKind(Refused):
    pass


@dataclass(frozen=True, slots=True)
class Grading:
    door: LessonDoor
    kinds: WorkKinds
    begin: BeginJournal
    scale: Scale = FIVE_POINTS

    async def put(self, actor: Actor, ref: LessonRef, pupil: PersonId, value: str, kind: WorkKindId) -> bool:
        """One mark of a kind for a pupil at a lesson; a second value changes it. False when it stood so already.

        Raises `NoMarksInFirstGrade`, `MarkOutOfScale`, `UnknownWorkKind`, `PupilWasAbsent`, `PupilNotAtLesson`, and
        what `LessonDoor.begun` raises.
        """
        lesson = await self._lesson(actor, ref, pupil)
        self.scale.require(value)
        if kind not in {one.id for one in await self.kinds.work_kinds()}:
            raise UnknownWorkKind
        late = self.door.time.today() > ref.day
        async with self.begin() as tx:
            place = await tx.marks.place(ref, pupil, kind)
            if place.away:
                raise PupilWasAbsent
            if place.mark is None:
                number = place.lesson or await tx.lessons.ensure(lesson, actor.person)
                made = await tx.marks.add(number, lesson, NewMark(pupil, kind, value, late, actor.person))
                await tx.changes.add(Change("mark", actor.person, number, pupil, None, _shown(value)))
                await tx.facts.add(MarkChanged(actor.person, made, pupil, 1))
                return True
            return await self._change(tx, actor, place, ref, value=value, taken_back=False)

    async def take_back(self, actor: Actor, ref: LessonRef, pupil: PersonId, kind: WorkKindId) -> bool:
        """The row stays, with who and when; the mark no longer counts or shows. False when there is none."""
        await self._lesson(actor, ref, pupil)
        async with self.begin() as tx:
            place = await tx.marks.place(ref, pupil, kind)
            if place.mark is None:
                return False
            return await self._change(tx, actor, place, ref, value=place.mark.value, taken_back=True)

    async def _lesson(self, actor: Actor, ref: LessonRef, pupil: PersonId) -> PlannedLesson:
        lesson = await self.door.begun(actor, Action.SET_MARK, ref)
        if not lesson.marked:
            raise NoMarksInFirstGrade
        await self.door.require_seat(lesson, pupil)
        return lesson

    async def _change(
        self, tx: JournalTransaction, actor: Actor, place: MarkPlace, ref: LessonRef, *, value: str, taken_back: bool
    ) -> bool:
        mark = place.mark
        assert mark is not None
        if (mark.value, mark.taken_back) == (value, taken_back):
            return False
        late = self.door.time.today() > ref.day
        await tx.marks.change(mark, value=value, taken_back=taken_back, late=late, by=actor.person)
        before, after = _shown(mark.value, mark.taken_back), _shown(value, taken_back)
        await tx.changes.add(Change("mark", actor.person, place.lesson, mark.pupil, before, after))
        await tx.facts.add(MarkChanged(actor.person, MarkId(mark.id), mark.pupil, mark.version + 1))
        return True


def _shown(value: str, taken_back: bool = False) -> dict[str, Any]:
    return {"value": value, "taken_back": taken_back}
