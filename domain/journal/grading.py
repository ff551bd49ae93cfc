"""Setting a mark, changing it, taking it back (1.3, 1.4.1, 1.4.2, 3.4.1)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from domain.errors import NotFound, Refused
from domain.ids import PersonId, WorkKindId
from domain.journal.mark_changes import Freedom
from domain.journal.mark_writing import MarkChange, change_mark
from domain.journal.marks_writing import MarksAsked, is_same, write_marks
from domain.journal.ports import (
    BeginJournal,
    JournalTransaction,
    MarkPlace,
    MarkSpot,
    NewMark,
    OpenDebt,
    WorkKinds,
)
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
            return bool(await self.write(tx, lesson, [NewMark(pupil, kind, value, late, actor.person, slot)]))

    async def write(self, tx: JournalTransaction, lesson: PlannedLesson, marks: Sequence[NewMark]) -> int:
        """`put` of each in the transaction of who has asked whether lesson, values and kinds may be.

        How many did not stand so already. All are of one author; the statements are as few for twelve as for one.
        """
        places = await tx.marks.places(lesson.ref, [mark.spot for mark in marks])
        for mark in marks:
            _require_room(places[mark.spot], mark.slot)
        wanted = [mark for mark in marks if not is_same(places[mark.spot], mark)]
        for mark in wanted:
            await self.freedom.require(lesson, mark.pupil, places[mark.spot].mark)
        if wanted:
            known = places[wanted[0].spot].lesson
            number = known or await tx.lessons.make(lesson, wanted[0].by)
            await write_marks(tx, lesson, number, _asked(wanted, places))
        return len(wanted)

    async def take_back(self, actor: Actor, ref: LessonRef, pupil: PersonId, kind: WorkKindId, slot: int = 1) -> bool:
        """The row stays, with who and when; the mark no longer counts or shows. False when there is none."""
        lesson = await self._lesson(actor, ref, pupil)
        async with self.begin() as tx:
            place = await tx.marks.place(ref, MarkSpot(pupil, kind, slot))
            if place.mark is None or place.mark.taken_back or place.lesson is None:
                return False
            await self.freedom.require(lesson, pupil, place.mark)
            late = self.door.time.today() > ref.day
            change = MarkChange(place.mark.value, taken_back=True, late=late, by=actor.person)
            await change_mark(tx, place.lesson, place.mark, change)
        return True

    async def _lesson(self, actor: Actor, ref: LessonRef, pupil: PersonId) -> PlannedLesson:
        lesson = await self.door.begun(actor, Action.SET_MARK, ref)
        if not lesson.marked:
            raise NoMarksInFirstGrade
        await self.door.require_seat(lesson, pupil)
        return lesson


def _asked(marks: Sequence[NewMark], places: Mapping[MarkSpot, MarkPlace]) -> MarksAsked:
    added = [(mark, places[mark.spot]) for mark in marks if places[mark.spot].mark is None]
    handed: dict[OpenDebt, NewMark] = {}
    for mark in marks:
        debt = places[mark.spot].debt
        if debt is not None:
            handed.setdefault(debt, mark)
    return MarksAsked(
        added=[replace(mark, retakes=place.retaken.id if place.retaken else None) for mark, place in added],
        changed={place.mark: mark for mark in marks if (place := places[mark.spot]).mark is not None},
        handed=handed,
    )


def _require_room(place: MarkPlace, slot: int) -> None:
    """Who was away gets no mark at the lesson; a retake is of another day, and of a mark that stands."""
    if not is_retake(slot):
        if place.away:
            raise PupilWasAbsent
    elif place.retaken is None or place.retaken.taken_back:
        raise NotFound
