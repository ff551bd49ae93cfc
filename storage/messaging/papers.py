"""Whom papers concern, who has confirmed them, and how the consent stands: for telling and for delivery."""

from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import and_, exists, false, literal, select

from domain.clock import SchoolTime
from domain.ids import AccountId, DocumentId, PersonId
from domain.messaging.paperwork import Concerned, Done
from domain.roles.consent import ConsentText, GivenAnswer
from domain.roles.people import STAFF, Role
from domain.school.documents import Document
from storage.executor import Reader
from storage.messaging.readers import REACHABLE, consent_given
from storage.roles.consents import current_text, last_answers
from storage.roles.people import standing_on
from storage.school.documents import STANDING, read_documents, staff_today
from storage.tables.office import document_acknowledgements as confirmations
from storage.tables.office import documents
from storage.tables.roles import bindings, guardianships
from storage.tables.school import enrolments


class PapersReading:
    def __init__(self, reader: Reader, time: SchoolTime) -> None:
        self._reader = reader
        self._time = time

    async def concerned(self, accounts: Collection[AccountId] | None) -> Sequence[Concerned]:
        person, today = bindings.c.person_id, self._time.today()
        child = and_(
            guardianships.c.guardian_id == person,
            guardianships.c.restricted_at.is_(None),
            enrolments.c.pupil_id == guardianships.c.pupil_id,
            standing_on(enrolments.c, today),
        )
        asked = select(
            bindings.c.id,
            person,
            bindings.c.roles,
            person.in_(staff_today(today)).label("staff"),
            exists(select(literal(1)).where(child).correlate(bindings)).label("guardian"),
            consent_given(person).label("agreed"),
        ).where(*REACHABLE)
        asked = asked if accounts is None else asked.where(bindings.c.id.in_(accounts))
        found = [
            Concerned(
                AccountId(row.id),
                PersonId(row.person_id),
                staff=bool(row.staff) and not STAFF.isdisjoint(row.roles),
                guardian=bool(row.guardian) and Role.GUARDIAN in row.roles,
                agreed=bool(row.agreed),
            )
            for row in await self._reader.rows(asked.order_by(bindings.c.id))
        ]
        return [one for one in found if one.staff or one.guardian]

    async def documents(self, ids: Collection[DocumentId]) -> Mapping[DocumentId, Document]:
        found = await read_documents(self._reader, false(), documents.c.id.in_(ids), *STANDING)
        return {one.id: one for one in found}

    async def done(self, ids: Collection[DocumentId]) -> Done:
        c = confirmations.c
        rows = await self._reader.rows(select(c.document_id, c.person_id).where(c.document_id.in_(ids)))
        other, g = guardianships.alias("other"), guardianships.c
        by_any = exists(
            select(literal(1))
            .where(c.document_id == documents.c.id, c.person_id == other.c.guardian_id)
            .where(other.c.pupil_id == g.pupil_id, other.c.restricted_at.is_(None))
            .correlate(documents, guardianships)
        )
        seated = and_(enrolments.c.pupil_id == g.pupil_id, standing_on(enrolments.c, self._time.today()))
        waiting = (
            select(documents.c.id, g.guardian_id, by_any.label("covered"))
            .select_from(documents.join(guardianships, literal(True)).join(enrolments, seated))
            .where(documents.c.id.in_(ids), g.restricted_at.is_(None))
        )
        covered: dict[tuple[DocumentId, PersonId], bool] = {}
        for row in await self._reader.rows(waiting):
            key = (DocumentId(row.id), PersonId(row.guardian_id))
            covered[key] = covered.get(key, True) and bool(row.covered)
        return Done(
            confirmed={(DocumentId(row.document_id), PersonId(row.person_id)) for row in rows},
            covered={key for key, whole in covered.items() if whole},
        )

    async def consent_text(self) -> ConsentText:
        return await current_text(self._reader)

    async def last_answers(self, persons: Collection[PersonId]) -> Mapping[PersonId, GivenAnswer]:
        return await last_answers(self._reader, persons)
