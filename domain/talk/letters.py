"""Announcements as people see them once they are made."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from domain.ids import AccountId, AnnouncementId, DeliveryId, PersonId
from domain.roles.people import PersonName, Role
from domain.talk.audiences import Audience, Scope
from domain.talk.poll_cards import PollTally
from domain.talk.wording import Attachment, Wording


@dataclass(frozen=True, slots=True)
class AnnouncementLetter:
    """As its reader sees it. Instants are of the school's clock."""

    id: AnnouncementId
    sender: PersonName
    role: Role | None
    """As what the sender wrote: «классный руководитель», «завуч»; None: as neither any more."""
    audience: Audience
    scope: Scope
    wording: Wording
    made_at: datetime
    """When it went."""
    files: tuple[Attachment, ...] = ()
    asks: bool = True
    """Readers confirm «ознакомлен»."""
    close_on: date | None = None
    """The last day on which they are asked."""
    closed: bool = False
    """That day is over."""
    urgent: bool = False
    edited_at: datetime | None = None
    acknowledged: frozenset[PersonId] = frozenset()
    """Of those readers for whom it was read."""
    polled: bool = False
    """It carries a poll."""

    def asks_of(self, reader: PersonId) -> bool:
        return self.asks and not self.closed and reader not in self.acknowledged


@dataclass(frozen=True, slots=True)
class Tally:
    all: int
    acknowledged: int

    @property
    def left(self) -> int:
        return self.all - self.acknowledged


@dataclass(frozen=True, slots=True)
class AnnouncementState:
    """As its sender sees it. `addressed` and the three after it are of persons, not of accounts."""

    id: AnnouncementId
    audience: Audience
    scope: Scope
    wording: Wording
    addressed: int
    delivered: int
    waiting: int
    unreachable: int
    children: Tally
    """Those for whom a guardian answers: one guardian of a child is enough."""
    persons: Tally
    """Those who answer for themselves."""
    status_message_id: int | None
    files: int = 0
    asks: bool = True
    close_on: date | None = None
    closed: bool = False
    urgent: bool = False
    goes_at: datetime | None = None
    """As long as it has not gone."""
    edited_at: datetime | None = None
    reminded_on: date | None = None
    taken_back: bool = False
    poll: PollTally | None = None
    """None: it carries none."""

    @property
    def left(self) -> int:
        """Children and persons of whom nobody has acknowledged it yet."""
        return self.children.left + self.persons.left

    @property
    def asking(self) -> bool:
        """Whether anybody is still waited for."""
        return self.asks and not (self.closed or self.taken_back) and self.left > 0

    @property
    def under_way(self) -> bool:
        return self.goes_at is None and not self.taken_back


@dataclass(frozen=True, slots=True)
class AnnouncementAudience:
    """`wards`: each person to whom it goes, with the pupils for whom they are told: children, or a pupil themself."""

    sender: PersonId
    sender_account: AccountId
    audience: Audience
    wards: Mapping[PersonId, frozenset[PersonId]]
    goes_at: datetime
    urgent: bool = False
    close_on: date | None = None
    taken_back: bool = False


@dataclass(frozen=True, slots=True)
class LetterOut:
    """The row as which an account has an announcement."""

    announcement: AnnouncementId
    row: DeliveryId
    account: AccountId


class AnnouncementsRead(Protocol):
    """Each a number of statements that does not grow with the readers."""

    async def audience_of(self, ids: Collection[AnnouncementId]) -> Mapping[AnnouncementId, AnnouncementAudience]: ...

    async def barred(
        self, ids: Collection[AnnouncementId], persons: Collection[PersonId]
    ) -> Collection[tuple[AnnouncementId, PersonId]]:
        """Those to whom it went as to guardians, whom a court keeps from every child of theirs that it was about."""
        ...

    async def letters(
        self, ids: Collection[AnnouncementId], readers: Collection[PersonId] | None
    ) -> Mapping[AnnouncementId, AnnouncementLetter]:
        """Without those taken back. `readers`: of whom it is said whether they have acknowledged; None: of all."""
        ...

    async def states(self, ids: Collection[AnnouncementId]) -> Mapping[AnnouncementId, AnnouncementState]: ...

    async def silent(
        self, ids: Collection[AnnouncementId], persons: Collection[PersonId] | None = None
    ) -> Mapping[AnnouncementId, frozenset[PersonId]]:
        """Who is still waited for, of these persons (None: of all); of several guardians of a child all, until one has.

        Of what asks and is not closed.
        """
        ...

    async def letters_out(self, ids: Collection[AnnouncementId]) -> Sequence[LetterOut]:
        """What was sent, or is being sent; of each account the first."""
        ...
