"""What the journal needs to keep and to know."""

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple, Protocol

from domain.events import Facts
from domain.ids import ClassId, DebtId, LessonId, MarkId, PersonId, PlanTopicId, SubjectId, TermId, WorkKindId
from domain.roles.people import PersonName
from domain.school.ports import ChangeLog, Lessons
from domain.school.timetable import LessonRef, PlannedLesson

NO_KIND, NO_MARK = WorkKindId(0), MarkId(0)


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
    """A mark at one lesson; `version` counts its changes from 1.

    `slot` numbers the marks of a kind at a lesson from 1, `retakes` is the mark in whose place this one counts,
    `entered_at` when it was first set.
    """

    id: MarkId
    pupil: PersonId
    kind: WorkKindId
    value: str
    version: int
    taken_back: bool
    slot: int = 1
    comment: str | None = None
    retakes: MarkId | None = None
    set_by: PersonId | None = None
    entered_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class OpenDebt:
    """A work not handed in («точка») that can be until `due`; `version` counts its changes from 1."""

    id: DebtId
    pupil: PersonId
    kind: WorkKindId
    due: date
    version: int


@dataclass(frozen=True, slots=True)
class MarkPlace:
    """Where a mark would go: the lesson's row (None: nothing written yet), whether the pupil was away, what stands.

    `retaken` is the mark that a retake in this place would count instead of, `debt` what the pupil owes of that kind.
    """

    lesson: LessonId | None
    away: bool
    mark: LessonMark | None
    retaken: LessonMark | None = None
    debt: OpenDebt | None = None


NOTHING_THERE = MarkPlace(None, False, None)
"""Of a lesson of which nothing is written."""


class MarkSpot(NamedTuple):
    """Where a mark stands at a lesson."""

    pupil: PersonId
    kind: WorkKindId
    slot: int = 1


@dataclass(frozen=True, slots=True)
class NewMark:
    """`retakes`: the mark in whose place it counts."""

    pupil: PersonId
    kind: WorkKindId
    value: str
    late: bool
    by: PersonId
    slot: int = 1
    retakes: MarkId | None = None

    @property
    def spot(self) -> MarkSpot:
        return MarkSpot(self.pupil, self.kind, self.slot)


@dataclass(frozen=True, slots=True)
class NewDebt:
    pupil: PersonId
    kind: WorkKindId
    due: date
    by: PersonId


@dataclass(frozen=True, slots=True)
class StandingMark:
    """A mark, whether or not it was taken back, with the lesson at which it stands."""

    mark: LessonMark
    lesson: LessonId
    ref: LessonRef


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
    retook: str | None = None
    """What it counts instead of, as it stands."""


@dataclass(frozen=True, slots=True)
class LessonRecord:
    """What is written of a lesson beside its presence."""

    topic: str | None = None
    marks: Mapping[PersonId, tuple[LessonMark, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TermMark:
    """A current mark of a term, as a list by subjects shows it.

    `weight` is what the kind of work was founded with (`JournalRules.weight_of` knows the school's), `retakes` the
    mark in whose place it counts (`counting.py`).
    """

    subject: SubjectId
    subject_name: str
    day: date
    value: str
    kind_code: str
    weight: int
    kind: WorkKindId = NO_KIND
    id: MarkId = NO_MARK
    retakes: MarkId | None = None
    comment: str | None = None


class MarksRoom(Protocol):
    """Each is few statements for any number of marks."""

    async def places(self, ref: LessonRef, spots: Collection[MarkSpot]) -> Mapping[MarkSpot, MarkPlace]: ...

    async def place(self, ref: LessonRef, spot: MarkSpot) -> MarkPlace: ...

    async def add(
        self, lesson: LessonId, planned: PlannedLesson, added: Sequence[NewMark]
    ) -> Mapping[MarkSpot, MarkId]: ...

    async def put(self, changed: Mapping[LessonMark, NewMark]) -> bool:
        """The next version of marks that stand, by one author; False: somebody else has changed one meanwhile."""
        ...

    async def change(self, mark: LessonMark, *, value: str, taken_back: bool, late: bool, by: PersonId) -> bool:
        """The next version of a mark that stands; False: somebody else has changed it meanwhile."""
        ...

    async def comment(self, mark: LessonMark, words: str | None) -> bool:
        """The next version, with these words for the family; False as above."""
        ...

    async def set_topic(self, lesson: LessonId, topic: str | None, plan_topic: PlanTopicId | None = None) -> None: ...


class DebtsRoom(Protocol):
    async def set(self, lesson: LessonId, debt: NewDebt) -> OpenDebt:
        """A debt of the kind at the lesson, as it stands now; one that had ended begins anew."""
        ...

    async def end(self, debt: OpenDebt, by: PersonId) -> bool:
        """Taken back; False: it had ended already."""
        ...

    async def hand_in(self, handed: Mapping[OpenDebt, MarkId], by: PersonId) -> bool:
        """Turned into marks; False: one of them had ended already."""
        ...


class JournalTransaction(Protocol):
    @property
    def facts(self) -> Facts: ...

    @property
    def lessons(self) -> Lessons: ...

    @property
    def changes(self) -> ChangeLog: ...

    @property
    def marks(self) -> MarksRoom: ...

    @property
    def debts(self) -> DebtsRoom: ...


BeginJournal = Callable[[], AbstractAsyncContextManager[JournalTransaction]]


class Closings(Protocol):
    """Terms and years that the deputy has closed: nothing of them changes but through the deputy."""

    async def closed(self, term: TermId | None, class_id: ClassId) -> bool:
        """Whether the term, or the whole year, is closed for the class."""
        ...


class WorkKinds(Protocol):
    async def work_kinds(self) -> Sequence[WorkKind]:
        """In the order of the school."""
        ...


class JournalRead(Protocol):
    async def record(self, ref: LessonRef) -> LessonRecord: ...

    async def marks_of_pupil(self, pupil: PersonId, first: date, last: date) -> Sequence[TermMark]:
        """Standing marks from `first` to `last` (included), by subject's name, then by day."""
        ...
