"""Results as they are kept, and what the journal asks of whoever keeps them (1.4.2)."""

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Protocol

from domain.events import Facts
from domain.ids import ClassId, PersonId, ResultId, SubjectId, TermId
from domain.journal.periods import Period
from domain.journal.ports import TermMark
from domain.roles.people import PersonName
from domain.school.ports import ChangeLog


@dataclass(frozen=True, slots=True)
class GivenMark:
    """A current mark with the name of its kind of work; those taken back are there too."""

    mark: TermMark
    work: str
    taken_back: bool


@dataclass(frozen=True, slots=True)
class Result:
    """`average` and `proposed` are of the marks as they stood when it was set; a `reason` flags what differs."""

    id: ResultId
    pupil: PersonId
    subject: SubjectId
    period: Period
    value: str
    average: Decimal | None
    proposed: str | None
    reason: str | None
    version: int
    taken_back: bool = False


@dataclass(frozen=True, slots=True)
class NewResult:
    """How a result shall stand; `before` None: there is no row of it yet. `value` None takes it back."""

    pupil: PersonId
    value: str | None
    average: Decimal | None
    proposed: str | None
    reason: str | None
    before: Result | None


@dataclass(frozen=True, slots=True)
class ResultPlace:
    class_id: ClassId
    subject: SubjectId
    period: Period


@dataclass(frozen=True, slots=True)
class StandingResults:
    """What stands in a place, of its pupils, and whether the term is closed."""

    closed: bool
    results: Mapping[PersonId, Result]


@dataclass(frozen=True, slots=True)
class ResultCard:
    """A result as the family is told of it."""

    result: ResultId
    pupil: PersonId
    pupil_name: PersonName
    subject: SubjectId
    subject_name: str
    period: Period
    value: str
    taken_back: bool
    version: int


@dataclass(frozen=True, slots=True)
class Closing:
    """Of a term, or (None) of the year, in a class; `reopened_at` None: it stands."""

    class_id: ClassId
    by: PersonName
    closed_at: datetime
    reopened_at: datetime | None
    reason: str | None
    term: TermId | None

    @property
    def stands(self) -> bool:
        return self.reopened_at is None


class ResultsRead(Protocol):
    """Each answer is one statement, whatever the class's size."""

    async def marks(
        self, pupils: Collection[PersonId], subject: SubjectId | None, first: date, last: date
    ) -> Mapping[PersonId, Sequence[GivenMark]]:
        """By pupil, in the order of days; of all subjects where None is given."""
        ...

    async def results(
        self, class_id: ClassId, pupils: Collection[PersonId], subject: SubjectId | None
    ) -> Mapping[PersonId, Sequence[Result]]:
        """What stands of the school year of the class."""
        ...

    async def closings(self, terms: Collection[TermId], classes: Collection[ClassId]) -> Sequence[Closing]:
        """Of these terms and of the year, the newest first."""
        ...

    async def set_by_class(self, class_ids: Collection[ClassId], period: Period) -> Mapping[ClassId, int]:
        """How many results of a period stand in each of the classes."""
        ...


class ClosedTerms(Protocol):
    async def closed(self, term: TermId | None, class_id: ClassId) -> bool: ...


class ResultsRoom(Protocol):
    async def standing(
        self, place: ResultPlace, term: TermId | None, pupils: Collection[PersonId]
    ) -> StandingResults: ...

    async def put(
        self, place: ResultPlace, results: Sequence[NewResult], by: PersonId
    ) -> Mapping[PersonId, tuple[ResultId, int]]:
        """Ids and versions; at most one statement for the new ones and one for those that stood."""
        ...


class ClosingsRoom(Protocol):
    async def close(self, term: TermId | None, class_id: ClassId, by: PersonId) -> bool:
        """No term: the year. False where it is closed already."""
        ...

    async def reopen(self, term: TermId | None, class_id: ClassId, by: PersonId, reason: str) -> bool:
        """False where it is not closed."""
        ...


class ResultsTransaction(Protocol):
    @property
    def facts(self) -> Facts: ...

    @property
    def changes(self) -> ChangeLog: ...

    @property
    def results(self) -> ResultsRoom: ...

    @property
    def closings(self) -> ClosingsRoom: ...


BeginResults = Callable[[], AbstractAsyncContextManager[ResultsTransaction]]
