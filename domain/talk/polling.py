"""Answering polls and taking times, and what their sender sees and does."""

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Protocol

from domain.clock import SchoolTime
from domain.errors import NotFound, Refused
from domain.events import AnnouncementReminded, Facts, PollChanged
from domain.ids import AnnouncementId, PersonId, PollId, PollOptionId
from domain.roles.access import Action, Target, allowed, require
from domain.roles.exports import Export, ExportGate, ExportKind
from domain.roles.people import Actor
from domain.school.ports import Rosters
from domain.school.roster import Roster
from domain.talk.letters import AnnouncementLetter
from domain.talk.poll_cards import (
    FEWEST_SHOWN,
    Answered,
    PollCard,
    PollHead,
    PollResults,
    PollsRead,
    PollWard,
    ResultLine,
)
from domain.talk.polls import BIGGEST, Per, PollKind


@dataclass(eq=False)
class PollClosed(Refused):
    """No more answers are taken."""


@dataclass(eq=False)
class SlotTaken(Refused):
    """Somebody else was first."""


@dataclass(eq=False)
class SlotGone(Refused):
    """Its time has passed."""


@dataclass(eq=False)
class AnsweredWithoutName(Refused):
    """An answer without a name stays as it was given."""


@dataclass(eq=False)
class NumberOutside(Refused):
    """`least` and `most` as they are said."""

    least: str
    most: str


@dataclass(eq=False)
class NobodySilent(Refused):
    """Everyone has answered."""


@dataclass(eq=False)
class PollRemindedToday(Refused):
    """Once a day is enough."""


class PollsRoom(Protocol):
    async def hold(self, poll: PollId) -> bool:
        """Answers of one poll come one after another from here on. False: it is closed."""
        ...

    async def put(
        self, poll: PollId, for_id: PersonId, by: PersonId, chosen: Collection[PollOptionId], number: Decimal | None
    ) -> None: ...

    async def cast(self, poll: PollId, for_id: PersonId, counted: Collection[str]) -> bool: ...

    async def take(self, poll: PollId, option: PollOptionId, for_id: PersonId, by: PersonId) -> bool: ...

    async def give_back(self, poll: PollId, for_id: PersonId) -> bool: ...

    async def close(self, poll: PollId, *, closed: bool) -> bool: ...

    async def reminded(self, poll: PollId, day: date) -> bool: ...


class PollsTransaction(Protocol):
    @property
    def facts(self) -> Facts: ...

    @property
    def polls(self) -> PollsRoom: ...


