"""Urgent messages: they ring at any hour, so only the director and the deputies write them, few a day, each logged."""

from typing import Protocol

from domain.ids import AnnouncementId, PersonId, TalkMessageId, ThreadId
from domain.school.ports import Change, ChangeLog

URGENT = "urgent"
"""As the change log calls it, and `/audit` after it."""


class Logging(Protocol):
    @property
    def changes(self) -> ChangeLog: ...


async def log_urgent_message(tx: Logging, by: PersonId, thread: ThreadId, message: TalkMessageId) -> None:
    """In the transaction that writes it."""
    await tx.changes.add(Change(URGENT, by, after={"thread": thread, "message": message}))


async def log_urgent_announcement(tx: Logging, by: PersonId, announcement: AnnouncementId) -> None:
    """In the transaction that makes it."""
    await tx.changes.add(Change(URGENT, by, after={"announcement": announcement}))
