"""A guardian's first account is let in by who knows the family; a phone that is «not us» is shut out (2.2.2, 3.3.9)."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from domain.clock import Clock
from domain.errors import NotFound, Refused
from domain.events import BindingDecided, PhoneBound, PhoneDisowned
from domain.ids import AccountId, ClassId, PersonId
from domain.roles.access import Action, Target, allowed, require
from domain.roles.people import FAMILY, Actor, PersonName
from domain.roles.ports import AccessRead, BeginRoles, Binding, RolesTransaction

DISOWNED_WITHIN = timedelta(days=7)
"""So long after it came in another adult's phone is «not us» by one tap; later its access is the class teacher's."""


@dataclass(frozen=True, slots=True)
class ChildOfBinding:
    """`school_class` None: in no class today."""

    pupil: PersonId
    name: PersonName
    school_class: ClassId | None
    class_name: str | None


@dataclass(frozen=True, slots=True)
class BindingCard:
    """An account as who decides about it sees it; `children`: none of a pupil's or of one who is staff only.

    `bound_at` is on the school's wall clock.
    """

    account: AccountId
    person: PersonId
    name: PersonName
    account_name: str | None
    bound_at: datetime
    children: tuple[ChildOfBinding, ...] = ()
    confirmed_at: datetime | None = None
    decided_by: PersonName | None = None
    ended_why: str | None = None

    @property
    def waits(self) -> bool:
        return self.confirmed_at is None and self.ended_why is None

    @property
    def let_in(self) -> bool:
        return self.confirmed_at is not None and self.ended_why is None

    @property
    def declined(self) -> bool:
        return self.ended_why == "declined"

    @property
    def classes(self) -> tuple[ClassId, ...]:
        return tuple(dict.fromkeys(one.school_class for one in self.children if one.school_class is not None))


class BindingCardsRead(Protocol):
    async def binding_cards(self, accounts: Collection[AccountId]) -> Mapping[AccountId, BindingCard]:
        """Ended ones too; children that a court keeps from the guardian are not among `children`."""
        ...

    async def waiting(self, class_id: ClassId | None) -> Sequence[BindingCard]:
        """Who waits to be confirmed, the oldest first: guardians of a class, or (None) of any."""
        ...


@dataclass(eq=False)
class DecidedOtherwise(Refused):
    """Somebody has decided the other way; what stands is changed in the class's list."""


@dataclass(eq=False)
class TooLateToDisown(Refused):
    """The phone has been in for so long that its access is for the class teacher to close."""


@dataclass(frozen=True, slots=True)
class LettingIn:
    clock: Clock
    begin: BeginRoles
    reads: BindingCardsRead
    texts: AccessRead

    async def waiting(self, actor: Actor, class_id: ClassId) -> Sequence[BindingCard]:
        require(actor, Action.CONFIRM_GUARDIAN, Target(classes=(class_id,)))
        return await self.reads.waiting(class_id)

    async def card(self, actor: Actor, account: AccountId) -> BindingCard:
        """Raises `NotFound` for an account of nobody's in reach."""
        card = (await self.reads.binding_cards([account])).get(account)
        if card is None or not allowed(actor, Action.CONFIRM_GUARDIAN, Target(classes=card.classes)):
            raise NotFound
        return card

    async def decide(self, actor: Actor, account: AccountId, let_in: bool) -> tuple[BindingCard, bool]:
        """The card as it is now, and whether this was the call that decided.

        Who is not known is shut out at once, the codes given to that guardian with them. Raises `DecidedOtherwise`.
        """
        card = await self.card(actor, account)
        async with self.begin() as tx:
            first = await (self._let_in(tx, actor, card) if let_in else self._decline(tx, actor, card))
        now = await self.card(actor, account)
        if not (now.let_in if let_in else now.declined):
            raise DecidedOtherwise
        return now, first

    async def _let_in(self, tx: RolesTransaction, actor: Actor, card: BindingCard) -> bool:
        if not await tx.bindings.confirm(card.account, actor.person):
            return False
        await tx.facts.add(BindingDecided(actor.person, card.account), PhoneBound(card.person, card.account))
        return True

    async def _decline(self, tx: RolesTransaction, actor: Actor, card: BindingCard) -> bool:
        """The consent was given from that account, so it is not the guardian's."""
        if not await tx.bindings.decline(card.account, actor.person):
            return False
        await tx.codes.revoke([card.person])
        await tx.consents.answer(card.person, (await self.texts.consent_text()).version, False)
        await tx.facts.add(BindingDecided(actor.person, card.account))
        return True

    async def disown(self, actor: Actor, account: AccountId) -> PersonName:
        """«Not us»: closes an account that came in after this one, of the same person or of a child's other adult.

        Whose it was said to be. Raises `NotFound` out of reach, and `TooLateToDisown`.
        """
        card = (await self.reads.binding_cards([account])).get(account)
        if card is None or card.ended_why is not None or not _is_near(actor, card):
            raise NotFound
        async with self.begin() as tx:
            mine, theirs = await tx.bindings.open(actor.account), await tx.bindings.open(account)
            if mine is None or theirs is None or mine.bound_at >= theirs.bound_at:
                raise NotFound
            if card.person != actor.person and theirs.bound_at < self.clock.now() - DISOWNED_WITHIN:
                raise TooLateToDisown
            await self._shut(tx, actor, theirs)
        return card.name

    async def _shut(self, tx: RolesTransaction, actor: Actor, theirs: Binding) -> None:
        """Of another adult only the family's side is taken: what else that person is, is not for the family to say."""
        taken = theirs.roles if theirs.person == actor.person else FAMILY
        await tx.bindings.take_roles(theirs, taken)
        await tx.codes.revoke([theirs.person])
        await tx.facts.add(PhoneDisowned(actor.person, theirs.person))


def _is_near(actor: Actor, card: BindingCard) -> bool:
    if card.person == actor.person:
        return allowed(actor, Action.LEAVE, Target(person=card.person))
    return any(allowed(actor, Action.DISOWN_PHONE, Target(person=one.pupil)) for one in card.children)
