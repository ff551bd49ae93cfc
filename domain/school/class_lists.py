"""Class lists that class teachers find right, by 5 September, and what has changed since (3.3.2)."""

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from domain.errors import NotFound, Outdated
from domain.ids import ClassId, PersonId
from domain.roles.access import Action, Target, require
from domain.roles.people import Actor, PersonName
from domain.roles.scope import scope_of
from domain.school.ports import Change, ChangeLog, Rosters
from domain.school.roster import Roster, SchoolClass, Seat

FIRST_REMINDED, DUE = (9, 1), (9, 5)
"""Month and day: 3.3.2 has the lists confirmed by 5 September; class teachers are reminded from the year's first."""


@dataclass(frozen=True, slots=True)
class Confirmation:
    """`pupils`: how many the list had then."""

    pupils: int
    by: PersonName
    at: datetime


@dataclass(frozen=True, slots=True)
class ListState:
    """`changed`: whether somebody came or went since it was confirmed."""

    school_class: SchoolClass
    pupils: int
    confirmation: Confirmation | None
    changed: bool


@dataclass(frozen=True, slots=True)
class ListPage:
    """`seats` in the order of names; `confirms`: whether the reader leads the class."""

    state: ListState
    seats: tuple[Seat, ...]
    confirms: bool


class ListsRead(Protocol):
    """One statement each."""

    async def confirmations(self) -> Mapping[ClassId, Confirmation]:
        """The last one of each class."""
        ...

    async def changes(self) -> Mapping[ClassId, datetime]:
        """When movement into or out of a class was last entered or taken back."""
        ...


class ListsRoom(Protocol):
    async def confirm(self, class_id: ClassId, pupils: int, by: PersonId) -> None: ...


class ListsTransaction(Protocol):
    @property
    def list_confirmations(self) -> ListsRoom: ...

    @property
    def changes(self) -> ChangeLog: ...


@dataclass(frozen=True, slots=True)
class ClassLists:
    rosters: Rosters
    reads: ListsRead
    begin: Callable[[], AbstractAsyncContextManager[ListsTransaction]]

    async def page(self, actor: Actor, class_id: ClassId) -> ListPage:
        require(actor, Action.SEE_MOVEMENT, Target(classes=(class_id,)))
        roster = await self.rosters.roster()
        school_class = roster.classes.get(class_id)
        if school_class is None:
            raise NotFound
        [state] = await list_states(self.reads, roster, (school_class,))
        confirms = class_id in scope_of(actor, Action.CONFIRM_LIST).classes
        return ListPage(state, roster.of_class.get(class_id, ()), confirms)

    async def states(self, actor: Actor) -> Sequence[ListState]:
        """By class: all for the office and the administration, the own ones for a class teacher."""
        require(actor, Action.SEE_MOVEMENT, Target(classes=actor.own_classes))
        scope, roster = scope_of(actor, Action.SEE_MOVEMENT), await self.rosters.roster()
        shown = [one for one in roster.classes.values() if scope.everyone or one.id in scope.classes]
        return await list_states(self.reads, roster, shown)

    async def confirm(self, actor: Actor, class_id: ClassId, pupils: int) -> ListPage:
        """`pupils`: how many the list had that was looked at. Raises `Outdated` where it has another number now."""
        require(actor, Action.CONFIRM_LIST, Target(classes=(class_id,)))
        if len((await self.rosters.roster()).of_class.get(class_id, ())) != pupils:
            raise Outdated
        async with self.begin() as tx:
            await tx.list_confirmations.confirm(class_id, pupils, actor.person)
            after = {"class": class_id, "pupils": pupils}
            await tx.changes.add(Change("list_confirmed", actor.person, None, None, None, after))
        return await self.page(actor, class_id)


async def list_states(reads: ListsRead, roster: Roster, classes: Collection[SchoolClass]) -> list[ListState]:
    """Two statements for any number of classes."""
    confirmed, changed = await reads.confirmations(), await reads.changes()
    return [_state(one, len(roster.of_class.get(one.id, ())), confirmed.get(one.id), changed) for one in classes]


def is_reminded(day: date) -> bool:
    return FIRST_REMINDED <= (day.month, day.day) <= DUE


def is_day_after(day: date) -> bool:
    """When the deputy hears which classes are left."""
    return (day.month, day.day) == (DUE[0], DUE[1] + 1)


def _state(
    school_class: SchoolClass, pupils: int, confirmed: Confirmation | None, changes: Mapping[ClassId, datetime]
) -> ListState:
    since = changes.get(school_class.id)
    changed = confirmed is not None and (confirmed.pupils != pupils or (since is not None and since > confirmed.at))
    return ListState(school_class, pupils, confirmed, changed)
