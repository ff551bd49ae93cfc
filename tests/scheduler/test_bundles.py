"""Several facts of one child within a minute: one message, and each keeps its own fate."""

import pytest
from sqlalchemy import insert, select

from domain.clock import SchoolTime
from domain.events import HomeworkChanged
from domain.ids import HomeworkId
from domain.messaging.contents import BundleNews, HomeworkNews, MarkNews
from domain.messaging.delivery import Delivery, SendingLimits
from domain.messaging.outbox import Blocked, Retry, Unknown
from storage.database import Database
from storage.tables.journal import homework
from storage.tables.messaging import outbox, preferences
from tests import school
from tests.clock import SetClock
from tests.scheduler.post_office import Pigeon, all_turns, delivery, put_mark, rows

MOTHER_ID = school.telegram_id(school.MOTHER)


@pytest.fixture
def pigeon() -> Pigeon:
    return Pigeon()


@pytest.fixture
def post(database: Database, school_time: SchoolTime, pigeon: Pigeon) -> Delivery:
    return delivery(database, school_time, pigeon)


def values(pigeon: Pigeon) -> list[list[str]]:
    """What each message to the mother said, mark by mark."""
    said = []
    for message in pigeon.to(school.MOTHER):
        news = message.content.news if isinstance(message.content, BundleNews) else (message.content,)
        said.append([one.card.value for one in news if isinstance(one, MarkNews)])
    return said


async def test_marks_within_a_minute_go_as_one_message(
    database: Database, clock: SetClock, post: Delivery, pigeon: Pigeon
) -> None:
    await put_mark(database, "5")
    clock.advance(seconds=40)
    await put_mark(database, "4")
    clock.advance(seconds=50)
    await put_mark(database, "3")
    await all_turns(post)
    clock.advance(minutes=15)
    await all_turns(post)
    assert values(pigeon) == [["5", "4", "3"]]
    said = await database.reader.rows(
        select(outbox.c.said).where(outbox.c.account_id == school.account_of(school.MOTHER))
    )
    assert [row.said for row in said] == ["5", "4", "3"]
    assert {state for _, state, _ in await rows(database)} == {"sent"}


async def test_a_mark_of_more_than_a_minute_later_waits_for_its_own_time(
    database: Database, clock: SetClock, post: Delivery, pigeon: Pigeon
) -> None:
    await put_mark(database, "5")
    clock.advance(seconds=61)
    await put_mark(database, "4")
    await all_turns(post)
    clock.advance(minutes=13, seconds=59)
    await all_turns(post)
    assert values(pigeon) == [["5"]]
    clock.advance(minutes=2)
    await all_turns(post)
    assert values(pigeon) == [["5"], ["4"]]


async def test_two_children_are_never_mixed_up(
    database: Database, clock: SetClock, post: Delivery, pigeon: Pigeon
) -> None:
    await put_mark(database, "5")
    await put_mark(database, "4", pupil=school.IVANOVA_MASHA)
    await all_turns(post)
    clock.advance(minutes=15)
    await all_turns(post)
    assert values(pigeon) == [["5"], ["4"]]


async def test_homework_goes_along_with_marks(
    database: Database, clock: SetClock, post: Delivery, pigeon: Pigeon
) -> None:
    await put_mark(database, "5")
    clock.advance(minutes=10)
    choice = {"person_id": school.MOTHER, "pupil_id": school.IVANOV, "kind": "homework", "mode": "now"}
    row = {"subject_id": school.ALGEBRA, "class_id": school.CLASS_7A, "due_day": school.TUESDAY, "text": "№ 1"}
    async with database.begin() as tx:
        await tx.run(insert(preferences).values(**choice))
        made = await tx.add(insert(homework).values(**row, set_by=school.ALGEBRA_TEACHER, set_at=clock.now()))
        await tx.facts.add(HomeworkChanged(school.ALGEBRA_TEACHER, HomeworkId(made), 1))
    await all_turns(post)
    clock.advance(minutes=5)
    await all_turns(post)
    [message] = pigeon.to(school.MOTHER)
    assert isinstance(message.content, BundleNews)
    assert [type(one) for one in message.content.news] == [MarkNews, HomeworkNews]


async def test_a_correction_of_one_mark_of_a_bundle_says_what_was(
    database: Database, clock: SetClock, post: Delivery, pigeon: Pigeon
) -> None:
    first = await put_mark(database, "2")
    await put_mark(database, "4")
    await all_turns(post)
    clock.advance(minutes=15)
    await all_turns(post)
    await put_mark(database, "3", first)
    await all_turns(post)
    clock.advance(minutes=15)
    await all_turns(post)
    correction = pigeon.to(school.MOTHER)[-1].content
    assert isinstance(correction, MarkNews)
    assert (correction.correction, correction.before, correction.card.value) == (True, "2", "3")


