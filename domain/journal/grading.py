"""Setting a mark, changing it, taking it back (1.3, 1.4.1, 1.4.2, 3.4.1)."""

from dataclasses import dataclass, replace

from domain.errors import NotFound, Refused
from domain.ids import PersonId, WorkKindId
from domain.journal.debt_writing import debt_into_mark
from domain.journal.mark_changes import Freedom
from domain.journal.mark_writing import MarkChange, add_mark, change_mark
from domain.journal.ports import BeginJournal, JournalTransaction, MarkPlace, NewMark, WorkKinds
from domain.journal.retakes import is_retake, is_slot
from domain.journal.rules import Rules
from domain.roles.access import Action
from domain.roles.people import Actor
from domain.school.lesson_access import LessonDoor
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
    rules: Rules
    freedom: Freedom

    async def put(
        self, actor: Actor, ref: LessonRef, pupil: PersonId, value: str, kind: WorkKindId, slot: int = 1
    ) -> bool:
        """A mark of a kind for a pupil at a lesson; a second value in its place changes it. False: it stood so already.

        `slot` numbers several marks of a kind; a retake stands where `retakes.py` says. What the pupil owed of the
        kind is handed in with it. Raises `NoMarksInFirstGrade`, `MarkOutOfScale`, `UnknownWorkKind`, `PupilWasAbsent`,
        `PupilNotAtLesson`, `PupilIsExempt`, `ReasonNeeded`, `TermIsClosed`, `NotFound` for a place that is none, and
        what `LessonDoor.begun` raises.
        """
        lesson = await self._lesson(actor, ref, pupil)
        await self.door.require_marked(lesson, pupil)
        (await self.rules.rules()).scale_of(lesson.subject.id).require(value)
        if kind not in {one.id for one in await self.kinds.work_kinds()}:
            raise UnknownWorkKind
        if not is_slot(slot):
            raise NotFound
        late = self.door.time.today() > ref.day
        async with self.begin() as tx:
            return await self.write(tx, lesson, NewMark(pupil, kind, value, late, actor.person, slot))

    async def write(self, tx: JournalTransaction, lesson: PlannedLesson, new: NewMark) -> bool:
        """`put` in the transaction of who has asked whether that lesson, value and kind may be."""
        place = await tx.marks.place(lesson.ref, new.pupil, new.kind, new.slot)
        _require_room(place, new.slot)
        if place.mark is not None:
            change = MarkChange(new.value, taken_back=False, late=new.late, by=new.by)
            return await self._change(tx, lesson, place, change)
        await self.freedom.require(lesson, new.pupil, None)
        await self._add(tx, lesson, place, replace(new, retakes=place.retaken.id if place.retaken else None))
        return True

    async def take_back(self, actor: Actor, ref: LessonRef, pupil: PersonId, kind: WorkKindId, slot: int = 1) -> bool:
        """The row stays, with who and when; the mark no longer counts or shows. False when there is none."""
        lesson = await self._lesson(actor, ref, pupil)
        async with self.begin() as tx:
            place = await tx.marks.place(ref, pupil, kind, slot)
            if place.mark is None:
                return False
            late = self.door.time.today() > ref.day
            change = MarkChange(place.mark.value, taken_back=True, late=late, by=actor.person)
            return await self._change(tx, lesson, place, change)

    async def _lesson(self, actor: Actor, ref: LessonRef, pupil: PersonId) -> PlannedLesson:
        lesson = await self.door.begun(actor, Action.SET_MARK, ref)
        if not lesson.marked:
            raise NoMarksInFirstGrade
        await self.door.require_seat(lesson, pupil)
        return lesson

    async def _add(self, tx: JournalTransaction, lesson: PlannedLesson, place: MarkPlace, new: NewMark) -> None:
        number = place.lesson or await tx.lessons.ensure(lesson, new.by)
        made = await add_mark(tx, lesson, number, new)
        if place.debt is not None:
            await debt_into_mark(tx, number, place.debt, made, new.by)

    async def _change(
        self, tx: JournalTransaction, lesson: PlannedLesson, place: MarkPlace, change: MarkChange
    ) -> bool:
        mark = place.mark
        assert mark is not None
        assert place.lesson is not None
        if (mark.value, mark.taken_back) == (change.value, change.taken_back):
            return False
        await self.freedom.require(lesson, mark.pupil, mark)
        await change_mark(tx, place.lesson, mark, change)
        if place.debt is not None and not change.taken_back:
            await debt_into_mark(tx, place.lesson, place.debt, mark.id, change.by)
        return True


def _require_room(place: MarkPlace, slot: int) -> None:
    """Who was away gets no mark at the lesson; a retake is of another day, and of a mark that stands."""
    if not is_retake(slot):
        if place.away:
            raise PupilWasAbsent
    elif place.retaken is None or place.retaken.taken_back:
        raise NotFound
