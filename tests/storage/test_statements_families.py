"""What families see, results and absences: as many SQL statements for a small school as for a grown one."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.services import Wiring
from domain.attendance.answers import Answer
from domain.attendance.missed import Reason
from domain.attendance.notes import NoteReason, Span
from domain.attendance.pages import Period as AbsencePeriod
from domain.attendance.presence import Presence
from domain.ids import LessonId, WorkKindId
from domain.journal.periods import Period
from domain.journal.results_kept import ResultPlace
from domain.messaging.kinds import Kind
from storage.database import Database
from storage.tables import journal
from tests import school
from tests.clock import SetClock
from tests.storage.statement_cases import (
    CLASS_TEACHER,
    DEPUTY,
    MOTHER,
    NOW,
    TEACHER,
    Case,
    is_as_cheap_when_grown,
    nobody,
)


async def tomorrow(wiring: Wiring) -> None:
    schedule = wiring.services().schedule
    assert len(await schedule.mine(MOTHER, schedule.near(1))) == 2


async def marks_page(wiring: Wiring) -> None:
    assert (await wiring.services().diary.term_marks(MOTHER, school.IVANOV)).marked


async def homework_page(wiring: Wiring) -> None:
    await wiring.services().homework_diary.coming(MOTHER, school.IVANOV)


async def diary_day(wiring: Wiring) -> None:
    assert (await wiring.services().diary_pages.day(MOTHER, school.IVANOV, school.TUESDAY)).days[0].lessons


async def diary_week(wiring: Wiring) -> None:
    assert len((await wiring.services().diary_pages.week(MOTHER, school.IVANOV, school.TUESDAY)).days) == 6


async def subject_page(wiring: Wiring) -> None:
    await wiring.services().grading.put(TEACHER, NOW, school.IVANOV, "5", WorkKindId(1))
    page = await wiring.services().subject_pages.page(MOTHER, school.IVANOV, school.ALGEBRA, 0)
    assert page.average is not None


async def results_accepted(wiring: Wiring) -> None:
    results = wiring.services().results
    place = ResultPlace(school.CLASS_7A, school.ALGEBRA, Period.Q2)
    await results.put(TEACHER, place, school.IVANOV, "н/а", "всю четверть болел")
    assert await results.accept_all(TEACHER, place) >= 0
    assert len((await results.sheet(TEACHER, place)).lines) >= 4


async def results_of_pupil(wiring: Wiring) -> None:
    services = wiring.services()
    assert (await services.pupil_results.page(MOTHER, school.IVANOV)).subjects
    await services.pupil_results.explained(MOTHER, school.IVANOV, school.ALGEBRA, Period.Q2)
    await services.forecasts.of_subject(MOTHER, school.IVANOV, school.ALGEBRA, ())
    await services.forecasts.everywhere(MOTHER, school.IVANOV, ())


async def terms_to_close(wiring: Wiring) -> None:
    closing = wiring.services().term_closing
    assert len(await closing.classes(DEPUTY)) == 2
    assert (await closing.page(DEPUTY, school.CLASS_7A, Period.Q2)).lacking >= 16


async def absence_announced(wiring: Wiring) -> None:
    """For a month; the days offered before it, and the roll call that shows it after."""
    notes, span = wiring.services().absence_notes, Span(school.TUESDAY, school.TUESDAY + timedelta(days=30))
    assert len(await notes.days(MOTHER, school.IVANOV)) == 5
    await notes.announce(MOTHER, school.IVANOV, span, NoteReason.ILL)
    assert (await wiring.services().roll_calls.sheet(TEACHER, NOW)).announced
    await wiring.services().roll_call.close(TEACHER, NOW)


async def telling_of_a_note(wiring: Wiring) -> None:
    span = Span(school.TUESDAY, school.TUESDAY)
    await wiring.services().absence_notes.announce(MOTHER, school.IVANOV, span, NoteReason.ILL)
    telling = wiring.delivery(*nobody()).telling
    plan = await telling.plan()
    assert len(plan.messages) == 2
    async with wiring.database.begin() as tx:
        await telling.put(tx, plan)


async def absences_of_class(wiring: Wiring) -> None:
    """A whole class absent, one pupil's day settled, the page with its totals and contradictions."""
    services = wiring.services()
    await services.roll_call.set_all(TEACHER, NOW, Presence.ABSENT)
    assert await services.absence_reasons.settle(CLASS_TEACHER, school.IVANOV, school.TUESDAY, Reason.ILL) == 1
    page = await services.absence_pages.of_class(CLASS_TEACHER, school.CLASS_7A, AbsencePeriod.TERM)
    assert page.open >= 3


async def absences_of_pupil(wiring: Wiring) -> None:
    await wiring.services().absence_pages.of_pupil(MOTHER, school.IVANOV)


async def alarm_passed_on(wiring: Wiring) -> None:
    services = wiring.services()
    await services.roll_call.set_status(TEACHER, NOW, school.IVANOV, Presence.ABSENT)
    row = await wiring.database.reader.row(select(journal.lessons.c.id).where(journal.lessons.c.day == NOW.day))
    assert row is not None
    await services.absence_answers.answer(MOTHER, LessonId(row[0]), school.IVANOV, Answer.UNKNOWN)
    wiring.database.clock.advance(minutes=10)  # type: ignore[attr-defined]
    assert await services.absence_alarms.escalate_due() == 1
    telling = wiring.delivery(*nobody()).telling
    plan = await telling.plan()
    assert {message.kind for message in plan.messages} >= {Kind.ALARM, Kind.ABSENCE_ALARM}


CASES: list[Case] = [
    tomorrow,
    marks_page,
    homework_page,
    diary_day,
    diary_week,
    subject_page,
    results_accepted,
    results_of_pupil,
    terms_to_close,
    absence_announced,
    telling_of_a_note,
    absences_of_class,
    absences_of_pupil,
    alarm_passed_on,
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.__name__)
async def test_ten_times_the_people_cost_no_statement_more(case: Case, database: Database, clock: SetClock) -> None:
    await is_as_cheap_when_grown(case, database, clock)
