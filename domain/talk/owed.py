"""Which of the staff owe answers for three days and longer: for the word of it in the morning."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from domain.ids import AccountId, PersonId, ThreadId
from domain.talk.threads import Party, Side, Standing


@dataclass(frozen=True, slots=True)
class OwingThread:
    """`last_at`: when something was said there last."""

    id: ThreadId
    owed_by: Party
    last_at: datetime


class OwingRead(Protocol):
    async def owing(self, before: datetime) -> Sequence[OwingThread]:
        """Threads in which an answer is owed since before."""
        ...


class ListenersRead(Protocol):
    async def listeners(
        self, threads: Collection[ThreadId]
    ) -> Mapping[ThreadId, Mapping[AccountId, tuple[PersonId, Standing]]]: ...


@dataclass(frozen=True, slots=True)
class OwedThreads:
    reads: OwingRead
    standings: ListenersRead

    async def owed(self, before: datetime, persons: Collection[PersonId] | None = None) -> Mapping[PersonId, int]:
        """Threads of each of the staff who owes an answer there since before. A constant number of statements."""
        threads = {one.id: one for one in await self.reads.owing(before)}
        if not threads:
            return {}
        listeners = await self.standings.listeners(list(threads))
        owing = {
            (thread, person)
            for thread, found in listeners.items()
            for person, stands in found.values()
            if _owes(threads[thread], stands) and (persons is None or person in persons)
        }
        return Counter(person for _, person in owing)


def _owes(thread: OwingThread, stands: Standing) -> bool:
    seen = stands.since is None or stands.since <= thread.last_at
    return seen and stands.side is Side.STAFF and stands.party is thread.owed_by and not stands.watches
