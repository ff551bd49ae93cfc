"""A court keeps a guardian from a child: from that minute nothing of it, whatever was on its way (2.3, 3.3.9)."""

from dataclasses import dataclass

from domain.errors import Outdated, Refused
from domain.ids import PersonId
from domain.roles.access import Action, Target, require
from domain.roles.people import Actor
from domain.roles.ports import BeginRoles

MOST_ORDER = 80
"""Characters of an order's number and date."""


@dataclass(eq=False)
class OrderNeeded(Refused):
    """Neither is done without the order's number, of at most so many characters."""

    most: int


@dataclass(frozen=True, slots=True)
class Restricting:
    begin: BeginRoles

    async def restrict(self, actor: Actor, guardian: PersonId, pupil: PersonId, order: str) -> None:
        """Other children of theirs stay. Raises `OrderNeeded`, and `Outdated` where it is so already."""
        await self._put(actor, guardian, pupil, order, restricted=True)

    async def lift(self, actor: Actor, guardian: PersonId, pupil: PersonId, order: str) -> None:
        await self._put(actor, guardian, pupil, order, restricted=False)

    async def _put(self, actor: Actor, guardian: PersonId, pupil: PersonId, order: str, restricted: bool) -> None:
        require(actor, Action.RESTRICT_GUARDIAN, Target(person=pupil))
        number = " ".join(order.split())
        if not number or len(number) > MOST_ORDER:
            raise OrderNeeded(MOST_ORDER)
        async with self.begin() as tx:
            if not await tx.people.restrict(guardian, pupil, actor.person, number, restricted):
                raise Outdated
