"""Where a digest begins: nothing is lost over a missed one, nothing comes twice, in any of Russia's time zones."""

import random
from collections import Counter
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import update

from domain.attendance.presence import Presence
from domain.clock import SchoolTime
from domain.messaging.contents import DigestNews
from domain.messaging.delivery import Delivery
from domain.messaging.digest_page import DigestPage
from domain.messaging.outbox import Blocked
from domain.messaging.reaching import Reaching
from storage.database import Database
from storage.tables.roles import bindings
from tests import school
from tests.clock import SetClock
from tests.scheduler.post_office import Pigeon, all_turns, delivery, digest_queue, note, put_mark
from tests.zones import RUSSIAN_ZONES

EVENING = datetime(2026, 11, 24, 18, 0, tzinfo=school.ZONE)
DAY = timedelta(days=1)
MOTHER_ID = school.telegram_id(school.MOTHER)


@pytest.fixture
def pigeon() -> Pigeon:
    return Pigeon()


@pytest.fixture
def post(database: Database, school_time: SchoolTime, pigeon: Pigeon) -> Delivery:
    return delivery(database, school_time, pigeon)


def pages(pigeon: Pigeon) -> list[DigestPage]:
    return [m.content.page for m in pigeon.to(school.MOTHER) if isinstance(m.content, DigestNews)]


def values(pigeon: Pigeon) -> list[list[str]]:
    return [[mark.value for mark in page.marks] for page in pages(pigeon)]


async def evening(database: Database, school_time: SchoolTime, post: Delivery) -> None:
    """A turn that only ends rows may leave others due: an account has one row at a time."""
    await digest_queue(database, school_time).queue_due()
    await all_turns(post)
    while await post._anything_due():
        await all_turns(post)


@pytest.mark.parametrize(("late", "on_time"), [(timedelta(hours=2, minutes=59), True), (timedelta(hours=3), False)])
async def test_a_digest_comes_up_to_three_hours_late_and_then_in_the_next_one(
    database: Database,
    clock: SetClock,
    school_time: SchoolTime,
    post: Delivery,
    pigeon: Pigeon,
    late: timedelta,
    on_time: bool,
) -> None:
    await put_mark(database, "5")
    clock.set(EVENING + late)
    await evening(database, school_time, post)
    assert values(pigeon) == ([["5"]] if on_time else [])
    await put_mark(database, "4")
    clock.set(EVENING + DAY)
    await evening(database, school_time, post)
    assert values(pigeon) == ([["5"], ["4"]] if on_time else [["5", "4"]])


async def test_what_was_queued_and_not_sent_in_time_is_in_the_next_one(
    database: Database, clock: SetClock, school_time: SchoolTime, post: Delivery, pigeon: Pigeon
) -> None:
    await put_mark(database, "5")
    clock.set(EVENING)
    await digest_queue(database, school_time).queue_due()
    clock.set(EVENING + timedelta(hours=4))
    await all_turns(post)
    assert values(pigeon) == []
    clock.set(EVENING + DAY)
    await evening(database, school_time, post)
    assert values(pigeon) == [["5"]]


async def test_a_week_of_silence_comes_in_one_digest_and_three_weeks_in_a_fortnights(
    database: Database, clock: SetClock, school_time: SchoolTime, post: Delivery, pigeon: Pigeon
) -> None:
    clock.set(EVENING)
    await put_mark(database, "2")
    clock.set(EVENING + 10 * DAY)
    await put_mark(database, "5")
    clock.set(EVENING + 21 * DAY)
    await evening(database, school_time, post)
    assert values(pigeon) == [["5"]]


async def test_a_new_account_is_not_told_of_what_was_before_it(
    database: Database, clock: SetClock, school_time: SchoolTime, post: Delivery, pigeon: Pigeon
) -> None:
    await put_mark(database, "2")
    clock.set(EVENING + 5 * DAY)
    async with database.begin() as tx:
        mine = bindings.c.person_id == school.MOTHER
        await tx.run(update(bindings).where(mine).values(bound_at=clock.now() - timedelta(hours=1)))
    clock.advance(minutes=-1)
    await put_mark(database, "5")
    clock.advance(minutes=1)
    await evening(database, school_time, post)
    assert values(pigeon) == [["5"]]


