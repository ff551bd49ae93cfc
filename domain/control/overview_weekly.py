"""The director's page comes by itself once a week: one message, over any restart, none in holidays (3.7.2)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import time as clock_time
from datetime import timedelta
from typing import Protocol

from domain.clock import SchoolTime
from domain.control.overview import Overview, Overviews, week_before
from domain.messaging.contents import AreaNews
from domain.messaging.fates import NOTHING_NEW, Fate, Known, Say
from domain.messaging.kinds import Kind
from domain.messaging.list_reminders import QueuedRead
from domain.messaging.outbox import Claimed, NewMessage
from domain.messaging.ports import BeginMessaging, Readers
from domain.messaging.truth import NOT_A_READER
from domain.roles.access import Action, reach_of
from domain.roles.people import Actor, Role
from domain.school.calendar import DAY
from domain.school.ports import Timetables
from domain.talk.signatures import monday_of

LATE = timedelta(days=2)
"""What could not be told so long after its hour is not told any more."""


@dataclass(frozen=True, slots=True)
class OverviewNews(AreaNews):
    page: Overview


@dataclass(frozen=True, slots=True)
class OverviewWeeks:
    """A tick asks; what was queued stands in the outbox under its week, so a restart or a second tick adds nothing."""

    time: SchoolTime
    timetables: Timetables
    readers: Readers
    outbox: QueuedRead
    begin: BeginMessaging
    weekday: int
    """1 Monday to 7; 0: none comes."""
    at: clock_time

    async def queue(self) -> int:
        """How many were queued. No statement but from the hour of that day on, for two days."""
        if not self.weekday:
            return 0
        monday = monday_of(self.time.today())
        opens = self.time.instant(monday + DAY * (self.weekday - 1), self.at)
        if not opens <= self.time.now() < opens + LATE:
            return 0
        week = week_before((await self.timetables.plan()).calendar, self.time.local(opens).date())
        if week is None or week.first < monday:
            return 0
        event, body = f"overview:{monday}", {"week": str(monday)}
        queued = await self.outbox.queued([event], Kind.OVERVIEW)
        new = [
            NewMessage(event, 1, one.account, Kind.OVERVIEW, None, body, opens, opens + LATE)
            for one in await self.readers.holders({Role.DIRECTOR})
            if (event, one.account) not in queued
        ]
        if new:
            async with self.begin() as tx:
                await tx.outbox.add(new)
        return len(new)


class ActorsRead(Protocol):
    async def actor(self, telegram_id: int) -> Actor | None: ...


@dataclass(frozen=True, slots=True)
class OverviewFates:
    """Of kind OVERVIEW: read at delivery as the director would read it, once for all rows of a batch."""

    overviews: Overviews
    actors: ActorsRead

    async def of(self, rows: Sequence[Claimed], known: Known) -> Mapping[int, Fate]:
        found: dict[int, Fate] = {}
        page: Overview | None = None
        for row in rows:
            actor = await self.actors.actor(known.addresses[row.account].telegram_id)
            if actor is None or not reach_of(actor, Action.SEE_OVERVIEW):
                found[row.id] = NOT_A_READER
                continue
            page = page or await self.overviews.page(actor)
            found[row.id] = Say(OverviewNews(page)) if page is not None else NOTHING_NEW
        return found
