"""What follows from marks: debts that families hear of, touched marks and requests that staff hear of (1.4.4)."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.events import DebtChanged, MarkChangeAsked, MarkChangeDecided, MarkTouched
from domain.ids import MarkRequestId
from domain.messaging import names
from domain.messaging.grace import STALE_AFTER, Grace
from domain.messaging.holds import DECIDERS, HoldsRead
from domain.messaging.kinds import Kind
from domain.messaging.outbox import NewMessage, Superseded
from domain.messaging.plan import Plan, When, by_person, by_pupil
from domain.messaging.ports import MarkWorkRead, OutboxRead, Readers, UntoldFact
from domain.messaging.readers import Address, listeners


@dataclass(frozen=True, slots=True)
class MarkTelling:
    """Debts follow what a person chose about marks, but never wait for a digest: there is a day to keep."""

    readers: Readers
    holds: HoldsRead
    cards: MarkWorkRead
    grace: Grace
    outbox: OutboxRead

    async def debts(self, plan: Plan, changed: Sequence[tuple[UntoldFact, DebtChanged]]) -> None:
        latest = {fact.debt: (one, fact) for one, fact in changed}
        if not latest:
            return
        family = by_pupil(await self.readers.family({fact.pupil for _, fact in latest.values()}))
        for debt, (one, fact) in latest.items():
            event, body = names.debt_event(debt), {"debt": debt, "pupil": fact.pupil}
            if fact.version > 1:
                plan.superseded.append(Superseded(event, Kind.DEBT, fact.version))
            when = (one.at + self.grace.mark, one.at + STALE_AFTER)
            plan.messages += [
                NewMessage(event, fact.version, reader.account, Kind.DEBT, reader.pupil, body, *when)
                for reader in listeners(family.get(fact.pupil, ()), Kind.MARK, fact.author)
            ]

    async def touched(self, plan: Plan, touched: Sequence[tuple[UntoldFact, MarkTouched]]) -> None:
        """Whose mark it was hears at once, of each change."""
        if not touched:
            return
        owners = by_person(await self.readers.staff({fact.owner for _, fact in touched}))
        for one, fact in touched:
            event, when = names.touch_event(fact.mark), _when(one)
            body = {"mark": fact.mark, "version": fact.version}
            plan.messages += [
                NewMessage(event, fact.version, address.account, Kind.MARK_TOUCHED, None, body, *when)
                for address in owners.get(fact.owner, ())
            ]

    async def asked(self, plan: Plan, asked: Sequence[tuple[UntoldFact, MarkChangeAsked]]) -> None:
        """All deputies that can be reached but for who asks, else the directors."""
        for one, fact in asked:
            event, body = names.mark_request_event(fact.request), _body(fact.request)
            plan.messages += [
                NewMessage(event, 1, address.account, Kind.MARK_REQUEST, None, body, *_when(one))
                for address in await self._deciders(fact)
            ]

    async def decided(self, plan: Plan, decided: Sequence[tuple[UntoldFact, MarkChangeDecided]]) -> None:
        """Who asked hears; the questions to the other deputies close."""
        if not decided:
            return
        cards = await self.cards.request_cards({fact.request for _, fact in decided})
        askers = by_person(await self.readers.staff({card.asked_by for card in cards.values()}))
        for one, fact in decided:
            told = askers.get(cards[fact.request].asked_by, ()) if fact.request in cards else ()
            event, body = names.mark_request_event(fact.request), _body(fact.request)
            plan.messages += [
                NewMessage(event, 2, address.account, Kind.MARK_REQUEST_TOLD, None, body, *_when(one))
                for address in told
            ]
        await self._close_questions(plan, decided)

    async def _close_questions(self, plan: Plan, decided: Sequence[tuple[UntoldFact, MarkChangeDecided]]) -> None:
        """Each becomes what was decided, in place; who decided has it before their eyes."""
        facts = {names.mark_request_event(fact.request): (one, fact) for one, fact in decided}
        for asked in await self.outbox.cards_out(facts, Kind.MARK_REQUEST):
            one, fact = facts[asked.event]
            if asked.person != fact.author:
                body, when = _body(fact.request), _when(one)
                plan.messages.append(
                    NewMessage(asked.event, 2, asked.account, Kind.MARK_REQUEST, None, body, *when, edits=asked.row)
                )

    async def _deciders(self, fact: MarkChangeAsked) -> Sequence[Address]:
        for role in DECIDERS:
            persons = set(await self.holds.holders(role)) - {fact.author}
            reachable = await self.readers.staff(persons)
            if reachable:
                return reachable
        return ()


def _when(one: UntoldFact) -> When:
    return one.at, one.at + STALE_AFTER


def _body(request: MarkRequestId) -> dict[str, int]:
    return {"request": request}
