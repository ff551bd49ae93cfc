"""Documents and consents: ten times the people cost no statement more."""

import pytest
from sqlalchemy import func, select

from bot.services import Wiring
from domain.ids import DocumentId
from domain.messaging.kinds import Kind
from domain.messaging.outbox import Claimed
from domain.school.documents import DocumentAudience, NewDocument
from storage.database import Database
from storage.tables import messaging
from tests import school
from tests.clock import SetClock
from tests.storage.statement_cases import Case, is_as_cheap_when_grown, nobody

EDITOR, MOTHER, DEPUTY = (school.actor(one) for one in (school.SITE_EDITOR, school.MOTHER, school.DEPUTY))
CLASS_TEACHER, DIRECTOR = school.actor(school.CLASS_TEACHER_7A), school.actor(school.DIRECTOR)


async def _published(wiring: Wiring) -> DocumentId:
    new = NewDocument("Устав", school.TUESDAY, DocumentAudience.ALL, True, file_name="a.pdf", content=b"%PDF")
    return await wiring.services().publishing.publish(EDITOR, new)


async def published_and_told(wiring: Wiring) -> None:
    await _published(wiring)
    await _told(wiring)


async def read_confirmed_counted_and_reminded(wiring: Wiring) -> None:
    documents, publishing = wiring.services().documents, wiring.services().publishing
    document = await _published(wiring)
    await documents.listed(MOTHER)
    await documents.file(MOTHER, document)
    await documents.confirm(MOTHER, document)
    assert (await publishing.who_read(DEPUTY, document)).children_waiting >= 4
    await publishing.class_reading(CLASS_TEACHER, document, school.CLASS_7A)
    await publishing.remind(DEPUTY, document)
    await _told(wiring)


async def prepared_for_everyone(wiring: Wiring) -> None:
    """What is asked again at delivery, of all that was told at once."""
    await _published(wiring)
    await wiring.services().consents.publish(DIRECTOR, 2, "Текст")
    await _told(wiring)
    rows = await wiring.database.reader.rows(select(messaging.outbox))
    claimed = [
        Claimed(row.id, row.event, 1, row.account_id, Kind(row.kind), None, row.body, 1, False, None, None, None)
        for row in rows
    ]
    assert len(await wiring.preparing().prepare(claimed)) == len(rows) >= 20


async def consents_of_a_class(wiring: Wiring) -> None:
    consents = wiring.services().consents
    assert len((await consents.of_class(CLASS_TEACHER, school.CLASS_7A)).guardians) >= 5
    assert (await consents.preview(DIRECTOR, "Текст")).asked_again >= 6
    await consents.record(CLASS_TEACHER, school.FATHER, school.TUESDAY)
    await consents.withdraw(MOTHER)
    await _told(wiring)


async def _told(wiring: Wiring) -> None:
    telling = wiring.delivery(*nobody()).telling
    plan = await telling.plan()
    async with wiring.database.begin() as tx:
        await telling.put(tx, plan)
    row = await wiring.database.reader.row(select(func.count()).select_from(messaging.outbox))
    assert row is not None
    assert row[0] >= 1


@pytest.mark.parametrize(
    "case",
    [published_and_told, read_confirmed_counted_and_reminded, prepared_for_everyone, consents_of_a_class],
    ids=lambda case: case.__name__,
)
async def test_ten_times_the_people_cost_no_statement_more(case: Case, database: Database, clock: SetClock) -> None:
    await is_as_cheap_when_grown(case, database, clock)
