"""Debts and results in the evening's digest: a debt while it can be kept in time, a result that had no message."""

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import insert, update

from domain.attendance.presence import Presence
from domain.clock import SchoolTime
from domain.events import ResultSet
from domain.ids import PersonId, ResultId
from domain.messaging.contents import DigestNews, ResultNews
from domain.messaging.delivery import Delivery
from domain.messaging.digest_page import DigestPage
from domain.messaging.outbox import Blocked
from domain.messaging.reaching import Reaching
from storage.database import Database
from storage.tables.grading import debts, results
from storage.tables.messaging import preferences
from tests import school
from tests.clock import SetClock
from tests.scheduler.post_office import Pigeon, all_turns, delivery, digest_queue, note, put_mark

EVENING = datetime(2026, 11, 24, 18, 0, tzinfo=school.ZONE)
DAY = timedelta(days=1)
MOTHER_ID = school.telegram_id(school.MOTHER)


@pytest.fixture
def pigeon() -> Pigeon:
    return Pigeon()


@pytest.fixture
def post(database: Database, school_time: SchoolTime, pigeon: Pigeon) -> Delivery:
    return delivery(database, school_time, pigeon)


def pages(pigeon: Pigeon, person: PersonId = school.MOTHER) -> list[DigestPage]:
    return [m.content.page for m in pigeon.to(person) if isinstance(m.content, DigestNews)]


async def owe(database: Database, due: date, kind: int = 4) -> None:
    lesson = await note(database, Presence.PRESENT)
    row = {"lesson_id": lesson, "pupil_id": school.IVANOV, "kind_id": kind, "due_day": due}
    async with database.begin() as tx:
        await tx.run(insert(debts).values(**row, set_by=school.ALGEBRA_TEACHER, set_at=database.clock.now()))


async def give(database: Database, value: str) -> ResultId:
    """A quarter's mark, with its fact."""
    about = {"pupil_id": school.IVANOV, "subject_id": school.ALGEBRA, "class_id": school.CLASS_7A, "year_id": 1}
    now, by = database.clock.now(), school.ALGEBRA_TEACHER
    async with database.begin() as tx:
        made = insert(results).values(**about, kind="quarter", number=2, value=value, set_by=by, set_at=now)
        number = ResultId(await tx.add(made))
        await tx.facts.add(ResultSet(by, number, school.IVANOV, 1))
    return number


async def all_due(post: Delivery) -> None:
    """A turn that only ends rows may leave others due: an account has one row at a time."""
    await all_turns(post)
    while await post._anything_due():
        await all_turns(post)


async def evening(database: Database, school_time: SchoolTime, post: Delivery) -> None:
    await digest_queue(database, school_time).queue_due()
    await all_due(post)


@pytest.mark.parametrize(("ahead", "told"), [(0, True), (3, True), (4, False)])
async def test_a_debt_is_told_of_from_three_days_before_its_day(
    database: Database, clock: SetClock, school_time: SchoolTime, post: Delivery, pigeon: Pigeon, ahead: int, told: bool
) -> None:
    await owe(database, school.TUESDAY + ahead * DAY)
    clock.set(EVENING)
    await evening(database, school_time, post)
    found = [[debt.due for debt in page.debts] for page in pages(pigeon)]
    assert found == ([[school.TUESDAY + ahead * DAY]] if told else [])
    assert pages(pigeon, school.SIDOROV_MOTHER) == []


async def test_an_overdue_debt_comes_beside_other_news_and_calls_no_evening_by_itself(
    database: Database, clock: SetClock, school_time: SchoolTime, post: Delivery, pigeon: Pigeon
) -> None:
    await owe(database, school.TUESDAY - 7 * DAY)
    clock.set(EVENING)
    await evening(database, school_time, post)
    assert pages(pigeon) == []
    await put_mark(database, "5")
    clock.set(EVENING + DAY)
    await evening(database, school_time, post)
    assert [[debt.due for debt in page.debts] for page in pages(pigeon)] == [[school.TUESDAY - 7 * DAY]]


async def test_a_debt_that_ended_or_of_which_the_family_wants_nothing_is_no_line(
    database: Database, clock: SetClock, school_time: SchoolTime, post: Delivery, pigeon: Pigeon
) -> None:
    await owe(database, school.TUESDAY)
    clock.set(EVENING)
    async with database.begin() as tx:
        row = {"person_id": school.MOTHER, "pupil_id": school.IVANOV, "kind": "mark", "mode": "off"}
        await tx.run(insert(preferences).values(**row))
    await digest_queue(database, school_time).queue_due()
    async with database.begin() as tx:
        await tx.run(update(debts).values(closed_at=clock.now(), closed_by=school.ALGEBRA_TEACHER))
    await all_due(post)
    assert pages(pigeon) == []
    assert pages(pigeon, school.FATHER) == []


async def test_a_result_that_came_by_itself_is_in_no_digest(
    database: Database, clock: SetClock, school_time: SchoolTime, post: Delivery, pigeon: Pigeon
) -> None:
    await put_mark(database, "5")
    await give(database, "4")
    await all_due(post)
    clock.set(EVENING)
    await evening(database, school_time, post)
    assert [type(m.content) for m in pigeon.to(school.MOTHER)].count(ResultNews) == 1
    await digest_queue(database, school_time).queue_due()
    await all_due(post)
    assert [page.results for page in pages(pigeon)] == [()]


async def test_a_result_that_never_reached_who_could_not_be_reached_is_in_their_next_one(
    database: Database, clock: SetClock, school_time: SchoolTime, post: Delivery, pigeon: Pigeon
) -> None:
    reaching = Reaching(database.begin, digest_queue(database, school_time))
    pigeon.fates[MOTHER_ID] = [Blocked("bot was blocked by the user")]
    await give(database, "4")
    await all_due(post)
    clock.advance(minutes=15)
    await all_due(post)
    assert pigeon.to(school.MOTHER) == []
    assert len(pigeon.to(school.FATHER)) == 1
    clock.advance(hours=1)
    await reaching.back(MOTHER_ID)
    await all_due(post)
    [page] = pages(pigeon)
    assert [(one.subject, one.period, one.value) for one in page.results] == [("Алгебра", "q2", "4")]
    assert pages(pigeon, school.FATHER) == []
