"""What a person chooses to be told of, for each child and kind, and the hour of the evening digest (1.4.4)."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import time
from typing import Protocol

from domain.errors import NotFound
from domain.ids import PersonId
from domain.messaging.kinds import CHOOSABLE, Kind, Mode
from domain.roles.access import Action, Target, require
from domain.roles.people import Actor, PersonName, Role
from domain.school.ports import Rosters

HOURS = tuple(time(hour) for hour in range(17, 22))


@dataclass(frozen=True, slots=True)
class Choices:
    """`own`: the reader is the pupil."""

    pupil: PersonId
    name: PersonName
    own: bool
    modes: Mapping[Kind, Mode]


@dataclass(frozen=True, slots=True)
class Notifications:
    """What the settings screen shows. Guardians and pupils choose; others have nothing here."""

    pages: Sequence[Choices]
    digest_at: time


class ChoicesRead(Protocol):
    async def of_person(self, person: PersonId) -> Mapping[tuple[PersonId, Kind], Mode]: ...

    async def digest_at(self, person: PersonId) -> time | None: ...


class ChoicesRoom(Protocol):
    async def choose(self, person: PersonId, pupil: PersonId, kind: Kind, mode: Mode) -> None: ...

    async def choose_hour(self, person: PersonId, at: time) -> None: ...


class ChoosingTransaction(Protocol):
    @property
    def choices(self) -> ChoicesRoom: ...


@dataclass(frozen=True, slots=True)
class Choosing:
    rosters: Rosters
    read: ChoicesRead
    begin: Callable[[], AbstractAsyncContextManager[ChoosingTransaction]]
    default_at: time = time(18, 0)

    async def of(self, actor: Actor) -> Notifications:
        require(actor, Action.CHOOSE_NOTIFICATIONS, Target(person=actor.person))
        chosen = await self.read.of_person(actor.person)
        seats = (await self.rosters.roster()).seats
        pages = [
            Choices(pupil, seats[pupil].name, pupil == actor.person, _modes(pupil, pupil == actor.person, chosen))
            for pupil in _pupils(actor)
            if pupil in seats
        ]
        return Notifications(pages, await self.read.digest_at(actor.person) or self.default_at)

    async def of_pupil(self, actor: Actor, pupil: PersonId) -> Notifications:
        """Raises `NotFound` for a pupil about whom this person chooses nothing."""
        notifications = await self.of(actor)
        if all(page.pupil != pupil for page in notifications.pages):
            raise NotFound
        return notifications

    async def choose(self, actor: Actor, pupil: PersonId, kind: Kind, mode: Mode) -> Notifications:
        """Raises `NotFound` for a pupil who is not this person's, and for a kind that they do not choose about."""
        require(actor, Action.CHOOSE_NOTIFICATIONS, Target(person=actor.person))
        if pupil not in _pupils(actor) or kind not in choosable(own=pupil == actor.person):
            raise NotFound
        async with self.begin() as tx:
            await tx.choices.choose(actor.person, pupil, kind, mode)
        return await self.of(actor)

    async def choose_hour(self, actor: Actor, at: time) -> Notifications:
        require(actor, Action.CHOOSE_NOTIFICATIONS, Target(person=actor.person))
        if at not in HOURS:
            raise NotFound
        async with self.begin() as tx:
            await tx.choices.choose_hour(actor.person, at)
        return await self.of(actor)


def choosable(own: bool) -> dict[Kind, Mode]:
    """Kinds with their defaults; a pupil knows of their own absences."""
    return {kind: mode for kind, mode in CHOOSABLE.items() if not (own and kind is Kind.ABSENCE)}


def _pupils(actor: Actor) -> tuple[PersonId, ...]:
    return (*actor.children, actor.person) if actor.holds(Role.PUPIL) else actor.children


def _modes(pupil: PersonId, own: bool, chosen: Mapping[tuple[PersonId, Kind], Mode]) -> dict[Kind, Mode]:
    return {kind: chosen.get((pupil, kind), default) for kind, default in choosable(own).items()}
