"""What is over its term goes in one act, on both kinds of database; the change log's chain still verifies."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import func, select, update

from bot.services import Wiring
from domain.attendance.presence import Presence
from domain.events import RetentionDue
from domain.ids import WorkKindId
from domain.journal.remarks import RemarkKind
from domain.journal.sealing import verify
from domain.roles.watching import Glance
from domain.school.ports import Change
from domain.school.timetable import LessonRef
from storage.database import Database
from storage.journal.seals import SealedLogReading
from storage.messaging.facts import UntoldFacts
from storage.tables import metadata
from storage.tables.journal import change_log, change_seals
from tests import school
from tests.clock import SetClock
from tests.statements import counted, grow
from tests.storage.statement_cases import wired

TEACHER, ALGEBRA = school.actor(school.ALGEBRA_TEACHER), LessonRef(school.entry_of(0), school.TUESDAY)
LAST_DAY, DAY_AFTER = datetime(2032, 12, 31, 12, tzinfo=UTC), datetime(2033, 1, 1, 12, tzinfo=UTC)
"""Of what was written in the school year that ends in 2027, kept for five years."""


@pytest.fixture
def wiring(database: Database) -> Wiring:
    return wired(database)


async def _written(wiring: Wiring, database: Database, clock: SetClock) -> None:
    """Marks, one of them retaken, presence, a remark, in two seals; a change of the log three years later."""
    services, sealing = wiring.services(), wiring.sealing()
    for value in ("2", "5"):
        await services.grading.put(TEACHER, ALGEBRA, school.IVANOV, value, WorkKindId(1))
        clock.advance(seconds=31)
        assert await sealing.seal() == 1
    await services.roll_call.set_status(TEACHER, ALGEBRA, school.PETROVA, Presence.ABSENT)
    await services.remarks.write(TEACHER, school.IVANOV, RemarkKind.PRAISE, "Помог", ALGEBRA)
    clock.advance(seconds=31)
    assert await sealing.seal() == 2
    async with database.begin() as tx:
        await tx.audit.add(Glance(school.DEPUTY, "see_pupil_diary", school.IVANOV))
    clock.set(datetime(2030, 11, 1, tzinfo=UTC))
    async with database.begin() as tx:
        await tx.changes.add(Change("mark", school.DEPUTY, pupil=school.ORLOV, after={"value": "4"}))
    clock.advance(seconds=31)
    assert await sealing.seal() == 1


async def _rows(database: Database, *names: str) -> list[int]:
    found = [await database.reader.row(select(func.count()).select_from(metadata.tables[name])) for name in names]
    return [int(row[0]) for row in found if row]


async def test_nothing_goes_before_its_day_and_all_of_it_on_it(
    wiring: Wiring, database: Database, clock: SetClock
) -> None:
    await _written(wiring, database, clock)
    retention = wiring.retention()
    clock.set(LAST_DAY)
    assert [one.table for one in await retention.overdue()] == ["audit_log"]
    clock.set(DAY_AFTER)
    foreseen = await retention.overdue()
    assert {one.table for one in foreseen} >= {"marks", "attendance", "remarks", "lessons", "change_log", "audit_log"}
    assert await retention.erase() == foreseen
    gone = ("marks", "attendance", "remarks", "lessons", "lesson_classes", "audit_log")
    assert await _rows(database, *gone) == [0] * len(gone)
    assert await _rows(database, "change_log", "people", "enrolments") == [1, len(school.PEOPLE), len(school.SEATS)]
    assert await retention.overdue() == []


async def test_the_chain_holds_past_what_was_erased(wiring: Wiring, database: Database, clock: SetClock) -> None:
    await _written(wiring, database, clock)
    newest = (await verify(SealedLogReading(database.reader))).newest
    clock.set(DAY_AFTER)
    await wiring.retention().erase()
    seen = await verify(SealedLogReading(database.reader))
    assert (seen.sealed, seen.broken, seen.newest) == (1, (), newest)
    assert seen.cleared == 4
    async with database.begin() as tx:
        await tx.run(update(change_log).values(after={"value": "5"}))
    assert len((await verify(SealedLogReading(database.reader))).broken) == 1


async def test_a_row_slipped_in_before_the_anchor_is_found(wiring: Wiring, database: Database, clock: SetClock) -> None:
    await _written(wiring, database, clock)
    async with database.begin() as tx:
        first = await tx.row(select(func.min(change_seals.c.id)))
        assert first is not None
        await tx.run(update(change_seals).where(change_seals.c.id == first[0]).values(rows=0))
    seen = await verify(SealedLogReading(database.reader))
    assert [(one.first, one.missing) for one in seen.broken] == [(1, -1)]


async def test_it_costs_the_same_however_much_there_is(wiring: Wiring, database: Database, clock: SetClock) -> None:
    await _written(wiring, database, clock)
    await grow(database)
    clock.set(DAY_AFTER)
    with counted(database) as much:
        assert sum(one.rows for one in await wiring.retention().erase()) > 1000
    clock.set(datetime(2040, 1, 1, tzinfo=UTC))
    with counted(database) as little:
        await wiring.retention().erase()
    assert much.statements >= little.statements
    assert much.statements < 60


async def test_once_a_year_it_is_told_and_nothing_is_erased(
    wiring: Wiring, database: Database, clock: SetClock
) -> None:
    await _written(wiring, database, clock)
    clock.set(DAY_AFTER)
    due = sum(one.rows for one in await wiring.retention().overdue())
    await wiring.retention().remind()
    told = [one.fact for one in await UntoldFacts(database.reader).untold(100)]
    assert RetentionDue(None, due) in told
    assert (await _rows(database, "marks"))[0] > 0
