"""`digest --date`: the evening digests of a day, by hand, once."""

from datetime import timedelta

from sqlalchemy import func, insert, select

from bot.system_clock import SystemClock
from storage.database import Database
from storage.tables.journal import homework
from storage.tables.messaging import outbox
from tests import school
from tests.commands.conftest import Machine


async def _set_homework(machine: Machine) -> None:
    database = Database.open(machine.url, SystemClock())
    async with database.begin() as tx:
        await tx.run(
            insert(homework).values(
                subject_id=school.ALGEBRA,
                class_id=school.CLASS_7A,
                due_day=school.TUESDAY + timedelta(days=1),
                text="№ 345",
                set_by=school.ALGEBRA_TEACHER,
                set_at=school.STARTED,
            )
        )
    await database.close()


async def _waiting(machine: Machine) -> int:
    database = Database.open(machine.url, SystemClock())
    row = await database.reader.row(select(func.count()).select_from(outbox))
    await database.close()
    return int(row[0]) if row else 0


async def test_a_second_call_adds_nothing(staffed: Machine) -> None:
    await _set_homework(staffed)
    guardians = sum(school.SEATS[pupil] == school.CLASS_7A for _, pupil, _ in school.GUARDIANS)
    told = staffed.well("digest", "--date", "2026-11-24", "--json").json
    assert told == {"date": "2026-11-24", "queued": guardians}
    assert staffed.well("digest", "--date", "2026-11-24", "--json").json["queued"] == 0
    assert await _waiting(staffed) == guardians


def test_a_day_without_news_queues_nothing(staffed: Machine) -> None:
    assert staffed.well("digest", "--date", "2026-09-01").out == "0 digests queued.\n"


def test_a_day_that_is_none_is_said(staffed: Machine) -> None:
    ran = staffed.run("digest", "--date", "2026-02-30")
    assert (ran.code, ran.out) == (2, "")
    assert "Traceback" not in ran.err
    assert "2026-02-30" in ran.err
