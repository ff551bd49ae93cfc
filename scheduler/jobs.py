"""What the moments of `timetable.py` do: a few lines each, calling the domain."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

import structlog

from domain.messaging.digests import DigestQueue
from domain.school.backups import NightlyBackups, Trouble

log = structlog.get_logger()


async def _nothing() -> None:
    """Where nobody gathers who was seen, and nothing is sealed."""


async def _none() -> int:
    """Where no lesson comes by itself."""
    return 0


@dataclass(frozen=True, slots=True)
class Jobs:
    digests: DigestQueue
    wake: Callable[[], None]
    """Rings the delivery loop."""
    old: Sequence[Callable[[], Awaitable[object]]] = ()
    """What removes rows that are kept for a time only."""
    note_seen: Callable[[], Awaitable[None]] = _nothing
    """Writes when accounts were last seen, and what they saw of others."""
    overdue: Sequence[Callable[[], Awaitable[object]]] = ()
    """What ends what nobody has answered in time."""
    seal: Callable[[], Awaitable[object]] = _nothing
    """Chains what was logged of the journal."""

    ring: Callable[[], Awaitable[int]] = _none
    """Queues the lessons that begin."""

    backups: NightlyBackups | None = None
    """None where no folder and key are set."""

    remind_lists: Callable[[], Awaitable[int]] = _none
    """Queues reminders of class lists."""

    closing: Sequence[Callable[[], Awaitable[object]]] = ()
    """What closes access that has run out."""

    remind_of_terms: Callable[[], Awaitable[None]] = _nothing
    """Says what is over its term of keeping."""

    remind_owed: Callable[[], Awaitable[int]] = _none
    """Queues word of threads that wait for an answer."""

    overviews: Callable[[], Awaitable[int]] = _none
    """Queues the director's page."""

    look_back: Callable[[], Awaitable[int]] = _none
    """Closes remarks on journals whose fact is mended."""

    queue_duties: Callable[[], Awaitable[int]] = _none
    """Queues what is left of the day's lessons, in the evening."""

    refresh_duties: Callable[[], Awaitable[int]] = _none
    """Queues edits of that, where something was filled in."""

    async def tell_duties(self) -> None:
        """Who was seen this minute is busy, and keeps the own screen."""
        await self.note_seen()
        if await self.queue_duties() + await self.refresh_duties():
            self.wake()

    async def queue_overviews(self) -> None:
        if await self.overviews():
            self.wake()

    async def close_mended(self) -> None:
        await self.look_back()

    async def back_up(self) -> None:
        if self.backups is not None:
            _say(await self.backups.make())

    async def back_up_missed(self) -> None:
        if self.backups is not None:
            _say(await self.backups.make_missed())

    async def remind_of_lists(self) -> None:
        if await self.remind_lists():
            self.wake()

    async def remind_of_owed(self) -> None:
        if await self.remind_owed():
            self.wake()

    async def close_access(self) -> None:
        for close in self.closing:
            await close()

    async def ring_bells(self) -> None:
        if await self.ring():
            self.wake()

    async def queue_digests(self) -> None:
        if await self.digests.queue_due():
            self.wake()

    async def end_overdue(self) -> None:
        for end in self.overdue:
            await end()

    async def seal_log(self) -> None:
        await self.seal()

    async def forget_old(self) -> None:
        for forget in self.old:
            await forget()


def _say(trouble: Trouble | None) -> None:
    if trouble is not None:
        log.error("backup_trouble", why=trouble.value)
