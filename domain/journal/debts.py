"""A debt («точка»): a work not handed in, with the day until which it can be; neither a mark nor a nought (1.4.2).

It ends by the teacher's act alone: a mark of that kind at that lesson, a 2 for one, or taken back. A day that has
passed changes nothing by itself.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from typing import Protocol

from domain.errors import NotFound, Refused
from domain.ids import DebtId, PersonId, WorkKindId
from domain.journal.debt_writing import end_debt, set_debt
from domain.journal.grading import NoMarksInFirstGrade, UnknownWorkKind
from domain.journal.mark_changes import Freedom
from domain.journal.ports import BeginJournal, MarkPlace, MarkSpot, NewDebt, WorkKinds
from domain.roles.access import Action, Target, sees
from domain.roles.people import Actor, PersonName
from domain.school.lesson_access import LessonDoor
from domain.school.timetable import LessonRef, PlannedLesson, WeekPlan, is_lesson_of

LONGEST = timedelta(days=92)
"""A debt is of this term or the next, not of another year."""
OFFERED = 3
"""Lessons of the subject that are offered as days to hand it in."""
WITHIN = timedelta(days=30)


@dataclass(eq=False)
class DebtDayPassed(Refused):
    """The day until which a work can be handed in lies before today, or too far ahead."""


@dataclass(eq=False)
class DebtBesideMark(Refused):
    """A mark of that kind stands at the lesson: the work was handed in."""


@dataclass(frozen=True, slots=True)
class DebtCard:
    """As the family is told of it. `marked`: it became a mark; `ended` without that: taken back."""

    debt: DebtId
    pupil: PersonId
    pupil_name: PersonName
    subject: str
    kind: str
    day: date
    due: date
    version: int
    ended: bool
    marked: bool


@dataclass(frozen=True, slots=True)
class OwedWork:
    """A debt that stands, as a list shows it; `day` of the lesson."""

    subject: str
    kind: str
    day: date
    due: date


class DebtsRead(Protocol):
    """One statement each."""

    async def debts_of_pupil(self, pupil: PersonId) -> Sequence[OwedWork]:
        """Those that stand, the soonest first."""
        ...

    async def debt_cards(self, ids: Collection[DebtId]) -> Mapping[DebtId, DebtCard]: ...


@dataclass(frozen=True, slots=True)
class Debts:
    door: LessonDoor
    kinds: WorkKinds
    reads: DebtsRead
    freedom: Freedom
    begin: BeginJournal

    async def set(self, actor: Actor, ref: LessonRef, pupil: PersonId, kind: WorkKindId, due: date) -> bool:
        """False: it stands so already. Raises `DebtDayPassed`, `DebtBesideMark` and what `Grading.put` raises."""
        lesson = await self._lesson(actor, ref, pupil)
        await self.door.require_marked(lesson, pupil)
        today = self.door.time.today()
        if not today <= due <= today + LONGEST:
            raise DebtDayPassed
        if kind not in {one.id for one in await self.kinds.work_kinds()}:
            raise UnknownWorkKind
        await self.freedom.require(lesson, pupil, None)
        async with self.begin() as tx:
            place = await tx.marks.place(ref, MarkSpot(pupil, kind))
            if _handed_in(place):
                raise DebtBesideMark
            if place.debt is not None and place.debt.due == due:
                return False
            number = place.lesson or await tx.lessons.make(lesson, actor.person)
            await set_debt(tx, number, place.debt, NewDebt(pupil, kind, due, actor.person))
        return True

    async def take_back(self, actor: Actor, ref: LessonRef, pupil: PersonId, kind: WorkKindId) -> bool:
        """False when there is none."""
        await self._lesson(actor, ref, pupil)
        async with self.begin() as tx:
            place = await tx.marks.place(ref, MarkSpot(pupil, kind))
            if place.debt is None or place.lesson is None:
                return False
            await end_debt(tx, place.lesson, place.debt, actor.person)
        return True

    async def likely_days(self, actor: Actor, ref: LessonRef) -> tuple[date, ...]:
        """The next lessons of the subject with these pupils, then a week and two weeks from now."""
        lesson = await self.door.planned(actor, Action.SEE_LESSON, ref)
        today = self.door.time.today()
        next_lessons = islice(lesson_days(await self.door.timetables.plan(), lesson, today), OFFERED)
        return tuple(sorted({*next_lessons, today + timedelta(days=7), today + timedelta(days=14)}))

    async def of_pupil(self, actor: Actor, pupil: PersonId) -> Sequence[OwedWork]:
        """What the pupil owes. Raises `NotFound` for a pupil out of reach as for one who does not exist."""
        school_class = (await self.door.rosters.roster()).class_of(pupil)
        classes = (school_class.id,) if school_class else ()
        if not sees(actor, Action.SEE_PUPIL_MARKS, Target(person=pupil, classes=classes)):
            raise NotFound
        return await self.reads.debts_of_pupil(pupil)

    async def _lesson(self, actor: Actor, ref: LessonRef, pupil: PersonId) -> PlannedLesson:
        lesson = await self.door.begun(actor, Action.SET_MARK, ref)
        if not lesson.marked:
            raise NoMarksInFirstGrade
        await self.door.require_seat(lesson, pupil)
        return lesson


def lesson_days(plan: WeekPlan, lesson: PlannedLesson, after: date) -> Iterator[date]:
    """Days after one, within a month, with the subject's lesson for the same pupils; a day's changes apart."""
    grade = lesson.parts[0].grade
    entries = [one for one in plan.entries if is_lesson_of(lesson, one)]
    for ahead in range(1, WITHIN.days + 1):
        day = after + timedelta(days=ahead)
        if plan.calendar.day_off(day, grade) is None and any(one.stands_on(day, plan.calendar) for one in entries):
            yield day


def _handed_in(place: MarkPlace) -> bool:
    return place.mark is not None and not place.mark.taken_back
