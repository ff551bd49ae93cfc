"""What closes by itself at night, and to many at once: whose accounts, which roles, in how few statements."""

from datetime import timedelta

import pytest
from sqlalchemy import insert, select, update

from bot.services import Wiring
from bot.settings import Settings
from domain.ids import PersonId
from domain.roles.closing import ClosingByItself
from domain.roles.codes import CodeHasher
from storage.database import Database
from storage.tables import messaging, roles
from storage.tables import school as t
from tests import school
from tests.clock import SetClock
from tests.statements import counted, grow


def _wired(database: Database, days: int = 60) -> Wiring:
    return Wiring(database, Settings(staff_idle_days=days), "ru", CodeHasher(b"k" * 32))


def _closing(database: Database, days: int = 60) -> ClosingByItself:
    return _wired(database, days).closing_by_itself()


async def _leaves(database: Database, *pupils: PersonId, days_ago: int = 1) -> None:
    last = school.TUESDAY - timedelta(days=days_ago)
    async with database.begin() as tx:
        await tx.run(update(t.enrolments).where(t.enrolments.c.pupil_id.in_(pupils)).values(until_day=last))


async def _ended(database: Database) -> dict[int, str]:
    rows = await database.reader.rows(select(roles.bindings).where(roles.bindings.c.ended_at.is_not(None)))
    return {row.person_id: row.ended_why for row in rows}


async def test_who_left_is_out_the_day_after_and_not_on_the_last_day(database: Database) -> None:
    await _leaves(database, school.PETROVA, days_ago=0)
    assert await _closing(database).close_gone() == 0
    await _leaves(database, school.PETROVA)
    assert await _closing(database).close_gone() == 2
    assert await _ended(database) == {school.PETROVA: "gone", school.PETROVA_MOTHER: "gone"}
    assert await _closing(database).close_gone() == 0


async def test_a_guardian_stays_while_another_child_does_and_staff_keep_their_own_side(database: Database) -> None:
    await _leaves(database, school.IVANOV, school.KUZINA)
    await _closing(database).close_gone()
    assert await _ended(database) == {school.IVANOV: "gone", school.KUZINA: "gone"}
    row = await database.reader.row(select(roles.bindings.c.roles).where(roles.bindings.c.person_id == school.DEPUTY))
    assert row is not None
    assert row.roles == ["deputy", "teacher"]
    await _leaves(database, school.IVANOVA_MASHA)
    await _closing(database).close_gone()
    assert {school.MOTHER, school.FATHER} <= (await _ended(database)).keys()


async def test_who_moves_into_another_class_stays(database: Database) -> None:
    await _leaves(database, school.PETROVA)
    async with database.begin() as tx:
        seat = {"pupil_id": school.PETROVA, "class_id": school.CLASS_7B, "from_day": school.TUESDAY}
        await tx.run(insert(t.enrolments).values(**seat))
    assert await _closing(database).close_gone() == 0


async def test_staff_not_seen_for_long_are_locked_and_one_fact_tells_how_many(
    database: Database, clock: SetClock
) -> None:
    seen = {"last_seen_at": clock.now()}
    mine = roles.bindings.c.person_id.in_([school.ADMIN, school.ALGEBRA_TEACHER])
    async with database.begin() as tx:
        await tx.run(update(roles.bindings).where(mine).values(**seen))
    assert await _closing(database, days=0).lock_idle() == 0
    assert await _closing(database).lock_idle() == 9
    ended = await _ended(database)
    assert set(ended.values()) == {"idle"}
    assert school.ADMIN not in ended
    assert school.DEPUTY not in ended
    row = await database.reader.row(select(roles.bindings.c.roles).where(roles.bindings.c.person_id == school.DEPUTY))
    assert row is not None
    assert row.roles == ["guardian"]
    facts = await database.reader.rows(select(messaging.facts.c.body).where(messaging.facts.c.kind == "staff_locked"))
    assert [fact.body["people"] for fact in facts] == [9]
    assert await _closing(database).lock_idle() == 0


@pytest.mark.parametrize("times", [2, 10])
async def test_closing_takes_few_statements_however_many_there_are(database: Database, times: int) -> None:
    await grow(database, times)
    async with database.begin() as tx:
        last = school.TUESDAY - timedelta(days=1)
        await tx.run(update(t.enrolments).values(until_day=last))
    with counted(database) as asked:
        await _closing(database).close_gone()
    assert asked.statements <= 7
    with counted(database) as asked:
        await _closing(database).lock_idle()
    assert asked.statements <= 6


@pytest.mark.parametrize("times", [2, 10])
async def test_shutting_a_class_and_everyone_takes_few_statements(database: Database, times: int) -> None:
    await grow(database, times)
    shutting = _wired(database).services().shutting
    with counted(database) as asked:
        await shutting.shut_class(school.actor(school.ADMIN), school.CLASS_7A)
    assert asked.statements <= 7
    with counted(database) as asked:
        await shutting.shut_all(school.actor(school.ADMIN))
    assert asked.statements <= 5
