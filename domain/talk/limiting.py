"""A guardian limited to answers: they may answer the school and ask the administrator, but begin nothing (2.3).

Only the administrator limits and lifts it, with a reason that the guardian is told. In threads that the school began,
or where it wrote last, they go on writing; so an abusive one is never cut off from news of the child.
"""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from domain.errors import NotFound, Refused
from domain.events import Facts, WritingLimited
from domain.ids import ClassId, PersonId
from domain.roles.access import Action, Target, require
from domain.roles.people import Actor, PersonName
from domain.school.ports import Rosters
from domain.school.roster import Roster, SchoolClass, Seat

MOST_REASON = 200
LEAST_REASON = 3
"""Characters."""


@dataclass(eq=False)
class LimitReasonNeeded(Refused):
    """The guardian is told why, in at most so many characters."""

    most: int


@dataclass(eq=False)
class StaffNotLimited(Refused):
    """This guardian works at the school, and staff write to their colleagues."""

    name: PersonName


@dataclass(eq=False)
class LimitedAlready(Refused):
    """This guardian may only answer as it is."""

    name: PersonName


@dataclass(frozen=True, slots=True)
class Guardian:
    """Of one pupil. `limited`: may only answer; `staff`: works here."""

    person: PersonId
    name: PersonName
    relation: str
    limited: bool
    staff: bool


@dataclass(frozen=True, slots=True)
class Limit:
    """One that stands. `pupils`: whose guardian it is, of those who are at school."""

    person: PersonId
    name: PersonName
    reason: str
    since: datetime
    by: PersonName
    pupils: tuple[PersonId, ...]


@dataclass(frozen=True, slots=True)
class LimitLine:
    """`children`: with the names of their classes."""

    limit: Limit
    children: tuple[tuple[PersonName, str], ...]


@dataclass(frozen=True, slots=True)
class PupilsGuardians:
    seat: Seat
    school_class: SchoolClass
    guardians: Sequence[Guardian]


class LimitsRead(Protocol):
    async def standing(self) -> Sequence[Limit]:
        """In the order of names."""
        ...

    async def guardians(self, pupil: PersonId) -> Sequence[Guardian]: ...

    async def guardian(self, person: PersonId) -> Guardian | None:
        """None: nobody's guardian."""
        ...


class LimitsRoom(Protocol):
    async def limit(self, person: PersonId, reason: str, by: PersonId) -> bool:
        """False: one stands already."""
        ...

    async def lift(self, person: PersonId, by: PersonId) -> bool:
        """False: none stands."""
        ...


class LimitingTransaction(Protocol):
    @property
    def facts(self) -> Facts: ...

    @property
    def writing_limits(self) -> LimitsRoom: ...


@dataclass(frozen=True, slots=True)
class Limiting:
    rosters: Rosters
    read: LimitsRead
    begin: Callable[[], AbstractAsyncContextManager[LimitingTransaction]]

    async def limits(self, actor: Actor) -> list[LimitLine]:
        require(actor, Action.LIMIT_WRITING, Target())
        roster = await self.rosters.roster()
        return [LimitLine(limit, _children(limit.pupils, roster)) for limit in await self.read.standing()]

    async def classes(self, actor: Actor) -> list[SchoolClass]:
        require(actor, Action.LIMIT_WRITING, Target())
        return list((await self.rosters.roster()).classes.values())

    async def pupils(self, actor: Actor, class_id: ClassId) -> tuple[SchoolClass, Sequence[Seat]]:
        """Raises `NotFound` for a class that is not there."""
        require(actor, Action.LIMIT_WRITING, Target(classes=(class_id,)))
        roster = await self.rosters.roster()
        if class_id not in roster.classes:
            raise NotFound
        return roster.classes[class_id], roster.of_class.get(class_id, ())

    async def guardians(self, actor: Actor, pupil: PersonId) -> PupilsGuardians:
        """Raises `NotFound` for who is no pupil today."""
        require(actor, Action.LIMIT_WRITING, Target(person=pupil))
        roster = await self.rosters.roster()
        seat, school_class = roster.seats.get(pupil), roster.class_of(pupil)
        if seat is None or school_class is None:
            raise NotFound
        return PupilsGuardians(seat, school_class, await self.read.guardians(pupil))

    async def guardian(self, actor: Actor, person: PersonId) -> Guardian:
        """Whom one is about to limit. Raises `NotFound`, `StaffNotLimited`, `LimitedAlready`."""
        require(actor, Action.LIMIT_WRITING, Target(person=person))
        found = await self.read.guardian(person)
        if found is None:
            raise NotFound
        if found.staff:
            raise StaffNotLimited(found.name)
        if found.limited:
            raise LimitedAlready(found.name)
        return found

    async def limit(self, actor: Actor, person: PersonId, reason: str) -> None:
        """They are told. Raises as `guardian`, and `LimitReasonNeeded`."""
        guardian = await self.guardian(actor, person)
        said = " ".join(reason.split())
        if not LEAST_REASON <= len(said) <= MOST_REASON:
            raise LimitReasonNeeded(MOST_REASON)
        async with self.begin() as tx:
            if not await tx.writing_limits.limit(person, said, actor.person):
                raise LimitedAlready(guardian.name)
            await tx.facts.add(WritingLimited(actor.person, person, limited=True))

    async def lift(self, actor: Actor, person: PersonId) -> None:
        """They are told, once however often it is done."""
        require(actor, Action.LIMIT_WRITING, Target(person=person))
        async with self.begin() as tx:
            if await tx.writing_limits.lift(person, actor.person):
                await tx.facts.add(WritingLimited(actor.person, person, limited=False))


def _children(pupils: Sequence[PersonId], roster: Roster) -> tuple[tuple[PersonName, str], ...]:
    seats: Mapping[PersonId, Seat] = roster.seats
    here = (seats[pupil] for pupil in pupils if pupil in seats)
    return tuple((seat.name, roster.classes[seat.class_id].name) for seat in here)
