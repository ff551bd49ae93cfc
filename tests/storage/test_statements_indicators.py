"""Indicators: a year costs no statement more than a week, a school grown tenfold none more than a small one."""

from datetime import date, datetime

import pytest

from bot.services import Wiring
from domain.control.indicators import OF_FAMILIES, By, Measure, Slice, ways
from domain.errors import NotAllowed, NotFound
from domain.ids import WorkKindId
from storage.database import Database
from tests import school
from tests.clock import SetClock
from tests.statements import counted
from tests.storage.statement_cases import DEPUTY, NOW, TEACHER, Case, is_as_cheap_when_grown, wired

EVENING = datetime(2026, 11, 24, 18, 0, tzinfo=school.ZONE)
TUESDAY = Slice(school.TUESDAY, school.TUESDAY)
WEEK = Slice(date(2026, 11, 18), school.TUESDAY)
YEAR = Slice(date(2026, 9, 1), date(2027, 5, 26))


async def _written(wiring: Wiring) -> None:
    services = wiring.services()
    await services.grading.put(TEACHER, NOW, school.IVANOV, "5", WorkKindId(1))
    await services.my_lessons.set_topic(TEACHER, NOW, "Степени")
    wiring.database.clock.set(EVENING)  # type: ignore[attr-defined]


async def page(wiring: Wiring) -> None:
    await _written(wiring)
    assert len((await wiring.services().indicators.page(DEPUTY, YEAR)).figures) == len(Measure)


async def everything_behind(wiring: Wiring) -> None:
    indicators = wiring.services().indicators
    await _written(wiring)
    for measure in Measure:
        for by in ways(measure):
            await indicators.behind(DEPUTY, YEAR, measure, by)


async def lessons(wiring: Wiring) -> None:
    await _written(wiring)
    assert (await wiring.services().indicators.lessons(DEPUTY, YEAR, Measure.TOPICS)).lessons


@pytest.mark.parametrize("case", [page, everything_behind, lessons])
async def test_the_statements_do_not_grow_with_the_school(case: Case, database: Database, clock: SetClock) -> None:
    await is_as_cheap_when_grown(case, database, clock)


async def test_a_year_costs_as_many_statements_as_a_week(database: Database) -> None:
    indicators = wired(database).services().indicators
    await indicators.page(DEPUTY, WEEK)
    with counted(database) as week:
        await indicators.page(DEPUTY, WEEK)
    await indicators.page(DEPUTY, YEAR)
    with counted(database) as year:
        await indicators.page(DEPUTY, YEAR)
    assert year.statements <= week.statements <= 14


@pytest.mark.parametrize(
    "person", [school.ALGEBRA_TEACHER, school.CLASS_TEACHER_7A, school.SECRETARY, school.MOTHER, school.IVANOV]
)
async def test_who_does_not_control_sees_no_figure(person: int, sqlite_database: Database) -> None:
    indicators, actor = wired(sqlite_database).services().indicators, school.actor(person)  # type: ignore[arg-type]
    with pytest.raises(NotAllowed):
        await indicators.page(actor, WEEK)
    with pytest.raises(NotAllowed):
        await indicators.behind(actor, WEEK, Measure.TOPICS)
    with pytest.raises(NotAllowed):
        await indicators.lessons(actor, WEEK, Measure.TOPICS)


async def test_what_a_figure_has_not_is_not_found(sqlite_database: Database) -> None:
    indicators = wired(sqlite_database).services().indicators
    with pytest.raises(NotFound):
        await indicators.behind(DEPUTY, WEEK, Measure.TOPICS, By.PUPIL)
    for measure in (Measure.DENSITY, Measure.PLAN, *OF_FAMILIES):
        with pytest.raises(NotFound):
            await indicators.lessons(DEPUTY, WEEK, measure)


async def test_a_slice_of_a_class_that_is_not_there_has_figures_of_nothing(sqlite_database: Database) -> None:
    nowhere = Slice(YEAR.first, YEAR.last, class_id=school.CLASS_7A + 100)  # type: ignore[arg-type]
    found = await wired(sqlite_database).services().indicators.page(DEPUTY, nowhere)
    assert {(one.part, one.whole) for one in found.figures} == {(0, 0)}


async def test_only_lessons_that_are_over_count(database: Database, clock: SetClock) -> None:
    indicators = wired(database).services().indicators
    whole = {}
    for hour, minute in ((9, 14), (9, 15), (23, 0)):
        clock.set(EVENING.replace(hour=hour, minute=minute))
        figures = (await indicators.page(DEPUTY, TUESDAY)).figures
        whole[hour, minute] = next(one.whole for one in figures if one.measure is Measure.TOPICS)
    assert list(whole.values()) == [0, 2, len(school.DAILY)]
