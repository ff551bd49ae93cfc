"""Nothing rings in quiet hours but what a child depends on; what waits comes right after them, and only if it holds."""

from datetime import datetime, time, timedelta

import pytest
from sqlalchemy import insert

from domain.attendance.answers import Answer
from domain.attendance.presence import Presence
from domain.clock import SchoolTime
from domain.events import AbsenceAnswered
from domain.ids import LessonId
from domain.messaging.contents import AbsenceNews, AnswerNews, DigestNews, MarkNews
from domain.messaging.delivery import Delivery
from domain.messaging.kinds import Kind
from storage.database import Database
from storage.tables.attendance import absence_answers
from storage.tables.messaging import person_settings
from tests import school
from tests.clock import SetClock
from tests.scheduler.post_office import Pigeon, all_turns, delivery, digest_queue, note, put_mark, rows

LATE = datetime(2026, 11, 24, 21, 30, tzinfo=school.ZONE)
MORNING = datetime(2026, 11, 25, 7, 0, tzinfo=school.ZONE)


@pytest.fixture
def pigeon() -> Pigeon:
    return Pigeon()


@pytest.fixture
def post(database: Database, school_time: SchoolTime, pigeon: Pigeon) -> Delivery:
    return delivery(database, school_time, pigeon)


async def choose(database: Database, **chosen: object) -> None:
    async with database.begin() as tx:
        await tx.run(insert(person_settings).values(**chosen))


async def answer(database: Database, lesson: LessonId, said: Answer) -> None:
    row = {"lesson_id": lesson, "pupil_id": school.IVANOV, "guardian_id": school.MOTHER, "answer": said}
    async with database.begin() as tx:
        await tx.run(insert(absence_answers).values(**row, at=database.clock.now()))
        await tx.facts.add(AbsenceAnswered(school.MOTHER, lesson, school.IVANOV))


async def test_a_mark_of_the_night_rings_in_the_morning_as_it_then_stands(
    database: Database, clock: SetClock, post: Delivery, pigeon: Pigeon
) -> None:
    clock.set(LATE)
    mark = await put_mark(database, "2")
    await all_turns(post)
    clock.advance(minutes=15)
    await all_turns(post)
    assert pigeon.carried == []
    assert {(state, reason) for _, state, reason in await rows(database)} == {("waiting", "quiet hours")}
    await put_mark(database, "4", mark)
    await all_turns(post)
    clock.set(MORNING)
    await all_turns(post)
    told = [m.content for m in pigeon.to(school.MOTHER) if isinstance(m.content, MarkNews)]
    assert [(news.card.value, news.correction) for news in told] == [("4", False)]


async def test_a_clock_set_into_the_night_rings_nobody(
    database: Database, clock: SetClock, post: Delivery, pigeon: Pigeon
) -> None:
    await put_mark(database, "5")
    await all_turns(post)
    clock.set(LATE + timedelta(hours=5))
    await all_turns(post)
    assert pigeon.carried == []
    clock.set(MORNING)
    await all_turns(post)
    assert len(pigeon.to(school.MOTHER)) == 1


async def test_own_hours_hold_instead_and_none_at_all_is_a_choice(
    database: Database, clock: SetClock, post: Delivery, pigeon: Pigeon
) -> None:
    await choose(database, person_id=school.MOTHER, quiet_from=time(0), quiet_until=time(0))
    await choose(database, person_id=school.FATHER, quiet_from=time(22), quiet_until=time(8))
    clock.set(LATE)
    await put_mark(database, "5")
    await all_turns(post)
    clock.advance(minutes=15)
    await all_turns(post)
    assert pigeon.readers == [school.MOTHER, school.FATHER]
    clock.set(LATE + timedelta(minutes=45))
    await put_mark(database, "3", pupil=school.IVANOV)
    await all_turns(post)
    clock.advance(minutes=15)
    await all_turns(post)
    assert len(pigeon.to(school.FATHER)) == 1
    clock.set(MORNING)
    await all_turns(post)
    assert len(pigeon.to(school.FATHER)) == 1
    clock.advance(hours=1)
    await all_turns(post)
    assert len(pigeon.to(school.FATHER)) == 2


