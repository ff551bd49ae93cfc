"""Documents of the school: what everyone concerned opens, and some confirm having read (3.5, 3.1.1-3.1.3, 3.6)."""

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from domain.errors import NotFound, Refused
from domain.events import Facts
from domain.ids import DocumentId, PersonId
from domain.roles.access import Action, Target, allowed, require
from domain.roles.people import FAMILY, STAFF, Actor, PersonName, Role


class DocumentAudience(StrEnum):
    """Who may open it. Pupils are of the families; they are asked to confirm nothing."""

    ALL = "all"
    STAFF = "staff"
    FAMILIES = "families"

    @property
    def staff(self) -> bool:
        return self is not DocumentAudience.FAMILIES

    @property
    def families(self) -> bool:
        return self is not DocumentAudience.STAFF


@dataclass(eq=False)
class DocumentReplaced(Refused):
    """There is a newer version, or it was withdrawn, since the screen was opened."""


@dataclass(frozen=True, slots=True)
class Document:
    """One version. `link` None: a file. `confirmed_at`: by the reader who asked."""

    id: DocumentId
    title: str
    version: int
    replaces: DocumentId | None
    day: date
    audience: DocumentAudience
    acknowledge: bool
    link: str | None
    file_name: str | None
    published_at: datetime
    withdrawn: bool = False
    confirmed_at: datetime | None = None

    def is_for(self, roles: Collection[Role]) -> bool:
        return (self.audience.staff and not STAFF.isdisjoint(roles)) or (
            self.audience.families and not FAMILY.isdisjoint(roles)
        )

    def asks(self, roles: Collection[Role]) -> bool:
        """Whether somebody of these roles is asked to confirm, and has not."""
        wanted = self.acknowledge and self.confirmed_at is None
        as_staff = self.audience.staff and not STAFF.isdisjoint(roles)
        return wanted and (as_staff or (self.audience.families and Role.GUARDIAN in roles))


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """`earlier`: versions that it took the place of, the newest first; `asks`: this reader, to confirm."""

    document: Document
    earlier: tuple[Document, ...]
    asks: bool
    edits: bool
    sees_who_read: bool


@dataclass(frozen=True, slots=True)
class DocumentFile:
    """`telegram_file`: Telegram's own id of it; None: not sent yet."""

    document: DocumentId
    name: str
    telegram_file: str | None


@dataclass(frozen=True, slots=True)
class NewDocument:
    """`content` None: a link. `replaces`: whose next version it is."""

    title: str
    day: date
    audience: DocumentAudience
    acknowledge: bool
    link: str | None = None
    file_name: str | None = None
    media_type: str | None = None
    telegram_file: str | None = None
    content: bytes | None = None
    replaces: DocumentId | None = None


@dataclass(frozen=True, slots=True)
class StaffReader:
    person: PersonId
    name: PersonName
    confirmed: bool


class DocumentsRead(Protocol):
    async def all(self, reader: PersonId) -> Sequence[Document]:
        """Every version of every document, with what the reader has confirmed; without the files themselves."""
        ...

    async def file(self, document: DocumentId) -> DocumentFile | None: ...

    async def contents(self, documents: Collection[DocumentId]) -> Mapping[DocumentId, bytes]: ...

    async def sizes(self, documents: Collection[DocumentId]) -> Mapping[DocumentId, int]:
        """Bytes of those that are files."""
        ...

    async def staff(self, document: DocumentId) -> Sequence[StaffReader]:
        """Everyone of the staff today, by name."""
        ...

    async def covered(self, document: DocumentId) -> Collection[PersonId]:
        """Pupils of whom a guardian has confirmed it."""
        ...

    async def reminded_on(self, document: DocumentId, day: date) -> bool: ...


class DocumentsRoom(Protocol):
    async def add(self, new: NewDocument, version: int, by: PersonId) -> DocumentId: ...

    async def standing(self, document: DocumentId) -> int | None:
        """Its version, while it is neither withdrawn nor replaced."""
        ...

    async def withdraw(self, document: DocumentId) -> None: ...

    async def confirm(self, document: DocumentId, person: PersonId) -> bool:
        """False: confirmed before."""
        ...

    async def sent_as(self, document: DocumentId, telegram_file: str) -> None: ...


