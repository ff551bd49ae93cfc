"""Files that nobody should send: each is answered with what to do, and nobody else waits for it."""

import asyncio

import pytest

from tests import school
from tests.storage.hostile_files import HOSTILE
from tests.stories.bringing import looked_at
from tests.stories.conftest import Story

LISTS = "Класс;ФИО\n7А;Васильков Лев Денисович\n".encode()
SECRET = "root:"
"""What /etc/passwd begins with."""


async def test_each_is_answered_with_what_to_do(story: Story) -> None:
    secretary = await story.phone(school.SECRETARY)
    for name, (content, said) in HOSTILE.items():
        await secretary.file(content, name)
        told = await secretary.wait_for("📄", timeout=60)
        assert said in told.text, name
        assert SECRET not in told.text
        assert "✅ Применить" not in told.labels
        story.clock.advance(seconds=30)


async def test_others_are_answered_while_files_wait_for_their_turn(story: Story) -> None:
    secretary, mother = await story.phones(school.SECRETARY, school.MOTHER)
    turns = story.application.services.chat_files._turns
    async with turns, turns:
        await secretary.file(LISTS, "7А.csv")
        await secretary.wait_for("Файл в очереди")
        await mother.write("/menu")
        await mother.wait_for("родитель")
        await secretary.stays_silent()
    await secretary.wait_for("проверка", button="✅ Применить")


async def test_the_loop_goes_on_while_a_big_file_is_opened(story: Story) -> None:
    """The longest that anything else would have waited while the worst files are read, one after another."""
    bringing, actor = story.application.services.bringing, school.actor(school.SECRETARY)
    stopped, longest = asyncio.Event(), 0.0

    async def beat() -> None:
        nonlocal longest
        loop = asyncio.get_running_loop()
        while not stopped.is_set():
            before = loop.time()
            await asyncio.sleep(0.01)
            longest = max(longest, loop.time() - before)

    beating = asyncio.ensure_future(beat())
    for name in ("бомба.xlsx", "сто тысяч строк.xlsx"):
        await looked_at(bringing, actor, name, HOSTILE[name][0])
    stopped.set()
    await beating
    assert longest < 1.0


@pytest.mark.parametrize("name", ["../../etc/cron.d/список.csv", "con<|>:?.csv", "." * 300 + ".csv", "я" * 3000])
async def test_a_files_name_leads_nowhere(story: Story, name: str) -> None:
    bringing = story.application.services.bringing
    looked = await looked_at(bringing, school.actor(school.SECRETARY), name[-100:], LISTS)
    assert looked.applicable
