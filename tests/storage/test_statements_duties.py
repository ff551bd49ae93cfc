"""Duties: a school grown tenfold, or all its teachers instead of one, cost no statement more."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from bot.class_duties_wiring import evening_queue
from bot.duties_wiring import evening_cards
from bot.services import Wiring
from domain.messaging.kinds import Kind
from domain.messaging.outbox import Claimed
from storage.database import Database
from storage.tables import messaging
from tests import school
from tests.clock import SetClock
from tests.statements import counted
from tests.storage.statement_cases import Case, is_as_cheap_when_grown, nobody, wired

EVENING = datetime(2026, 11, 24, 17, 1, tzinfo=school.ZONE)
LAST_DAYS = datetime(2026, 12, 29, 17, 1, tzinfo=school.ZONE)
LEADER, DEPUTY = school.actor(school.CLASS_TEACHER_7A), school.actor(school.DEPUTY)
TEACHERS = (school.ALGEBRA_TEACHER, school.CLASS_TEACHER_7A, school.ENGLISH_1, school.PRIMARY, school.SPORT)


def _now(wiring: Wiring, at: datetime = EVENING) -> None:
    wiring.database.clock.set(at)  # type: ignore[attr-defined]


async def class_checked_and_asked(wiring: Wiring) -> None:
    _now(wiring)
    checks = wiring.services().class_checks
    assert (await checks.page(LEADER, school.CLASS_7A)).card.left == 5
    await checks.remind(LEADER, school.CLASS_7A, school.TUESDAY, school.ALGEBRA_TEACHER)
    await _told(wiring)
    await _prepared(wiring, Kind.DUTY_REMINDED, 1)


async def evening_queued_and_prepared(wiring: Wiring) -> None:
    _now(wiring)
    assert await evening_queue(wiring).queue() == 7
    await _prepared(wiring, Kind.DUTIES, 7)


async def dates_and_who_is_late(wiring: Wiring) -> None:
    _now(wiring)
    duties = wiring.services().dated_duties
    assert (await duties.mine(LEADER)).owed
    assert (await duties.late(DEPUTY)).people


async def last_days_of_a_term(wiring: Wiring) -> None:
    _now(wiring, LAST_DAYS)
    found = await evening_cards(wiring).of(TEACHERS, LAST_DAYS.date())
    assert any(card.courses for card in found.values())


async def _told(wiring: Wiring) -> None:
    telling = wiring.delivery(*nobody()).telling
    plan = await telling.plan()
    async with wiring.database.begin() as tx:
        await telling.put(tx, plan)


async def _prepared(wiring: Wiring, kind: Kind, many: int) -> None:
    asked = select(messaging.outbox).where(messaging.outbox.c.kind == kind)
    rows = [
        Claimed(row.id, row.event, 1, row.account_id, kind, row.pupil_id, row.body, 1, False, None, None, None)
        for row in await wiring.database.reader.rows(asked)
    ]
    assert len(rows) == many
    assert len(await wiring.preparing().prepare(rows)) == many


@pytest.mark.parametrize(
    "case",
    [class_checked_and_asked, evening_queued_and_prepared, dates_and_who_is_late, last_days_of_a_term],
    ids=lambda case: case.__name__,
)
async def test_ten_times_the_people_cost_no_statement_more(case: Case, database: Database, clock: SetClock) -> None:
    await is_as_cheap_when_grown(case, database, clock)


async def test_all_teachers_cost_no_statement_more_than_one(database: Database, clock: SetClock) -> None:
    clock.set(EVENING)
    asked = []
    for persons in ([school.CLASS_TEACHER_7A], TEACHERS):
        with counted(database) as one:
            found = await evening_cards(wired(database)).of(persons, school.TUESDAY)
        assert all(card.left for card in found.values())
        asked.append(one.statements)
    assert asked[1] <= asked[0]


async def test_while_nobody_writes_a_tick_costs_one_statement(database: Database, clock: SetClock) -> None:
    clock.set(EVENING)
    queue = evening_queue(wired(database))
    await queue.queue()
    await queue.refresh()
    clock.set(EVENING + timedelta(minutes=1))
    with counted(database) as asked:
        await queue.queue()
        await queue.refresh()
    assert asked.statements == 1
