"""Teachers who are away: from when until when, and each of their lessons on the way to a substitute (2.1.1)."""

from collections.abc import Callable, Collection, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Protocol

from domain.clock import SchoolTime
from domain.errors import NotFound, Refused
from domain.ids import PersonId, TeacherAbsenceId
from domain.roles.access import Action, Target, require
from domain.roles.people import Actor, PersonName
from domain.school.changed_lessons import ChangedLesson
from domain.school.ports import Rosters, Timetables
from domain.school.substitutes import Candidate, SubstitutionCounts, candidates, counts_of_month
from domain.school.timetable import LessonRef, PlannedLesson, TeacherRef

LONGEST = timedelta(days=60)
"""Longer ones are entered again: by then the timetable itself is changed."""


class Why(StrEnum):
    """Only who changes the timetable reads it."""

    SICK = "sick"
    TRIP = "trip"
    TRAINING = "training"
    LEAVE = "leave"
    OTHER = "other"


@dataclass(eq=False)
class TeacherAbsenceTooLong(Refused):
    days: int


@dataclass(eq=False)
class TeacherAbsenceOver(Refused):
    """The last day lies before the first, or before today."""

    day: date


@dataclass(frozen=True, slots=True)
class TeacherAbsence:
    id: TeacherAbsenceId
    teacher: PersonId
    name: PersonName
    first: date
    last: date
    why: Why

    def covers(self, day: date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class WantsSubstitute:
    """A lesson of one who is away. `open`: nothing is decided yet; `candidates` of an open one, the best first."""

    lesson: ChangedLesson
    open: bool
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class AbsencePlan:
    """`current`: the lesson that is asked about, the first open one after those that were put off."""

    absence: TeacherAbsence
    lessons: tuple[WantsSubstitute, ...]
    current: WantsSubstitute | None

    @property
    def settled(self) -> int:
        return sum(not one.open for one in self.lessons)


class TeacherAbsences(Protocol):
    """For who asks who is at school: kept in memory."""

    async def standing(self) -> Sequence[TeacherAbsence]:
        """This year's that are not taken back, by first day."""
        ...

    async def on(self, day: date) -> Collection[PersonId]:
        """Teachers who are away that day."""
        ...


class TeacherAbsencesRoom(Protocol):
    async def note(self, teacher: PersonId, first: date, last: date, why: Why, by: PersonId) -> TeacherAbsenceId: ...

    async def end(self, number: TeacherAbsenceId) -> None: ...


class TeacherAbsencesTransaction(Protocol):
    @property
    def teacher_absences(self) -> TeacherAbsencesRoom: ...


@dataclass(frozen=True, slots=True)
class AbsentTeachers:
    time: SchoolTime
    timetables: Timetables
    rosters: Rosters
    absences: TeacherAbsences
    counts: SubstitutionCounts
    begin: Callable[[], AbstractAsyncContextManager[TeacherAbsencesTransaction]]

    async def teachers(self, actor: Actor) -> Sequence[TeacherRef]:
        """Who may be away: all who teach by the year's timetable, by name."""
        require(actor, Action.CHANGE_TIMETABLE, Target())
        found = {one.id: one for entry in (await self.timetables.plan()).entries for one in entry.teachers}
        return sorted(found.values(), key=lambda one: one.name.full)

    async def name(self, actor: Actor, teacher: PersonId) -> PersonName:
        """Raises `NotFound`."""
        found = next((one for one in await self.teachers(actor) if one.id == teacher), None)
        if found is None:
            raise NotFound
        return found.name

    async def listed(self, actor: Actor) -> Sequence[TeacherAbsence]:
        """Today's and coming ones."""
        require(actor, Action.CHANGE_TIMETABLE, Target())
        today = self.time.today()
        return [one for one in await self.absences.standing() if one.last >= today]

    async def note(self, actor: Actor, teacher: PersonId, first: date, last: date, why: Why) -> AbsencePlan:
        """Raises `TeacherAbsenceOver`, `TeacherAbsenceTooLong`, and `NotFound` for who does not teach."""
        await self.name(actor, teacher)
        if last < max(first, self.time.today()):
            raise TeacherAbsenceOver(last)
        if last - first > LONGEST:
            raise TeacherAbsenceTooLong(LONGEST.days)
        async with self.begin() as tx:
            number = await tx.teacher_absences.note(teacher, first, last, why, actor.person)
        return await self.plan(actor, number)

    async def end(self, actor: Actor, number: TeacherAbsenceId) -> None:
        """The substitutions that were made stay: each is taken back by itself. Raises `NotFound`."""
        require(actor, Action.CHANGE_TIMETABLE, Target())
        await self._one(number)
        async with self.begin() as tx:
            await tx.teacher_absences.end(number)

    async def plan(self, actor: Actor, number: TeacherAbsenceId, after: LessonRef | None = None) -> AbsencePlan:
        """The lessons of these days from today on; `after`: this one was left for later. Raises `NotFound`."""
        require(actor, Action.CHANGE_TIMETABLE, Target())
        absence = await self._one(number)
        lessons = [WantsSubstitute(one, _is_open(one, absence.teacher)) for one in await self._lessons(absence)]
        places = [_place(one.lesson) for one in lessons if one.lesson.ref == after]
        coming = [one for one in lessons if one.open and (not places or _place(one.lesson) > places[0])]
        current = coming[0] if coming else None
        if current is not None:
            current = WantsSubstitute(current.lesson, True, await self._candidates(current.lesson))
        return AbsencePlan(absence, tuple(lessons), current)

    async def _lessons(self, absence: TeacherAbsence) -> Sequence[ChangedLesson]:
        plan, first = await self.timetables.plan(), max(absence.first, self.time.today())
        found = (
            ChangedLesson(lesson.ref, plan.by_id[lesson.ref.entry], lesson)
            for day in await self.timetables.days(first, absence.last)
            for lesson in day.lessons
            if not self._is_over(lesson)
        )
        return [one for one in found if absence.teacher in one.teachers]

    def _is_over(self, lesson: PlannedLesson) -> bool:
        local = self.time.local()
        return lesson.ref.day == local.date() and lesson.bell is not None and lesson.bell.ends <= local.time()

    async def _candidates(self, lesson: ChangedLesson) -> tuple[Candidate, ...]:
        day = lesson.ref.day
        return candidates(
            await self.timetables.plan(),
            await self.timetables.day(day),
            lesson,
            await self.absences.on(day),
            await counts_of_month(self.counts, day),
        )

    async def _one(self, number: TeacherAbsenceId) -> TeacherAbsence:
        found = next((one for one in await self.absences.standing() if one.id == number), None)
        if found is None:
            raise NotFound
        return found


def _is_open(lesson: ChangedLesson, teacher: PersonId) -> bool:
    """Still to be given by who is away."""
    planned = lesson.lesson
    return planned is not None and planned.takes_place and teacher in planned.teacher_ids


def _place(lesson: ChangedLesson) -> tuple[date, int, int]:
    return lesson.ref.day, lesson.planned.position, lesson.ref.entry
