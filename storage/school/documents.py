"""Documents: versions, files, confirmations, and whom they concern."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row, and_, exists, func, insert, select, union, update

from domain.clock import SchoolTime
from domain.ids import DocumentId, PersonId
from domain.messaging.names import reminder_event
from domain.roles.people import GRANTED, PersonName
from domain.school.documents import Document, DocumentAudience, DocumentFile, NewDocument, StaffReader
from storage.executor import Reader, Writer
from storage.roles.people import standing_on
from storage.tables.messaging import outbox
from storage.tables.office import document_acknowledgements as confirmations
from storage.tables.office import document_files as files
from storage.tables.office import documents
from storage.tables.roles import guardianships, people, role_grants
from storage.tables.school import class_teachers
from storage.upsert import upsert


class DocumentRows:
    def __init__(self, tx: Writer) -> None:
        self._tx = tx

    async def add(self, new: NewDocument, version: int, by: PersonId | None) -> DocumentId:
        row = {
            "title": new.title,
            "version": version,
            "replaces_id": new.replaces,
            "day": new.day,
            "audience": new.audience.value,
            "acknowledge": new.acknowledge,
            "link": new.link,
            "published_by": by,
            "published_at": self._tx.clock.now(),
        }
        document = DocumentId(await self._tx.add(insert(documents).values(**row)))
        if new.link is None:
            file = {
                "document_id": document,
                "name": new.file_name,
                "media_type": new.media_type or "application/octet-stream",
                "telegram_file": new.telegram_file,
                "content": new.content,
            }
            await self._tx.run(insert(files).values(**file))
        return document

    async def standing(self, document: DocumentId) -> int | None:
        row = await self._tx.row(select(documents.c.version).where(documents.c.id == document, *STANDING))
        return row.version if row else None

    async def withdraw(self, document: DocumentId) -> None:
        ended = update(documents).where(documents.c.id == document)
        await self._tx.run(ended.values(withdrawn_at=self._tx.clock.now()))

    async def confirm(self, document: DocumentId, person: PersonId) -> bool:
        put = upsert(confirmations, self._tx.dialect, ("document_id", "person_id"))
        return bool(await self._tx.run(put, {"document_id": document, "person_id": person, "at": self._tx.clock.now()}))

    async def sent_as(self, document: DocumentId, telegram_file: str) -> None:
        await self._tx.run(update(files).where(files.c.document_id == document).values(telegram_file=telegram_file))


class DocumentReads:
    def __init__(self, reader: Reader, time: SchoolTime) -> None:
        self._reader = reader
        self._time = time

    async def all(self, reader: PersonId) -> Sequence[Document]:
        mine = and_(confirmations.c.document_id == documents.c.id, confirmations.c.person_id == reader)
        return await read_documents(self._reader, mine)

    async def file(self, document: DocumentId) -> DocumentFile | None:
        asked = select(files.c.name, files.c.telegram_file).where(files.c.document_id == document)
        row = await self._reader.row(asked)
        return DocumentFile(document, row.name, row.telegram_file) if row else None

    async def contents(self, documents: Collection[DocumentId]) -> Mapping[DocumentId, bytes]:
        asked = select(files.c.document_id, files.c.content).where(files.c.document_id.in_(documents))
        return {DocumentId(row.document_id): bytes(row.content) for row in await self._reader.rows(asked)}

    async def sizes(self, documents: Collection[DocumentId]) -> Mapping[DocumentId, int]:
        size = func.length(files.c.content).label("size")
        rows = await self._reader.rows(select(files.c.document_id, size).where(files.c.document_id.in_(documents)))
        return {DocumentId(row.document_id): row.size for row in rows}

    async def staff(self, document: DocumentId) -> Sequence[StaffReader]:
        p, mine = people.c, and_(confirmations.c.person_id == people.c.id, confirmations.c.document_id == document)
        asked = (
            select(p.id, p.surname, p.given, p.patronymic, confirmations.c.at)
            .select_from(people.outerjoin(confirmations, mine))
            .where(p.id.in_(staff_today(self._time.today())))
            .order_by(p.name_norm, p.id)
        )
        return [
            StaffReader(PersonId(row.id), PersonName(row.surname, row.given, row.patronymic), row.at is not None)
            for row in await self._reader.rows(asked)
        ]

    async def covered(self, document: DocumentId) -> Collection[PersonId]:
        asked = (
            select(guardianships.c.pupil_id)
            .join(confirmations, confirmations.c.person_id == guardianships.c.guardian_id)
            .where(confirmations.c.document_id == document, guardianships.c.restricted_at.is_(None))
        )
        return {PersonId(row.pupil_id) for row in await self._reader.rows(asked)}

    async def reminded_on(self, document: DocumentId, day: date) -> bool:
        asked = select(outbox.c.id).where(outbox.c.event == reminder_event(document, day)).limit(1)
        return await self._reader.row(asked) is not None


LATER = documents.alias("later")
STANDING = (documents.c.withdrawn_at.is_(None), ~exists().where(LATER.c.replaces_id == documents.c.id))


async def read_documents(reader: Reader, confirmed: Any, *where: Any) -> list[Document]:
    """`confirmed`: whose confirmations are joined; one person's, or nobody's."""
    asked = (
        select(documents, files.c.name, confirmations.c.at)
        .select_from(
            documents.outerjoin(files, files.c.document_id == documents.c.id).outerjoin(confirmations, confirmed)
        )
        .where(*where)
        .order_by(documents.c.id)
    )
    return [_document(row) for row in await reader.rows(asked)]


def staff_today(day: date) -> Any:
    """Numbers of everyone who holds a role of staff."""
    granted = select(role_grants.c.person_id).where(role_grants.c.role.in_(GRANTED), role_grants.c.ended_at.is_(None))
    leads = select(class_teachers.c.person_id).where(standing_on(class_teachers.c, day))
    return union(granted, leads)


def _document(row: Row[Any]) -> Document:
    return Document(
        id=DocumentId(row.id),
        title=row.title,
        version=row.version,
        replaces=DocumentId(row.replaces_id) if row.replaces_id is not None else None,
        day=row.day,
        audience=DocumentAudience(row.audience),
        acknowledge=bool(row.acknowledge),
        link=row.link,
        file_name=row.name,
        published_at=row.published_at,
        withdrawn=row.withdrawn_at is not None,
        confirmed_at=row.at,
    )
