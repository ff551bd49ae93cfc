"""Movement that class teachers propose: the office hears, then who proposed hears what was decided (3.3.3)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from domain.events import MovementDecided, MovementProposed
from domain.ids import MovementId, PersonId
from domain.messaging import names
from domain.messaging.contents import MovementNews, MovementTold
from domain.messaging.fates import DECIDED, NOTHING_TO_EDIT, Fate, Known, Say
from domain.messaging.grace import STALE_AFTER
from domain.messaging.holds import HoldsRead
from domain.messaging.kinds import Kind
from domain.messaging.outbox import Claimed, NewMessage
from domain.messaging.plan import Plan, When, by_person
from domain.messaging.ports import MovementCardsRead, OutboxRead, Readers, UntoldFact
from domain.messaging.truth import GONE, NOT_A_READER
from domain.roles.people import Role
from domain.school.movement import MovementCard, MovementState

OFFICE = (Role.SECRETARY, Role.ADMIN)
"""Who may decide, as `MOVE_PUPIL` of the access table has it."""


@dataclass(frozen=True, slots=True)
class MovementTelling:
    readers: Readers
    holds: HoldsRead
    cards: MovementCardsRead
    outbox: OutboxRead

    async def proposed(self, plan: Plan, proposed: Sequence[tuple[UntoldFact, MovementProposed]]) -> None:
        """All of the office who can be reached."""
        if not proposed:
            return
        addresses = await self.readers.staff(await office(self.holds))
        for one, fact in proposed:
            event, body = names.movement_event(fact.movement), _body(fact.movement)
            plan.messages += [
                NewMessage(event, 1, address.account, Kind.MOVEMENT, None, body, *_when(one))
                for address in addresses
                if address.person != fact.author
            ]

    async def decided(self, plan: Plan, decided: Sequence[tuple[UntoldFact, MovementDecided]]) -> None:
        """Who proposed hears; the cards of the others close, in place."""
        if not decided:
            return
        cards = await self.cards.cards({fact.movement for _, fact in decided})
        proposers = by_person(await self.readers.staff({card.movement.proposed_by for card in cards.values()}))
        facts = {names.movement_event(fact.movement): (one, fact) for one, fact in decided}
        for event, (one, fact) in facts.items():
            by = cards[fact.movement].movement.proposed_by if fact.movement in cards else None
            told = proposers.get(by, ()) if by is not None and by != fact.author else ()
            body = _body(fact.movement)
            plan.messages += [
                NewMessage(event, 2, address.account, Kind.MOVEMENT_TOLD, None, body, *_when(one)) for address in told
            ]
        for asked in await self.outbox.cards_out(facts, Kind.MOVEMENT):
            one, fact = facts[asked.event]
            if asked.person != fact.author:
                body, when = _body(fact.movement), _when(one)
                plan.messages.append(
                    NewMessage(asked.event, 2, asked.account, Kind.MOVEMENT, None, body, *when, edits=asked.row)
                )


async def office(holds: HoldsRead) -> set[PersonId]:
    """A statement for each role."""
    return {person for role in OFFICE for person in await holds.holders(role)}


async def movement_fates(
    mine: Sequence[Claimed], cards: MovementCardsRead, holds: HoldsRead, known: Known
) -> dict[int, Fate]:
    """Three statements at most."""
    if not mine:
        return {}
    asked = await cards.cards({movement_of(row) for row in mine})
    deciders = await office(holds) if any(row.kind is Kind.MOVEMENT for row in mine) else set()
    return {row.id: _fate(row, asked.get(movement_of(row)), deciders, known) for row in mine}


def _fate(row: Claimed, card: MovementCard | None, deciders: Collection[PersonId], known: Known) -> Fate:
    """The question to who may still decide, while it is one; its answer to who proposed."""
    if card is None:
        return GONE
    person = known.addresses[row.account].person
    if row.kind is Kind.MOVEMENT_TOLD:
        return Say(MovementTold(card)) if card.movement.proposed_by == person else NOT_A_READER
    if person not in deciders:
        return NOT_A_READER
    if row.edits is not None:
        edits = known.message_ids.get(row.edits)
        return Say(MovementNews(card), edits=edits) if edits is not None else NOTHING_TO_EDIT
    open_ = card.movement.state is MovementState.PROPOSED
    return Say(MovementNews(card)) if open_ or known.opened else DECIDED


def movement_of(row: Claimed) -> MovementId:
    return MovementId(row.body["movement"])


def _when(one: UntoldFact) -> When:
    return one.at, one.at + STALE_AFTER


def _body(movement: MovementId) -> dict[str, int]:
    return {"movement": movement}
