"""Personal data erased: what goes, what the law keeps, whose name stays; the change log's chain holds."""

from datetime import date
from typing import Any

import pytest
from sqlalchemy import func, insert, select

from bot.services import Wiring
from domain.errors import NotAllowed, NotFound, Outdated
from domain.events import ErasureAsked
from domain.ids import ErasureId, PersonId
from domain.journal.remarks import RemarkKind
from domain.journal.sealing import verify
from domain.roles.erasures import StillStaff
from domain.school.timetable import LessonRef
from storage.database import Database
from storage.journal.seals import SealedLogReading
from storage.messaging.facts import UntoldFacts
from storage.roles.erasures import GONE
from storage.tables import attendance, journal, messaging, office, roles, talk
from tests import school
from tests.clock import SetClock
from tests.statements import counted, grow
from tests.storage.statement_cases import wired

ADMIN, MOTHER, PUPIL = (school.actor(one) for one in (school.ADMIN, school.MOTHER, school.IVANOV))
TEACHER = school.actor(school.ALGEBRA_TEACHER)
LESSON = LessonRef(school.entry_of(0), school.TUESDAY)


@pytest.fixture
def wiring(database: Database) -> Wiring:
    return wired(database)


async def _asked(wiring: Wiring, database: Database, person: PersonId) -> ErasureId:
    assert await wiring.services().erasures.ask(school.actor(person))
    row = await database.reader.row(select(office.erasures.c.id).where(office.erasures.c.state == "asked"))
    assert row is not None
    return ErasureId(row.id)


async def _journal(wiring: Wiring, database: Database) -> None:
    """A remark to Ivanov, announced absence with words, a mark, settings and a message of his mother's."""
    await wiring.services().remarks.write(TEACHER, school.IVANOV, RemarkKind.REMARK, "Опоздал", LESSON)
    async with database.begin() as tx:
        lesson = {"id": 900, "entry_id": LESSON.entry, "day": date(2026, 11, 23), "position": 1}
        await tx.run(insert(journal.lessons).values(**lesson, subject_id=school.ALGEBRA))
        mark = {"lesson_id": 900, "pupil_id": school.IVANOV, "subject_id": school.ALGEBRA, "kind_id": 1, "value": "5"}
        made = {"day": school.TUESDAY, "set_by": school.ALGEBRA_TEACHER, "set_at": school.MORNING}
        await tx.run(insert(journal.marks).values(**mark, **made))
        note = {"pupil_id": school.IVANOV, "made_by": school.MOTHER, "words": "Болит горло", "reason": "ill"}
        days = {"from_day": school.TUESDAY, "until_day": school.TUESDAY, "made_at": school.MORNING}
        await tx.run(insert(attendance.absence_notes).values(**note, **days))
        chosen = {"person_id": school.MOTHER, "pupil_id": school.IVANOV, "kind": "mark", "mode": "off"}
        await tx.run(insert(messaging.preferences).values(**chosen))
        sent = {"event": "mark:1", "version": 1, "account_id": school.account_of(school.MOTHER), "kind": "mark"}
        when = {"made_at": school.MORNING, "not_before": school.MORNING, "priority": 40, "body": {"mark": 1}}
        await tx.run(insert(messaging.outbox).values(id=901, **sent, **when))
        arrived = {"account_id": school.account_of(school.MOTHER), "message_id": 5, "outbox_id": 901}
        await tx.run(insert(talk.talk_arrivals).values(**arrived))


async def _row(database: Database, person: PersonId) -> Any:
    return await database.reader.row(select(roles.people).where(roles.people.c.id == person))


async def _count(database: Database, asked: Any) -> int:
    row = await database.reader.row(select(func.count()).select_from(asked.subquery()))
    return int(row[0]) if row else 0


