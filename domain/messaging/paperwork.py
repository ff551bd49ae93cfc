"""What is told of papers: documents to read and confirm, a new text of the consent, a consent withdrawn (3.5, 3.1.5).

Who it concerns is asked when it is told, and asked again at delivery.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

from domain.events import ConsentTextPublished, ConsentWithdrawn, DocumentPublished, DocumentReminded
from domain.ids import AccountId, DocumentId, PersonId
from domain.messaging import names
from domain.messaging.contents import ConsentAskedAgain, DocumentNews, WithdrawnNews
from domain.messaging.fates import Fate, Known, Say
from domain.messaging.grace import STALE_AFTER
from domain.messaging.kinds import Kind
from domain.messaging.outbox import Claimed, NewMessage
from domain.messaging.plan import Plan
from domain.messaging.ports import People, Readers, UntoldFact
from domain.messaging.truth import ALREADY, GONE, NOT_A_READER
from domain.roles.consent import ConsentText, GivenAnswer
from domain.school.documents import Document

WORTH_TELLING = timedelta(days=14)
"""A paper is no news of the day: it waits for who is on a holiday."""
WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Concerned:
    """An account, by the sides of its person that it opens today. `agreed`: the guardian's last answer is yes."""

    account: AccountId
    person: PersonId
    staff: bool
    guardian: bool
    agreed: bool


@dataclass(frozen=True, slots=True)
class Done:
    """`confirmed`: by the person; `covered`: guardians for all of whose children some guardian has."""

    confirmed: Collection[tuple[DocumentId, PersonId]] = ()
    covered: Collection[tuple[DocumentId, PersonId]] = ()

    def waits_for(self, document: Document, reader: Concerned) -> bool:
        key = (document.id, reader.person)
        as_staff = reader.staff and document.audience.staff
        return key not in self.confirmed and (as_staff or key not in self.covered)


class PapersRead(Protocol):
    """As of now; each a number of statements that does not grow with the people."""

    async def concerned(self, accounts: Collection[AccountId] | None) -> Sequence[Concerned]:
        """Reachable accounts of staff and of guardians of pupils who are at school; None: all."""
        ...

    async def documents(self, ids: Collection[DocumentId]) -> Mapping[DocumentId, Document]:
        """Those that stand: not withdrawn, not replaced."""
        ...

    async def done(self, ids: Collection[DocumentId]) -> Done: ...

    async def consent_text(self) -> ConsentText: ...

    async def last_answers(self, persons: Collection[PersonId]) -> Mapping[PersonId, GivenAnswer]: ...


@dataclass(frozen=True, slots=True)
class PaperTelling:
    readers: Readers
    papers: PapersRead

    async def published(self, plan: Plan, made: Sequence[tuple[UntoldFact, DocumentPublished]]) -> None:
        if not made:
            return
        documents = await self.papers.documents({fact.document for _, fact in made})
        everyone = await self.papers.concerned(None)
        for one, fact in made:
            document = documents.get(fact.document)
            told = [reader for reader in everyone if document and concerns(document, reader)]
            event, body = names.document_event(fact.document), {"document": fact.document}
            plan.messages += _messages(one, event, body, [reader for reader in told if reader.person != fact.author])

    async def reminded(self, plan: Plan, asked: Sequence[tuple[UntoldFact, DocumentReminded]]) -> None:
        """Those who have not confirmed; of several guardians of a child, all until one has."""
        if not asked:
            return
        ids = {fact.document for _, fact in asked}
        documents, done = await self.papers.documents(ids), await self.papers.done(ids)
        everyone = await self.papers.concerned(None)
        for one, fact in asked:
            document = documents.get(fact.document)
            told = [reader for reader in everyone if document and concerns(document, reader)]
            waiting = [reader for reader in told if document and done.waits_for(document, reader)]
            body = {"document": fact.document, "reminder": True}
            plan.messages += _messages(one, names.reminder_event(fact.document, fact.day), body, waiting)

    async def reworded(self, plan: Plan, made: Sequence[tuple[UntoldFact, ConsentTextPublished]]) -> None:
        """To guardians whose earlier consent still stands; who gave none meets the new text at the door."""
        if not made:
            return
        agreed = [one for one in await self.papers.concerned(None) if one.guardian and one.agreed]
        one, fact = made[-1]
        plan.messages += _messages(one, names.consent_text_event(fact.version), {"consent": fact.version}, agreed)

    async def withdrawn(self, plan: Plan, made: Sequence[tuple[UntoldFact, ConsentWithdrawn]]) -> None:
        admins = await self.readers.admins() if made else ()
        for one, fact in made:
            event, body = names.office_event(one.id), {"what": WITHDRAWN, "person": fact.author}
            when = (one.at, one.at + STALE_AFTER)
            told = [address for address in admins if address.person != fact.author]
            plan.messages += [NewMessage(event, 1, address.account, Kind.OFFICE, None, body, *when) for address in told]


