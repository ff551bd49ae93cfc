"""Which term a lesson's mark belongs to by the school's rules, and a year that is closed with its terms."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from sqlalchemy import insert, select, update

from bot.services import Services, Wiring
from bot.settings import Settings
from domain.errors import NotAllowed, NotFound
from domain.ids import WorkKindId
from domain.journal.closing import YearIsClosed
from domain.journal.mark_changes import TermIsClosed
from domain.journal.periods import Period
from domain.journal.results_kept import ResultPlace
from domain.journal.results_sheet import TermClosed
from domain.roles.codes import CodeHasher
from domain.school.calendar import TermKind
from domain.school.timetable import LessonRef
from storage.database import Database
from storage.journal.rules import RuleRows
from storage.tables import journal
from storage.tables import school as t
from tests import school
from tests.clock import SetClock

TEACHER, DEPUTY, DIRECTOR, MOTHER = (
    school.actor(one) for one in (school.ALGEBRA_TEACHER, school.DEPUTY, school.DIRECTOR, school.ORLOV_MOTHER)
)
OCTOBER = LessonRef(school.entry_of(5), date(2026, 10, 20))
"""Algebra of the other class, in the first quarter and the first half-year."""
NOVEMBER = LessonRef(school.entry_of(5), school.TUESDAY)
CLASS, ORLOV, ANSWER = school.CLASS_7B, school.ORLOV, WorkKindId(1)
MAY = school.MORNING.replace(year=2027, month=5, day=24)


@pytest.fixture
async def services(database: Database, clock: SetClock) -> Services:
    """The other class is a tenth one; the calendar has quarters and half-years. It is the evening of the Tuesday."""
    clock.set(school.MORNING.replace(hour=18))
    halves = [(1, date(2026, 9, 1), date(2026, 12, 30)), (2, date(2027, 1, 11), date(2027, 5, 26))]
    rows = [
        {"year_id": 1, "kind": "half_year", "number": number, "starts_on": starts, "ends_on": ends}
        for number, starts, ends in halves
    ]
    async with database.begin() as tx:
        await tx.run(insert(t.terms), rows)
        await tx.run(update(t.classes).where(t.classes.c.id == CLASS).values(grade=10, name="10Б", name_norm="10б"))
        tx.touch("lists")
        tx.touch("timetable")
    return Wiring(database, Settings(), "ru", CodeHasher(b"k" * 32)).services()


async def _rules(database: Database, said: Mapping[str, Any]) -> None:
    async with database.begin() as tx:
        await RuleRows(tx).add(said, None)


async def _marks(services: Services) -> None:
    await services.grading.put(TEACHER, OCTOBER, ORLOV, "4", ANSWER)
    await services.grading.put(TEACHER, NOVEMBER, ORLOV, "5", ANSWER)


async def test_a_tenth_grade_is_marked_by_half_years_beside_quarters(services: Services) -> None:
    await _marks(services)
    page = await services.diary.term_marks(MOTHER, ORLOV)
    assert page.of_term.term is not None
    assert (page.of_term.term.kind, [len(one.marks) for one in page.subjects]) == (TermKind.HALF_YEAR, [2])
    sheet = await services.results.sheet(TEACHER, ResultPlace(CLASS, school.ALGEBRA, Period.H1))
    assert str(sheet.lines[0].explained.average) == "4.50"
    forecast = await services.forecasts.of_subject(MOTHER, ORLOV, school.ALGEBRA, ())
    assert (forecast.period, forecast.line.explained.count) == (Period.H1, 2)
    absences = await services.absence_pages.of_pupil(MOTHER, ORLOV)
    assert absences.first == date(2026, 9, 1)
    states = {one.school_class.name: one.period for one in await services.term_closing.classes(DEPUTY)}
    assert states == {"7А": Period.Q2, "10Б": Period.H1}


async def test_the_closed_half_year_takes_no_mark_of_either_quarter(services: Services) -> None:
    assert await services.term_closing.close(DEPUTY, CLASS, Period.H1)
    for lesson in (OCTOBER, NOVEMBER):
        with pytest.raises(TermIsClosed):
            await services.grading.put(TEACHER, lesson, ORLOV, "4", ANSWER)
    with pytest.raises(NotFound):
        await services.term_closing.close(DEPUTY, CLASS, Period.Q1)


async def test_what_the_school_says_of_a_grade_decides_everywhere(services: Services, database: Database) -> None:
    await _marks(services)
    await _rules(database, {"term_kinds": {"10": "quarter"}})
    page = await services.diary.term_marks(MOTHER, ORLOV)
    assert page.of_term.term is not None
    assert (page.of_term.term.kind, page.of_term.term.number) == (TermKind.QUARTER, 2)
    assert [[mark.value for mark in one.marks] for one in page.subjects] == [["5"]]
    assert (await services.forecasts.of_subject(MOTHER, ORLOV, school.ALGEBRA, ())).line.explained.count == 1
    assert (await services.absence_pages.of_pupil(MOTHER, ORLOV)).first == date(2026, 11, 2)
    assert await services.term_closing.close(DEPUTY, CLASS, Period.Q1)
    with pytest.raises(TermIsClosed):
        await services.grading.put(TEACHER, OCTOBER, ORLOV, "3", WorkKindId(2))
    await services.grading.put(TEACHER, NOVEMBER, ORLOV, "3", WorkKindId(2))


async def test_the_year_is_closed_after_its_last_term_and_its_terms_with_it(
    services: Services, database: Database, clock: SetClock
) -> None:
    with pytest.raises(NotFound):
        await services.term_closing.close(DEPUTY, CLASS, Period.YEAR)
    clock.set(MAY)
    assert await services.term_closing.close(DEPUTY, CLASS, Period.H2)
    [state] = [one for one in await services.term_closing.classes(DEPUTY) if one.school_class.id == CLASS]
    assert (state.period, state.closed, state.missing) == (Period.YEAR, False, 3)
    with pytest.raises(NotAllowed):
        await services.term_closing.close(DIRECTOR, CLASS, Period.YEAR)
    assert await services.term_closing.close(DEPUTY, CLASS, Period.YEAR)
    assert not await services.term_closing.close(DEPUTY, CLASS, Period.YEAR)
    [state] = [one for one in await services.term_closing.classes(DEPUTY) if one.school_class.id == CLASS]
    assert (state.period, state.closed) == (Period.YEAR, True)
    for period in (Period.H1, Period.H2, Period.YEAR):
        with pytest.raises(TermClosed):
            await services.results.put(TEACHER, ResultPlace(CLASS, school.ALGEBRA, period), ORLOV, "н/а", "так")
        assert (await services.results.sheet(TEACHER, ResultPlace(CLASS, school.ALGEBRA, period))).closed
    with pytest.raises(TermIsClosed):
        await services.grading.put(TEACHER, OCTOBER, ORLOV, "4", ANSWER)
    other = ResultPlace(school.CLASS_7A, school.ALGEBRA, Period.YEAR)
    assert await services.results.put(TEACHER, other, school.IVANOV, "н/а", "так")
    log = journal.change_log.c
    rows = await database.reader.rows(select(log.after).where(log.what == "closing").order_by(log.id))
    assert [(row.after["term"] is None, row.after["closed"]) for row in rows] == [(False, True), (True, True)]


async def test_a_term_of_a_closed_year_is_opened_after_the_year(services: Services, clock: SetClock) -> None:
    clock.set(MAY)
    await services.term_closing.close(DEPUTY, CLASS, Period.H2)
    await services.term_closing.close(DEPUTY, CLASS, Period.YEAR)
    page = await services.term_closing.page(DEPUTY, CLASS, Period.H1)
    assert (page.closed, page.with_year, page.history) == (True, True, ())
    for act in (
        services.term_closing.close(DEPUTY, CLASS, Period.H1),
        services.term_closing.reopen(DEPUTY, CLASS, Period.H2, "опечатка"),
    ):
        with pytest.raises(YearIsClosed):
            await act
    assert await services.term_closing.reopen(DEPUTY, CLASS, Period.YEAR, "опечатка")
    assert await services.term_closing.reopen(DEPUTY, CLASS, Period.H2, "опечатка")
    await services.grading.put(TEACHER, OCTOBER, ORLOV, "4", ANSWER)
    [year] = (await services.term_closing.page(DEPUTY, CLASS, Period.YEAR)).history
    assert (year.stands, year.reason) == (False, "опечатка")


async def test_exams_come_after_the_closed_year(services: Services, database: Database, clock: SetClock) -> None:
    async with database.begin() as tx:
        await tx.run(update(t.classes).where(t.classes.c.id == CLASS).values(grade=11))
        tx.touch("lists")
        tx.touch("timetable")
    clock.set(MAY)
    await services.term_closing.close(DEPUTY, CLASS, Period.YEAR)
    assert await services.results.put(TEACHER, ResultPlace(CLASS, school.ALGEBRA, Period.EXAM), ORLOV, "4")
    with pytest.raises(TermClosed):
        await services.results.put(TEACHER, ResultPlace(CLASS, school.ALGEBRA, Period.YEAR), ORLOV, "н/а", "так")
