"""The director's page on both kinds of database: the same few statements however big the school is."""

from datetime import datetime

import pytest

from bot.overview_wiring import overview_weeks
from bot.services import Wiring
from domain.control.indicators import Measure
from domain.errors import NotAllowed
from domain.ids import PersonId
from storage.database import Database
from tests import inspecting, school
from tests.clock import SetClock
from tests.statements import counted, grow
from tests.storage.statement_cases import wired

FRIDAY = datetime(2026, 11, 27, 16, 5, tzinfo=school.ZONE)
DIRECTOR = school.actor(school.DIRECTOR)


@pytest.fixture
def wiring(database: Database, clock: SetClock) -> Wiring:
    clock.set(FRIDAY)
    return wired(database)


async def test_it_tells_of_the_week_against_the_week_before(wiring: Wiring, database: Database) -> None:
    await inspecting.kept(database)
    page = await wiring.services().overviews.page(DIRECTOR)
    assert page is not None
    assert page.earlier is not None
    assert (page.week.first.day, page.week.last.day, page.earlier.first.day) == (23, 27, 16)
    now, before = page.percent(Measure.TOPICS)
    assert now is not None
    assert before is not None
    assert now < before
    assert (page.open_remarks, page.results) == (0, None)


async def test_a_bigger_school_costs_no_statement_more(wiring: Wiring, database: Database) -> None:
    await wiring.services().overviews.page(DIRECTOR)
    with counted(database) as small:
        await wiring.services().overviews.page(DIRECTOR)
    await grow(database)
    await wired(database).services().overviews.page(DIRECTOR)
    again = wired(database)
    await again.services().overviews.page(DIRECTOR)
    with counted(database) as big:
        await again.services().overviews.page(DIRECTOR)
    assert big.statements <= small.statements


@pytest.mark.parametrize("person", [school.ALGEBRA_TEACHER, school.CLASS_TEACHER_7A, school.MOTHER, school.ADMIN])
async def test_nobody_else_reads_it(wiring: Wiring, person: PersonId) -> None:
    with pytest.raises(NotAllowed):
        await wiring.services().overviews.page(school.actor(person))


async def test_it_is_queued_for_directors_once_a_week(wiring: Wiring, clock: SetClock) -> None:
    weeks = overview_weeks(wiring)
    assert await weeks.queue() == 1
    assert await weeks.queue() == 0
    clock.advance(days=1)
    assert await overview_weeks(wiring).queue() == 0
    clock.advance(days=6)
    assert await weeks.queue() == 1
