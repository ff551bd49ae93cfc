"""Signatures of the diary: ten times the people cost no statement more."""

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select

from bot.services import Wiring
from domain.messaging.kinds import Kind
from domain.messaging.outbox import Claimed
from storage.database import Database
from storage.tables import messaging, talk
from tests import school
from tests.clock import SetClock
from tests.storage.statement_cases import Case, is_as_cheap_when_grown, nobody

MOTHER, LEADER = school.actor(school.PETROVA_MOTHER), school.actor(school.CLASS_TEACHER_7A)
FRIDAY = datetime(2026, 11, 27, 18, 1, tzinfo=school.ZONE)
WEEK = date(2026, 11, 23)


def _friday(wiring: Wiring) -> None:
    wiring.database.clock.set(FRIDAY)  # type: ignore[attr-defined]


async def signed_seen_and_reminded(wiring: Wiring) -> None:
    _friday(wiring)
    services = wiring.services()
    signature = await services.signing.sign(MOTHER, school.PETROVA, WEEK)
    assert signature.guardian == school.PETROVA_MOTHER
    assert await services.signing.of_week(MOTHER, school.PETROVA, WEEK)
    page = await services.signature_pages.remind(LEADER, school.CLASS_7A, WEEK)
    assert len(page.waiting) >= 3
    assert (await services.signature_pages.sheet(LEADER, school.CLASS_7A)).signatures
    await _told(wiring)


async def digests_of_the_last_day(wiring: Wiring) -> None:
    _friday(wiring)
    assert await wiring.digests().queue_due() >= 7
    await _prepared(wiring, Kind.DIGEST)


async def reminders_prepared(wiring: Wiring) -> None:
    _friday(wiring)
    await wiring.services().signature_pages.remind(LEADER, school.CLASS_7A, WEEK)
    await _told(wiring)
    await _prepared(wiring, Kind.SIGN_OFF)


async def _told(wiring: Wiring) -> None:
    telling = wiring.delivery(*nobody()).telling
    plan = await telling.plan()
    async with wiring.database.begin() as tx:
        await telling.put(tx, plan)


async def _prepared(wiring: Wiring, kind: Kind) -> None:
    asked = select(messaging.outbox).where(messaging.outbox.c.kind == kind)
    rows = [
        Claimed(row.id, row.event, 1, row.account_id, kind, row.pupil_id, row.body, 1, False, None, None, None)
        for row in await wiring.database.reader.rows(asked)
    ]
    assert len(rows) >= 4
    assert len(await wiring.preparing().prepare(rows)) == len(rows)


@pytest.mark.parametrize(
    "case", [signed_seen_and_reminded, digests_of_the_last_day, reminders_prepared], ids=lambda case: case.__name__
)
async def test_ten_times_the_people_cost_no_statement_more(case: Case, database: Database, clock: SetClock) -> None:
    await is_as_cheap_when_grown(case, database, clock)


async def test_the_first_of_two_signatures_stands(database: Database, clock: SetClock) -> None:
    clock.set(FRIDAY)
    async with database.begin() as tx:
        assert await tx.signatures.sign(school.IVANOV, WEEK, school.MOTHER)
        assert not await tx.signatures.sign(school.IVANOV, WEEK, school.FATHER)
    clock.advance(minutes=1)
    async with database.begin() as tx:
        assert not await tx.signatures.sign(school.IVANOV, WEEK, school.FATHER)
        assert await tx.signatures.sign(school.IVANOV, WEEK - timedelta(days=7), school.FATHER)
    rows = await database.reader.rows(select(talk.diary_signatures))
    assert {(row.week, row.guardian_id) for row in rows} == {
        (WEEK, school.MOTHER),
        (WEEK - timedelta(days=7), school.FATHER),
    }