async def test_of_a_guardian_nothing_is_left_but_that_there_was_one(wiring: Wiring, database: Database) -> None:
    await _journal(wiring, database)
    erasures = wiring.services().erasures
    erasure = await _asked(wiring, database, school.MOTHER)
    foreseen = await erasures.foreseen(ADMIN, erasure)
    gone = {one.kind: one.rows for one in foreseen.goes}
    assert gone == {"accounts": 1, "guardianships": 2, "messages": 2, "notes": 1, "settings": 1}
    assert (foreseen.kept, foreseen.named) == ([], False)
    assert (await _row(database, school.MOTHER)).surname == "Иванова"
    assert await erasures.erase(ADMIN, erasure) == foreseen
    row = await _row(database, school.MOTHER)
    assert (row.surname, row.given, row.patronymic, row.birth_date) == (GONE, "", None, None)
    assert await wiring.actors.actor(school.telegram_id(school.MOTHER)) is None
    telegram = select(roles.bindings).where(roles.bindings.c.telegram_id == school.telegram_id(school.MOTHER))
    assert await _count(database, telegram) == 0
    assert await _count(database, select(messaging.outbox)) == 0
    words = await database.reader.rows(select(attendance.absence_notes.c.words))
    assert [one.words for one in words] == [None]
    decided = await database.reader.row(select(office.erasures))
    assert decided is not None
    assert (decided.state, decided.report["erased"]["guardianships"]) == ("done", 2)
    assert "Иванова" not in str(decided.report)


async def test_of_a_pupil_the_journal_stays_under_the_name_and_its_chain_holds(
    wiring: Wiring, database: Database, clock: SetClock
) -> None:
    await _journal(wiring, database)
    clock.advance(minutes=1)
    assert await wiring.sealing().seal() == 1
    erasure = await _asked(wiring, database, school.IVANOV)
    seen = await wiring.services().erasures.erase(ADMIN, erasure)
    assert {one.kind: (one.rows, one.until.year) for one in seen.kept} == {
        "marks": (1, 2032),
        "orders": (1, 2077),
        "changes": (1, 2032),
    }
    row = await _row(database, school.IVANOV)
    assert (row.surname, row.given, row.birth_date, row.external_number) == ("Иванов", "Пётр", None, None)
    assert [one.text for one in await database.reader.rows(select(journal.remarks.c.text))] == [GONE]
    assert [one.value for one in await database.reader.rows(select(journal.marks.c.value))] == ["5"]
    checked = await verify(SealedLogReading(database.reader))
    assert (checked.sealed, checked.broken) == (1, ())


async def test_who_works_here_is_not_erased(wiring: Wiring, database: Database) -> None:
    erasure = await _asked(wiring, database, school.ALGEBRA_TEACHER)
    with pytest.raises(StillStaff):
        await wiring.services().erasures.erase(ADMIN, erasure)
    assert await wiring.actors.actor(school.telegram_id(school.ALGEBRA_TEACHER)) is not None


async def test_it_is_asked_once_and_decided_once(wiring: Wiring, database: Database) -> None:
    erasures = wiring.services().erasures
    erasure = await _asked(wiring, database, school.MOTHER)
    assert not await erasures.ask(MOTHER)
    facts = await UntoldFacts(database.reader).untold(10)
    assert [one.fact for one in facts] == [ErasureAsked(school.MOTHER, erasure)]
    await erasures.decline(ADMIN, erasure)
    with pytest.raises(Outdated):
        await erasures.decline(ADMIN, erasure)
    for again in (erasures.erase, erasures.foreseen):
        with pytest.raises(NotFound):
            await again(ADMIN, erasure)
    assert await erasures.listed(ADMIN) == []
    assert await erasures.ask(MOTHER)


@pytest.mark.parametrize("person", [school.DIRECTOR, school.DEPUTY, school.CLASS_TEACHER_7A, school.MOTHER])
async def test_only_the_administrator_erases(wiring: Wiring, database: Database, person: PersonId) -> None:
    erasures, actor = wiring.services().erasures, school.actor(person)
    erasure = await _asked(wiring, database, school.FATHER)
    for doing in (
        erasures.listed(actor),
        erasures.foreseen(actor, erasure),
        erasures.erase(actor, erasure),
        erasures.decline(actor, erasure),
    ):
        with pytest.raises(NotAllowed):
            await doing
    assert (await _row(database, school.FATHER)).surname == "Иванов"


async def test_it_costs_the_same_however_much_there_is(wiring: Wiring, database: Database) -> None:
    async def statements(person: PersonId) -> int:
        erasure = await _asked(wiring, database, person)
        with counted(database) as asked:
            await wiring.services().erasures.erase(ADMIN, erasure)
        return asked.statements

    small = await statements(school.PETROVA)
    await grow(database)
    assert await statements(school.SIDOROV) <= small
