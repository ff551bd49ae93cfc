"""Codes given out, access seen, left and taken away (2.1.3, 2.2, 2.3, 3.3.4, 3.3.9)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.clock import Clock
from domain.errors import NotFound
from domain.ids import AccountId, ClassId, PersonId
from domain.roles.access import Action, Target, allowed, require
from domain.roles.codes import CodeHasher, new_code
from domain.roles.people import FAMILY, STAFF, Actor, PersonName, Role
from domain.roles.ports import AccessRead, BeginRoles, Binding, FamilyAccess, NewCode, PersonCard, RolesTransaction


@dataclass(frozen=True, slots=True)
class IssuedCode:
    """The only moment at which a code is known in clear."""

    person: PersonId
    name: PersonName
    roles: frozenset[Role]
    code: str
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Codes:
    clock: Clock
    begin: BeginRoles
    hash_code: CodeHasher
    good_for: timedelta = timedelta(days=30)

    async def issue(self, actor: Actor, person: PersonId) -> IssuedCode:
        """A new code; the person's older unused one stops working.

        The class teacher's codes open the family's side only, whatever else the person is; the administrator's open
        all of it. Raises `NotFound` for a person out of reach.
        """
        async with self.begin() as tx:
            card = (await tx.people.cards([person])).get(person)
            roles = _may_give(actor, card) if card else frozenset()
            if card is None or not roles:
                raise NotFound
            return (await self.issue_in(tx, [(card, roles)], actor.person))[0]

    async def issue_by_program(
        self, persons: Collection[PersonId], only: frozenset[Role] = frozenset(Role)
    ) -> list[IssuedCode]:
        """For who stands at the machine itself: one code for each person, with those of the roles that they hold.

        A PIN of theirs goes, so that the only administrator is not locked out for good.
        """
        async with self.begin() as tx:
            cards = (await tx.people.cards(persons)).values()
            wanted = [(card, card.roles & only) for card in cards]
            await tx.pins.drop([card.person for card, roles in wanted if not STAFF.isdisjoint(roles)])
            return await self.issue_in(tx, [(card, roles) for card, roles in wanted if roles], None)

    async def issue_in(
        self, tx: RolesTransaction, wanted: Sequence[tuple[PersonCard, frozenset[Role]]], by: PersonId | None
    ) -> list[IssuedCode]:
        """In the order of `wanted`, whose access the caller has asked for; `by` None: the machine's own."""
        expires_at = self.clock.now() + self.good_for
        issued = [IssuedCode(card.person, card.name, roles, new_code(), expires_at) for card, roles in wanted]
        await tx.codes.add([NewCode(one.person, one.roles, self.hash_code(one.code), by, expires_at) for one in issued])
        return issued


def _may_give(actor: Actor, card: PersonCard) -> frozenset[Role]:
    target = Target(person=card.person, classes=card.classes)
    staff = card.roles & STAFF if allowed(actor, Action.ISSUE_STAFF_CODE, target) else frozenset()
    family = card.roles & FAMILY if allowed(actor, Action.ISSUE_FAMILY_CODE, target) else frozenset()
    return frozenset(staff | family)


@dataclass(eq=False)
class AccountNotOpen(NotFound):
    """Left or revoked since the screen was opened. Said alike for another person's account."""


@dataclass(frozen=True, slots=True)
class Access:
    begin: BeginRoles
    reads: AccessRead

    async def mine(self, actor: Actor) -> Sequence[Binding]:
        require(actor, Action.SEE_OWN_ACCESS, Target(person=actor.person))
        return await self.reads.accounts_of(actor.person)

    async def leave(self, actor: Actor, account: AccountId) -> None:
        """Leaves on one of the own accounts; who waits to be confirmed, on this one. Raises `AccountNotOpen`."""
        if not (actor.awaited and account == actor.account):
            require(actor, Action.LEAVE, Target(person=actor.person))
        async with self.begin() as tx:
            if account not in {binding.account for binding in await tx.bindings.of_person(actor.person)}:
                raise AccountNotOpen
            await tx.bindings.end([account], "left")

    async def leave_everywhere(self, actor: Actor) -> None:
        require(actor, Action.LEAVE, Target(person=actor.person))
        async with self.begin() as tx:
            bound = await tx.bindings.of_person(actor.person)
            await tx.bindings.end([binding.account for binding in bound], "left")

    async def of_class(self, actor: Actor, class_id: ClassId) -> Sequence[FamilyAccess]:
        require(actor, Action.SEE_CLASS_ACCESS, Target(classes=(class_id,)))
        return await self.reads.families_of(class_id)

    async def revoke(self, actor: Actor, person: PersonId) -> int:
        """Takes the family's side away on all accounts of a person; the administrator takes everything.

        The number of accounts concerned. At once: the next tap is refused. Raises `NotFound` out of reach.
        """
        async with self.begin() as tx:
            card = (await tx.people.cards([person])).get(person)
            if card is None or not allowed(actor, Action.REVOKE_ACCESS, Target(person=person, classes=card.classes)):
                raise NotFound
            whole = allowed(actor, Action.ISSUE_STAFF_CODE, Target(person=person))
            taken = frozenset(Role) if whole else FAMILY
            bound = [one for one in await tx.bindings.of_person(person) if one.roles & taken]
            for binding in bound:
                await tx.bindings.take_roles(binding, taken)
            await tx.codes.revoke([person])
            return len(bound)

    async def speak(self, actor: Actor, language: str) -> None:
        """Chooses the language of everything that this person reads."""
        require(actor, Action.CHANGE_OWN_SETTINGS, Target(person=actor.person))
        async with self.begin() as tx:
            await tx.people.speak(actor.person, language)
