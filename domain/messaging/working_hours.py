"""The working hours of staff and the quiet ones of families, told beforehand to who writes to them."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from domain.clock import SchoolTime
from domain.ids import PersonId
from domain.messaging.quiet_hours import QuietHours, rest_until
from domain.talk.threads import Side


class QuietRead(Protocol):
    async def quiet_of(self, persons: Collection[PersonId]) -> Mapping[PersonId, QuietHours]:
        """Of those who chose; nobody else is in it."""
        ...


@dataclass(frozen=True, slots=True)
class WorkingHours:
    """As `domain.talk.gates.Hours`."""

    time: SchoolTime
    read: QuietRead

    async def rings_at(self, persons: Collection[PersonId], side: Side) -> Mapping[PersonId, datetime]:
        """By the rule of the delivery for talk and announcements; only those whom nothing would ring now."""
        now, chosen = self.time.now(), await self.read.quiet_of(persons) if persons else {}
        sundays = side is Side.STAFF
        found = {one: rest_until(side, chosen.get(one), now, self.time, sundays=sundays) for one in persons}
        return {one: until for one, until in found.items() if until is not None}
