"""Polls as people see them: who answers, and who asked."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Protocol

from domain.ids import AnnouncementId, PersonId, PollId, PollOptionId
from domain.roles.people import PersonName
from domain.talk.polls import Per, PollKind

FEWEST_SHOWN = 3
"""Without names, fewer answers than so many are not shown: they could be guessed."""


@dataclass(frozen=True, slots=True)
class PollOption:
    """`text`: of words; the rest: of a slot, by the school's wall clock. `taken_for` None: free."""

    id: PollOptionId
    text: str | None = None
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    place: str | None = None
    taken_for: PersonId | None = None
    taken_by: PersonId | None = None


@dataclass(frozen=True, slots=True)
class PollHead:
    id: PollId
    announcement: AnnouncementId
    kind: PollKind
    per: Per
    named: bool
    options: tuple[PollOption, ...]
    unit: str | None = None
    least: Decimal | None = None
    most: Decimal | None = None
    close_at: datetime | None = None
    closed_at: datetime | None = None

    def is_open(self, now: datetime) -> bool:
        return self.closed_at is None and (self.close_at is None or self.close_at > now)

    @property
    def has_room(self) -> bool:
        return self.kind is not PollKind.SLOT or any(one.taken_for is None for one in self.options)

    def option(self, option: PollOptionId) -> PollOption | None:
        return next((one for one in self.options if one.id == option), None)

    def slot_of(self, person: PersonId) -> PollOption | None:
        return next((one for one in self.options if one.taken_for == person), None)


@dataclass(frozen=True, slots=True)
class PollAnswer:
    """`by`: who gave it, perhaps the child's other guardian."""

    options: tuple[PollOptionId, ...]
    number: Decimal | None
    by: PersonId
    by_name: PersonName


@dataclass(frozen=True, slots=True)
class PollWard:
    """For whom one answers: a child, or oneself."""

    id: PersonId
    name: PersonName


@dataclass(frozen=True, slots=True)
class PollCard:
    """As its reader sees it. `answers`: named ones, of the wards; `answered`: wards that have answered one without."""

    head: PollHead
    reader: PersonId
    wards: tuple[PollWard, ...]
    answers: Mapping[PersonId, PollAnswer] = field(default_factory=dict)
    answered: frozenset[PersonId] = frozenset()
    open: bool = True

    def has_answered(self, ward: PersonId) -> bool:
        return ward in self.answers or ward in self.answered or self.head.slot_of(ward) is not None

    @property
    def silent(self) -> bool:
        """For somebody there is no answer yet."""
        return not all(self.has_answered(one.id) for one in self.wards)

    @property
    def waits(self) -> bool:
        """Whether its reader can still answer for somebody: where no time is free, nobody can."""
        return self.open and self.silent and self.head.has_room


@dataclass(frozen=True, slots=True)
class ResultLine:
    """`class_name`: of a child. `taken_by`: who took the slot."""

    ward: PollWard
    class_name: str | None
    answered: bool
    answer: PollAnswer | None = None
    slot: PollOption | None = None
    taken_by: PersonName | None = None


@dataclass(frozen=True, slots=True)
class PollResults:
    """As its sender sees it. `votes`: by option; `numbers`: how many times each; both None: too few to be shown.

    `lines`: with names alone. Who has answered without a name is not told, so that no answer is guessed by its hour.
    """

    head: PollHead
    asked: int
    answered: int
    lines: tuple[ResultLine, ...]
    votes: Mapping[PollOptionId, int] | None
    numbers: Mapping[Decimal, int] | None
    open: bool
    question: str

    @property
    def silent(self) -> tuple[ResultLine, ...]:
        return tuple(line for line in self.lines if not line.answered)

    @property
    def total(self) -> Decimal:
        return sum((number * count for number, count in (self.numbers or {}).items()), Decimal(0))

    @property
    def hidden(self) -> bool:
        """Without names, and too few to be shown."""
        return self.votes is None and self.numbers is None


@dataclass(frozen=True, slots=True)
class PollTally:
    """`asked`: for so many children or persons an answer is wanted."""

    asked: int
    answered: int
    open: bool


@dataclass(frozen=True, slots=True)
class PollOwner:
    sender: PersonId
    question: str


@dataclass(frozen=True, slots=True)
class Answered:
    """What was answered to one poll: with names, or counted."""

    answers: Mapping[PersonId, PollAnswer]
    turnout: frozenset[PersonId]
    tallies: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class SlotCard:
    """A time that was taken, as it is remembered in the morning."""

    head: PollHead
    slot: PollOption
    ward: PollWard
    sender: PersonName


class PollsRead(Protocol):
    """Each a number of statements that does not grow with the people."""

    async def heads(self, ids: Collection[AnnouncementId]) -> Mapping[AnnouncementId, PollHead]:
        """Of those announcements that carry a poll."""
        ...

    async def cards(
        self, asked: Collection[tuple[AnnouncementId, PersonId]]
    ) -> Mapping[tuple[AnnouncementId, PersonId], PollCard]:
        """Of announcements that carry a poll and are addressed to that reader."""
        ...

    async def owner(self, announcement: AnnouncementId) -> PollOwner | None: ...

    async def asked(self, poll: PollHead) -> Sequence[PollWard]:
        """For whom an answer is wanted, by name."""
        ...

    async def answered(self, poll: PollHead) -> Answered: ...

    async def names(self, people: Collection[PersonId]) -> Mapping[PersonId, PersonName]: ...

    async def silent(
        self, ids: Collection[AnnouncementId], persons: Collection[PersonId] | None = None
    ) -> Mapping[AnnouncementId, frozenset[PersonId]]:
        """Addressed persons (None: of all) who can still answer for somebody, of polls that are open."""
        ...

    async def owners(self, ids: Collection[AnnouncementId]) -> Mapping[AnnouncementId, PersonId]:
        """Who asks."""
        ...

    async def tallies(self, ids: Collection[AnnouncementId]) -> Mapping[AnnouncementId, PollTally]:
        """How far it has come, of those announcements that carry a poll."""
        ...


class MeetingsRead(Protocol):
    async def slots(self, options: Collection[PollOptionId]) -> Mapping[PollOptionId, SlotCard]:
        """Those that are taken, by who may still hear of that child."""
        ...

    async def meetings(self, ids: Collection[AnnouncementId]) -> Mapping[AnnouncementId, Sequence[SlotCard]]:
        """Every time that is taken, in their order."""
        ...