async def test_an_alarm_passes_what_waits_for_the_morning_and_quiet_hours_too(
    database: Database, clock: SetClock, post: Delivery, pigeon: Pigeon
) -> None:
    lesson = await note(database, Presence.ABSENT)
    await all_turns(post)
    clock.advance(minutes=2)
    await all_turns(post)
    clock.set(LATE)
    await answer(database, lesson, Answer.UNKNOWN)
    await all_turns(post)
    told = {m.telegram_id - 1000 for m in pigeon.carried if isinstance(m.content, AnswerNews)}
    assert told == {school.ALGEBRA_TEACHER, school.CLASS_TEACHER_7A}
    assert {kind for kind, _, _ in await rows(database)} >= {Kind.ALARM}
    assert Kind.ABSENCE_ANSWER not in {kind for kind, _, _ in await rows(database)}


async def test_nobody_is_alarmed_for_a_child_who_was_found(
    database: Database, clock: SetClock, post: Delivery, pigeon: Pigeon
) -> None:
    lesson = await note(database, Presence.ABSENT)
    await answer(database, lesson, Answer.UNKNOWN)
    await note(database, Presence.LATE)
    await all_turns(post)
    assert [m for m in pigeon.carried if isinstance(m.content, AnswerNews)] == []


@pytest.mark.parametrize("hour", [20, 22])
async def test_an_absence_of_the_evening_does_not_ring_and_is_in_the_digest(
    database: Database, clock: SetClock, school_time: SchoolTime, post: Delivery, pigeon: Pigeon, hour: int
) -> None:
    clock.set(datetime(2026, 11, 24, hour, 0, tzinfo=school.ZONE))
    await note(database, Presence.ABSENT)
    await all_turns(post)
    clock.advance(minutes=3)
    await all_turns(post)
    clock.set(MORNING + timedelta(hours=1))
    await all_turns(post)
    assert pigeon.carried == []
    assert {reason for _, _, reason in await rows(database)} == {"in the digest"}
    clock.set(MORNING + timedelta(hours=11))
    await digest_queue(database, school_time).queue_due()
    await all_turns(post)
    [digest] = [m.content for m in pigeon.to(school.MOTHER) if isinstance(m.content, DigestNews)]
    assert [one.status for one in digest.page.absences] == [Presence.ABSENT]


async def test_what_was_told_by_day_is_corrected_in_the_evening(
    database: Database, clock: SetClock, post: Delivery, pigeon: Pigeon
) -> None:
    await note(database, Presence.ABSENT)
    await all_turns(post)
    clock.advance(minutes=2)
    await all_turns(post)
    clock.set(datetime(2026, 11, 24, 20, 30, tzinfo=school.ZONE))
    await note(database, Presence.PRESENT)
    await all_turns(post)
    clock.advance(minutes=2)
    await all_turns(post)
    told = [m.content for m in pigeon.to(school.MOTHER) if isinstance(m.content, AbsenceNews)]
    assert [news.correction for news in told] == [False, True]


async def test_what_nobody_could_be_told_for_three_days_is_in_the_digest_only(
    database: Database, clock: SetClock, school_time: SchoolTime, post: Delivery, pigeon: Pigeon
) -> None:
    await put_mark(database, "5")
    clock.set(datetime(2026, 11, 27, 18, 0, tzinfo=school.ZONE))
    await all_turns(post)
    assert pigeon.carried == []
    assert {reason for _, _, reason in await rows(database)} == {"in the digest"}
    await digest_queue(database, school_time).queue_due()
    await all_turns(post)
    [digest] = [m.content for m in pigeon.to(school.MOTHER) if isinstance(m.content, DigestNews)]
    assert [mark.value for mark in digest.page.marks] == ["5"]


async def test_a_digest_comes_at_the_hour_that_was_chosen_whatever_the_quiet_hours_say(
    database: Database, clock: SetClock, school_time: SchoolTime, post: Delivery, pigeon: Pigeon
) -> None:
    own = {"quiet_from": time(19), "quiet_until": time(8)}
    await choose(database, person_id=school.MOTHER, digest_at=time(21), **own)
    await choose(database, person_id=school.FATHER, digest_at=time(18), **own)
    await put_mark(database, "5")
    clock.set(datetime(2026, 11, 24, 19, 30, tzinfo=school.ZONE))
    await digest_queue(database, school_time).queue_due()
    await all_turns(post)
    assert pigeon.to(school.FATHER) == []
    assert ("digest", "cancelled", "in the next digest") in await rows(database)
    clock.set(datetime(2026, 11, 24, 21, 0, tzinfo=school.ZONE))
    await digest_queue(database, school_time).queue_due()
    await all_turns(post)
    assert [type(m.content) for m in pigeon.to(school.MOTHER)] == [DigestNews]
