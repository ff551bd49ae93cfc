"""A day off and a working Saturday are told once, on the last evening with lessons before, to whom they concern."""

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import insert

from domain.clock import SchoolTime
from domain.messaging.delivery import Delivery
from domain.messaging.kinds import Kind, Mode
from domain.school.calendar import Span, SpanKind
from storage.database import Database
from storage.tables.messaging import preferences
from tests import school
from tests.clock import SetClock
from tests.scheduler.post_office import Pigeon, all_turns, delivery, digest_queue
from tests.scheduler.test_digests import pages

DAY = timedelta(days=1)
QUARANTINE = Span(date(2026, 11, 25), date(2026, 11, 25), SpanKind.NON_WORKING, "Карантин", 7, 7)


@pytest.fixture
def pigeon() -> Pigeon:
    return Pigeon()


@pytest.fixture
def post(database: Database, school_time: SchoolTime, pigeon: Pigeon) -> Delivery:
    return delivery(database, school_time, pigeon)


async def _evening(database: Database, clock: SetClock, time: SchoolTime, post: Delivery, day: date) -> None:
    clock.set(datetime(day.year, day.month, day.day, 18, tzinfo=school.ZONE))
    await digest_queue(database, time).queue_due()
    await all_turns(post)


async def _keep(database: Database, *spans: Span) -> None:
    async with database.begin() as tx:
        await tx.calendar.add(spans)


async def test_a_day_off_is_told_the_evening_before_and_not_again(
    database: Database, clock: SetClock, school_time: SchoolTime, post: Delivery, pigeon: Pigeon
) -> None:
    await _keep(database, QUARANTINE)
    await _evening(database, clock, school_time, post, school.TUESDAY)
    (page,) = pages(pigeon, school.MOTHER)
    assert (page.pupil, page.unusual.off, page.homework_day) == (
        school.PEOPLE[school.IVANOV],
        "Карантин",
        date(2026, 11, 26),
    )
    await _evening(database, clock, school_time, post, school.TUESDAY + DAY)
    assert len(pages(pigeon, school.MOTHER)) == 1


async def test_a_vacation_is_told_before_the_weekend_that_it_follows(
    database: Database, clock: SetClock, school_time: SchoolTime, post: Delivery, pigeon: Pigeon
) -> None:
    await _keep(database, Span(date(2026, 11, 30), date(2026, 12, 6), SpanKind.VACATION, "Каникулы"))
    await _evening(database, clock, school_time, post, date(2026, 11, 27))
    assert {page.unusual.off for page in pages(pigeon, school.MOTHER)} == {"Каникулы"}
    assert {page.homework_day for page in pages(pigeon, school.MOTHER)} == {date(2026, 12, 7)}


async def test_a_working_saturday_is_told_with_whose_lessons_it_has(
    database: Database, clock: SetClock, school_time: SchoolTime, post: Delivery, pigeon: Pigeon
) -> None:
    saturday = Span(date(2026, 11, 28), date(2026, 11, 28), SpanKind.WORKING, "Рабочая суббота", 7, 7, 1)
    await _keep(database, saturday)
    await _evening(database, clock, school_time, post, date(2026, 11, 27))
    assert [page.unusual.worked for page in pages(pigeon, school.MOTHER)] == [saturday]


async def test_a_holiday_on_a_free_saturday_is_not_told_nor_anything_to_who_wants_no_homework(
    database: Database, clock: SetClock, school_time: SchoolTime, post: Delivery, pigeon: Pigeon
) -> None:
    off = {"pupil_id": school.IVANOV, "kind": Kind.HOMEWORK.value, "mode": Mode.OFF.value}
    async with database.begin() as tx:
        await tx.run(insert(preferences).values(person_id=school.MOTHER, **off))
    saturday = Span(date(2026, 11, 28), date(2026, 11, 28), SpanKind.NON_WORKING, "Праздник")
    await _keep(database, QUARANTINE, saturday)
    await _evening(database, clock, school_time, post, school.TUESDAY)
    assert pages(pigeon, school.MOTHER) == []
    assert len(pages(pigeon, school.FATHER)) == 1
    await _evening(database, clock, school_time, post, date(2026, 11, 27))
    assert len(pages(pigeon, school.FATHER)) == 1
