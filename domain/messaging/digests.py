"""When evening digests are put into the outbox: once for a guardian, a child and a day, over any restart."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Protocol

from domain.messaging.contents import DigestKey
from domain.messaging.evening import Evening
from domain.messaging.grace import QUIET_FROM
from domain.messaging.kinds import Kind
from domain.messaging.names import digest_event
from domain.messaging.outbox import NewMessage
from domain.messaging.ports import BeginMessaging, OutboxRead, Readers
from domain.messaging.readers import FamilyReader

LATE = timedelta(hours=1)
"""Who chose an hour near the quiet time still gets a digest that is so late."""
BY_HAND = timedelta(hours=3)
"""How long digests that were queued by hand are worth sending."""


class DigestHours(Protocol):
    async def chosen(self) -> Mapping[time, int]:
        """Hours that people chose, and how many did."""
        ...


@dataclass
class DigestQueue:
    """`queue` is asked every minute; what it did stands in the outbox, so asking again adds nothing."""

    evening: Evening
    readers: Readers
    outbox: OutboxRead
    hours: DigestHours
    begin: BeginMessaging
    default_at: time = time(18, 0)
    _done: tuple[date, Mapping[time, int], frozenset[time]] | None = field(default=None, init=False)
    """The day, hours chosen and hours queued at the last look: spares the reading when nothing can have changed."""

    async def queue_due(self) -> int:
        """Digests whose hour has come today, unless it is too late at night; how many were put in."""
        now = self.evening.school_time.local()
        chosen = await self.hours.chosen()
        due = frozenset(
            at for at in {*chosen, self.default_at} if at <= now.time() and self._ends(now.date(), at) > now
        )
        look = (now.date(), chosen, due)
        if not due or look == self._done:
            return 0
        queued = await self._queue(now.date(), due, None)
        self._done = look
        return queued

    async def queue_day(self, day: date) -> int:
        """All digests of a day, by hand; each still waits for its hour if that is to come."""
        hours = frozenset({*await self.hours.chosen(), self.default_at})
        return await self._queue(day, hours, self.evening.school_time.now() + BY_HAND)

    async def _queue(self, day: date, hours: Collection[time], not_before_end: datetime | None) -> int:
        """Seven reads and one write, however many there are."""
        family = await self.readers.family(None)
        keys = {self._key(day, reader): reader for reader in family if reader.wants_digest}
        known = await self.outbox.digests_of(day)
        fresh = {
            key: reader
            for key, reader in keys.items()
            if key.at in hours and (digest_event(day, key.pupil), key.account) not in known
        }
        pages = await self.evening.pages(fresh, whole_school=True)
        messages = [self._message(key, not_before_end) for key, page in pages.items() if not page.empty]
        if messages:
            async with self.begin() as tx:
                await tx.outbox.add(messages)
        return len(messages)

    def _key(self, day: date, reader: FamilyReader) -> DigestKey:
        return DigestKey(day, reader.digest_at or self.default_at, reader.pupil, reader.account)

    def _message(self, key: DigestKey, at_least_until: datetime | None) -> NewMessage:
        ends = self._ends(key.day, key.at)
        body = {"day": key.day.isoformat(), "at": key.at.isoformat(), "pupil": key.pupil}
        return NewMessage(
            event=digest_event(key.day, key.pupil),
            version=1,
            account=key.account,
            kind=Kind.DIGEST,
            pupil=key.pupil,
            body=body,
            not_before=self.evening.school_time.instant(key.day, key.at),
            expires_at=max(ends, at_least_until) if at_least_until else ends,
        )

    def _ends(self, day: date, at: time) -> datetime:
        """Late on the same evening, never at night."""
        quiet = self.evening.school_time.instant(day, QUIET_FROM)
        return max(quiet, self.evening.school_time.instant(day, at) + LATE)