@dataclass(frozen=True, slots=True)
class Polling:
    time: SchoolTime
    rosters: Rosters
    reads: PollsRead
    begin: Callable[[], AbstractAsyncContextManager[PollsTransaction]]
    gate: ExportGate

    async def card(self, actor: Actor, announcement: AnnouncementId) -> PollCard:
        """With those wards for whom this person may answer. Raises `NotFound`."""
        card = await self._card(actor, announcement)
        if card is None:
            raise NotFound
        return card

    async def carried(self, actor: Actor, letter: AnnouncementLetter) -> PollCard | None:
        """None: it carries no poll, or this person may answer for nobody."""
        return await self._card(actor, letter.id) if letter.polled else None

    async def choose(
        self, actor: Actor, announcement: AnnouncementId, ward: PersonId, chosen: Collection[PollOptionId]
    ) -> PollCard:
        """One or several options; with names a later answer takes the place of the earlier one."""
        card = await self._card_for(actor, announcement, ward)
        wanted = set(chosen)
        fits = len(wanted) == 1 if card.head.kind is PollKind.ONE else 0 < len(wanted) <= len(card.head.options)
        if card.head.kind not in (PollKind.ONE, PollKind.SEVERAL) or not fits:
            raise NotFound
        if not wanted <= {one.id for one in card.head.options}:
            raise NotFound
        await self._answer(actor, card.head, ward, [one.id for one in card.head.options if one.id in wanted], None)
        return await self.card(actor, announcement)

    async def number(self, actor: Actor, announcement: AnnouncementId, ward: PersonId, number: Decimal) -> PollCard:
        """Raises `NumberOutside`."""
        card = await self._card_for(actor, announcement, ward)
        if card.head.kind is not PollKind.NUMBER:
            raise NotFound
        least, most = bounds(card.head)
        if not number.is_finite() or not least <= number <= most or number != round(number, 2):
            raise NumberOutside(said(least), said(most))
        await self._answer(actor, card.head, ward, (), number)
        return await self.card(actor, announcement)

    async def take_slot(
        self, actor: Actor, announcement: AnnouncementId, ward: PersonId, option: PollOptionId
    ) -> PollCard:
        """The slot that was held before is free again, in the same moment. Raises `SlotTaken`, `SlotGone`."""
        card = await self._card_for(actor, announcement, ward)
        slot = card.head.option(option)
        if card.head.kind is not PollKind.SLOT or slot is None or slot.starts_at is None:
            raise NotFound
        if slot.starts_at <= self.time.now():
            raise SlotGone
        async with self.begin() as tx:
            if not await tx.polls.hold(card.head.id):
                raise PollClosed
            if not await tx.polls.take(card.head.id, option, ward, actor.person):
                raise SlotTaken
            await tx.facts.add(PollChanged(actor.person, announcement))
        return await self.card(actor, announcement)

    async def give_back(self, actor: Actor, announcement: AnnouncementId, ward: PersonId) -> PollCard:
        """The slot is free for others; the same however often. A closed poll lets go too: somebody cannot come."""
        card = await self._card_for(actor, announcement, ward)
        async with self.begin() as tx:
            await tx.polls.hold(card.head.id)
            if await tx.polls.give_back(card.head.id, ward):
                await tx.facts.add(PollChanged(actor.person, announcement))
        return await self.card(actor, announcement)

    async def results(self, actor: Actor, announcement: AnnouncementId) -> PollResults:
        head, question = await self._own(actor, announcement, Action.SEE_ANNOUNCEMENT_STATE)
        asked, answered = await self.reads.asked(head), await self.reads.answered(head)
        lines = await self._lines(head, asked, answered)
        came = sum(1 for line in lines if line.answered)
        votes, numbers = _counted(head, answered)
        open_now = head.is_open(self.time.now())
        return PollResults(
            head, len(asked), came, tuple(lines) if head.named else (), votes, numbers, open_now, question
        )

    async def taken_out(self, actor: Actor, announcement: AnnouncementId) -> PollResults:
        """The same for a file, which is counted and told (2.1)."""
        results = await self.results(actor, announcement)
        roster, asked = await self.rosters.roster(), await self.reads.asked(results.head)
        classes = [one.id for ward in asked if (one := roster.class_of(ward.id)) is not None]
        await self.gate.allow(actor, Export(ExportKind.POLL, classes[0] if classes else None))
        return results

    async def close(self, actor: Actor, announcement: AnnouncementId, *, closed: bool) -> PollResults:
        """Or opens it again. What has come to its own end stays closed."""
        head, _ = await self._own(actor, announcement, Action.CHANGE_ANNOUNCEMENT)
        async with self.begin() as tx:
            if await tx.polls.close(head.id, closed=closed):
                await tx.facts.add(PollChanged(actor.person, announcement))
        return await self.results(actor, announcement)

    async def remind(self, actor: Actor, announcement: AnnouncementId) -> None:
        """Who can still answer hears once more. Raises `PollRemindedToday`, `NobodySilent`, `PollClosed`."""
        head, _ = await self._own(actor, announcement, Action.CHANGE_ANNOUNCEMENT)
        if not head.is_open(self.time.now()):
            raise PollClosed
        if not (await self.reads.silent([announcement])).get(announcement):
            raise NobodySilent
        today = self.time.today()
        async with self.begin() as tx:
            if not await tx.polls.reminded(head.id, today):
                raise PollRemindedToday
            await tx.facts.add(AnnouncementReminded(actor.person, announcement, today))

    async def _lines(self, head: PollHead, asked: Sequence[PollWard], answered: Answered) -> list[ResultLine]:
        takers = {one.taken_by for one in head.options if one.taken_by is not None}
        names = await self.reads.names(takers) if takers else {}
        roster = await self.rosters.roster()
        lines = []
        for ward in asked:
            slot, answer = head.slot_of(ward.id), answered.answers.get(ward.id)
            taker = names.get(slot.taken_by) if slot and slot.taken_by is not None else None
            came = answer is not None or slot is not None or ward.id in answered.turnout
            lines.append(ResultLine(ward, _class_name(roster, head, ward), came, answer, slot, taker))
        return lines

    async def _answer(
        self, actor: Actor, head: PollHead, ward: PersonId, chosen: Collection[PollOptionId], number: Decimal | None
    ) -> None:
        async with self.begin() as tx:
            if not await tx.polls.hold(head.id):
                raise PollClosed
            if head.named:
                await tx.polls.put(head.id, ward, actor.person, chosen, number)
            elif not await tx.polls.cast(head.id, ward, [str(one) for one in chosen] or [said(number or Decimal(0))]):
                raise AnsweredWithoutName
            await tx.facts.add(PollChanged(actor.person if head.named else None, head.announcement))

    async def _card(self, actor: Actor, announcement: AnnouncementId) -> PollCard | None:
        key = (announcement, actor.person)
        card = (await self.reads.cards([key])).get(key)
        wards = tuple(one for one in card.wards if _answers_for(actor, one, card)) if card else ()
        return replace(card, wards=wards) if card is not None and wards else None

    async def _card_for(self, actor: Actor, announcement: AnnouncementId, ward: PersonId) -> PollCard:
        card = await self.card(actor, announcement)
        if ward not in {one.id for one in card.wards}:
            raise NotFound
        return card

    async def _own(self, actor: Actor, announcement: AnnouncementId, action: Action) -> tuple[PollHead, str]:
        owner = await self.reads.owner(announcement)
        if owner is None or owner.sender != actor.person:
            raise NotFound
        require(actor, action, Target(person=owner.sender))
        head = (await self.reads.heads([announcement])).get(announcement)
        if head is None:
            raise NotFound
        return head, owner.question