@dataclass(frozen=True, slots=True)
class PaperFates:
    papers: PapersRead
    people: People

    async def documents(self, rows: Sequence[Claimed], known: Known) -> dict[int, Fate]:
        """Of kind DOCUMENT."""
        if not rows:
            return {}
        concerned = {one.account: one for one in await self.papers.concerned({row.account for row in rows})}
        papers = [row for row in rows if "document" in row.body]
        found = await self._papers(papers, known, concerned)
        return found | await self._consents([row for row in rows if "consent" in row.body], concerned)

    async def withdrawn(self, rows: Sequence[Claimed]) -> dict[int, Fate]:
        """Of kind OFFICE, those that tell of a consent."""
        mine = [row for row in rows if row.body.get("what") == WITHDRAWN]
        if not mine:
            return {}
        people = await self.people.lost_people({PersonId(row.body["person"]) for row in mine})
        told = {row.id: people.get(PersonId(row.body["person"])) for row in mine}
        return {row: Say(WithdrawnNews(person)) if person else GONE for row, person in told.items()}

    async def _papers(
        self, rows: Sequence[Claimed], known: Known, concerned: Mapping[AccountId, Concerned]
    ) -> dict[int, Fate]:
        if not rows:
            return {}
        ids = {document_of(row) for row in rows}
        documents, done = await self.papers.documents(ids), await self.papers.done(ids)
        return {
            row.id: _document_fate(row, documents.get(document_of(row)), concerned.get(row.account), done, known)
            for row in rows
        }

    async def _consents(self, rows: Sequence[Claimed], concerned: Mapping[AccountId, Concerned]) -> dict[int, Fate]:
        if not rows:
            return {}
        text = await self.papers.consent_text()
        answers = await self.papers.last_answers({one.person for one in concerned.values()})
        return {row.id: _consent_fate(row, concerned.get(row.account), text, answers) for row in rows}


def concerns(document: Document, reader: Concerned) -> bool:
    return (reader.staff and document.audience.staff) or (reader.guardian and document.audience.families)


def document_of(row: Claimed) -> DocumentId:
    return DocumentId(row.body["document"])


def _document_fate(row: Claimed, document: Document | None, reader: Concerned | None, done: Done, known: Known) -> Fate:
    """What was replaced or withdrawn meanwhile is not told; who has confirmed is not asked."""
    if document is None:
        return GONE
    if reader is None or not concerns(document, reader):
        return NOT_A_READER
    asks = document.acknowledge and done.waits_for(document, reader)
    if document.acknowledge and not asks and not known.opened:
        return ALREADY
    reminder = bool(row.body.get("reminder"))
    return Say(DocumentNews(document.id, document.title, document.day, document.version, asks, reminder))


def _consent_fate(
    row: Claimed, reader: Concerned | None, text: ConsentText, answers: Mapping[PersonId, GivenAnswer]
) -> Fate:
    version = int(row.body["consent"])
    if reader is None or not (reader.guardian and reader.agreed):
        return NOT_A_READER
    if version != text.version:
        return GONE
    answer = answers.get(reader.person)
    return ALREADY if answer is not None and answer.version >= version else Say(ConsentAskedAgain(version))


def _messages(one: UntoldFact, event: str, body: Mapping[str, object], told: Sequence[Concerned]) -> list[NewMessage]:
    when = (one.at, one.at + WORTH_TELLING)
    return [NewMessage(event, 1, reader.account, Kind.DOCUMENT, None, body, *when) for reader in told]