async def test_who_comes_back_gets_one_digest_for_each_child_and_no_flood(
    database: Database, clock: SetClock, school_time: SchoolTime, post: Delivery, pigeon: Pigeon
) -> None:
    reaching = Reaching(database.begin, digest_queue(database, school_time))
    pigeon.fates[MOTHER_ID] = [Blocked("bot was blocked by the user")]
    for value in "2345":
        await put_mark(database, value)
    await note(database, Presence.LATE)
    await all_turns(post)
    clock.advance(minutes=15)
    await all_turns(post)
    clock.advance(hours=26)
    await reaching.back(MOTHER_ID)
    await all_turns(post)
    assert values(pigeon) == [["2", "3", "4", "5"]]
    assert [one.status for one in pages(pigeon)[0].absences] == [Presence.LATE]
    assert len(pigeon.to(school.MOTHER)) == 1
    await put_mark(database, "3")
    clock.set(EVENING + DAY)
    await evening(database, school_time, post)
    assert values(pigeon) == [["2", "3", "4", "5"], ["3"]]


async def test_who_comes_back_and_missed_nothing_is_not_written_to(
    database: Database, clock: SetClock, school_time: SchoolTime, post: Delivery, pigeon: Pigeon
) -> None:
    reaching = Reaching(database.begin, digest_queue(database, school_time))
    await reaching.gone(MOTHER_ID, "bot was blocked by the user")
    clock.advance(hours=1)
    assert await reaching.back(MOTHER_ID)
    await all_turns(post)
    assert pigeon.to(school.MOTHER) == []


@pytest.mark.parametrize("zone", RUSSIAN_ZONES)
async def test_in_every_zone_a_day_has_one_digest_at_its_hour_however_the_clock_jumps(
    sqlite_database: Database, clock: SetClock, zone: str
) -> None:
    """A clock that leaps a day ahead and back, with a new run of the program after each leap."""
    dice, pigeon, database = random.Random(zone), Pigeon(), sqlite_database
    database.zone = ZoneInfo(zone)
    school_time = SchoolTime(clock, lambda: database.zone)
    clock.set(datetime(2026, 11, 24, 8, 0, tzinfo=database.zone))
    sent_at: list[datetime] = []
    for run in range(40):
        await put_mark(database, dice.choice("2345"))
        post = delivery(database, school_time, pigeon, owner=f"run {run}")
        before = len(pages(pigeon))
        await evening(database, school_time, post)
        sent_at += [school_time.local()] * (len(pages(pigeon)) - before)
        clock.advance(hours=3)
        clock.set(clock.now() + dice.choice([-DAY, DAY, *[timedelta()] * 6]))
    days = Counter(page.day for page in pages(pigeon))
    assert len(days) > 1
    assert set(days.values()) == {1}
    assert [moment.date() for moment in sent_at] == [page.day for page in pages(pigeon)]
    assert all(time(18) <= moment.time() <= time(21) for moment in sent_at)


@pytest.mark.parametrize("zone", RUSSIAN_ZONES)
async def test_in_every_zone_each_mark_is_in_exactly_one_digest_over_any_downtime(
    sqlite_database: Database, clock: SetClock, zone: str
) -> None:
    dice, pigeon, database = random.Random(zone), Pigeon(), sqlite_database
    database.zone = ZoneInfo(zone)
    school_time = SchoolTime(clock, lambda: database.zone)
    clock.set(datetime(2026, 11, 24, 8, 0, tzinfo=database.zone))
    put: list[str] = []
    for run in range(30):
        put.append(dice.choice("2345"))
        await put_mark(database, put[-1])
        clock.advance(minutes=dice.choice([40, 200, 600, 2000]))
        await evening(database, school_time, delivery(database, school_time, pigeon, owner=f"run {run}"))
    clock.set(datetime.combine(school_time.today() + DAY, time(18), tzinfo=database.zone))
    await evening(database, school_time, delivery(database, school_time, pigeon, owner="the last run"))
    assert [value for page in values(pigeon) for value in page] == put