def bounds(head: PollHead) -> tuple[Decimal, Decimal]:
    """Least and most that can be answered."""
    return head.least or Decimal(0), BIGGEST if head.most is None else head.most


def said(number: Decimal) -> str:
    """`1500`, `1500.5`: without zeros that say nothing."""
    whole = number == number.to_integral_value()
    return str(number.to_integral_value()) if whole else f"{number.normalize():f}"


def _answers_for(actor: Actor, ward: PollWard, card: PollCard) -> bool:
    """Of one's own answer: a member of staff, a pupil, a guardian of somebody."""
    if allowed(actor, Action.ANSWER_POLL, Target(person=ward.id)):
        return True
    own = card.head.per is Per.PERSON and ward.id == actor.person
    return own and any(allowed(actor, Action.ANSWER_POLL, Target(person=child)) for child in actor.children)


def _counted(
    head: PollHead, answered: Answered
) -> tuple[Mapping[PollOptionId, int] | None, Mapping[Decimal, int] | None]:
    if not head.named:
        if len(answered.turnout) < FEWEST_SHOWN:
            return None, None
        if head.kind is PollKind.NUMBER:
            return None, {Decimal(number): votes for number, votes in answered.tallies.items()}
        return {one.id: answered.tallies.get(str(one.id), 0) for one in head.options}, None
    if head.kind is PollKind.NUMBER:
        return None, Counter(one.number for one in answered.answers.values() if one.number is not None)
    votes = Counter(option for one in answered.answers.values() for option in one.options)
    return {one.id: int(one.taken_for is not None) or votes[one.id] for one in head.options}, None


def _class_name(roster: Roster, head: PollHead, ward: PollWard) -> str | None:
    found = roster.class_of(ward.id) if head.per is Per.CHILD else None
    return found.name if found else None
