"""Announcements as people see them."""

from dataclasses import dataclass
from datetime import datetime

from domain.ids import AnnouncementId, PersonId
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
