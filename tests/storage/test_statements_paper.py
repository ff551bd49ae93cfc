"""What is printed of the journal: ten times the people cost no statement more, nor do more days."""

import pytest

from bot.services import Wiring
from domain.attendance.presence import Presence
from domain.control.page_courses import PagePlace
from storage.database import Database
from tests import school
from tests.clock import SetClock
from tests.statements import counted
from tests.storage.statement_cases import CLASS_TEACHER, DEPUTY, NOW, TEACHER, Case, is_as_cheap_when_grown, wired

ALGEBRA_7A = PagePlace(school.CLASS_7A, school.ALGEBRA)


async def page_of_the_journal(wiring: Wiring) -> None:
    page = await wiring.services().journal_pages.take(TEACHER, ALGEBRA_7A, "0")
    assert len(page.lines) >= 4
    assert page.lessons


async def sheet_of_attendance(wiring: Wiring) -> None:
    sheet = await wiring.services().attendance_sheets.take(CLASS_TEACHER, school.CLASS_7A, "0")
    assert len(sheet.lines) >= 4


async def attendance_of_the_school(wiring: Wiring) -> None:
    shown = await wiring.services().attendance_sheets.school(DEPUTY, "0")
    assert len(shown.classes) == 3


async def what_goes_into_the_paper_journal(wiring: Wiring) -> None:
    services = wiring.services()
    await services.roll_call.set_status(TEACHER, NOW, school.IVANOV, Presence.ABSENT)
    await services.my_lessons.set_topic(TEACHER, NOW, "Степени")
    shown = await services.rewriting.take(TEACHER)
    assert shown.pages[0].lessons[0].away
    assert (await services.rewriting.day(CLASS_TEACHER)).missed[0].pupils


CASES = [page_of_the_journal, sheet_of_attendance, attendance_of_the_school, what_goes_into_the_paper_journal]


@pytest.mark.parametrize("case", CASES, ids=[case.__name__ for case in CASES])
async def test_it_costs_no_more_statements_in_a_grown_school(case: Case, database: Database, clock: SetClock) -> None:
    await is_as_cheap_when_grown(case, database, clock)


@pytest.mark.parametrize("when", ["0", "2609", "2611"])
async def test_a_page_takes_at_most_nine_statements_once_the_timetable_is_known(database: Database, when: str) -> None:
    services = wired(database).services()
    await services.journal_pages.page(TEACHER, ALGEBRA_7A, "0")
    await services.attendance_sheets.sheet(CLASS_TEACHER, school.CLASS_7A, "0")
    with counted(database) as page:
        await services.journal_pages.page(TEACHER, ALGEBRA_7A, when)
    with counted(database) as sheet:
        await services.attendance_sheets.sheet(CLASS_TEACHER, school.CLASS_7A, when)
    assert page.statements <= 9
    assert sheet.statements <= 5
