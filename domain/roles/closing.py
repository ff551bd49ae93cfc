"""What closes by itself at night: access of who has left the school, and of staff who have not come in for long."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.clock import SchoolTime
from domain.events import StaffLocked
from domain.roles.people import STAFF, Role
from domain.roles.ports import BeginRoles, Binding


@dataclass(frozen=True, slots=True)
class ClosingByItself:
    """Both do nothing the second time; a number of statements that does not grow."""

    time: SchoolTime
    begin: BeginRoles
    idle_days: int
    """Of staff; 0: never."""

    async def close_gone(self) -> int:
        """Pupils from the day after their last at school, and guardians none of whose children is left; accounts."""
        async with self.begin() as tx:
            gone = await tx.bindings.gone(self.time.today())
            await tx.bindings.take(gone, "gone")
            return len(gone)

    async def lock_idle(self) -> int:
        """The staff's side of accounts that were not seen for so long; the administrators hear how many."""
        if not self.idle_days:
            return 0
        since = self.time.now() - timedelta(days=self.idle_days)
        async with self.begin() as tx:
            idle = idle_staff(await tx.bindings.standing(), since)
            await tx.bindings.take([(one, STAFF) for one in idle], "idle")
            if idle:
                await tx.facts.add(StaffLocked(None, len(idle)))
            return len(idle)


def idle_staff(bound: Sequence[Binding], since: datetime) -> list[Binding]:
    """Accounts of staff not seen since then. One administrator stays, who was seen last: somebody must give codes."""
    staff = [one for one in bound if not STAFF.isdisjoint(one.roles)]
    idle = [one for one in staff if _seen(one) < since]
    admins = [one for one in staff if Role.ADMIN in one.roles]
    if admins and all(one in idle for one in admins):
        idle.remove(max(admins, key=_seen))
    return idle


def _seen(one: Binding) -> datetime:
    return one.last_seen_at or one.bound_at
