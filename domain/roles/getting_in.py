"""From a one-time code to a bound account (2.2, 2.3, 3.1.5)."""

from dataclasses import dataclass

from domain.clock import Clock
from domain.errors import Refused
from domain.events import CodesGuessed
from domain.ids import PersonId
from domain.roles.access import Action, Target, require
from domain.roles.codes import CodeHasher, parse_code
from domain.roles.consent import CONSENT_VERSION
from domain.roles.guessing import ALARM_TRIES, ALARM_WINDOW, shut_out
from domain.roles.people import Actor, PersonName, Role
from domain.roles.ports import AccessRead, BeginRoles, RolesTransaction, StoredCode


@dataclass(eq=False)
class CodeNotAccepted(Refused):
    """Wrong, used, expired, revoked, or too many tries: all said alike."""


@dataclass(eq=False)
class AccountTaken(Refused):
    """This Telegram account belongs to another person of the school; said to that account only."""


@dataclass(eq=False)
class GettingInFrozen(Refused):
    """An incident is being looked into: nobody is let in meanwhile; codes stay good."""


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
class GettingIn:
    clock: Clock
    begin: BeginRoles
    hash_code: CodeHasher
    reads: AccessRead

    async def enter(
        self, telegram_id: int, typed: str, consent: bool | None = None, version: int = CONSENT_VERSION
    ) -> Step:
        """`consent`: the answer to `ConsentAsked`, None while it was not asked; to an older `version` it is none.

        Raises `CodeNotAccepted`, `AccountTaken` and `GettingInFrozen`.
        """
        async with self.begin() as tx:
            if await tx.incidents.stands():
                raise GettingInFrozen
            found = await self._found(tx, telegram_id, typed)
            answer = consent if version == CONSENT_VERSION else None
            step = await self._step(tx, telegram_id, found, typed, answer) if found else None
        if step is None:
            raise CodeNotAccepted
        return step

    async def needs_consent(self, actor: Actor) -> bool:
        """Whether a guardian must answer the current version before seeing anything of the children."""
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
        self, tx: RolesTransaction, telegram_id: int, code: StoredCode, typed: str, consent: bool | None
    ) -> Step | None:
        current = await tx.bindings.current(telegram_id)
        if current is not None and current.person != code.person:
            raise AccountTaken
        asks = Role.GUARDIAN in code.roles and not await tx.consents.accepted(code.person, CONSENT_VERSION)
        if asks and consent is None:
            return ConsentAsked(parse_code(typed) or "", CONSENT_VERSION)
        if asks:
            await tx.consents.answer(code.person, CONSENT_VERSION, bool(consent))
            if not consent:
                return ConsentDeclined()
        if current is None:
            account = await tx.bindings.bind(telegram_id, code.person, code.roles)
        else:
            account = current.account
            await tx.bindings.widen(current, code.roles)
        if not await tx.codes.use(code.id, account):
            raise CodeNotAccepted
        card = (await tx.people.cards([code.person]))[code.person]
        return Entered(code.person, card.name, code.roles & card.roles)
