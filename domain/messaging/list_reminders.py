"""Reminders of class lists: to class teachers each morning until the day due, then to the deputy: what is left."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Protocol

from domain.clock import SchoolTime
from domain.ids import AccountId, ClassId
from domain.messaging.contents import ListAsked, ListsLeft
from domain.messaging.fates import NOTHING_NEW, Fate, Known, Say
from domain.messaging.holds import HoldsRead
from domain.messaging.kinds import Kind
from domain.messaging.outbox import Claimed, NewMessage
from domain.messaging.plan import addresses_of, by_person
from domain.messaging.ports import BeginMessaging, Readers
from domain.messaging.readers import Address
from domain.messaging.truth import NOT_A_READER
from domain.roles.people import Role
from domain.school.class_lists import DUE, ListsRead, ListState, is_day_after, is_reminded, list_states
from domain.school.ports import Rosters

LIST, LEFT = "list", "lists_left"
MORNING = time(8, 0)
"""School time: before the first lesson."""
WORTH = timedelta(hours=12)


class QueuedRead(Protocol):
    async def queued(self, events: Collection[str], kind: Kind = Kind.NOTICE) -> Collection[tuple[str, AccountId]]:
        """Messages of these events that are in the outbox already."""
        ...


@dataclass(frozen=True, slots=True)
class ListReminders:
    """A tick asks; what was queued stands in the outbox under its day, so a restart or a second tick adds nothing."""

    time: SchoolTime
    rosters: Rosters
    lists: ListsRead
    readers: Readers
    holds: HoldsRead
    outbox: QueuedRead
    begin: BeginMessaging

    async def remind(self) -> int:
        """How many were queued. No statement on a day that is none of these."""
        now = self.time.local()
        day = now.date()
        if now.time() < MORNING or not (is_reminded(day) or is_day_after(day)):
            return 0
        roster = await self.rosters.roster()
        states = await list_states(self.lists, roster, roster.classes.values())
        left = [state for state in states if state.confirmation is None and state.pupils]
        messages = await (self._asked(day, left) if is_reminded(day) else self._left(day, left))
        queued = await self.outbox.queued({one.event for one in messages}) if messages else ()
        new = [one for one in messages if (one.event, one.account) not in queued]
        if new:
            async with self.begin() as tx:
                await tx.outbox.add(new)
        return len(new)

    async def _asked(self, day: date, left: Sequence[ListState]) -> list[NewMessage]:
        teachers = {one for state in left for one in state.school_class.teachers}
        staff = by_person(await self.readers.staff(teachers))
        return [
            self._message(f"{LIST}:{day}:{state.school_class.id}", day, address, state.school_class.id)
            for state in left
            for address in addresses_of(staff, state.school_class.teachers)
        ]

    async def _left(self, day: date, left: Sequence[ListState]) -> list[NewMessage]:
        if not left:
            return []
        deputies = await self.readers.staff(await self.holds.holders(Role.DEPUTY))
        return [self._message(f"{LEFT}:{day}", day, address, None) for address in deputies]

    def _message(self, event: str, day: date, address: Address, class_id: ClassId | None) -> NewMessage:
        start = self.time.instant(day, MORNING)
        body = {"what": LIST, "class": class_id} if class_id is not None else {"what": LEFT}
        return NewMessage(event, 1, address.account, Kind.NOTICE, None, body, start, start + WORTH)


async def list_fates(mine: Sequence[Claimed], lists: ListsRead, known: Known) -> dict[int, Fate]:
    """As it stands at delivery: a list confirmed meanwhile is not asked for. Two statements."""
    if not mine:
        return {}
    states = await list_states(lists, known.roster, known.roster.classes.values())
    left = {state.school_class.id: state for state in states if state.confirmation is None and state.pupils}
    return {row.id: _fate(row, left, known) for row in mine}


def _fate(row: Claimed, left: dict[ClassId, ListState], known: Known) -> Fate:
    if row.body["what"] == LEFT:
        return Say(ListsLeft(tuple(one.school_class for one in left.values()))) if left else NOTHING_NEW
    state = left.get(ClassId(row.body["class"]))
    if state is None:
        return NOTHING_NEW
    if known.addresses[row.account].person not in state.school_class.teachers:
        return NOT_A_READER
    today = known.time.today()
    return Say(ListAsked(state.school_class, state.pupils, date(today.year, *DUE)))
