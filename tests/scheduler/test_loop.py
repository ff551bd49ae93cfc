"""The loop as it runs in the program: woken by commits, stopped without leaving anything in doubt."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from time import monotonic

import pytest

from bot.turnstile import Turnstile
from domain.attendance.presence import Presence
from domain.clock import SchoolTime
from domain.events import AnnouncementMade
from domain.ids import PersonId
from domain.messaging.delivery import Delivery, SendingLimits
from domain.messaging.grace import Grace
from domain.messaging.outbox import Outcome, Retry
from domain.messaging.ports import Letter
from domain.talk.announcements import NewAnnouncement
from domain.talk.audiences import Audience
from scheduler.delivery import DeliveryLoop
from scheduler.jobs import Jobs
from scheduler.runner import Runner
from scheduler.timetable import moments
from storage.database import Database
from tests import school
from tests.announcing import class_draft
from tests.clock import SetClock
from tests.scheduler.post_office import Pigeon, delivery, digest_queue, note, put_mark, rows
from tests.scheduler.test_digests import _more_families, set_homework

AT_ONCE = Grace(timedelta(0), timedelta(0), timedelta(0))


class SlowPigeon(Pigeon):
    """Takes its time, and remembers how many it carried at once."""

    flying = 0
    most = 0

    async def send(self, telegram_id: int, letter: Letter, edits: int | None) -> Outcome:
        self.flying += 1
        self.most = max(self.most, self.flying)
        await asyncio.sleep(0.02)
        self.flying -= 1
        return await super().send(telegram_id, letter, edits)


@asynccontextmanager
async def running(database: Database, post: Delivery) -> AsyncIterator[None]:
    database.on_commit(lambda tx: post.wake() if tx.facts_added else None)
    loop = DeliveryLoop(post)
    async with asyncio.TaskGroup() as group:
        task = group.create_task(loop.run())
        yield
        await loop.drain(task)


async def until(pigeon: Pigeon, many: int, seconds: float = 15.0) -> None:
    async with asyncio.timeout(seconds):
        while len(pigeon.carried) < many:  # noqa: ASYNC110
            await asyncio.sleep(0.005)


async def test_a_commit_rings_without_waiting_for_a_tick(database: Database, school_time: SchoolTime) -> None:
    pigeon = Pigeon()
    async with running(database, delivery(database, school_time, pigeon, grace=AT_ONCE)):
        await asyncio.sleep(0.1)
        began = monotonic()
        await note(database, Presence.ABSENT)
        await until(pigeon, 2)
        assert monotonic() - began < 1
    assert {state for _, state, _ in await rows(database)} == {"sent"}


async def test_no_more_are_under_way_than_the_limit_and_a_stop_leaves_none_in_doubt(
    database: Database, school_time: SchoolTime, clock: SetClock
) -> None:
    await _more_families(database, 40)
    await set_homework(database, school.TUESDAY + timedelta(days=1))
    clock.set(clock.now() + timedelta(hours=10))
    assert await digest_queue(database, school_time).queue_due() > 40
    pigeon = SlowPigeon()
    async with running(database, delivery(database, school_time, pigeon, limits=SendingLimits(in_flight=4))):
        await until(pigeon, 10)
    assert pigeon.most == 4
    states = [state for _, state, _ in await rows(database)]
    assert states.count("sent") == len(pigeon.carried)
    assert "sending" not in states


async def test_one_chat_is_not_written_to_faster_than_telegram_allows(
    database: Database, school_time: SchoolTime
) -> None:
    pigeon = Pigeon()
    for pupil in (school.IVANOV, school.IVANOVA_MASHA):
        await put_mark(database, "5", pupil=pupil)
        await note(database, Presence.ABSENT, pupil=pupil)
    post = delivery(database, school_time, pigeon, grace=AT_ONCE, limits=SendingLimits(in_flight=4, per_chat=5))
    began = monotonic()
    async with running(database, post):
        await until(pigeon, 10)
    assert len(pigeon.to(school.MOTHER)) == 4
    assert monotonic() - began > 0.35


async def test_after_429_nothing_goes_to_anyone_for_as_long_as_was_asked(
    database: Database, school_time: SchoolTime, clock: SetClock
) -> None:
    refusals: list[Outcome] = [Retry("Too Many Requests", 0.4, everyone=True)]
    pigeon = Pigeon(fates={school.telegram_id(school.MOTHER): refusals})
    limits = SendingLimits(in_flight=1, per_chat=1000)
    began = monotonic()
    async with running(database, delivery(database, school_time, pigeon, grace=AT_ONCE, limits=limits)):
        await note(database, Presence.ABSENT)
        while refusals:  # noqa: ASYNC110
            await asyncio.sleep(0.005)
        await asyncio.sleep(0.2)
        assert pigeon.carried == []
        clock.advance(seconds=1)
        await until(pigeon, 2)
    assert monotonic() - began > 0.4


async def test_a_message_that_cannot_be_put_into_words_does_not_hold_up_the_others(
    database: Database, school_time: SchoolTime
) -> None:
    pigeon, troubles = Pigeon(), list[Exception]()
    post = delivery(database, school_time, pigeon, grace=AT_ONCE)
    post.trouble = troubles.append
    plain = post.renderer

    class Stumbling:
        def render(self, content: object, language: str, repeat: bool) -> Letter:
            if type(content).__name__ == "MarkNews":
                raise KeyError("mark-told")
            return plain.render(content, language, repeat)  # type: ignore[arg-type]

    post.renderer = Stumbling()
    async with running(database, post):
        await put_mark(database, "5")
        await note(database, Presence.ABSENT)
        await until(pigeon, 2)
    assert [type(error) for error in troubles] == [KeyError] * 3
    assert ("mark", "undeliverable", "could not be rendered: KeyError") in await rows(database)


@pytest.mark.parametrize("many", [300])
async def test_telling_takes_as_many_statements_for_many_guardians_as_for_few(
    database: Database, school_time: SchoolTime, many: int
) -> None:
    post = delivery(database, school_time, Pigeon())

    async def told(pupils: list[PersonId]) -> int:
        for pupil in pupils:
            await note(database, Presence.ABSENT, pupil=pupil)
        before = database.statements
        plan = await post.telling.plan()
        async with database.begin() as tx:
            await post.telling.put(tx, plan)
        assert len(plan.messages) >= len(pupils)
        return database.statements - before

    few = await told([school.IVANOV])
    await _more_families(database, many)
    assert await told([PersonId(1000 + n) for n in range(many)]) <= few


async def test_the_ticks_of_the_timetable_start_and_stop(
    database: Database, school_time: SchoolTime, clock: SetClock
) -> None:
    rung = asyncio.Event()
    await put_mark(database, "5")
    clock.set(clock.now() + timedelta(hours=10))
    jobs = Jobs(digest_queue(database, school_time), rung.set)
    listed = moments(jobs, school.ZONE)
    assert all(moment.why for moment in listed)
    runner = Runner(listed)
    runner.start()
    await jobs.queue_digests()
    assert rung.is_set()
    runner.stop()


async def test_an_absence_overtakes_an_announcement_that_is_on_its_way_to_hundreds(
    database: Database, school_time: SchoolTime
) -> None:
    await _more_families(database, 300)
    await _announce(database, [PersonId(5000 + n) for n in range(300)])
    pigeon = Pigeon()
    post = delivery(database, school_time, EvenPigeon(pigeon), grace=AT_ONCE, limits=SendingLimits(in_flight=4))
    async with running(database, post):
        await until(pigeon, 20)
        before = len(pigeon.carried)
        await note(database, Presence.ABSENT, pupil=school.PETROVA)
        async with asyncio.timeout(5):
            while not pigeon.to(school.PETROVA_MOTHER):  # noqa: ASYNC110
                await asyncio.sleep(0.005)
        place = pigeon.carried.index(pigeon.to(school.PETROVA_MOTHER)[0])
        await until(pigeon, 301, seconds=60)
    assert place - before <= 2 * 4
    assert {state for kind, state, _ in await rows(database) if kind != "announcement_status"} == {"sent"}


@dataclass
class EvenPigeon:
    """Carries evenly, as Telegram's limit of a second lets it."""

    pigeon: Pigeon
    turnstile: Turnstile = field(default_factory=lambda: Turnstile(25))

    async def send(self, telegram_id: int, letter: Letter, edits: int | None) -> Outcome:
        await self.turnstile.turn()
        return await self.pigeon.send(telegram_id, letter, edits)


async def _announce(database: Database, persons: list[PersonId]) -> None:
    draft = class_draft("key", school.CLASS_7A, Audience.GUARDIANS, "Собрание в 18:00")
    sender = school.CLASS_TEACHER_7A
    async with database.begin() as tx:
        wards = {person: [PersonId(person - 4000)] for person in persons}
        made = await tx.announcements.make(NewAnnouncement(sender, school.account_of(sender), draft, 1, wards))
        assert made is not None
        await tx.facts.add(AnnouncementMade(sender, made))
