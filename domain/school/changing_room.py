"""What changing a day's lessons needs to keep, and what it refuses."""

from collections.abc import Callable, Collection
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from domain.errors import Refused
from domain.events import Facts
from domain.ids import EntryId, PersonId, SubjectId
from domain.school.changed_lessons import ChangedLesson
from domain.school.clashes import Clash
from domain.school.ports import ChangeLog
from domain.school.timetable import ChangeKind, Entry, LessonRef, Slot

LONGEST_ROOM = 60
"""Characters."""


@dataclass(eq=False)
class LessonWritten(Refused):
    """Marks, presence or a topic stand in the journal: what is written stays (1.3), so the lesson was given."""

    subject: str
    day: date


@dataclass(eq=False)
class LessonMovedAway(Refused):
    """It is changed where it has gone, or brought back first."""

    subject: str
    to: date
    position: int


@dataclass(eq=False)
class ExtraStays(Refused):
    """An extra lesson, or a moved one at its new place, is not moved on."""

    subject: str


@dataclass(eq=False)
class NoLessonsThatDay(Refused):
    """A day off, or outside the school year."""

    day: date


@dataclass(eq=False)
class RoomTooLong(Refused):
    most: int


@dataclass(frozen=True, slots=True)
class DayChange:
    """A row as it stands, or is to; `kind` None: as in the timetable."""

    kind: ChangeKind | None
    teacher: PersonId | None = None
    subject: SubjectId | None = None
    room: str | None = None
    moved_to: EntryId | None = None


@dataclass(frozen=True, slots=True)
class Changed:
    """`first`: the lesson as it is now; `also`: the others that changed with it, such as the new place of a move."""

    first: ChangedLesson
    also: tuple[ChangedLesson, ...] = ()


@dataclass(frozen=True, slots=True)
class Clashing:
    """Nothing was written: what stands in the way, for who decides."""

    lesson: ChangedLesson
    clashes: tuple[Clash, ...]
    to: Slot


class LessonChangesRoom(Protocol):
    async def current(self, ref: LessonRef) -> DayChange | None: ...

    async def written(self, refs: Collection[LessonRef]) -> frozenset[LessonRef]:
        """Of which the journal has a mark that stands, somebody away, a roll call that is closed or a topic."""
        ...

    async def put(self, ref: LessonRef, change: DayChange, by: PersonId) -> int:
        """Its version, from 1."""
        ...

    async def add_extra(self, like: Entry, to: Slot) -> EntryId:
        """A line of one day with the classes, the teachers, the subject and the room of another."""
        ...


class ChangingTransaction(Protocol):
    @property
    def facts(self) -> Facts: ...

    @property
    def changes(self) -> ChangeLog: ...

    @property
    def lesson_changes(self) -> LessonChangesRoom: ...


BeginChanging = Callable[[], AbstractAsyncContextManager[ChangingTransaction]]
