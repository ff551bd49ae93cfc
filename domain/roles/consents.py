"""Consents after getting in: seen, withdrawn, collected on paper, worded anew (3.1.5, 3.3.5; 152-FZ, article 9)."""

from dataclasses import dataclass
from datetime import date, time

from domain.clock import SchoolTime
from domain.errors import NotFound, Outdated, Refused
from domain.events import ConsentTextPublished, ConsentWithdrawn
from domain.ids import ClassId, PersonId
from domain.roles.access import Action, Target, allowed, require
from domain.roles.consent import MOST_TEXT, ConsentText, GivenAnswer, GuardianConsent, is_day_of_paper
from domain.roles.people import Actor, Role
from domain.roles.ports import BeginRoles, ConsentsRead, RolesTransaction

NOON = time(12)


@dataclass(eq=False)
class ConsentTextEmpty(Refused):
    """There is no text to publish."""


@dataclass(eq=False)
class ConsentTextTooLong(Refused):
    length: int
    most: int


@dataclass(eq=False)
class NoDayOfPaper(Refused):
    """A day to come, or one too long ago."""

    day: date


@dataclass(eq=False)
class PaperDayUnclear(Refused):
    """No day is said there."""

    said: str


@dataclass(eq=False)
class WithdrawnSince(Refused):
    """The paper is older than the guardian's withdrawal."""

    day: date


@dataclass(frozen=True, slots=True)
class OwnConsent:
    text: ConsentText
    answer: GivenAnswer | None


@dataclass(frozen=True, slots=True)
class ClassConsents:
    """`records`: whether the reader writes papers down."""

    class_id: ClassId
    version: int
    guardians: tuple[GuardianConsent, ...]
    records: bool


@dataclass(frozen=True, slots=True)
class ConsentPreview:
    """`asked_again`: guardians who agreed to an earlier text."""

    version: int
    text: str
    asked_again: int


@dataclass(frozen=True, slots=True)
class Consents:
    time: SchoolTime
    begin: BeginRoles
    reads: ConsentsRead

    async def mine(self, actor: Actor) -> OwnConsent:
        require(actor, Action.SEE_OWN_CONSENT, Target(person=actor.person))
        return OwnConsent(await self.reads.consent_text(), await self.reads.last_answer(actor.person))

    async def withdraw(self, actor: Actor) -> None:
        """Closes the guardian's side on all accounts at once, begins the erasure, and tells the administrator.

        What waits to be sent finds nobody to be sent to.
        """
        require(actor, Action.WITHDRAW_CONSENT, Target(person=actor.person))
        async with self.begin() as tx:
            await tx.consents.answer(actor.person, await tx.consents.current(), False)
            await _close(tx, actor.person)
            await tx.consents.ask_erasure(actor.person)
            await tx.facts.add(ConsentWithdrawn(actor.person))

    async def of_class(self, actor: Actor, class_id: ClassId) -> ClassConsents:
        target = Target(classes=(class_id,))
        require(actor, Action.SEE_CONSENTS, target)
        text, guardians = await self.reads.consent_text(), await self.reads.guardians_of(class_id)
        return ClassConsents(class_id, text.version, tuple(guardians), allowed(actor, Action.RECORD_CONSENT, target))

    async def one(self, actor: Actor, class_id: ClassId, person: PersonId) -> tuple[ClassConsents, GuardianConsent]:
        """Raises `NotFound` for who is no guardian of this class."""
        listed = await self.of_class(actor, class_id)
        found = next((one for one in listed.guardians if one.person == person), None)
        if found is None:
            raise NotFound
        return listed, found

    async def record(self, actor: Actor, person: PersonId, day: date) -> None:
        """A paper signed on this day. Raises `NotFound` out of reach, `NoDayOfPaper`, `WithdrawnSince`."""
        if not is_day_of_paper(day, self.time.today()):
            raise NoDayOfPaper(day)
        async with self.begin() as tx:
            card = (await tx.people.cards([person])).get(person)
            reached = card and allowed(actor, Action.RECORD_CONSENT, Target(person=person, classes=card.classes))
            if card is None or not reached or Role.GUARDIAN not in card.roles:
                raise NotFound
            last = await tx.consents.last(person)
            if last and not last.accepted and day < (since := self.time.local(last.at).date()):
                raise WithdrawnSince(since)
            at = min(self.time.now(), self.time.instant(day, NOON))
            await tx.consents.record(person, await tx.consents.current(), actor.person, at)

    async def text(self, actor: Actor) -> ConsentText:
        """For who may word it anew."""
        require(actor, Action.PUBLISH_CONSENT, Target())
        return await self.reads.consent_text()

    async def preview(self, actor: Actor, text: str) -> ConsentPreview:
        """Raises `ConsentTextEmpty`, `ConsentTextTooLong`."""
        require(actor, Action.PUBLISH_CONSENT, Target())
        _check(text)
        current = await self.reads.consent_text()
        return ConsentPreview(current.version + 1, text.strip(), await self.reads.agreeing())

    async def publish(self, actor: Actor, version: int, text: str) -> ConsentText:
        """`version`: as the preview had it. Raises `Outdated` where another text was published meanwhile."""
        require(actor, Action.PUBLISH_CONSENT, Target())
        _check(text)
        async with self.begin() as tx:
            if version != await tx.consents.current() + 1 or not await tx.consents.publish(
                version, text.strip(), actor.person
            ):
                raise Outdated
            await tx.facts.add(ConsentTextPublished(actor.person, version))
        return ConsentText(version, text.strip())


async def _close(tx: RolesTransaction, person: PersonId) -> None:
    """The guardian's role goes from each account; an account that has no other one is left."""
    bound = [one for one in await tx.bindings.of_person(person) if Role.GUARDIAN in one.roles]
    ended = [one.account for one in bound if one.roles == {Role.GUARDIAN}]
    if ended:
        await tx.bindings.end(ended, "left")
    for one in bound:
        if one.account not in ended:
            await tx.bindings.take_roles(one, frozenset({Role.GUARDIAN}))
    await tx.codes.revoke([person])


def _check(text: str) -> None:
    if not text.strip():
        raise ConsentTextEmpty
    if len(text) > MOST_TEXT:
        raise ConsentTextTooLong(len(text), MOST_TEXT)
