"""Access closed to many at once, and who of staff comes in (2.3, 3.1.4, 3.3.9)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from domain.ids import ClassId, PersonId
from domain.roles.access import Action, Target, require
from domain.roles.people import FAMILY, Actor, PersonName, Role
from domain.roles.ports import AccessRead, BeginRoles


@dataclass(frozen=True, slots=True)
class StaffAccess:
    """A member of staff, and since when they come in (None: never came)."""

    person: PersonId
    name: PersonName
    roles: frozenset[Role]
    bound_at: datetime | None
    last_seen_at: datetime | None
    unreachable: bool
    pin: bool = False
    """Whether a PIN is set that could be reset."""


class StaffRead(Protocol):
    async def staff(self) -> Sequence[StaffAccess]:
        """Everyone who holds a role of staff today, by name."""
        ...

    async def bound(self) -> int:
        """How many people come in at all."""
        ...


@dataclass(frozen=True, slots=True)
class Shutting:
    begin: BeginRoles
    reads: StaffRead
    families: AccessRead

    async def staff(self, actor: Actor) -> Sequence[StaffAccess]:
        require(actor, Action.SEE_STAFF_ACCESS, Target())
        return await self.reads.staff()

    async def people(self, actor: Actor, class_id: ClassId | None) -> int:
        """How many would be out: of a class's families, or (None) of all but who asks."""
        require(actor, Action.REVOKE_MANY, Target())
        if class_id is None:
            return max(0, await self.reads.bound() - 1)
        families = await self.families.families_of(class_id)
        return len({one.person for one in families if one.bound_at is not None or one.waits})

    async def shut_class(self, actor: Actor, class_id: ClassId) -> int:
        """The family's side of all pupils and guardians of a class, codes with it; accounts concerned. At once."""
        require(actor, Action.REVOKE_MANY, Target())
        persons = {one.person for one in await self.families.families_of(class_id)}
        async with self.begin() as tx:
            bound = [one for one in await tx.bindings.standing(persons) if one.roles & FAMILY]
            await tx.bindings.take([(one, FAMILY) for one in bound], "revoked")
            await tx.codes.revoke(persons)
        return len(bound)

    async def shut_all(self, actor: Actor) -> int:
        """Everyone, staff as well, but for who does it: somebody must give the new codes."""
        require(actor, Action.REVOKE_MANY, Target())
        async with self.begin() as tx:
            bound = [one for one in await tx.bindings.standing() if one.account != actor.account]
            await tx.bindings.take([(one, frozenset(Role)) for one in bound], "revoked")
            await tx.codes.revoke(None)
        return len(bound)
