"""The site editor's side of documents: published, replaced, withdrawn, and who has read them (3.5.1, 3.1.1-3.1.3)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from domain.clock import SchoolTime
from domain.errors import NotFound, Refused
from domain.events import DocumentPublished, DocumentReminded
from domain.ids import ClassId, DocumentId, PersonId
from domain.roles.access import Action, Target, require
from domain.roles.people import Actor, PersonName
from domain.school.document_drafts import DocumentNotUnderstood, check_size, checked_link, checked_title
from domain.school.documents import (
    BeginDocuments,
    Document,
    DocumentAudience,
    DocumentReplaced,
    DocumentsRead,
    NewDocument,
    StaffReader,
    standing,
)
from domain.school.ports import Rosters
from domain.school.roster import Roster, SchoolClass, Seat

MOST_PACK = 45 * 1024 * 1024
"""Bytes of files that go into one message to the editor: Telegram takes 50 MB from a bot."""


@dataclass(eq=False)
class RemindedToday(Refused):
    """Once a day is enough."""


@dataclass(eq=False)
class NobodyToRemind(Refused):
    """Everyone has confirmed, or nobody was asked to."""


@dataclass(eq=False)
class NothingToPack(Refused):
    """No document is for everyone."""


@dataclass(eq=False)
class PackTooBig(Refused):
    """The command on the school's machine makes it in any size."""


@dataclass(frozen=True, slots=True)
class ClassReading:
    """`waiting`: children of whom no guardian has confirmed."""

    school_class: SchoolClass
    children: int
    waiting: tuple[Seat, ...]


@dataclass(frozen=True, slots=True)
class WhoRead:
    """One guardian for each child is enough. Empty for an audience that it is not for."""

    document: Document
    staff: tuple[StaffReader, ...] = ()
    classes: tuple[ClassReading, ...] = ()

    @property
    def staff_waiting(self) -> tuple[PersonName, ...]:
        return tuple(one.name for one in self.staff if not one.confirmed)

    @property
    def children(self) -> int:
        return sum(one.children for one in self.classes)

    @property
    def children_waiting(self) -> int:
        return sum(len(one.waiting) for one in self.classes)

    @property
    def all(self) -> int:
        return len(self.staff) + self.children

    @property
    def read(self) -> int:
        return self.all - len(self.staff_waiting) - self.children_waiting