class DocumentsTransaction(Protocol):
    @property
    def facts(self) -> Facts: ...

    @property
    def documents(self) -> DocumentsRoom: ...


BeginDocuments = Callable[[], AbstractAsyncContextManager[DocumentsTransaction]]


@dataclass(frozen=True, slots=True)
class Documents:
    """For everyone."""

    begin: BeginDocuments
    reads: DocumentsRead

    async def listed(self, actor: Actor) -> tuple[Document, ...]:
        """Those that stand and are for this person: what waits for a confirmation first, then the newest day."""
        require(actor, Action.SEE_DOCUMENTS, Target(person=actor.person))
        mine = [one for one in standing(await self.reads.all(actor.person)) if _opens(actor, one)]
        mine.sort(key=lambda one: (not one.asks(actor.roles), -one.day.toordinal(), one.title))
        return tuple(mine)

    async def page(self, actor: Actor, document: DocumentId) -> DocumentPage:
        """Of the version that stands, whichever of its versions was asked for. Raises `NotFound`."""
        require(actor, Action.SEE_DOCUMENTS, Target(person=actor.person))
        everything = {one.id: one for one in await self.reads.all(actor.person)}
        found = newest_of(document, everything)
        if found is None or found.withdrawn or not _opens(actor, found):
            raise NotFound
        earlier = tuple(one for one in _before(found, everything) if _opens(actor, one))
        edits, sees = (allowed(actor, one, Target()) for one in (Action.PUBLISH_DOCUMENT, Action.SEE_WHO_READ))
        return DocumentPage(found, earlier, found.asks(actor.roles), edits, sees and found.acknowledge)

    async def file(self, actor: Actor, document: DocumentId) -> DocumentFile:
        """Of this very version, an earlier one too. Raises `NotFound`."""
        await self._version(actor, document)
        file = await self.reads.file(document)
        if file is None:
            raise NotFound
        return file

    async def content(self, actor: Actor, document: DocumentId) -> bytes:
        await self._version(actor, document)
        return (await self.reads.contents([document]))[document]

    async def sent_as(self, actor: Actor, document: DocumentId, telegram_file: str) -> None:
        """Telegram has the file now, under this id."""
        require(actor, Action.SEE_DOCUMENTS, Target(person=actor.person))
        async with self.begin() as tx:
            await tx.documents.sent_as(document, telegram_file)

    async def confirm(self, actor: Actor, document: DocumentId) -> DocumentPage:
        """«Ознакомлен(а)» with the version that stands; the same however often. Raises `DocumentReplaced`."""
        require(actor, Action.ACKNOWLEDGE, Target(person=actor.person))
        page = await self.page(actor, document)
        if page.document.id != document:
            raise DocumentReplaced
        if not page.document.acknowledge or not replace(page.document, confirmed_at=None).asks(actor.roles):
            raise NotFound
        async with self.begin() as tx:
            if await tx.documents.standing(document) is None:
                raise DocumentReplaced
            await tx.documents.confirm(document, actor.person)
        return await self.page(actor, document)

    async def _version(self, actor: Actor, document: DocumentId) -> Document:
        page = await self.page(actor, document)
        found = next((one for one in (page.document, *page.earlier) if one.id == document), None)
        if found is None:
            raise NotFound
        return found


def standing(documents: Sequence[Document]) -> list[Document]:
    """Neither withdrawn nor replaced."""
    replaced = {one.replaces for one in documents}
    return [one for one in documents if one.id not in replaced and not one.withdrawn]


def newest_of(document: DocumentId, everything: Mapping[DocumentId, Document]) -> Document | None:
    """The last of the versions that this one is of; each is replaced once at most."""
    following = {one.replaces: one for one in everything.values() if one.replaces is not None}
    found = everything.get(document)
    while found is not None and found.id in following:
        found = following[found.id]
    return found


def _before(document: Document, everything: Mapping[DocumentId, Document]) -> list[Document]:
    found: list[Document] = []
    before = everything.get(document.replaces) if document.replaces is not None else None
    while before is not None:
        found.append(before)
        before = everything.get(before.replaces) if before.replaces is not None else None
    return found


def _opens(actor: Actor, document: Document) -> bool:
    return document.is_for(actor.roles) or allowed(actor, Action.PUBLISH_DOCUMENT, Target())
