"""Asking Telegram: one program only, and numbers that begin anew after a quiet week."""

import asyncio
from io import StringIO

import pytest

from bot.local_telegram.updates import FIRST_ID
from bot.poller import TWO_PROGRAMS
from tests import school
from tests.stories.conftest import Story, story, telegram
from tests.stories.test_logs import log

__all__ = ["log", "story", "telegram"]


async def test_numbers_that_begin_anew_lower_than_before_lose_nothing(story: Story) -> None:
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    await teacher.write("/dz 7А алгебра № 1")
    await teacher.wait_for("№ 1")
    assert story.telegram.exchange.updates.next_id > FIRST_ID
    await story.restart()
    await story.people.updates(next_id=500)
    for line in ("№ 2", "№ 3"):
        await teacher.write(f"/dz 7А алгебра {line}")
        await teacher.wait_for(line)
    await story.people.updates(next_id=FIRST_ID)
    await teacher.write("/dz 7А алгебра № 4")
    await teacher.wait_for("№ 4")
    assert await story.people.pending() <= 1


async def test_another_program_with_the_same_token_is_named_in_the_log(story: Story, log: StringIO) -> None:
    await story.people.fault("409", "getUpdates", times=1)
    async with asyncio.timeout(20):
        while TWO_PROGRAMS not in log.getvalue():
            teacher = await story.phone(school.ALGEBRA_TEACHER)
            await teacher.write("/help")
            await asyncio.sleep(0.2)
    await teacher.write("/lesson")
    await teacher.wait_for("Алгебра")


@pytest.mark.parametrize("answer", ["500", "bad_json", "502"])
async def test_what_telegram_answers_in_trouble_stops_nothing(story: Story, answer: str) -> None:
    await story.people.fault(answer, "getUpdates", times=2)
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    await teacher.write("/lesson")
    await teacher.wait_for("Алгебра")
