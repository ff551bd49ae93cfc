"""What the journal needs to keep and to know."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from domain.events import Facts
from domain.ids import LessonId, MarkId, PersonId, SubjectId, WorkKindId
from domain.roles.people import PersonName
from domain.school.ports import ChangeLog, Lessons
from domain.school.timetable import LessonRef, PlannedLesson


@dataclass(frozen=True, slots=True)
class WorkKind:
    """A kind of work that marks are given for; `short` as it is typed (кр), `weight` in the average (1-10)."""

    id: WorkKindId
    code: str
    short: str
    name: str
    weight: int


@dataclass(frozen=True, slots=True)
class LessonMark:
    """A mark at one lesson; `version` counts its changes from 1."""

    id: MarkId
    pupil: PersonId
    kind: WorkKindId
    value: str
    version: int
    taken_back: bool


@dataclass(frozen=True, slots=True)
class MarkPlace:
    """Where a mark would go: the lesson's row (None: nothing written yet), whether the pupil was away, what stands."""

    lesson: LessonId | None
    away: bool
    mark: LessonMark | None


@dataclass(frozen=True, slots=True)
class NewMark:
    pupil: PersonId
    kind: WorkKindId
    value: str
    late: bool
    by: PersonId


@dataclass(frozen=True, slots=True)
class MarkCard:
    """A mark as the family is told of it."""

    mark: MarkId
    pupil: PersonId
    pupil_name: PersonName
    subject: str
    value: str
    kind: str
    kind_code: str
    day: date
    comment: str | None
    taken_back: bool
    version: int
    late: bool


@dataclass(frozen=True, slots=True)
class LessonRecord:
    """What is written of a lesson beside its presence."""

    topic: str | None = None
    marks: Mapping[PersonId, tuple[LessonMark, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TermMark:
    """A current mark of a term, as a list by subjects shows it."""

    subject: SubjectId
    subject_name: str
    day: date
    value: str
    kind_code: str
    weight: int


class MarksRoom(Protocol):
    async def place(self, ref: LessonRef, pupil: PersonId, kind: WorkKindId) -> MarkPlace: ...

    async def add(self, lesson: LessonId, planned: PlannedLesson, mark: NewMark) -> MarkId: ...

    async def change(self, mark: LessonMark, *, value: str, taken_back: bool, late: bool, by: PersonId) -> None:
        """The next version of a mark that stands."""
        ...

    async def set_topic(self, lesson: LessonId, topic: str) -> None: ...


class JournalTransaction(Protocol):
    @property
    def facts(self) -> Facts: ...

    @property
    def lessons(self) -> Lessons: ...

    @property
    def changes(self) -> ChangeLog: ...

    @property
    def marks(self) -> MarksRoom: ...


BeginJournal = Callable[[], AbstractAsyncContextManager[JournalTransaction]]


class WorkKinds(Protocol):
    async def work_kinds(self) -> Sequence[WorkKind]:
        """In the order of the school."""
        ...


class JournalRead(Protocol):
    async def record(self, ref: LessonRef) -> LessonRecord: ...

    async def marks_of_pupil(self, pupil: PersonId, first: date, last: date) -> Sequence[TermMark]:
        """Standing marks from `first` to `last` (included), by subject's name, then by day."""
        ...
