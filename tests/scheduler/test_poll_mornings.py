"""Meetings are remembered on the morning of their day: by who took the time, and who offered it."""

from datetime import timedelta

import pytest

from domain.clock import SchoolTime
from domain.ids import AnnouncementId, PollOptionId
from domain.messaging.contents import MeetingNews, MeetingsNews
from domain.messaging.veil import PushContent
from domain.talk.polling import Polling
from storage.database import Database
from storage.tables.roles import bindings, guardianships
from tests import school
from tests.clock import SetClock
from tests.polls import MEETINGS, polled
from tests.scheduler.post_office import Pigeon, all_turns, delivery
from tests.storage.statement_cases import wired

MOTHER, OTHER = school.actor(school.MOTHER), school.actor(school.PETROVA_MOTHER)


@pytest.fixture
def polling(database: Database) -> Polling:
    return wired(database).services().polling


async def _slots(polling: Polling, announcement: AnnouncementId) -> list[PollOptionId]:
    return [one.id for one in (await polling.card(MOTHER, announcement)).head.options]


def _tomorrow(clock: SetClock, hour: int) -> None:
    clock.set(school.MORNING.replace(hour=hour, minute=0) + timedelta(days=1))


def _meetings(post: Pigeon) -> list[tuple[int, object]]:
    news = (MeetingNews, MeetingsNews)
    return [(one.telegram_id - 1000, one.content) for one in post.carried if isinstance(one.content, news)]


async def test_the_morning_tells_who_comes_and_whom_they_meet(
    database: Database, polling: Polling, school_time: SchoolTime, clock: SetClock
) -> None:
    announcement = await polled(database, MEETINGS)
    first, second, *_ = await _slots(polling, announcement)
    await polling.take_slot(MOTHER, announcement, school.IVANOV, first)
    await polling.take_slot(OTHER, announcement, school.PETROVA, second)
    pigeon = Pigeon()
    post = delivery(database, school_time, pigeon)
    await all_turns(post)
    assert _meetings(pigeon) == []
    _tomorrow(clock, 8)
    await all_turns(post)
    told = dict(_meetings(pigeon))
    assert set(told) == {school.MOTHER, school.PETROVA_MOTHER, school.CLASS_TEACHER_7A}
    mine, all_of_them = told[school.MOTHER], told[school.CLASS_TEACHER_7A]
    assert isinstance(mine, MeetingNews)
    assert isinstance(all_of_them, MeetingsNews)
    assert mine.card.slot.starts_at is not None
    assert (f"{mine.card.slot.starts_at:%H:%M}", mine.card.ward.id) == ("17:00", school.IVANOV)
    assert mine.card.sender == school.PEOPLE[school.CLASS_TEACHER_7A]
    assert [one.ward.id for one in all_of_them.cards] == [school.IVANOV, school.PETROVA]


async def test_what_was_given_back_or_moved_is_not_remembered(
    database: Database, polling: Polling, school_time: SchoolTime, clock: SetClock
) -> None:
    announcement = await polled(database, MEETINGS)
    first, second, *_ = await _slots(polling, announcement)
    pigeon = Pigeon()
    post = delivery(database, school_time, pigeon)
    await polling.take_slot(MOTHER, announcement, school.IVANOV, first)
    await polling.take_slot(OTHER, announcement, school.PETROVA, second)
    await all_turns(post)
    await polling.give_back(OTHER, announcement, school.PETROVA)
    await polling.take_slot(MOTHER, announcement, school.IVANOV, second)
    await all_turns(post)
    _tomorrow(clock, 8)
    await all_turns(post)
    told = _meetings(pigeon)
    assert sorted(person for person, _ in told) == [school.CLASS_TEACHER_7A, school.MOTHER]
    [mine] = [content for _, content in told if isinstance(content, MeetingNews)]
    assert mine.card.slot.id == second


async def test_a_time_taken_on_the_day_itself_is_not_repeated(
    database: Database, polling: Polling, school_time: SchoolTime, clock: SetClock
) -> None:
    announcement = await polled(database, MEETINGS)
    [first, *_] = await _slots(polling, announcement)
    _tomorrow(clock, 12)
    await polling.take_slot(MOTHER, announcement, school.IVANOV, first)
    pigeon = Pigeon()
    await all_turns(delivery(database, school_time, pigeon))
    assert _meetings(pigeon) == []


async def test_who_was_revoked_or_kept_from_the_child_hears_nothing_of_it(
    database: Database, polling: Polling, school_time: SchoolTime, clock: SetClock
) -> None:
    announcement = await polled(database, MEETINGS)
    first, second, *_ = await _slots(polling, announcement)
    await polling.take_slot(MOTHER, announcement, school.IVANOV, first)
    await polling.take_slot(OTHER, announcement, school.PETROVA, second)
    pigeon = Pigeon()
    post = delivery(database, school_time, pigeon)
    await all_turns(post)
    async with database.begin() as tx:
        kept = guardianships.update().where(guardianships.c.guardian_id == school.MOTHER)
        await tx.run(kept.values(restricted_at=clock.now()))
        gone = bindings.update().where(bindings.c.person_id == school.PETROVA_MOTHER)
        await tx.run(gone.values(ended_at=clock.now()))
    _tomorrow(clock, 8)
    await all_turns(post)
    assert {person for person, _ in _meetings(pigeon)} == {school.CLASS_TEACHER_7A}


async def test_where_pushes_name_no_child_the_meeting_names_none(
    database: Database, polling: Polling, school_time: SchoolTime, clock: SetClock
) -> None:
    announcement = await polled(database, MEETINGS)
    [first, *_] = await _slots(polling, announcement)
    await polling.take_slot(MOTHER, announcement, school.IVANOV, first)
    pigeon = Pigeon()
    post = delivery(database, school_time, pigeon, push=PushContent.INITIALS)
    await all_turns(post)
    _tomorrow(clock, 8)
    await all_turns(post)
    told = [content for _, content in _meetings(pigeon)]
    assert len(told) == 2
    assert "Пётр" not in repr(told)
    assert "И. П." in repr(told)
