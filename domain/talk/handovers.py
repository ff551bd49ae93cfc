"""Threads of one member of staff are answered by another, from a day to a day, with what was said since a date."""

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Protocol

from domain.clock import SchoolTime
from domain.errors import NotFound, Refused
from domain.events import Facts, ThreadsHandedOver
from domain.ids import HandoverId, PersonId
from domain.roles.access import Action, Reach, Target, reach_of, require
from domain.roles.people import Actor, PersonName
from domain.school.ports import Timetables

USUAL_GRADE = 5
"""By whose terms history is offered: quarters, where there are any."""
MONTH = timedelta(days=30)


class History(StrEnum):
    """What of the earlier talk the other one reads."""

    TERM = "term"
    """Since the term began."""
    MONTH = "month"
    YEAR = "year"
    """Since the school year began."""
    NOTHING = "nothing"
    """Only what is said from the first day on."""


@dataclass(eq=False)
class HandoverOver(Refused):
    """The last day lies before the first, or before today."""

    day: date


@dataclass(eq=False)
class HandoverTooEarly(Refused):
    """The first day lies before today."""

    day: date


@dataclass(eq=False)
class HandoverToOneself(Refused):
    """Both are one person."""


@dataclass(eq=False)
class HandoverStands(Refused):
    """To the same person, on some of these days."""

    name: PersonName


@dataclass(frozen=True, slots=True)
class Colleague:
    person: PersonId
    name: PersonName


@dataclass(frozen=True, slots=True)
class Handover:
    """`last` None: goes on; `over`: taken back."""

    id: HandoverId
    giver: Colleague
    taker: Colleague
    history_from: date
    first: date
    last: date | None
    over: bool = False


@dataclass(frozen=True, slots=True)
class Handing:
    """What is being made: whose, to whom, when, with what was said since `history_from`."""

    giver: Colleague
    taker: Colleague
    first: date
    last: date | None
    history: History
    history_from: date


class HandoversRead(Protocol):
    async def current(self, day: date) -> Sequence[Handover]:
        """Neither taken back nor over by that day, by first day."""
        ...

    async def handovers(self, ids: Collection[HandoverId]) -> Mapping[HandoverId, Handover]: ...

    async def givers(self, day: date) -> Sequence[Colleague]:
        """Staff of that day, and who has left threads behind, by name."""
        ...

    async def takers(self, day: date) -> Sequence[Colleague]:
        """Who writes to families by a role of theirs, by name."""
        ...


class HandoversRoom(Protocol):
    async def meets(self, giver: PersonId, taker: PersonId, first: date, last: date | None) -> bool:
        """Whether one of these two stands on some of these days."""
        ...

    async def add(self, handing: Handing, by: PersonId) -> HandoverId: ...

    async def end(self, handover: HandoverId) -> bool:
        """False: taken back before."""
        ...


class HandoversTransaction(Protocol):
    @property
    def facts(self) -> Facts: ...

    @property
    def handovers(self) -> HandoversRoom: ...


@dataclass(frozen=True, slots=True)
class Handovers:
    time: SchoolTime
    timetables: Timetables
    reads: HandoversRead
    begin: Callable[[], AbstractAsyncContextManager[HandoversTransaction]]

    async def listed(self, actor: Actor) -> Sequence[Handover]:
        """Today's and coming ones: all, or those of one's own, given and taken."""
        require(actor, Action.HAND_OVER_THREADS, Target(person=actor.person))
        found = await self.reads.current(self.time.today())
        if Reach.SCHOOL in reach_of(actor, Action.HAND_OVER_THREADS):
            return found
        return [one for one in found if actor.person in (one.giver.person, one.taker.person)]

    async def givers(self, actor: Actor) -> Sequence[Colleague]:
        """Whose threads this person may hand over."""
        require(actor, Action.HAND_OVER_THREADS, Target(person=actor.person))
        if Reach.SCHOOL in reach_of(actor, Action.HAND_OVER_THREADS):
            return await self.reads.givers(self.time.today())
        return [Colleague(actor.person, actor.name)]

    async def takers(self, actor: Actor, giver: PersonId) -> Sequence[Colleague]:
        """To whom. Raises `NotFound` for a giver who is none."""
        await self.giver(actor, giver)
        return [one for one in await self.reads.takers(self.time.today()) if one.person != giver]

    async def giver(self, actor: Actor, giver: PersonId) -> Colleague:
        require(actor, Action.HAND_OVER_THREADS, Target(person=giver))
        found = next((one for one in await self.givers(actor) if one.person == giver), None)
        if found is None:
            raise NotFound
        return found

    async def asked(
        self, actor: Actor, giver: PersonId, taker: PersonId, first: date, last: date | None, history: History
    ) -> Handing:
        """As it would be made. Raises `HandoverToOneself`, `HandoverTooEarly`, `HandoverOver`, `NotFound`."""
        if giver == taker:
            raise HandoverToOneself
        whose = await self.giver(actor, giver)
        whom = next((one for one in await self.takers(actor, giver) if one.person == taker), None)
        if whom is None:
            raise NotFound
        if first < self.time.today():
            raise HandoverTooEarly(first)
        if last is not None and last < first:
            raise HandoverOver(last)
        return Handing(whose, whom, first, last, history, await self._since(history, first))

    async def make(
        self, actor: Actor, giver: PersonId, taker: PersonId, first: date, last: date | None, history: History
    ) -> HandoverId:
        """Both hear. Raises what `asked` does, and `HandoverStands`."""
        handing = await self.asked(actor, giver, taker, first, last, history)
        async with self.begin() as tx:
            require(actor, Action.HAND_OVER_THREADS, Target(person=giver))
            if await tx.handovers.meets(giver, taker, first, last):
                raise HandoverStands(handing.taker.name)
            made = await tx.handovers.add(handing, actor.person)
            await tx.facts.add(ThreadsHandedOver(actor.person, made))
        return made

    async def one(self, actor: Actor, handover: HandoverId) -> Handover:
        """Raises `NotFound` for what is not in reach."""
        found = next((one for one in await self.listed(actor) if one.id == handover), None)
        if found is None:
            raise NotFound
        return found

    async def end(self, actor: Actor, handover: HandoverId) -> None:
        """Takes it back; the same however often. Raises `NotFound`."""
        found = (await self.reads.handovers([handover])).get(handover)
        if found is None:
            raise NotFound
        async with self.begin() as tx:
            require(actor, Action.HAND_OVER_THREADS, Target(person=found.giver.person))
            if await tx.handovers.end(handover):
                await tx.facts.add(ThreadsHandedOver(actor.person, handover))

    async def _since(self, history: History, first: date) -> date:
        """Never after the first day: the two would miss what is said between."""
        calendar = (await self.timetables.plan()).calendar
        match history:
            case History.NOTHING:
                return first
            case History.MONTH:
                return first - MONTH
            case History.YEAR:
                return min(calendar.starts_on, first)
            case History.TERM:
                term = calendar.term_of(first, USUAL_GRADE)
                return min(term.starts_on if term else calendar.starts_on, first)
