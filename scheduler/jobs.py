"""What the moments of `timetable.py` do: a few lines each, calling the domain."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from domain.messaging.digests import DigestQueue


async def _nothing() -> None:
    """Where nobody gathers who was seen."""


@dataclass(frozen=True, slots=True)
class Jobs:
    digests: DigestQueue
    wake: Callable[[], None]
    """Rings the delivery loop."""
    old: Sequence[Callable[[], Awaitable[object]]] = ()
    """What removes rows that are kept for a time only."""
    note_seen: Callable[[], Awaitable[None]] = _nothing
    """Writes when accounts were last seen."""
    overdue: Sequence[Callable[[], Awaitable[object]]] = ()
    """What ends what nobody has answered in time."""

    async def queue_digests(self) -> None:
        if await self.digests.queue_due():
            self.wake()

    async def end_overdue(self) -> None:
        for end in self.overdue:
            await end()

    async def forget_old(self) -> None:
        for forget in self.old:
            await forget()
