"""From a one-time code to a bound account (2.2, 2.3, 3.1.5)."""

from dataclasses import dataclass

from domain.clock import Clock
from domain.errors import Refused
from domain.events import BindingAsked, CodesGuessed, PhoneBound
from domain.ids import AccountId, PersonId
from domain.roles.access import Action, Target, require
from domain.roles.codes import CodeHasher, parse_code
from domain.roles.consent import CONSENT_VERSION, ConsentText, signs
from domain.roles.guessing import ALARM_TRIES, ALARM_WINDOW, shut_out
from domain.roles.people import STAFF, Actor, PersonName, Role
from domain.roles.ports import (
    AccessRead,
    BeginRoles,
    Binding,
    NewBinding,
    PersonCard,
    RolesTransaction,
    StoredCode,
)


@dataclass(eq=False)
class CodeNotAccepted(Refused):
    """Wrong, used, expired, revoked, or too many tries: all said alike."""


@dataclass(eq=False)
class AccountTaken(Refused):
    """This Telegram account belongs to another person of the school; said to that account only."""


@dataclass(eq=False)
class NameNotAlike(Refused):
    """What was typed under the consent is not the name in the school's lists. It is not said what stands there."""


@dataclass(eq=False)
class GettingInFrozen(Refused):
    """An incident is being looked into: nobody is let in meanwhile; codes stay good."""


@dataclass(frozen=True, slots=True)
class ConsentAsked:
    """Before a guardian sees anything: the text of this version, to be signed or declined. `text` None: our own."""

    code: str
    version: int
    text: str | None = None


@dataclass(frozen=True, slots=True)
class ConsentDeclined:
    """Nothing was bound; the code stays good."""


@dataclass(frozen=True, slots=True)
class Entered:
    person: PersonId
    name: PersonName
    roles: frozenset[Role]


@dataclass(frozen=True, slots=True)
class Answered:
    """`given` None: not answered yet, or not to this text."""

    to: ConsentText
    given: bool | None
    full_name: str


Step = ConsentAsked | ConsentDeclined | Entered


@dataclass(frozen=True, slots=True)
class _Comer:
    """Who comes, and with which code: `code` as it was typed, where it was typed just now."""

    telegram_id: int
    account_name: str
    code_hash: str | None
    code: str | None = None


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
        A yes is signed (`sign`). Raises `CodeNotAccepted`, `AccountTaken`, `GettingInFrozen`, and `NameNotAlike` for an
        unsigned yes.
        """
        code = parse_code(typed)
        comer = _Comer(telegram_id, account_name, self.hash_code(code) if code else None, code)
        return await self._entered(comer, consent, version, "")

    async def sign(
        self, telegram_id: int, code_hash: str, version: int, full_name: str, account_name: str = ""
    ) -> Step:
        """A yes with the full name under it. `code_hash`: of the code that the consent was asked for with.

        Raises `CodeNotAccepted`, `AccountTaken`, `GettingInFrozen` and `NameNotAlike`.
        """
        return await self._entered(_Comer(telegram_id, account_name, code_hash), True, version, full_name)

    def remembered(self, code: str) -> str:
        """What may be kept of a code while a name is typed: never the code itself."""
        return self.hash_code(parse_code(code) or "")

    async def current(self) -> ConsentText:
        """What is asked for now; anyone may read it."""
        return await self.reads.consent_text()

    async def asked(self, actor: Actor) -> ConsentAsked | None:
        """What a guardian must answer before seeing anything of the children; None: answered, or not let in yet."""
        if actor.awaited and not actor.roles:
            return None
        require(actor, Action.SEE_OWN_ACCESS, Target(person=actor.person))
        if Role.GUARDIAN not in actor.roles:
            return None
        text = await self.reads.consent_text()
        given = await self.reads.consent_given(actor.person, text.version)
        return None if given else ConsentAsked("", text.version, text.text)

    async def consent(
        self, actor: Actor, accepted: bool, version: int, full_name: str = ""
    ) -> ConsentAsked | ConsentDeclined | None:
        """The answer of one who came in before the current version; who answered an older text is asked again.

        Raises `NameNotAlike`.
        """
        require(actor, Action.SEE_OWN_ACCESS, Target(person=actor.person))
        text = await self.reads.consent_text()
        if version != text.version:
            return ConsentAsked("", text.version, text.text)
        if accepted and not signs(full_name, actor.name):
            raise NameNotAlike
        async with self.begin() as tx:
            await tx.consents.answer(actor.person, text.version, accepted, _signature(accepted, full_name))
        return None if accepted else ConsentDeclined()

    async def _entered(self, comer: _Comer, consent: bool | None, version: int, full_name: str) -> Step:
        asked = await self.reads.consent_text()
        answer = Answered(asked, consent if version == asked.version else None, full_name)
        async with self.begin() as tx:
            if await tx.incidents.stands():
                raise GettingInFrozen
            found = await self._found(tx, comer)
            step = await self._step(tx, comer, found, answer) if found else None
        if step is None:
            raise CodeNotAccepted
        return step

    async def _found(self, tx: RolesTransaction, comer: _Comer) -> StoredCode | None:
        now = self.clock.now()
        everyones = await tx.attempts.everyones(now - ALARM_WINDOW)
        if shut_out(await tx.attempts.of(comer.telegram_id), everyones, now):
            return None
        found = await tx.codes.usable(comer.code_hash) if comer.code_hash else None
        if found is None:
            await tx.attempts.add(comer.telegram_id)
            if everyones + 1 == ALARM_TRIES:
                await tx.facts.add(CodesGuessed(author=None, attempts=ALARM_TRIES))
        return found

    async def _step(self, tx: RolesTransaction, comer: _Comer, code: StoredCode, answer: Answered) -> Step | None:
        current = await tx.bindings.current(comer.telegram_id)
        if current is not None and current.person != code.person:
            raise AccountTaken
        asks = Role.GUARDIAN in code.roles and not await tx.consents.accepted(code.person, answer.to.version)
        if asks and answer.given is None:
            return ConsentAsked(comer.code or "", answer.to.version, answer.to.text)
        card = (await tx.people.cards([code.person]))[code.person]
        if asks and not await _answered(tx, card, answer):
            return ConsentDeclined()
        account = await self._bound(tx, comer, code, current)
        if not await tx.codes.use(code.id, account):
            raise CodeNotAccepted
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


async def _answered(tx: RolesTransaction, card: PersonCard, answer: Answered) -> bool:
    """Writes the answer down; raises `NameNotAlike`."""
    accepted = bool(answer.given)
    if accepted and not signs(answer.full_name, card.name):
        raise NameNotAlike
    await tx.consents.answer(card.person, answer.to.version, accepted, _signature(accepted, answer.full_name))
    return accepted


def _signature(accepted: bool, full_name: str) -> str | None:
    return " ".join(full_name.split()) if accepted else None


def shown_name(account_name: str) -> str:
    """On one line, without what does not print, 80 characters at most."""
    return " ".join("".join(one if one.isprintable() else " " for one in account_name).split())[:80]
