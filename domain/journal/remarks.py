"""Remarks and words of praise in a pupil's diary, of a lesson or of the class teacher (1.4.5, 3.3.1).

They are neither marks nor homework, so first grades have them too (1.2). The family reads them in the diary and in the
evening's digest; what is taken back goes from there, and stays to be seen by staff and in the change log (1.3).
"""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from domain.errors import NotFound, Outdated, Refused
from domain.ids import ClassId, LessonId, PersonId, RemarkId
from domain.roles.access import Action, Target, allowed, sees
from domain.roles.people import Actor, PersonName
from domain.school.lesson_access import LessonDoor
from domain.school.ports import Change, ChangeLog, Lessons
from domain.school.roster import SchoolClass, Seat
from domain.school.timetable import LessonRef, PlannedLesson

MOST_TEXT = 300
"""Characters."""
LATEST = 12
"""Remarks of a pupil that one page shows."""
LOGGED = "remark"


class RemarkKind(StrEnum):
    REMARK = "remark"
    PRAISE = "praise"


@dataclass(eq=False)
class RemarkEmpty(Refused):
    """Nothing but spaces."""


@dataclass(eq=False)
class RemarkTooLong(Refused):
    """In characters."""

    length: int
    most: int


@dataclass(frozen=True, slots=True)
class Remark:
    """`subject` None: of the class teacher, outside a lesson; `day` of the lesson, else of its writing."""

    id: RemarkId
    pupil: PersonId
    kind: RemarkKind
    text: str
    day: date
    subject: str | None
    author: PersonId
    by: PersonName
    written_at: datetime
    lesson: LessonId | None = None
    taken_back: bool = False


@dataclass(frozen=True, slots=True)
class NewRemark:
    pupil: PersonId
    kind: RemarkKind
    text: str
    day: date
    by: PersonId
    lesson: LessonId | None


@dataclass(frozen=True, slots=True)
class RemarksPage:
    """Of a pupil, at one lesson where there is a `lesson`; the newest first, those taken back among them.

    `writes`: whether the reader may add to them, `reader`: who can take back their own.
    """

    seat: Seat
    class_name: str
    lesson: PlannedLesson | None
    remarks: tuple[Remark, ...]
    writes: bool
    reader: PersonId


@dataclass(frozen=True, slots=True)
class ClassRemarks:
    """Pupils in the order of names; `standing`: how many of each kind a pupil has this school year."""

    school_class: SchoolClass
    seats: tuple[Seat, ...]
    standing: Mapping[PersonId, Mapping[RemarkKind, int]]


class RemarksRead(Protocol):
    """One statement each."""

    async def remark(self, remark: RemarkId) -> Remark | None: ...

    async def remarks_of_pupil(self, pupil: PersonId, most: int) -> Sequence[Remark]: ...

    async def remarks_at(self, ref: LessonRef, pupil: PersonId) -> Sequence[Remark]: ...

    async def remarks_of_class(self, class_id: ClassId, since: date) -> Mapping[PersonId, Mapping[RemarkKind, int]]: ...


class RemarksRoom(Protocol):
    async def add(self, remark: NewRemark) -> RemarkId: ...

    async def take_back(self, remark: RemarkId) -> bool:
        """False: it was taken back already."""
        ...


class RemarksTransaction(Protocol):
    @property
    def lessons(self) -> Lessons: ...

    @property
    def changes(self) -> ChangeLog: ...

    @property
    def remarks(self) -> RemarksRoom: ...


