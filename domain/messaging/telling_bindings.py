"""Who hears of accounts: who lets guardians in, the newcomer, the person's other phones, the child's other adults."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.events import BindingAsked, BindingDecided, PhoneBound, PhoneDisowned, StaffLocked
from domain.ids import AccountId
from domain.messaging import names
from domain.messaging.grace import STALE_AFTER
from domain.messaging.kinds import Kind
from domain.messaging.outbox import NewMessage
from domain.messaging.plan import Plan, When, addresses_of, by_person, by_pupil, class_teachers
from domain.messaging.ports import OutboxRead, Readers, UntoldFact
from domain.messaging.readers import Address
from domain.roles.letting_in import BindingCardsRead
from domain.school.ports import Rosters


@dataclass(frozen=True, slots=True)
class BindingTelling:
    readers: Readers
    cards: BindingCardsRead
    outbox: OutboxRead
    rosters: Rosters

    async def asked(self, plan: Plan, asked: Sequence[tuple[UntoldFact, BindingAsked]]) -> None:
        """The class teachers of the children; where none of them can be reached, the administrators."""
        if not asked:
            return
        cards = await self.cards.binding_cards({fact.account for _, fact in asked})
        roster, admins = await self.rosters.roster(), await self.readers.admins()
        hear = {
            card.account: [t for one in card.children for t in class_teachers(roster, one.pupil) if t != card.person]
            for card in cards.values()
        }
        staff = by_person(await self.readers.staff({person for persons in hear.values() for person in persons}))
        for one, fact in asked:
            told = addresses_of(staff, dict.fromkeys(hear.get(fact.account, ()))) or admins
            plan.messages += [
                NewMessage(*_event(fact.account), address.account, Kind.BINDING, None, _body(fact.account), *_when(one))
                for address in told
            ]

    async def decided(self, plan: Plan, decided: Sequence[tuple[UntoldFact, BindingDecided]]) -> None:
        """The newcomer hears; the questions to the others become what was decided, in place."""
        if not decided:
            return
        facts = {names.binding_event(fact.account): (one, fact) for one, fact in decided}
        for one, fact in decided:
            about = *_event(fact.account), fact.account, Kind.BINDING_TOLD, None, _body(fact.account)
            plan.messages.append(NewMessage(*about, *_when(one)))
        for card in await self.outbox.cards_out(facts, Kind.BINDING):
            one, fact = facts[card.event]
            if card.person != fact.author:
                about = card.event, 2, card.account, Kind.BINDING, None, _body(fact.account)
                plan.messages.append(NewMessage(*about, *_when(one), edits=card.row))

    async def bound(self, plan: Plan, bound: Sequence[tuple[UntoldFact, PhoneBound]]) -> None:
        """The person's own other accounts, and guardians of the same children who are in already."""
        if not bound:
            return
        cards = await self.cards.binding_cards({fact.account for _, fact in bound})
        own = by_person(await self.readers.of_persons({card.person for card in cards.values()}))
        pupils = {child.pupil for card in cards.values() for child in card.children}
        family = by_pupil(await self.readers.family(pupils)) if pupils else {}
        for one, fact in bound:
            card = cards.get(fact.account)
            if card is None:
                continue
            mine = {a.account: None for a in own.get(card.person, ()) if a.account != card.account}
            theirs = {
                reader.account: child.pupil
                for child in card.children
                for reader in family.get(child.pupil, ())
                if not reader.own and reader.person != card.person
            }
            plan.messages += [
                NewMessage(*_event(card.account), account, Kind.BINDING_TOLD, pupil, _body(card.account), *_when(one))
                for account, pupil in {**theirs, **mine}.items()
            ]

    async def disowned(self, plan: Plan, disowned: Sequence[tuple[UntoldFact, PhoneDisowned]]) -> None:
        """The class teachers of the person's children (or of the pupil), and the administrators."""
        if not disowned:
            return
        wards = await self.readers.wards({fact.person for _, fact in disowned})
        roster, admins = await self.rosters.roster(), await self.readers.admins()
        hear = {
            person: {t for pupil in pupils for t in class_teachers(roster, pupil)} for person, pupils in wards.items()
        }
        staff = by_person(await self.readers.staff({person for persons in hear.values() for person in persons}))
        for one, fact in disowned:
            told = [*addresses_of(staff, hear.get(fact.person, ())), *admins]
            plan.messages += _notices(one, {"what": "disowned", "person": fact.person}, told)

    async def locked(self, plan: Plan, locked: Sequence[tuple[UntoldFact, StaffLocked]]) -> None:
        admins = await self.readers.admins() if locked else ()
        for one, fact in locked:
            plan.messages += _notices(one, {"what": "locked", "people": fact.people}, admins)


def _notices(one: UntoldFact, body: dict[str, object], told: Sequence[Address]) -> list[NewMessage]:
    event = names.notice_event(one.id)
    accounts = dict.fromkeys(address.account for address in told)
    return [NewMessage(event, 1, account, Kind.NOTICE, None, body, *_when(one)) for account in accounts]


def _event(account: AccountId) -> tuple[str, int]:
    return names.binding_event(account), 1


def _body(account: AccountId) -> dict[str, int]:
    return {"account": account}


def _when(one: UntoldFact) -> When:
    return one.at, one.at + STALE_AFTER
