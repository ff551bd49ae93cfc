"""What waited is handled as of when it was sent; what the program does by itself never sees that moment."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any, TypeVar

import pytest
from aiogram.types import CallbackQuery, Chat, Message, MessageReactionUpdated, Update, User
from sqlalchemy import select

from bot.middlewares.sent import sent_at
from bot.raw_updates import given
from bot.sent_time import SentClock, as_of
from bot.services import Services, Wiring
from storage.inbox import Inbox
from storage.tables.journal import homework, marks
from storage.tables.messaging import facts, outbox
from tests import school
from tests.clock import SetClock
from tests.people import Phone
from tests.stories.conftest import Story

T = TypeVar("T")
NOW = school.MORNING.astimezone(UTC)
LATE_EVENING = datetime(2026, 11, 24, 23, 59, tzinfo=school.ZONE)
WEDNESDAY, THURSDAY = (school.TUESDAY + timedelta(days=ahead) for ahead in (1, 2))
CHAT = Chat(id=1, type="private")


def _written(date_: datetime) -> Update:
    return Update(update_id=1, message=Message(message_id=1, date=date_, chat=CHAT, text="/tomorrow"))


def _tapped() -> Update:
    user = User(id=1, is_bot=False, first_name="Алла")
    return Update(update_id=2, callback_query=CallbackQuery(id="1", from_user=user, chat_instance="1", data="mn"))


@pytest.mark.parametrize("ago", [timedelta(0), timedelta(minutes=5), timedelta(hours=23)])
def test_a_message_was_sent_when_telegram_says(ago: timedelta) -> None:
    assert sent_at(_written(NOW - ago), NOW, NOW) == NOW - ago


@pytest.mark.parametrize("wrong", [timedelta(hours=1), -timedelta(hours=25), -timedelta(days=20_000)])
def test_a_date_that_cannot_be_is_not_believed(wrong: timedelta) -> None:
    received = NOW - timedelta(minutes=7)
    assert sent_at(_written(NOW + wrong), received, NOW) == received


def test_an_edit_and_a_reaction_have_dates_of_their_own() -> None:
    minutes = timedelta(minutes=40)
    old = Message(message_id=1, date=NOW - minutes, edit_date=int(NOW.timestamp()) - 300, chat=CHAT, text="Завтра")
    assert sent_at(Update(update_id=3, edited_message=old), NOW, NOW) == NOW - timedelta(minutes=5)
    put = MessageReactionUpdated(chat=CHAT, message_id=1, date=NOW - minutes, old_reaction=[], new_reaction=[])
    assert sent_at(Update(update_id=4, message_reaction=put), NOW, NOW) == NOW - minutes


def test_a_tap_has_no_date_and_counts_from_when_it_was_received() -> None:
    received = NOW - timedelta(minutes=7)
    assert sent_at(_tapped(), received, NOW) == received
    assert sent_at(_tapped(), NOW + timedelta(days=1), NOW) == NOW


def test_the_clock_of_acts_shows_their_moment_and_else_the_present() -> None:
    clock = SentClock(SetClock(NOW))
    with as_of(NOW - timedelta(hours=1), NOW):
        assert clock.now() == NOW - timedelta(hours=1)
    with as_of(NOW - timedelta(seconds=60), NOW):
        assert clock.now() == NOW
    assert clock.now() == NOW


async def test_homework_for_tomorrow_is_for_the_day_after_it_was_typed(story: Story) -> None:
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    story.clock.set(LATE_EVENING)
    async with _held(story, minutes=4):
        await teacher.write("/dz 7А алгебра на завтра № 5")
    assert await _soon(lambda: _due(story)) == WEDNESDAY


async def test_what_is_a_few_seconds_old_is_handled_as_of_now(story: Story) -> None:
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    story.clock.set(LATE_EVENING + timedelta(seconds=30))
    async with _held(story, seconds=40):
        await teacher.write("/dz 7А алгебра на завтра № 5")
    assert await _soon(lambda: _due(story)) == THURSDAY


async def test_tomorrow_typed_before_midnight_is_the_day_after_the_typing(story: Story) -> None:
    mother = await story.phone(school.MOTHER)
    story.clock.set(LATE_EVENING)
    async with _held(story, minutes=4):
        await mother.write("/tomorrow")
    assert "25 ноября" in (await mother.wait_for("Алгебра")).text


async def test_my_lesson_typed_during_it_opens_that_lesson_an_hour_later(story: Story) -> None:
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    async with _held(story, hours=1):
        await teacher.write("мой урок")
    assert "7А" in (await teacher.wait_for("Алгебра")).text
    await teacher.write("мой урок")
    assert "7Б" in (await teacher.wait_for("Алгебра")).text


async def test_a_mark_tapped_before_midnight_and_handled_after_it_is_not_late(story: Story) -> None:
    await _about_to_mark(story)
    story.clock.set(LATE_EVENING)
    await _tap_and_die(story, "5", minutes=4)
    assert await _soon(lambda: _late(story)) is False


async def test_a_mark_tapped_after_midnight_is_late(story: Story) -> None:
    teacher = await _about_to_mark(story)
    story.clock.set(LATE_EVENING + timedelta(minutes=4))
    await teacher.press("5")
    assert await _soon(lambda: _late(story)) is True


async def test_what_waited_is_kept_and_told_by_the_real_clock(story: Story) -> None:
    await _about_to_mark(story)
    await _tap_and_die(story, "5", hours=1)
    reader = story.application.database.reader
    row = await _soon(lambda: reader.row(select(outbox.c.made_at, outbox.c.not_before)))
    fact, kept = await reader.row(select(facts.c.at)), await reader.row(select(marks.c.set_at))
    assert fact is not None
    assert kept is not None
    assert {row.made_at, fact.at, kept.set_at} == {story.clock.now()}
    assert row.not_before > story.clock.now()


async def test_nothing_that_works_by_itself_holds_the_clock_of_acts(story: Story) -> None:
    application = story.application
    for at_work in (application.delivery, application.jobs, application.runner, application.intake):
        assert not any(isinstance(one, SentClock) for one in _held_by(at_work))
    assert {name for name, one in _use_cases(application.services) if _reads_acts(one)} >= {
        *("schedule", "roll_call", "my_lessons", "grading", "diary", "homework_book", "homework_diary"),
    }
    assert not any(_reads_acts(one) for name, one in _use_cases(application.services) if name in _BY_THE_REAL_CLOCK)


_BY_THE_REAL_CLOCK = {"rosters", "codes", "getting_in", "access", "announcing", "opening", "holding", "reaching"}


def _use_cases(services: Services) -> Iterator[tuple[str, Any]]:
    return ((field.name, getattr(services, field.name)) for field in fields(services))


def _reads_acts(one: Any) -> bool:
    return any(isinstance(held, SentClock) for held in _held_by(one))


def _held_by(root: Any) -> Iterator[Any]:
    """What of the program this object holds, in attributes, closures and bound methods; the wiring knows everything."""
    waiting, seen = [root], set()
    while waiting:
        one = waiting.pop()
        if id(one) in seen:
            continue
        seen.add(id(one))
        yield one
        waiting += _parts(one)


def _parts(one: Any) -> list[Any]:
    if isinstance(one, list | tuple | set | frozenset):
        return list(one)
    if callable(one) and hasattr(one, "__code__"):
        return [cell.cell_contents for cell in one.__closure__ or ()]
    if callable(one) and hasattr(one, "__self__"):
        return [one.__self__, *_parts(getattr(one, "__func__", None))]
    if isinstance(one, Wiring) or not type(one).__module__.startswith(
        ("bot.", "domain.", "storage.", "scheduler.", "handlers.")
    ):
        return []
    if is_dataclass(one):
        return [getattr(one, field.name) for field in fields(one)]
    return list(vars(one).values()) if hasattr(one, "__dict__") else []


@asynccontextmanager
async def _held(story: Story, **span: float) -> Any:
    """What is written within it waits at Telegram for so long."""
    await story.people.updates(hold=True)
    yield
    story.clock.advance(**span)
    await story.people.updates(hold=False)


async def _tap_and_die(story: Story, label: str, **span: float) -> None:
    """The bot dies when the teacher's tap has come into the inbox, and is back after so long."""
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    button = next(found for one in reversed(await teacher.messages()) if (found := one.button(label)))
    row = given(_tap(teacher, button.data or ""))
    assert row is not None
    await Inbox(story.application.database).store([row])
    story.clock.advance(**span)
    await story.restart()


