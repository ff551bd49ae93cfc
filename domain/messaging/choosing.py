"""What a person chooses: of what to be told and how, for each child and kind; when; how much of it in plain sight."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import time
from typing import Protocol

from domain.errors import NotFound
from domain.ids import PersonId
from domain.messaging.kinds import CHOOSABLE, Kind, Mode
from domain.messaging.quiet_hours import NEVER, USUAL, QuietHours
from domain.roles.access import Action, Target, require
from domain.roles.people import FAMILY, STAFF, Actor, PersonName, Role
from domain.school.ports import Rosters
from domain.talk.threads import Side

HOURS = tuple(time(hour) for hour in range(17, 22))
QUIET_STARTS = tuple(time(hour) for hour in range(19, 23))
QUIET_ENDS = (time(6), time(7), time(7, 30), time(8))


@dataclass(frozen=True, slots=True)
class Choices:
    """`own`: the reader is the pupil."""

    pupil: PersonId
    name: PersonName
    own: bool
    modes: Mapping[Kind, Mode]


@dataclass(frozen=True, slots=True)
class Notifications:
    """What the settings screen shows. Without `pages` it is staff's: quiet hours and discretion are everyone's."""

    pages: Sequence[Choices]
    digest_at: time
    quiet: Mapping[Side, QuietHours]
    """For each side that the person has; what they chose themself holds for both."""
    discreet: bool = False
    lesson_bell: bool | None = None
    """Whether a teacher's lessons come by themselves; None: no teacher."""


@dataclass(frozen=True, slots=True)
class Own:
    """What a person chose for themself; None: nothing."""

    digest_at: time | None = None
    quiet: QuietHours | None = None
    discreet: bool = False
    lesson_bell: bool = False


class ChoicesRead(Protocol):
    async def of_person(self, person: PersonId) -> Mapping[tuple[PersonId, Kind], Mode]: ...

    async def own(self, person: PersonId) -> Own: ...


class ChoicesRoom(Protocol):
    async def choose(self, person: PersonId, pupil: PersonId, kind: Kind, mode: Mode) -> None: ...

    async def choose_hour(self, person: PersonId, at: time) -> None: ...

    async def choose_quiet(self, person: PersonId, hours: QuietHours) -> None: ...

    async def choose_discreet(self, person: PersonId, on: bool) -> None: ...

    async def choose_bell(self, person: PersonId, on: bool) -> None: ...


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
        require(actor, Action.CHANGE_OWN_SETTINGS, Target(person=actor.person))
        chosen = await self.read.of_person(actor.person)
        seats = (await self.rosters.roster()).seats
        pages = [
            Choices(pupil, seats[pupil].name, pupil == actor.person, _modes(pupil, pupil == actor.person, chosen))
            for pupil in _pupils(actor)
            if pupil in seats
        ]
        own = await self.read.own(actor.person)
        bell = own.lesson_bell if actor.holds(Role.TEACHER) else None
        quiet = {side: own.quiet or USUAL[side] for side in _sides(actor)}
        return Notifications(pages, own.digest_at or self.default_at, quiet, own.discreet, bell)

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

    async def choose_quiet(self, actor: Actor, hours: QuietHours) -> Notifications:
        """`NEVER` is one of the choices. Raises `NotFound` for hours that are not offered."""
        require(actor, Action.CHANGE_OWN_SETTINGS, Target(person=actor.person))
        if hours != NEVER and not (hours.starts in QUIET_STARTS and hours.ends in QUIET_ENDS):
            raise NotFound
        async with self.begin() as tx:
            await tx.choices.choose_quiet(actor.person, hours)
        return await self.of(actor)

    async def choose_discreet(self, actor: Actor, on: bool) -> Notifications:
        require(actor, Action.CHANGE_OWN_SETTINGS, Target(person=actor.person))
        async with self.begin() as tx:
            await tx.choices.choose_discreet(actor.person, on)
        return await self.of(actor)

    async def choose_bell(self, actor: Actor, on: bool) -> Notifications:
        """Whether own lessons come at their bell."""
        require(actor, Action.SEE_OWN_LESSONS, Target(person=actor.person))
        async with self.begin() as tx:
            await tx.choices.choose_bell(actor.person, on)
        return await self.of(actor)


def choosable(own: bool) -> dict[Kind, Mode]:
    """Kinds with their defaults; a pupil knows of their own absences."""
    return {kind: mode for kind, mode in CHOOSABLE.items() if not (own and kind is Kind.ABSENCE)}


def _pupils(actor: Actor) -> tuple[PersonId, ...]:
    return (*actor.children, actor.person) if actor.holds(Role.PUPIL) else actor.children


def _sides(actor: Actor) -> list[Side]:
    held = {Side.FAMILY: actor.holds(*FAMILY), Side.STAFF: actor.holds(*STAFF)}
    return [side for side in Side if held[side]]


def _modes(pupil: PersonId, own: bool, chosen: Mapping[tuple[PersonId, Kind], Mode]) -> dict[Kind, Mode]:
    return {kind: chosen.get((pupil, kind), default) for kind, default in choosable(own).items()}
