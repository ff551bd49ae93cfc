"""Sheets of marks and reports: ten times the pupils cost no statement more."""

import pytest

from bot.services import Wiring
from domain.journal.periods import Period
from storage.database import Database
from tests import school
from tests.clock import SetClock
from tests.storage.statement_cases import CLASS_TEACHER, DEPUTY, MOTHER, TEACHER, Case, is_as_cheap_when_grown


async def a_summary_of_marks(wiring: Wiring) -> None:
    services = wiring.services()
    assert (await services.mark_sheets.of(CLASS_TEACHER, school.CLASS_7A, Period.Q2)).missing
    assert (await services.mark_sheets.of(DEPUTY, school.CLASS_7A, Period.YEAR)).rows


async def a_class_teachers_report(wiring: Wiring) -> None:
    report = await wiring.services().class_reports.of(CLASS_TEACHER, school.CLASS_7A)
    assert report.families is not None
    assert report.families.pupils >= 4


async def a_subject_teachers_report(wiring: Wiring) -> None:
    services = wiring.services()
    assert len((await services.teacher_reports.of(TEACHER, school.ALGEBRA_TEACHER)).lines) == 2
    assert (await services.teacher_reports.choice(DEPUTY)).teachers


async def report_cards(wiring: Wiring) -> None:
    services = wiring.services()
    assert (await services.report_cards.one(MOTHER, school.IVANOV)).lines
    assert len(await services.report_cards.take_all(CLASS_TEACHER, school.CLASS_7A)) >= 4


CASES = [a_summary_of_marks, a_class_teachers_report, a_subject_teachers_report, report_cards]


@pytest.mark.parametrize("case", CASES, ids=[case.__name__ for case in CASES])
async def test_ten_times_the_school_costs_no_statement_more(case: Case, database: Database, clock: SetClock) -> None:
    await is_as_cheap_when_grown(case, database, clock)