@dataclass(frozen=True, slots=True)
class Remarks:
    door: LessonDoor
    reads: RemarksRead
    begin: Callable[[], AbstractAsyncContextManager[RemarksTransaction]]

    async def classes(self, actor: Actor) -> tuple[SchoolClass, ...]:
        """Whose remarks the actor may read, by grade and name."""
        everyone = (await self.door.rosters.roster()).classes.values()
        mine = [one for one in everyone if allowed(actor, Action.SEE_REMARKS, Target(classes=(one.id,)))]
        return tuple(sorted(mine, key=lambda one: (one.grade, one.name)))

    async def of_class(self, actor: Actor, class_id: ClassId) -> ClassRemarks:
        """Raises `NotFound` for a class out of reach as for one that does not exist."""
        roster = await self.door.rosters.roster()
        school_class = roster.classes.get(class_id)
        if school_class is None or not sees(actor, Action.SEE_REMARKS, Target(classes=(class_id,))):
            raise NotFound
        since = (await self.door.timetables.plan()).calendar.starts_on
        standing = await self.reads.remarks_of_class(class_id, since)
        return ClassRemarks(school_class, tuple(roster.of_class.get(class_id, ())), standing)

    async def of_pupil(self, actor: Actor, pupil: PersonId) -> RemarksPage:
        """Of all lessons. Raises `NotFound` for a pupil out of reach as for one who does not exist."""
        seat, school_class = await self._seat(actor, Action.SEE_REMARKS, pupil)
        remarks = await self.reads.remarks_of_pupil(pupil, LATEST)
        writes = allowed(actor, Action.WRITE_REMARK, Target(classes=(seat.class_id,)))
        return RemarksPage(seat, school_class.name, None, tuple(remarks), writes, actor.person)

    async def at_lesson(self, actor: Actor, ref: LessonRef, pupil: PersonId) -> RemarksPage:
        """Raises `PupilNotAtLesson`, and what `LessonDoor.planned` raises."""
        lesson = await self.door.planned(actor, Action.SEE_LESSON, ref)
        await self.door.require_seat(lesson, pupil)
        seat, school_class = await self._seat(actor, Action.SEE_LESSON, pupil, lesson)
        remarks = await self.reads.remarks_at(ref, pupil)
        open_ = not (await self.door.timetables.day(ref.day)).closed
        writes = open_ and allowed(actor, Action.WRITE_REMARK, _of(seat, lesson))
        return RemarksPage(seat, school_class.name, lesson, tuple(remarks), writes, actor.person)

    async def write(self, actor: Actor, pupil: PersonId, kind: RemarkKind, words: str, ref: LessonRef | None) -> None:
        """At a lesson that has begun, or (None) by the class teacher.

        Raises `RemarkEmpty`, `RemarkTooLong`, `NotFound` for a pupil out of reach, and what `LessonDoor.begun` raises.
        """
        lesson = await self.door.begun(actor, Action.WRITE_REMARK, ref) if ref is not None else None
        if lesson is not None:
            await self.door.require_seat(lesson, pupil)
        await self._seat(actor, Action.WRITE_REMARK, pupil, lesson)
        text, day = _agreed(words), ref.day if ref is not None else self.door.time.today()
        async with self.begin() as tx:
            number = await tx.lessons.ensure(lesson, actor.person) if lesson is not None else None
            made = await tx.remarks.add(NewRemark(pupil, kind, text, day, actor.person, number))
            after = {"remark": made, "kind": kind.value, "text": text}
            await tx.changes.add(Change(LOGGED, actor.person, number, pupil, None, after))

    async def take_back(self, actor: Actor, remark: RemarkId) -> Remark:
        """Raises `NotFound` for what is not one's own as for what does not exist, `Outdated` where it is done.

        And `LessonOfClosedYear`.
        """
        stands = await self.reads.remark(remark)
        if stands is None or not allowed(actor, Action.TAKE_REMARK_BACK, Target(person=stands.author)):
            raise NotFound
        await self.door.require_open(stands.day)
        before = {"remark": stands.id, "kind": stands.kind.value, "text": stands.text}
        change = Change(LOGGED, actor.person, stands.lesson, stands.pupil, before, {"remark": stands.id})
        async with self.begin() as tx:
            if not await tx.remarks.take_back(remark):
                raise Outdated
            await tx.changes.add(change)
        return stands

    async def _seat(
        self, actor: Actor, action: Action, pupil: PersonId, lesson: PlannedLesson | None = None
    ) -> tuple[Seat, SchoolClass]:
        """With the class of the lesson's day, else with that of today.

        A class teacher reaches the pupils of the own class alone, at a lesson of several classes too.
        """
        rosters = self.door.rosters
        roster = await (rosters.roster_on(lesson.ref.day) if lesson is not None else rosters.roster())
        seat, school_class = roster.seats.get(pupil), roster.class_of(pupil)
        if seat is None or school_class is None or not sees(actor, action, _of(seat, lesson)):
            raise NotFound
        return seat, school_class


def _of(seat: Seat, lesson: PlannedLesson | None) -> Target:
    return Target(seat.pupil, (seat.class_id,), lesson.teacher_ids if lesson is not None else ())


def _agreed(words: str) -> str:
    text = " ".join(words.split())
    if not text:
        raise RemarkEmpty
    if len(text) > MOST_TEXT:
        raise RemarkTooLong(len(text), MOST_TEXT)
    return text