async def test_what_was_taken_back_leaves_the_bundle_and_ends_with_its_own_reason(
    database: Database, clock: SetClock, post: Delivery, pigeon: Pigeon
) -> None:
    first = await put_mark(database, "2")
    await put_mark(database, "4")
    await put_mark(database, "5")
    await all_turns(post)
    clock.advance(minutes=15)
    await put_mark(database, None, first)
    await all_turns(post)
    assert values(pigeon) == [["4", "5"]]
    assert ("mark", "cancelled", "superseded") in await rows(database)


async def test_one_doubtful_repeat_repeats_the_one_message(
    database: Database, clock: SetClock, post: Delivery, pigeon: Pigeon
) -> None:
    pigeon.fates[MOTHER_ID] = [Unknown("time-out")]
    await put_mark(database, "5")
    await put_mark(database, "4")
    await all_turns(post)
    clock.advance(minutes=15)
    await all_turns(post)
    await put_mark(database, "3")
    await all_turns(post)
    clock.advance(seconds=30)
    await all_turns(post)
    assert values(pigeon) == [["5", "4"]]
    assert [message.repeat for message in pigeon.to(school.MOTHER)] == [True]
    clock.advance(minutes=15)
    await all_turns(post)
    assert values(pigeon) == [["5", "4"], ["3"]]
    assert [message.repeat for message in pigeon.to(school.MOTHER)] == [True, False]


async def test_a_bundle_that_surely_failed_is_tried_again_as_one(
    database: Database, clock: SetClock, post: Delivery, pigeon: Pigeon
) -> None:
    pigeon.fates[MOTHER_ID] = [Retry("Bad Gateway")]
    await put_mark(database, "5")
    await put_mark(database, "4")
    await all_turns(post)
    clock.advance(minutes=15)
    await all_turns(post)
    clock.advance(seconds=1)
    await all_turns(post)
    assert values(pigeon) == [["5", "4"]]
    assert [message.repeat for message in pigeon.to(school.MOTHER)] == [False]


async def test_a_bundle_to_a_blocked_account_ends_whole(
    database: Database, clock: SetClock, post: Delivery, pigeon: Pigeon
) -> None:
    pigeon.fates[MOTHER_ID] = [Blocked("bot was blocked by the user")]
    await put_mark(database, "5")
    await put_mark(database, "4")
    await all_turns(post)
    clock.advance(minutes=15)
    await all_turns(post)
    states = await rows(database)
    assert states.count(("mark", "undeliverable", "bot was blocked by the user")) == 2


async def test_a_bundle_counts_once_towards_what_is_under_way(
    database: Database, clock: SetClock, pigeon: Pigeon, school_time: SchoolTime
) -> None:
    post = delivery(database, school_time, pigeon, limits=SendingLimits(in_flight=2, per_chat=1000))
    for value in ("5", "4", "3"):
        await put_mark(database, value)
    await all_turns(post)
    clock.advance(minutes=15)
    assert await post.turn() == 2
    assert post._busy == set()


async def test_a_crash_leaves_the_whole_bundle_in_doubt_and_it_is_repeated_once(
    database: Database, clock: SetClock, post: Delivery, pigeon: Pigeon, school_time: SchoolTime
) -> None:
    await put_mark(database, "5")
    await put_mark(database, "4")
    await all_turns(post)
    clock.advance(minutes=15)
    letters = await post._turn()
    assert len(letters) == 3
    second = delivery(database, school_time, pigeon, owner="run 2")
    assert await second.recover() == 6
    clock.advance(seconds=30)
    await all_turns(second)
    assert values(pigeon) == [["5", "4"]]
    assert all(message.repeat for message in pigeon.carried)


async def test_a_row_whose_sending_died_in_a_living_program_is_repeated_and_marked(
    database: Database, clock: SetClock, post: Delivery, pigeon: Pigeon, monkeypatch: pytest.MonkeyPatch
) -> None:
    await put_mark(database, "5")
    await all_turns(post)
    clock.advance(minutes=15)
    assert len(await post._turn()) == 3
    await all_turns(post)
    assert pigeon.carried == []
    monkeypatch.setattr("domain.messaging.delivery.STUCK_AFTER", 0.0)
    await all_turns(post)
    monkeypatch.undo()
    clock.advance(seconds=30)
    await all_turns(post)
    assert [message.repeat for message in pigeon.carried] == [True] * 3
    assert {state for _, state, _ in await rows(database)} == {"sent"}


async def test_a_row_that_only_the_database_takes_to_be_under_way_is_taken_back(
    database: Database, clock: SetClock, post: Delivery, pigeon: Pigeon
) -> None:
    await put_mark(database, "5")
    await all_turns(post)
    clock.advance(minutes=15)
    async with database.begin() as tx:
        assert len(await tx.outbox.claim(post.owner, 10, [])) == 3
    post._sweep_at = 0.0
    await all_turns(post)
    assert {state for _, state, _ in await rows(database)} == {"waiting"}
    clock.advance(seconds=30)
    await all_turns(post)
    assert [message.repeat for message in pigeon.carried] == [True] * 3
