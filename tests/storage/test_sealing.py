"""The change log is chained: what is altered, taken away or slipped in breaks a seal, and only that one."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import delete, insert, select, update

from bot.services import Services, Wiring
from bot.settings import Settings
from domain.ids import WorkKindId
from domain.journal.sealing import Broken, Sealing, verify
from domain.roles.codes import CodeHasher
from domain.school.timetable import LessonRef
from storage.database import Database
from storage.journal.seals import SealedLogReading
from storage.tables.journal import change_log, change_seals
from tests import school
from tests.clock import SetClock

ALGEBRA_7A = LessonRef(school.entry_of(0), school.TUESDAY)
TEACHER, ANSWER = school.actor(school.ALGEBRA_TEACHER), WorkKindId(1)


@pytest.fixture
def wiring(database: Database) -> Wiring:
    return Wiring(database, Settings(), "ru", CodeHasher(b"k" * 32))


async def _written(services: Services, sealing: Sealing, clock: SetClock) -> None:
    """Six changes in three seals."""
    for values in (("5", "4"), ("3", "2"), ("5", "3")):
        for value in values:
            await services.grading.put(TEACHER, ALGEBRA_7A, school.IVANOV, value, ANSWER)
        clock.advance(seconds=31)
        assert await sealing.seal() == 2


async def test_a_row_is_sealed_when_it_is_ripe_and_once(wiring: Wiring, clock: SetClock) -> None:
    services, sealing = wiring.services(), wiring.sealing()
    await services.grading.put(TEACHER, ALGEBRA_7A, school.IVANOV, "5", ANSWER)
    clock.advance(seconds=29)
    assert await sealing.seal() == 0
    clock.advance(seconds=2)
    assert await sealing.seal() == 1
    assert await sealing.seal() == 0


async def test_what_nobody_touched_is_as_it_was_sealed(wiring: Wiring, database: Database, clock: SetClock) -> None:
    await _written(wiring.services(), wiring.sealing(), clock)
    seen = await verify(SealedLogReading(database.reader))
    assert (seen.seals, seen.sealed, seen.broken) == (3, 6, ())


Tamper = Callable[[Any], Any]
TAMPERED: dict[str, tuple[Tamper, int]] = {
    "a value": (lambda row: update(change_log).where(change_log.c.id == row).values(after={"value": "5"}), 0),
    "who": (lambda row: update(change_log).where(change_log.c.id == row).values(person_id=school.DEPUTY), 0),
    "when": (lambda row: update(change_log).where(change_log.c.id == row).values(at=school.STARTED), 0),
    "taken away": (lambda row: delete(change_log).where(change_log.c.id == row), 1),
}


@pytest.mark.parametrize("how", TAMPERED)
async def test_an_altered_row_breaks_its_seal_alone(
    how: str, wiring: Wiring, database: Database, clock: SetClock
) -> None:
    await _written(wiring.services(), wiring.sealing(), clock)
    ids = [row.id for row in await database.reader.rows(select(change_log.c.id).order_by(change_log.c.id))]
    tamper, missing = TAMPERED[how]
    async with database.begin() as tx:
        await tx.run(tamper(ids[2]))
    broken = (await verify(SealedLogReading(database.reader))).broken
    assert broken == (Broken(ids[1] + 1, ids[3], missing),)


async def test_a_seal_made_anew_over_altered_rows_breaks_the_next(
    wiring: Wiring, database: Database, clock: SetClock
) -> None:
    await _written(wiring.services(), wiring.sealing(), clock)
    second = (await database.reader.rows(select(change_seals.c.id).order_by(change_seals.c.id)))[1].id
    async with database.begin() as tx:
        await tx.run(update(change_seals).where(change_seals.c.id == second).values(hash="0" * 64))
    assert len((await verify(SealedLogReading(database.reader))).broken) == 2


async def test_a_row_slipped_in_breaks_the_seal(wiring: Wiring, database: Database, clock: SetClock) -> None:
    services, sealing = wiring.services(), wiring.sealing()
    await services.grading.put(TEACHER, ALGEBRA_7A, school.IVANOV, "5", ANSWER)
    async with database.begin() as tx:
        await tx.run(insert(change_log).values(id=100, at=school.MORNING, what="mark"))
    clock.advance(seconds=31)
    assert await sealing.seal() == 2
    async with database.begin() as tx:
        await tx.run(insert(change_log).values(id=50, at=school.MORNING, what="mark"))
    (broken,) = (await verify(SealedLogReading(database.reader))).broken
    assert broken.missing == -1