async def _about_to_mark(story: Story) -> Phone:
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    await teacher.write("/lesson")
    await teacher.wait_for("Алгебра")
    await teacher.press("Отметки")
    await teacher.wait_for("Вид работы")
    await teacher.press("Иванов Пётр")
    await teacher.wait_for("Вид работы", button="5")
    return teacher


def _tap(phone: Phone, data: str) -> dict[str, Any]:
    chat = {"id": phone.id, "type": "private"}
    message = {"message_id": phone.last.id, "date": int(NOW.timestamp()), "chat": chat, "text": "…"}
    who = {"id": phone.id, "is_bot": False, "first_name": "Алла"}
    query = {"id": "before", "from": who, "chat_instance": "1", "message": message, "data": data}
    return {"update_id": 1, "callback_query": query}


async def _due(story: Story) -> date | None:
    row = await story.application.database.reader.row(select(homework.c.due_day))
    return row.due_day if row else None


async def _late(story: Story) -> bool | None:
    row = await story.application.database.reader.row(select(marks.c.late))
    return row.late if row else None


async def _soon(look: Callable[[], Awaitable[T | None]]) -> T:
    for _ in range(500):
        if (found := await look()) is not None:
            return found
        await asyncio.sleep(0.02)
    raise AssertionError("It did not come.")
