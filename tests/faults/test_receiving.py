"""Updates that come twice, in a wrong order, or late: each is acted on once."""

import asyncio

from sqlalchemy import func, select

from storage.tables.journal import change_log, homework
from tests import school
from tests.stories.conftest import Story

LINES = [f"№ {number}" for number in range(101, 109)]


async def test_updates_that_come_twice_are_acted_on_once(story: Story) -> None:
    await _write_all(story, duplicate=True)
    await _all_set(story)


async def test_shuffled_updates_are_all_acted_on(story: Story) -> None:
    await _write_all(story, shuffle=True, seed=5)
    await _all_set(story)


async def test_the_last_update_of_a_dead_bot_that_comes_again_changes_nothing(story: Story) -> None:
    await _write_all(story)
    await _all_set(story)
    await story.people.updates(duplicate=True)
    await story.restart()
    await story.people.updates(duplicate=True)
    await _all_set(story)


async def test_what_was_written_while_the_bot_was_down_is_done_when_it_is_back(story: Story) -> None:
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    await story.people.updates(hold=True)
    for line in LINES:
        await teacher.write(f"/dz 7А алгебра {line}")
    await story.later(hours=1)
    restarted = asyncio.gather(story.restart())
    await story.people.updates(hold=False)
    await restarted
    await _all_set(story)


async def _write_all(story: Story, **happens: object) -> None:
    """All lines wait at Telegram, and come as told."""
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    await story.people.updates(hold=True)
    for line in LINES:
        await teacher.write(f"/dz 7А алгебра {line}")
    await story.people.updates(**happens)
    await story.people.updates(hold=False)


async def _all_set(story: Story) -> None:
    """Each line once, and nothing more comes."""
    database = story.application.database
    for _ in range(100):
        if await story.people.pending() == 0 and len(await database.reader.rows(select(homework.c.id))) >= len(LINES):
            break
        await asyncio.sleep(0.1)
    await asyncio.sleep(0.3)
    texts = [row.text for row in await database.reader.rows(select(homework.c.text))]
    assert sorted(texts) == sorted(LINES)
    logged = await database.reader.row(select(func.count()).where(change_log.c.what == "homework"))
    assert logged is not None
    assert logged[0] == len(LINES)
