"""Pages and sheets of the year that was closed last, on both databases: as that year ended."""

from datetime import datetime

import pytest

from bot.services import Services
from domain.attendance.presence import Presence
from domain.control.page_courses import PagePlace
from domain.errors import NotAllowed, NotFound
from domain.ids import WorkKindId
from domain.school.timetable import LessonRef
from storage.database import Database
from tests import school
from tests.clock import SetClock
from tests.storage.statement_cases import wired

ADMIN, DEPUTY = school.actor(school.ADMIN), school.actor(school.DEPUTY)
TEACHER, LEADER = school.actor(school.ALGEBRA_TEACHER), school.actor(school.CLASS_TEACHER_7A)
HERE = PagePlace(school.CLASS_7A, school.ALGEBRA)
LESSON = LessonRef(school.entry_of(0), school.TUESDAY)
JUNE = datetime(2027, 6, 15, 10, 0, tzinfo=school.ZONE)


@pytest.fixture
async def services(database: Database, clock: SetClock) -> Services:
    services = wired(database).services()
    await services.grading.put(TEACHER, LESSON, school.PETROVA, "5", WorkKindId(1))
    await services.roll_call.set_status(TEACHER, LESSON, school.IVANOV, Presence.ILL)
    clock.set(JUNE)
    await services.year_turn.apply(ADMIN, (await services.year_turn.dry_run(ADMIN)).mark)
    return services


async def test_pages_of_the_closed_year_are_offered_and_read(services: Services) -> None:
    assert await services.journal_pages.has_last_year()
    own, classes = await services.journal_pages.open_to(TEACHER, last_year=True)
    assert HERE in [one.place for one in own]
    assert classes == ()
    page = await services.journal_pages.page(TEACHER, HERE, "q2")
    assert page.past
    assert page.until == page.days.last
    assert [line.pupil.name.surname for line in page.lines] == ["Иванов", "Кузина", "Петрова", "Сидоров"]
    (at,) = [n for n, lesson in enumerate(page.lessons) if lesson.id is not None]
    assert page.lessons[at].day == school.TUESDAY
    cells = {line.pupil.pupil: line.cells[at] for line in page.lines}
    assert cells[school.PETROVA].marks == ("5",)
    assert cells[school.IVANOV].presence is Presence.ILL


async def test_its_last_term_is_what_is_shown_first(services: Services) -> None:
    page = await services.journal_pages.page(DEPUTY, HERE, "0")
    assert page.days.key == "q4"
    assert len(page.choices) == 4 + 9


async def test_attendance_of_the_closed_year_is_read_by_who_leads_the_school(services: Services) -> None:
    classes = await services.attendance_sheets.classes(DEPUTY, last_year=True)
    assert school.CLASS_7A in [one.id for one in classes]
    sheet = await services.attendance_sheets.sheet(DEPUTY, school.CLASS_7A, "q2")
    assert sheet.past
    assert sheet.totals.ill == 1
    assert sheet.until == sheet.days.last


async def test_others_read_nothing_of_it(services: Services) -> None:
    with pytest.raises(NotAllowed):
        await services.journal_pages.page(school.actor(school.ENGLISH_1), HERE, "q2")
    with pytest.raises(NotAllowed):
        await services.attendance_sheets.sheet(school.actor(school.MOTHER), school.CLASS_7A, "q2")


async def test_before_the_first_year_was_closed_there_is_none(database: Database) -> None:
    services = wired(database).services()
    assert not await services.journal_pages.has_last_year()
    with pytest.raises(NotFound):
        await services.journal_pages.open_to(TEACHER, last_year=True)
    with pytest.raises(NotFound):
        await services.attendance_sheets.classes(DEPUTY, last_year=True)
