"""Messages held back because too many would go at once, and the one question whether they shall."""

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from domain.clock import SchoolTime
from domain.errors import NotFound
from domain.events import Facts, HoldDecided
from domain.ids import AnnouncementId, ClassId, HoldId, LessonId, PersonId
from domain.messaging.kinds import Kind
from domain.roles.access import Action, Target, require
from domain.roles.people import Actor, PersonName, Role
from domain.talk.audiences import Audience, Scope

DECIDERS = (Role.DEPUTY, Role.DIRECTOR)
"""Who is asked: all of the first role that anyone can be reached in."""


class HoldState(StrEnum):
    OPEN = "open"
    SENT = "sent"
    DROPPED = "dropped"
    LAPSED = "lapsed"
    """Nobody answered in time, so it went: an emergency must not die in silence."""


@dataclass(frozen=True, slots=True)
class Storm:
    """What is held: rows of `events`. `away` of `size` pupils; `class_id` None: of the whole school."""

    scope: str
    kind: Kind
    events: frozenset[str]
    caused_by: PersonId | None
    send_at: datetime | None
    class_id: ClassId | None = None
    announcement: AnnouncementId | None = None
    away: int = 0
    size: int = 0
    goes_on: HoldId | None = None
    """The open hold whose question stands already."""


@dataclass(frozen=True, slots=True)
class LiveHold:
    """A hold that counts on, or one whose storm was let go a short while ago."""

    id: HoldId
    state: HoldState
    made_at: datetime


@dataclass(frozen=True, slots=True)
class Held:
    """The hold that a storm has become. `fresh`: nobody was asked about it yet."""

    id: HoldId
    version: int
    fresh: bool


@dataclass(frozen=True, slots=True)
class Away:
    """A pupil noted away from a lesson."""

    lesson: LessonId
    pupil: PersonId
    noted_at: datetime


@dataclass(frozen=True, slots=True)
class HoldCard:
    """As it is asked about. `messages`: held, or, once decided, all that were."""

    id: HoldId
    kind: Kind
    class_name: str | None
    away: int
    size: int
    messages: int
    state: HoldState
    version: int
    caused_by: PersonId | None
    send_at: datetime | None
    decided_by: PersonName | None = None
    sender: PersonName | None = None
    """Of the announcement, with its text and to whom it goes."""
    text: str | None = None
    scope: Scope | None = None
    audience: Audience | None = None


class HoldsRead(Protocol):
    async def live(self, since: datetime) -> Mapping[str, LiveHold]:
        """By scope: the open ones, and those let go since then."""
        ...

    async def away(self, since: datetime) -> Sequence[Away]: ...

    async def cards(self, holds: Collection[HoldId]) -> Mapping[HoldId, HoldCard]: ...

    async def pupils(self, hold: HoldId) -> Sequence[PersonName]:
        """Whom the messages are about, in the order of names."""
        ...

    async def due(self, now: datetime) -> Sequence[HoldId]:
        """Open ones whose time to go by themselves has come."""
        ...

    async def holders(self, role: Role) -> Sequence[PersonId]: ...


class HoldsRoom(Protocol):
    async def hold(self, storm: Storm) -> Held:
        """The open hold of the storm's scope counts on; where there is none, a new one begins."""
        ...

    async def decide(self, hold: HoldId, state: HoldState, by: PersonId | None) -> bool:
        """False: it was decided before."""
        ...


class HeldRows(Protocol):
    async def hold(self, hold: HoldId, events: Collection[str], kind: Kind) -> None:
        """Rows that wait and were never tried."""
        ...

    async def let_go(self, hold: HoldId) -> None: ...

    async def drop_held(self, hold: HoldId) -> None: ...


class HoldingTransaction(Protocol):
    @property
    def facts(self) -> Facts: ...

    @property
    def holds(self) -> HoldsRoom: ...

    @property
    def outbox(self) -> HeldRows: ...


@dataclass(frozen=True, slots=True)
class Holding:
    time: SchoolTime
    read: HoldsRead
    begin: Callable[[], AbstractAsyncContextManager[HoldingTransaction]]

    async def card(self, actor: Actor, hold: HoldId) -> HoldCard:
        require(actor, Action.DECIDE_HOLD, Target())
        return await self._card(hold)

    async def pupils(self, actor: Actor, hold: HoldId) -> Sequence[PersonName]:
        """Whom the held messages are about."""
        require(actor, Action.DECIDE_HOLD, Target())
        return await self.read.pupils(hold)

    async def decide(self, actor: Actor, hold: HoldId, send: bool) -> tuple[HoldCard, bool]:
        """How it was decided, and whether by this: the first answer stands."""
        require(actor, Action.DECIDE_HOLD, Target())
        await self._card(hold)
        first = await self._end(hold, HoldState.SENT if send else HoldState.DROPPED, actor.person)
        return await self._card(hold), first

    async def let_go_due(self) -> int:
        """What nobody decided on in time goes; how many holds ended so."""
        due = await self.read.due(self.time.now())
        for hold in due:
            await self._end(hold, HoldState.LAPSED, None)
        return len(due)

    async def _end(self, hold: HoldId, state: HoldState, by: PersonId | None) -> bool:
        async with self.begin() as tx:
            if not await tx.holds.decide(hold, state, by):
                return False
            await (tx.outbox.drop_held(hold) if state is HoldState.DROPPED else tx.outbox.let_go(hold))
            await tx.facts.add(HoldDecided(by, hold))
        return True

    async def _card(self, hold: HoldId) -> HoldCard:
        card = (await self.read.cards([hold])).get(hold)
        if card is None:
            raise NotFound
        return on_the_wall(card, self.time)


def on_the_wall(card: HoldCard, time: SchoolTime) -> HoldCard:
    """With the moment at which it goes as the school's clock shows it."""
    return replace(card, send_at=time.local(card.send_at)) if card.send_at is not None else card