@dataclass(frozen=True, slots=True)
class Publishing:
    time: SchoolTime
    begin: BeginDocuments
    reads: DocumentsRead
    rosters: Rosters

    async def may_publish(self, actor: Actor) -> None:
        """Raises `NotAllowed`."""
        require(actor, Action.PUBLISH_DOCUMENT, Target())

    async def editable(self, actor: Actor, document: DocumentId) -> Document:
        """The version that stands, to be replaced or withdrawn. Raises `DocumentReplaced`."""
        require(actor, Action.PUBLISH_DOCUMENT, Target())
        return await self._standing(actor, document)

    async def check(self, actor: Actor, new: NewDocument) -> NewDocument:
        """As it would be published, without the file. Raises `TitleUnclear`, `LinkNotAccepted`."""
        require(actor, Action.PUBLISH_DOCUMENT, Target())
        return _checked(new)

    async def publish(self, actor: Actor, new: NewDocument) -> DocumentId:
        """Those concerned hear once. A new version takes the old one's place, and is confirmed anew.

        Raises `TitleUnclear`, `LinkNotAccepted`, `DocumentEmpty`, `DocumentTooBig`, `DocumentReplaced`.
        """
        require(actor, Action.PUBLISH_DOCUMENT, Target())
        new, version = _checked(new), 1
        if new.link is None:
            check_size(len(new.content or b""))
        async with self.begin() as tx:
            if new.replaces is not None:
                before = await tx.documents.standing(new.replaces)
                if before is None:
                    raise DocumentReplaced
                version = before + 1
            document = await tx.documents.add(new, version, actor.person)
            await tx.facts.add(DocumentPublished(actor.person, document))
        return document

    async def withdraw(self, actor: Actor, document: DocumentId) -> None:
        """Nobody sees it any more; what was confirmed stays written. Raises `DocumentReplaced`."""
        require(actor, Action.PUBLISH_DOCUMENT, Target())
        async with self.begin() as tx:
            if await tx.documents.standing(document) is None:
                raise DocumentReplaced
            await tx.documents.withdraw(document)

    async def who_read(self, actor: Actor, document: DocumentId) -> WhoRead:
        """«Ознакомились 41 из 96»: staff by name, families by class. Raises `DocumentReplaced`."""
        require(actor, Action.SEE_WHO_READ, Target())
        return await self._who_read(await self._standing(actor, document))

    async def class_reading(self, actor: Actor, document: DocumentId, class_id: ClassId) -> ClassReading:
        """By name, for who sees the class's lists anyway. Raises `NotFound`."""
        require(actor, Action.SEE_CLASS_ACCESS, Target(classes=(class_id,)))
        found = await self._who_read(await self._standing(actor, document))
        one = next((one for one in found.classes if one.school_class.id == class_id), None)
        if one is None:
            raise NotFound
        return one

    async def remind(self, actor: Actor, document: DocumentId) -> WhoRead:
        """Those who have not confirmed. Raises `RemindedToday`, `NobodyToRemind`."""
        require(actor, Action.SEE_WHO_READ, Target())
        found, today = await self._who_read(await self._standing(actor, document)), self.time.today()
        if found.read == found.all:
            raise NobodyToRemind
        if await self.reads.reminded_on(document, today):
            raise RemindedToday
        async with self.begin() as tx:
            await tx.facts.add(DocumentReminded(actor.person, document, today))
        return found

    async def pack(self, actor: Actor) -> tuple[list[Document], Mapping[DocumentId, bytes]]:
        """What goes onto the school's site, with the files. Raises `NothingToPack`, `PackTooBig`."""
        require(actor, Action.PUBLISH_DOCUMENT, Target())
        documents = for_the_site(await self.reads.all(actor.person))
        if not documents:
            raise NothingToPack
        ids = [one.id for one in documents]
        if sum((await self.reads.sizes(ids)).values()) > MOST_PACK:
            raise PackTooBig
        return documents, await self.reads.contents(ids)

    async def _standing(self, actor: Actor, document: DocumentId) -> Document:
        everything = await self.reads.all(actor.person)
        found = next((one for one in standing(everything) if one.id == document), None)
        if found is None:
            raise DocumentReplaced
        return found

    async def _who_read(self, document: Document) -> WhoRead:
        if not document.acknowledge:
            return WhoRead(document)
        audience = document.audience
        staff = tuple(await self.reads.staff(document.id)) if audience.staff else ()
        if not audience.families:
            return WhoRead(document, staff)
        covered = set(await self.reads.covered(document.id))
        return WhoRead(document, staff, _by_class(await self.rosters.roster(), covered))


def for_the_site(documents: Sequence[Document]) -> list[Document]:
    """Those for everyone, the newest first; nothing that is for the staff or the families alone."""
    mine = [one for one in standing(documents) if one.audience is DocumentAudience.ALL]
    return sorted(mine, key=lambda one: (-one.day.toordinal(), one.title))


def _by_class(roster: Roster, covered: set[PersonId]) -> tuple[ClassReading, ...]:
    found = []
    for school_class in roster.classes.values():
        seats = roster.of_class.get(school_class.id, ())
        if seats:
            waiting = tuple(seat for seat in seats if seat.pupil not in covered)
            found.append(ClassReading(school_class, len(seats), waiting))
    return tuple(found)


def _checked(new: NewDocument) -> NewDocument:
    if (new.link is None) == (new.file_name is None):
        raise DocumentNotUnderstood
    link = checked_link(new.link) if new.link is not None else None
    return replace(new, title=checked_title(new.title), link=link)
