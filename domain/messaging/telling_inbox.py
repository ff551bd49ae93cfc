"""Who hears that threads were handed over or taken back: whose they are, and who answers them."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.events import ThreadsHandedOver
from domain.ids import HandoverId
from domain.messaging import names
from domain.messaging.fates import Fate, Known, Say
from domain.messaging.grace import STALE_AFTER
from domain.messaging.inbox_news import HandoverNews
from domain.messaging.kinds import Kind
from domain.messaging.outbox import Claimed, NewMessage
from domain.messaging.plan import Plan, addresses_of, by_person
from domain.messaging.ports import Readers, UntoldFact
from domain.messaging.truth import GONE, NOT_A_READER
from domain.talk.handovers import Handover, HandoversRead

HANDOVER = "handover"
MADE, ENDED = 1, 2
"""Versions of what is told of one handover."""


@dataclass(frozen=True, slots=True)
class InboxTelling:
    readers: Readers
    handovers: HandoversRead

    async def handed_over(self, plan: Plan, made: Sequence[tuple[UntoldFact, ThreadsHandedOver]]) -> None:
        """As it stands now: what was made and taken back before anyone heard is told as taken back."""
        if not made:
            return
        latest = {fact.handover: (one, fact) for one, fact in made}
        found = await self.handovers.handovers(latest)
        persons = {who.person for one in found.values() for who in (one.giver, one.taker)}
        staff = by_person(await self.readers.staff(persons))
        for handover in found.values():
            one, fact = latest[handover.id]
            told = [who.person for who in (handover.giver, handover.taker) if who.person != fact.author]
            event, version = names.handover_event(handover.id), ENDED if handover.over else MADE
            body = {"what": HANDOVER, "handover": handover.id}
            when = (one.at, one.at + STALE_AFTER)
            plan.messages += [
                NewMessage(event, version, address.account, Kind.TALK_TOLD, None, body, *when)
                for address in addresses_of(staff, told)
            ]


async def handover_fates(rows: Sequence[Claimed], handovers: HandoversRead, known: Known) -> dict[int, Fate]:
    """Of kind TALK_TOLD, those that tell of threads handed over. One statement."""
    mine = [row for row in rows if row.body["what"] == HANDOVER]
    if not mine:
        return {}
    found = await handovers.handovers({HandoverId(row.body["handover"]) for row in mine})
    return {row.id: _fate(row, found.get(HandoverId(row.body["handover"])), known) for row in mine}


def _fate(row: Claimed, handover: Handover | None, known: Known) -> Fate:
    if handover is None or (handover.over and row.version == MADE):
        return GONE
    person = known.addresses[row.account].person
    if person not in (handover.giver.person, handover.taker.person):
        return NOT_A_READER
    return Say(HandoverNews(handover, gives=person == handover.giver.person))
