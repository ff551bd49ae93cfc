"""What is owed by a day, counted over the whole school: each answer is one statement."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import and_, func, or_, select

from domain.attendance.presence import Presence
from domain.clock import SchoolTime
from domain.control.document_duties import Unconfirmed
from domain.control.term_marks import PupilSubjects
from domain.ids import ClassId, DocumentId, PersonId, SubjectId
from domain.journal.periods import Period
from domain.school.documents import DocumentAudience
from storage.executor import Reader
from storage.roles.consents import current_text
from storage.roles.people import standing_on
from storage.school.documents import STANDING, staff_today
from storage.tables.attendance import absence_reasons, attendance
from storage.tables.grading import results
from storage.tables.office import document_acknowledgements, documents
from storage.tables.roles import consents, guardianships, people
from storage.tables.school import enrolments

FOR_STAFF = [one.value for one in DocumentAudience if one.staff]


class DutyReads:
    def __init__(self, reader: Reader, time: SchoolTime) -> None:
        self._reader = reader
        self._time = time

    async def open_absences(self, first: date, last: date) -> Sequence[tuple[PersonId, date]]:
        a, settled = attendance.c, absence_reasons.c
        of_it = and_(settled.lesson_id == a.lesson_id, settled.pupil_id == a.pupil_id)
        asked = (
            select(a.pupil_id, a.day)
            .select_from(attendance.outerjoin(absence_reasons, of_it))
            .where(a.day.between(first, last), a.status == Presence.ABSENT.value, settled.reason.is_(None))
            .distinct()
        )
        return [(PersonId(row.pupil_id), row.day) for row in await self._reader.rows(asked)]

    async def consents_lacking(self) -> Mapping[ClassId, int]:
        """Who agreed to an earlier text is asked again; who has said no is not counted."""
        version = (await current_text(self._reader)).version
        g, seat, last = guardianships.c, enrolments.c, consents.c
        open_ = or_(last.id.is_(None), and_(last.accepted, last.version < version))
        seated = and_(seat.pupil_id == g.pupil_id, standing_on(seat, self._time.today()))
        asked = (
            select(seat.class_id, func.count(g.guardian_id.distinct()).label("guardians"))
            .select_from(
                guardianships.join(enrolments, seated).outerjoin(consents, last.id == _last_answer(g.guardian_id))
            )
            .where(g.restricted_at.is_(None), open_)
            .group_by(seat.class_id)
        )
        return {ClassId(row.class_id): int(row.guardians) for row in await self._reader.rows(asked)}

    async def unconfirmed(self, persons: Collection[PersonId] | None) -> Sequence[Unconfirmed]:
        said = document_acknowledgements.c
        of_it = and_(said.document_id == documents.c.id, said.person_id == people.c.id)
        whose = people.c.id.in_(staff_today(self._time.today()))
        asked = (
            select(people.c.id.label("person"), documents.c.id, documents.c.title, documents.c.published_at)
            .select_from(people.join(documents, documents.c.acknowledge).outerjoin(document_acknowledgements, of_it))
            .where(*STANDING, documents.c.audience.in_(FOR_STAFF), said.at.is_(None), whose)
            .order_by(documents.c.id, people.c.id)
        )
        if persons is not None:
            asked = asked.where(people.c.id.in_(list(persons)))
        return [
            Unconfirmed(PersonId(row.person), DocumentId(row.id), row.title, row.published_at)
            for row in await self._reader.rows(asked)
        ]

    async def set_results(self, period: Period, classes: Collection[ClassId]) -> PupilSubjects:
        asked = (
            select(results.c.pupil_id, results.c.subject_id)
            .where(results.c.class_id.in_(list(classes)), results.c.taken_back.is_(False))
            .where(results.c.kind == period.kind, results.c.number == period.number)
        )
        rows = await self._reader.rows(asked)
        return {(PersonId(row.pupil_id), SubjectId(row.subject_id)) for row in rows}


def _last_answer(person: Any) -> Any:
    mine = consents.alias("mine")
    return select(func.max(mine.c.id)).where(mine.c.person_id == person).correlate(person.table).scalar_subquery()
