"""Consents as screens show them: the text that is asked for, and who of a class has given which."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import and_, func, select

from domain.clock import SchoolTime
from domain.ids import ClassId, PersonId
from domain.roles.consent import ConsentText, GivenAnswer, GuardianConsent
from storage.database import Database
from storage.kept import Kept
from storage.roles.consents import (
    RECORDER,
    answer_of,
    answers_with_recorder,
    columns_of,
    current_text,
    last_answer,
    name_of,
)
from storage.roles.people import standing_on
from storage.tables import school as t
from storage.tables.roles import consents, guardianships, people
from storage.topics import CONSENT_TEXTS


class KnownConsentText:
    """One statement, once."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._kept: Kept[None, ConsentText] = Kept(database, CONSENT_TEXTS)

    async def consent_text(self) -> ConsentText:
        return await self._kept.get(None, self._read)

    async def _read(self, _: None) -> ConsentText:
        return await current_text(self._database.reader)


class ConsentReads(KnownConsentText):
    def __init__(self, database: Database, time: SchoolTime) -> None:
        super().__init__(database)
        self._reader = database.reader
        self._time = time

    async def last_answer(self, person: PersonId) -> GivenAnswer | None:
        return await last_answer(self._reader, person)

    async def guardians_of(self, class_id: ClassId) -> Sequence[GuardianConsent]:
        """One statement: a row for each child, folded."""
        seat, pupil, g = t.enrolments, people.alias("pupil"), guardianships.c
        of_class = and_(seat.c.class_id == class_id, standing_on(seat.c, self._time.today()))
        rows = await self._reader.rows(
            answers_with_recorder()
            .add_columns(people.c.id.label("guardian"), *columns_of(people.c, "g"), *columns_of(pupil.c, "p"))
            .select_from(
                guardianships.join(seat, seat.c.pupil_id == g.pupil_id)
                .join(people, people.c.id == g.guardian_id)
                .join(pupil, pupil.c.id == g.pupil_id)
                .outerjoin(consents, consents.c.id == _last_of(g.guardian_id))
                .outerjoin(RECORDER, RECORDER.c.id == consents.c.recorded_by)
            )
            .where(of_class, g.restricted_at.is_(None))
            .order_by(people.c.name_norm, people.c.id, pupil.c.name_norm)
        )
        found: dict[PersonId, GuardianConsent] = {}
        for row in rows:
            known = found.get(PersonId(row.guardian))
            pupils = (*(known.pupils if known else ()), name_of(row, "p"))
            found[PersonId(row.guardian)] = GuardianConsent(
                PersonId(row.guardian), name_of(row, "g"), pupils, answer_of(row)
            )
        return list(found.values())

    async def agreeing(self) -> int:
        """Guardians of children who are at school."""
        guardian = guardianships.c.guardian_id
        seated = and_(
            t.enrolments.c.pupil_id == guardianships.c.pupil_id, standing_on(t.enrolments.c, self._time.today())
        )
        asked = (
            select(func.count(guardian.distinct()).label("guardians"))
            .select_from(guardianships.join(t.enrolments, seated).join(consents, consents.c.id == _last_of(guardian)))
            .where(guardianships.c.restricted_at.is_(None), consents.c.accepted)
        )
        row = await self._reader.row(asked)
        return int(row.guardians) if row else 0


def _last_of(person: Any) -> Any:
    """The number of a person's last answer."""
    mine = consents.alias("mine")
    return select(func.max(mine.c.id)).where(mine.c.person_id == person).correlate(person.table).scalar_subquery()
