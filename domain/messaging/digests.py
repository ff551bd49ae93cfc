"""When evening digests are put into the outbox: once for a guardian, a child and a day, over any restart.

A digest begins where the last one that was sent ended, so what a missed one would have told is in the next.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import Protocol

from domain.ids import AccountId, PersonId
from domain.messaging.changed_evening import ChangedEvenings
from domain.messaging.digest_page import DigestKey
from domain.messaging.evening import DAY, Evening
from domain.messaging.kinds import Kind
from domain.messaging.names import digest_event, return_event
from domain.messaging.outbox import NewMessage
from domain.messaging.ports import BeginMessaging, OutboxRead, Readers
from domain.messaging.readers import FamilyReader

LATE = timedelta(hours=3)
"""A digest that would come later is merged into the next one."""
FURTHEST = timedelta(days=14)
"""What is older than this is in the diary, and in no digest any more."""


class DigestsKept(Protocol):
    async def chosen(self) -> Mapping[time, int]:
        """Hours that people chose, and how many did."""
        ...

    async def last_sent(
        self, since: datetime, before: datetime
    ) -> Mapping[tuple[PersonId, AccountId], tuple[date, time]]:
        """Day and hour of the last digest of each pupil that an account received, of those due in that time."""
        ...


@dataclass
class DigestQueue:
    """`queue_due` is asked every minute; what it did stands in the outbox, so asking again adds nothing."""

    evening: Evening
    readers: Readers
    outbox: OutboxRead
    kept: DigestsKept
    begin: BeginMessaging
    default_at: time = time(18, 0)
    changed: ChangedEvenings | None = None
    """What teachers read at the same hours."""
    _done: tuple[date, Mapping[time, int], frozenset[time]] | None = field(default=None, init=False)
    """The day, hours chosen and hours queued at the last look: spares the reading when nothing can have changed."""

    async def queue_due(self) -> int:
        """Digests whose hour has come today, unless it is too late for them; how many were put in."""
        now = self.evening.school_time.local()
        chosen = await self.kept.chosen()
        due = frozenset(
            at for at in {*chosen, self.default_at} if at <= now.time() and self._ends(now.date(), at) > now
        )
        look = (now.date(), chosen, due)
        if not due or look == self._done:
            return 0
        queued = await self._queue_day(now.date(), due, None)
        self._done = look
        return queued

    async def queue_day(self, day: date) -> int:
        """All digests of a day, by hand; each still waits for its hour if that is to come."""
        hours = frozenset({*await self.kept.chosen(), self.default_at})
        return await self._queue_day(day, hours, self.evening.school_time.now() + LATE)

    async def queue_return(self, account: AccountId) -> int:
        """To one who can be reached again: what was missed, one digest for each child instead of a flood."""
        address = (await self.readers.addresses([account])).get(account)
        if address is None:
            return 0
        now = self.evening.school_time.local()
        wards = await self.readers.wards([address.person])
        family = await self.readers.family(set(wards.get(address.person, ())))
        at = now.time().replace(microsecond=0)
        keys = {
            DigestKey(now.date(), at, reader.pupil, account, returning=True): reader
            for reader in family
            if reader.account == account
        }
        return await self._put(keys, None, whole_school=False)

    async def _queue_day(self, day: date, hours: Collection[time], not_before_end: datetime | None) -> int:
        """A number of reads and one write, however many digests there are."""
        family = await self.readers.family(None)
        keys = {self._key(day, reader): reader for reader in family if reader.wants_digest}
        known = await self.outbox.digests_of(day)
        fresh = {
            key: reader
            for key, reader in keys.items()
            if key.at in hours and (digest_event(day, key.pupil), key.account) not in known
        }
        queued = await self._put(fresh, not_before_end, whole_school=True)
        return queued + await self._put_changed(day, hours, known)

    async def _put_changed(self, day: date, hours: Collection[time], known: Collection[tuple[str, AccountId]]) -> int:
        if self.changed is None:
            return 0
        made = await self.changed.messages(day, hours, self.default_at)
        new = [one for one in made if (one.event, one.account) not in known]
        if new:
            async with self.begin() as tx:
                await tx.outbox.add(new)
        return len(new)

    async def _put(
        self, keys: Mapping[DigestKey, FamilyReader], at_least_until: datetime | None, whole_school: bool
    ) -> int:
        if not keys:
            return 0
        begun = await self._begun(keys)
        pages = await self.evening.pages(begun, whole_school)
        messages = [self._message(key, at_least_until) for key, page in pages.items() if not page.empty]
        if messages:
            async with self.begin() as tx:
                await tx.outbox.add(messages)
        return len(messages)

    async def _begun(self, keys: Mapping[DigestKey, FamilyReader]) -> dict[DigestKey, FamilyReader]:
        """The keys with where each begins."""
        untils = [self.evening.window(key)[1] for key in keys]
        sent = await self.kept.last_sent(min(untils) - FURTHEST, max(untils))
        return {replace(key, since=self._since(key, reader, sent)): reader for key, reader in keys.items()}

    def _since(
        self,
        key: DigestKey,
        reader: FamilyReader,
        sent: Mapping[tuple[PersonId, AccountId], tuple[date, time]],
    ) -> datetime:
        """Who never got one begins with their account, or a day before if that is longer."""
        until = self.evening.window(key)[1]
        last = sent.get((key.pupil, key.account))
        ended = self.evening.school_time.instant(*last) if last is not None else None
        if ended is not None and ended < until:
            return max(ended, until - FURTHEST)
        begun = reader.bound_at or until
        return min(until - DAY, max(begun, until - FURTHEST))

    def _key(self, day: date, reader: FamilyReader) -> DigestKey:
        return DigestKey(day, reader.digest_at or self.default_at, reader.pupil, reader.account)

    def _message(self, key: DigestKey, at_least_until: datetime | None) -> NewMessage:
        ends = self._ends(key.day, key.at)
        since, until = self.evening.window(key)
        body = {
            "day": key.day.isoformat(),
            "at": key.at.isoformat(),
            "pupil": key.pupil,
            "since": since.isoformat(),
            "returning": key.returning,
        }
        name = return_event(until, key.day, key.pupil) if key.returning else digest_event(key.day, key.pupil)
        return NewMessage(
            event=name,
            version=1,
            account=key.account,
            kind=Kind.DIGEST,
            pupil=key.pupil,
            body=body,
            not_before=until,
            expires_at=max(ends, at_least_until) if at_least_until else ends,
        )

    def _ends(self, day: date, at: time) -> datetime:
        return self.evening.school_time.instant(day, at) + LATE
