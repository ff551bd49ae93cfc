"""The gates themselves: who is refused, and what is shown with a question."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, time
from typing import Protocol

from domain.clock import SchoolTime
from domain.ids import ClassId, PersonId, ThreadId
from domain.roles.access import Action, Target, require
from domain.roles.codes import CodeHasher
from domain.roles.people import STAFF, Actor
from domain.school.ports import Rosters
from domain.talk.gates import AnswersOnly, Held, HoldAsked, TooFast, TooManyBegun, TooManyUrgent
from domain.talk.held_codes import codes_in
from domain.talk.name_lists import most_named
from domain.talk.pace import URGENT_PER_DAY, WINDOW, minutes_to_wait, pace_of
from domain.talk.wording import Wording, Writing


@dataclass(frozen=True, slots=True)
class Recently:
    """Of one person. `latest`: when the message was written that is the last allowed in the window; None: fewer were.

    `limited`: the reason for which they may only answer.
    """

    latest: datetime | None
    begun: int
    limited: str | None


class GateRead(Protocol):
    async def recently(self, person: PersonId, messages: int, since: datetime, day_began: datetime) -> Recently:
        """In one statement. `messages`: how many are allowed since `since`; `begun`: threads since `day_began`."""
        ...

    async def invites(self, thread: ThreadId) -> bool:
        """Whether the school began the thread, or wrote last in it, or it is a question to the administrators."""
        ...

    async def urgent_since(self, person: PersonId, day_began: datetime) -> int:
        """Urgent messages and announcements that the person has written, without those taken back."""
        ...

    async def live_codes(self, hashes: Collection[str], now: datetime) -> int:
        """How many of them are codes that somebody can still come in by."""
        ...


@dataclass(frozen=True, slots=True)
class Urgency:
    time: SchoolTime
    read: GateRead
    most: int = URGENT_PER_DAY

    async def allows(self, actor: Actor) -> None:
        """Raises `NotAllowed`, `TooManyUrgent`."""
        require(actor, Action.WRITE_URGENTLY, Target())
        if await self.read.urgent_since(actor.person, self.time.instant(self.time.today(), time(0))) >= self.most:
            raise TooManyUrgent(self.most)


@dataclass(frozen=True, slots=True)
class HeldTexts:
    """Nothing of the texts is kept or logged."""

    time: SchoolTime
    read: GateRead
    rosters: Rosters
    hasher: CodeHasher

    async def check_codes(self, wording: Wording) -> None:
        codes = codes_in(wording)
        if not codes:
            return
        live = await self.read.live_codes([self.hasher(code) for code in codes], self.time.now())
        if live:
            raise HoldAsked(Held.CODE, live)

    async def check_names(self, wording: Wording) -> None:
        named = most_named(wording.text, await self.rosters.roster())
        if named is not None:
            raise HoldAsked(Held.NAMES, named.n, named.school_class.name)


@dataclass(frozen=True, slots=True)
class ThreadGate:
    """As `domain.talk.gates.WritingGate`."""

    time: SchoolTime
    read: GateRead
    held: HeldTexts
    urgency: Urgency

    async def check(
        self,
        actor: Actor,
        writing: Writing,
        begins: bool,
        held_is_fine: bool,
        *,
        thread: ThreadId | None = None,
        open_to_limited: bool = False,
        urgent: bool = False,
    ) -> None:
        now, pace = self.time.now(), pace_of(actor)
        day_began = self.time.instant(self.time.today(), time(0))
        recently = await self.read.recently(actor.person, pace.messages, now - WINDOW, day_began)
        if recently.limited is not None and not open_to_limited and not actor.holds(*STAFF):
            await self._check_answers(None if begins else thread, recently.limited)
        if recently.latest is not None:
            raise TooFast(minutes_to_wait(recently.latest, now))
        if begins and pace.threads is not None and recently.begun >= pace.threads:
            raise TooManyBegun(pace.threads)
        if urgent:
            await self.urgency.allows(actor)
        if not held_is_fine:
            await self.held.check_codes(writing.wording)

    async def _check_answers(self, thread: ThreadId | None, reason: str) -> None:
        if thread is None or not await self.read.invites(thread):
            raise AnswersOnly(reason)


@dataclass(frozen=True, slots=True)
class AnnouncementGate:
    """As `domain.talk.gates.ManyGate`."""

    held: HeldTexts
    urgency: Urgency

    async def check(
        self,
        actor: Actor,
        wording: Wording,
        classes: Collection[ClassId],
        held_is_fine: bool,
        *,
        urgent: bool = False,
    ) -> None:
        if urgent:
            await self.urgency.allows(actor)
        if not held_is_fine:
            await self.held.check_codes(wording)
            await self.held.check_names(wording)
