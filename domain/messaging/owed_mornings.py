"""On the morning of a school day staff read how many threads have waited for three days: one message, or none."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Protocol

from domain.clock import SchoolTime
from domain.ids import PersonId
from domain.messaging.fates import NOTHING_NEW, Fate, Known, Say
from domain.messaging.inbox_news import OwedNews
from domain.messaging.kinds import Kind
from domain.messaging.list_reminders import QueuedRead
from domain.messaging.names import owed_event
from domain.messaging.outbox import Claimed, NewMessage
from domain.messaging.ports import BeginMessaging, Readers
from domain.messaging.telling_inbox import handover_fates
from domain.school.ports import Timetables
from domain.talk.handovers import USUAL_GRADE, HandoversRead
from domain.talk.inbox import OWED_FOR

OWED = "owed"
MORNING, LAST = time(8, 0), time(12, 0)
"""School time. What could not be told by noon waits for the next morning."""
WORTH = timedelta(hours=12)


class OwedRead(Protocol):
    async def owed(self, before: datetime, persons: Collection[PersonId] | None = None) -> Mapping[PersonId, int]:
        """Threads in which each of the staff owes an answer since before this moment; None: of all who do."""
        ...


@dataclass(frozen=True, slots=True)
class OwedMornings:
    """A tick asks; what was queued stands in the outbox under its day, so a restart or a second tick adds nothing."""

    time: SchoolTime
    timetables: Timetables
    reads: OwedRead
    readers: Readers
    outbox: QueuedRead
    begin: BeginMessaging

    async def remind(self) -> int:
        """How many were queued. No statement but on the morning of a school day."""
        now = self.time.local()
        day = now.date()
        if not MORNING <= now.time() < LAST:
            return 0
        if (await self.timetables.plan()).calendar.day_off(day, USUAL_GRADE) is not None:
            return 0
        start = self.time.instant(day, MORNING)
        persons = await self.reads.owed(start - OWED_FOR)
        if not persons:
            return 0
        event, body = owed_event(day), {"what": OWED}
        queued = await self.outbox.queued([event], Kind.TALK_TOLD)
        new = [
            NewMessage(event, 1, address.account, Kind.TALK_TOLD, None, body, start, start + WORTH)
            for address in await self.readers.staff(persons)
            if (event, address.account) not in queued
        ]
        if new:
            async with self.begin() as tx:
                await tx.outbox.add(new)
        return len(new)


@dataclass(frozen=True, slots=True)
class InboxPreparing:
    """At delivery: what of a handover is still so, and how many threads wait still."""

    handovers: HandoversRead
    reads: OwedRead

    async def fates(self, rows: Sequence[Claimed], known: Known) -> dict[int, Fate]:
        """Of kind TALK_TOLD, what is told here. A statement for each of the two kinds."""
        return await handover_fates(rows, self.handovers, known) | await self._owed(rows, known)

    async def _owed(self, rows: Sequence[Claimed], known: Known) -> dict[int, Fate]:
        mine = {row.id: known.addresses[row.account].person for row in rows if row.body["what"] == OWED}
        if not mine:
            return {}
        owed = await self.reads.owed(known.time.now() - OWED_FOR, set(mine.values()))
        return {row: Say(OwedNews(owed[person])) if owed.get(person) else NOTHING_NEW for row, person in mine.items()}
