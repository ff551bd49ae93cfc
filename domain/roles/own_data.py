"""Everything that is held of a person, and of a guardian's children, as they may ask for it (152-FZ, article 14)."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from domain.clock import SchoolTime
from domain.errors import Refused
from domain.ids import PersonId
from domain.roles.access import Action, Target, require
from domain.roles.exports import ExportKind, ExportsFrozen, ExportTransaction
from domain.roles.people import Actor
from domain.roles.watching import Glance

MOST_A_DAY = 3


@dataclass(eq=False)
class OwnDataTaken(Refused):
    """So often today already."""

    most: int


@dataclass(frozen=True, slots=True)
class Section:
    """Rows of one kind (a table's name), each by column; people in them are staff, by name."""

    name: str
    rows: Sequence[Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class HeldData:
    """Of the person first, then of each child."""

    made_at: datetime
    people: Sequence[tuple[PersonId, Sequence[Section]]]


class OwnDataRead(Protocol):
    async def held_of(self, persons: Sequence[PersonId]) -> Mapping[PersonId, Sequence[Section]]:
        """A number of statements that depends on the kinds alone; kinds of which there is nothing are left out."""
        ...


@dataclass(frozen=True, slots=True)
class OwnData:
    time: SchoolTime
    reads: OwnDataRead
    begin: Callable[[], AbstractAsyncContextManager[ExportTransaction]]

    async def take(self, actor: Actor) -> HeldData:
        """Written down as a file taken out. Raises `OwnDataTaken` and, while an incident stands, `ExportsFrozen`."""
        require(actor, Action.TAKE_OWN_DATA, Target(person=actor.person))
        async with self.begin() as tx:
            if await tx.incidents.stands():
                raise ExportsFrozen
            if await tx.audit.exports_today(actor.person, (ExportKind.OWN_DATA,)) >= MOST_A_DAY:
                raise OwnDataTaken(MOST_A_DAY)
            await tx.audit.add(Glance(actor.person, ExportKind.OWN_DATA, actor.person))
        persons = list(dict.fromkeys((actor.person, *actor.children)))
        held = await self.reads.held_of(persons)
        return HeldData(self.time.local(), [(person, held.get(person, ())) for person in persons])
