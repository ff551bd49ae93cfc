"""From a one-time code to a bound account (2.2, 2.3, 3.1.5)."""

from dataclasses import dataclass

from domain.clock import Clock
from domain.errors import Refused
from domain.events import BindingAsked, CodesGuessed, PhoneBound
from domain.ids import AccountId, PersonId
from domain.roles.access import Action, Target, require
from domain.roles.codes import CodeHasher, parse_code
from domain.roles.consent import CONSENT_VERSION
from domain.roles.guessing import ALARM_TRIES, ALARM_WINDOW, shut_out
from domain.roles.people import STAFF, Actor, PersonName, Role
from domain.roles.ports import AccessRead, BeginRoles, Binding, NewBinding, RolesTransaction, StoredCode


@dataclass(eq=False)
class CodeNotAccepted(Refused):
    """Wrong, used, expired, revoked, or too many tries: all said alike."""


@dataclass(eq=False)
class AccountTaken(Refused):
    """This Telegram account belongs to another person of the school; said to that account only."""


@dataclass(frozen=True, slots=True)
class ConsentAsked:
    """Before a guardian sees anything: the text of this version, to be accepted or declined."""

    code: str
    version: int


@dataclass(frozen=True, slots=True)
class ConsentDeclined:
    """Nothing was bound; the code stays good."""


@dataclass(frozen=True, slots=True)
class Entered:
    person: PersonId
    name: PersonName
    roles: frozenset[Role]


Step = ConsentAsked | ConsentDeclined | Entered


@dataclass(frozen=True, slots=True)
class _Comer:
    telegram_id: int
    account_name: str


@dataclass(frozen=True, slots=True)
class GettingIn:
    clock: Clock
    begin: BeginRoles
    hash_code: CodeHasher
    reads: AccessRead
    confirms: bool = True
    """Whether a guardian's first account waits for the class teacher (setting CONFIRM_GUARDIANS)."""

    async def enter(
        self,
        telegram_id: int,
        typed: str,
        consent: bool | None = None,
        version: int = CONSENT_VERSION,
        account_name: str = "",
    ) -> Step:
        """`consent`: the answer to `ConsentAsked`, None while it was not asked; to an older `version` it is none.

        `account_name`: what Telegram calls the account. A guardian's first one reaches no child until it is confirmed.
        Raises `CodeNotAccepted` and `AccountTaken`.
        """
        async with self.begin() as tx:
            found = await self._found(tx, telegram_id, typed)
            answer = consent if version == CONSENT_VERSION else None
            step = await self._step(tx, _Comer(telegram_id, account_name), found, typed, answer) if found else None
        if step is None:
            raise CodeNotAccepted
        return step

    async def needs_consent(self, actor: Actor) -> bool:
        """Whether a guardian must answer the current version before seeing anything of the children."""
        if actor.awaited and not actor.roles:
            return False
        require(actor, Action.SEE_OWN_ACCESS, Target(person=actor.person))
        return Role.GUARDIAN in actor.roles and not await self.reads.consent_given(actor.person, CONSENT_VERSION)

    async def consent(self, actor: Actor, accepted: bool, version: int) -> ConsentAsked | ConsentDeclined | None:
        """The answer of one who came in before the current version; who answered an older text is asked again."""
        require(actor, Action.SEE_OWN_ACCESS, Target(person=actor.person))
        if version != CONSENT_VERSION:
            return ConsentAsked("", CONSENT_VERSION)
        async with self.begin() as tx:
            await tx.consents.answer(actor.person, CONSENT_VERSION, accepted)
        return None if accepted else ConsentDeclined()

    async def _found(self, tx: RolesTransaction, telegram_id: int, typed: str) -> StoredCode | None:
        now = self.clock.now()
        everyones = await tx.attempts.everyones(now - ALARM_WINDOW)
        if shut_out(await tx.attempts.of(telegram_id), everyones, now):
            return None
        code = parse_code(typed)
        found = await tx.codes.usable(self.hash_code(code)) if code else None
        if found is None:
            await tx.attempts.add(telegram_id)
            if everyones + 1 == ALARM_TRIES:
                await tx.facts.add(CodesGuessed(author=None, attempts=ALARM_TRIES))
        return found

    async def _step(
        self, tx: RolesTransaction, comer: _Comer, code: StoredCode, typed: str, consent: bool | None
    ) -> Step | None:
        current = await tx.bindings.current(comer.telegram_id)
        if current is not None and current.person != code.person:
            raise AccountTaken
        asks = Role.GUARDIAN in code.roles and not await tx.consents.accepted(code.person, CONSENT_VERSION)
        if asks and consent is None:
            return ConsentAsked(parse_code(typed) or "", CONSENT_VERSION)
        if asks:
            await tx.consents.answer(code.person, CONSENT_VERSION, bool(consent))
            if not consent:
                return ConsentDeclined()
        account = await self._bound(tx, comer, code, current)
        if not await tx.codes.use(code.id, account):
            raise CodeNotAccepted
        card = (await tx.people.cards([code.person]))[code.person]
        return Entered(code.person, card.name, code.roles & card.roles)

    async def _bound(self, tx: RolesTransaction, comer: _Comer, code: StoredCode, current: Binding | None) -> AccountId:
        """A new phone is told of, or asked about; one that was in already only reaches more."""
        confirmed = not await self._asks(tx, code)
        if current is not None:
            await tx.bindings.widen(current, code.roles, confirmed)
            account = current.account
        else:
            name = shown_name(comer.account_name)
            account = await tx.bindings.bind(NewBinding(comer.telegram_id, code.person, code.roles, name, confirmed))
        if confirmed and (current is None or not current.confirmed):
            await tx.facts.add(PhoneBound(code.person, account))
        elif current is None:
            await tx.facts.add(BindingAsked(code.person, account))
        return account

    async def _asks(self, tx: RolesTransaction, code: StoredCode) -> bool:
        """Staff's codes and pupils' come from hand to hand; a guardian's slip may have been found or passed on."""
        asks = self.confirms and Role.GUARDIAN in code.roles and STAFF.isdisjoint(code.roles)
        return asks and not await tx.bindings.vouched(code.person)


def shown_name(account_name: str) -> str:
    """On one line, without what does not print, 80 characters at most."""
    return " ".join("".join(one if one.isprintable() else " " for one in account_name).split())[:80]
