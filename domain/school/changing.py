"""Substitutions, cancellations, moves, other rooms and extra lessons of a day (2.1.1)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from domain.clock import SchoolTime
from domain.errors import NotFound, Outdated
from domain.ids import EntryId, PersonId, SubjectId
from domain.roles.access import Action, Target, require
from domain.roles.people import Actor
from domain.school.changed_lessons import ChangedLesson, changed_lesson
from domain.school.changes_writing import PLANNED, ChangesWriting
from domain.school.changing_room import (
    LONGEST_ROOM,
    BeginChanging,
    Changed,
    Clashing,
    ExtraStays,
    LessonMovedAway,
    NoLessonsThatDay,
    RoomTooLong,
)
from domain.school.clashes import Wish, clashes, place_of, whole
from domain.school.ports import Rosters, Timetables
from domain.school.timetable import Entry, LessonRef, Slot, WeekPlan


@dataclass(frozen=True, slots=True)
class LessonChanging:
    """Each change is told of by a fact; who gives the lesson that day writes its journal, nobody else.

    Where something stands in the way, nothing is written and `Clashing` says what, unless the actor is `sure`.
    What the journal holds of a lesson is neither cancelled nor moved nor given another subject: `LessonWritten`.
    """

    time: SchoolTime
    timetables: Timetables
    rosters: Rosters
    begin: BeginChanging

    async def cancel(self, actor: Actor, ref: LessonRef) -> Changed:
        """As `ChangesWriting.cancel`."""
        require(actor, Action.CHANGE_TIMETABLE, Target())
        lesson, plan = await self._here(ref), await self.timetables.plan()
        stood = lesson.planned.moved_from or ref
        async with self.begin() as tx:
            gone = await ChangesWriting(tx, actor.person, plan).cancel(lesson)
        return await self._changed(stood, *(one for one in gone if one.day != stood.day))

    async def substitute(
        self, actor: Actor, ref: LessonRef, teacher: PersonId, subject: SubjectId | None = None, sure: bool = False
    ) -> Changed | Clashing:
        """By another teacher, perhaps with another subject. Raises `NotFound` for who does not teach here."""
        require(actor, Action.CHANGE_TIMETABLE, Target())
        lesson, plan = await self._here(ref), await self.timetables.plan()
        if not any(teacher in entry.teacher_ids for entry in plan.entries):
            raise NotFound
        if subject is not None and not any(entry.subject.id == subject for entry in plan.entries):
            raise NotFound
        found = await self._clashing(lesson, replace(_there(plan, lesson), teachers=frozenset({teacher})))
        if found.clashes and not sure:
            return found
        async with self.begin() as tx:
            await ChangesWriting(tx, actor.person, plan).give(lesson, teacher, subject)
        return await self._changed(ref)

    async def room(self, actor: Actor, ref: LessonRef, said: str, sure: bool = False) -> Changed | Clashing:
        """Raises `RoomTooLong`."""
        require(actor, Action.CHANGE_TIMETABLE, Target())
        lesson, plan, room = await self._here(ref), await self.timetables.plan(), " ".join(said.split())
        if not 0 < len(room) <= LONGEST_ROOM:
            raise RoomTooLong(LONGEST_ROOM)
        found = await self._clashing(lesson, replace(_there(await self.timetables.plan(), lesson), room=room))
        if found.clashes and not sure:
            return found
        async with self.begin() as tx:
            await ChangesWriting(tx, actor.person, plan).give(lesson, room=room)
        return await self._changed(ref)

    async def move(self, actor: Actor, ref: LessonRef, to: Slot, sure: bool = False) -> Changed | Clashing:
        """As `ChangesWriting.move`."""
        require(actor, Action.CHANGE_TIMETABLE, Target())
        lesson, plan = await self._lesson(ref), await self.timetables.plan()
        if lesson.planned.extra:
            raise ExtraStays(lesson.subject.name)
        if to == Slot(ref.day, lesson.planned.position):
            raise Outdated
        await self._open(lesson.planned, to.day)
        found = await self._clashing(lesson, whole(plan, lesson.planned, to), to)
        if found.clashes and not sure:
            return found
        async with self.begin() as tx:
            also = await ChangesWriting(tx, actor.person, plan).move(lesson, to)
        return await self._changed(ref, *(one for one in also if one.day != ref.day))

    async def add(self, actor: Actor, like: EntryId, to: Slot, sure: bool = False) -> Changed | Clashing:
        """An extra lesson, with the classes, the teachers and the subject of a line of the week."""
        require(actor, Action.CHANGE_TIMETABLE, Target())
        plan = await self.timetables.plan()
        entry = plan.by_id.get(like)
        if entry is None:
            raise NotFound
        await self._open(entry, to.day)
        found = await self._clashing(ChangedLesson(LessonRef(like, to.day), entry, None), whole(plan, entry, to), to)
        if found.clashes and not sure:
            return found
        async with self.begin() as tx:
            extra = LessonRef(await tx.lesson_changes.add_extra(entry, to), to.day)
            await ChangesWriting(tx, actor.person, plan).put(extra, None, PLANNED)
        return await self._changed(extra)

    async def take_back(self, actor: Actor, ref: LessonRef) -> Changed:
        """As in the timetable again; a moved lesson comes back from its new place. Raises `Outdated`."""
        require(actor, Action.CHANGE_TIMETABLE, Target())
        lesson, plan = await self._lesson(ref), await self.timetables.plan()
        async with self.begin() as tx:
            known = await tx.lesson_changes.current(ref)
            if known is None or known.kind is None:
                raise Outdated
            writing = ChangesWriting(tx, actor.person, plan)
            if known.subject is not None:
                await writing.unwritten(lesson)
            gone = await writing.drop(ref.day, known)
            await writing.put(ref, known, PLANNED)
        return await self._changed(ref, *(one for one in gone if one.day != ref.day))

    async def _lesson(self, ref: LessonRef) -> ChangedLesson:
        """Raises `NotFound`, for an extra lesson that is dropped too."""
        found = changed_lesson(await self.timetables.plan(), await self.timetables.day(ref.day), ref)
        if found is None or found.lesson is None:
            raise NotFound
        return found

    async def _here(self, ref: LessonRef) -> ChangedLesson:
        """As `_lesson`; raises `LessonMovedAway`."""
        lesson = await self._lesson(ref)
        if lesson.moved_to is not None:
            raise LessonMovedAway(lesson.subject.name, lesson.moved_to.day, lesson.moved_to.position)
        return lesson

    async def _open(self, entry: Entry, day: date) -> None:
        calendar = (await self.timetables.plan()).calendar
        if any(calendar.day_off(day, part.grade) is not None for part in entry.parts):
            raise NoLessonsThatDay(day)

    async def _clashing(self, lesson: ChangedLesson, wish: Wish, to: Slot | None = None) -> Clashing:
        to = to or Slot(lesson.ref.day, wish.position)
        day, roster = await self.timetables.day(to.day), await self.rosters.roster()
        return Clashing(lesson, clashes(day, wish, {lesson.ref}, roster), to)

    async def _changed(self, first: LessonRef, *also: LessonRef) -> Changed:
        """As they stand after the commit."""
        found: Sequence[ChangedLesson] = [one for ref in (first, *also) if (one := await self._found(ref))]
        return Changed(found[0], tuple(found[1:]))

    async def _found(self, ref: LessonRef) -> ChangedLesson | None:
        return changed_lesson(await self.timetables.plan(), await self.timetables.day(ref.day), ref)


def _there(plan: WeekPlan, lesson: ChangedLesson) -> Wish:
    return place_of(plan, lesson.planned, Slot(lesson.ref.day, lesson.planned.position))
