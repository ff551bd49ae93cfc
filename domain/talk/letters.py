"""Announcements as people see them."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from domain.ids import AccountId, AnnouncementId, ClassId, PersonId
from domain.roles.people import PersonName


@dataclass(frozen=True, slots=True)
class AnnouncementLetter:
    """As its reader sees it."""

    id: AnnouncementId
    sender: PersonName
    class_name: str
    text: str
    made_at: datetime
    acknowledged: frozenset[PersonId] = frozenset()


@dataclass(frozen=True, slots=True)
class AnnouncementState:
    """As its sender sees it. Numbers are of persons, not of accounts."""

    id: AnnouncementId
    class_name: str
    guardians: bool
    text: str
    addressed: int
    delivered: int
    acknowledged: int
    waiting: int
    unreachable: int
    status_message_id: int | None


@dataclass(frozen=True, slots=True)
class Wards:
    """Classes of a guardian whom a court keeps from a child: of those children, and of the others."""

    kept_from: frozenset[ClassId]
    others: frozenset[ClassId]


@dataclass(frozen=True, slots=True)
class AnnouncementAudience:
    sender: PersonId
    sender_account: AccountId
    class_id: ClassId
    guardians: bool
    persons: frozenset[PersonId]


class AnnouncementsRead(Protocol):
    async def kept_away(self, accounts: Collection[AccountId]) -> Mapping[AccountId, Wards]:
        """Of such accounts as belong to a guardian whom a court keeps from a child; most often none."""
        ...

    async def audience_of(self, ids: Collection[AnnouncementId]) -> Mapping[AnnouncementId, AnnouncementAudience]: ...

    async def letters(self, ids: Collection[AnnouncementId]) -> Mapping[AnnouncementId, AnnouncementLetter]: ...

    async def states(self, ids: Collection[AnnouncementId]) -> Mapping[AnnouncementId, AnnouncementState]: ...
