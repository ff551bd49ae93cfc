"""Guardians who have not come in yet: whom the class teacher calls, since no message reaches them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from domain.errors import NotAllowed, NotFound
from domain.ids import ClassId, PersonId
from domain.roles.access import Action, Target, allowed, reach_of, require
from domain.roles.people import Actor, PersonName
from domain.school.ports import Rosters
from domain.school.roster import SchoolClass


@dataclass(frozen=True, slots=True)
class NotIn:
    """`relation`: «mother», … of the pupil."""

    pupil: PersonId
    guardian: PersonId
    name: PersonName
    relation: str


@dataclass(frozen=True, slots=True)
class ChildNotReached:
    name: PersonName
    guardians: tuple[NotIn, ...]


@dataclass(frozen=True, slots=True)
class CallingList:
    school_class: SchoolClass
    children: tuple[ChildNotReached, ...]
    """In the order of the class list; only those with somebody to call."""


class NotInRead(Protocol):
    async def not_in(self, pupils: Mapping[PersonId, PersonName]) -> Sequence[NotIn]:
        """Guardians without an account that a code gave them, kept from no child; by name."""
        ...


@dataclass(frozen=True, slots=True)
class NotInYet:
    rosters: Rosters
    people: NotInRead

    async def by_class(self, actor: Actor) -> list[tuple[SchoolClass, int]]:
        """How many guardians have not come in, for each class that the actor announces to as its own."""
        if not reach_of(actor, Action.ANNOUNCE_TO_CLASS):
            raise NotAllowed
        roster = await self.rosters.roster()
        mine = [one for one in roster.classes.values() if _is_mine(actor, one.id) and one.id in roster.of_class]
        seats = {seat.pupil: seat for one in mine for seat in roster.of_class[one.id]}
        missing = await self.people.not_in({pupil: seat.name for pupil, seat in seats.items()})
        people = {(seats[one.pupil].class_id, one.guardian) for one in missing}
        return [(one, sum(class_id == one.id for class_id, _ in people)) for one in mine]

    async def of_class(self, actor: Actor, class_id: ClassId) -> CallingList:
        """Raises `NotFound` for a class that is not there."""
        require(actor, Action.ANNOUNCE_TO_CLASS, Target(classes=(class_id,)))
        roster = await self.rosters.roster()
        school_class = roster.classes.get(class_id)
        if school_class is None:
            raise NotFound
        seats = roster.of_class.get(class_id, ())
        missing = await self.people.not_in({seat.pupil: seat.name for seat in seats})
        children = (
            ChildNotReached(seat.name, tuple(one for one in missing if one.pupil == seat.pupil)) for seat in seats
        )
        return CallingList(school_class, tuple(one for one in children if one.guardians))

    async def has_several(self, actor: Actor) -> bool:
        """Whether there is more than one class to choose from."""
        return sum(_is_mine(actor, one) for one in (await self.rosters.roster()).classes) > 1


def _is_mine(actor: Actor, class_id: ClassId) -> bool:
    return allowed(actor, Action.ANNOUNCE_TO_CLASS, Target(classes=(class_id,)))
