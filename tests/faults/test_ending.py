"""A program that is stopped leaves nothing going on, in whichever moment it is."""

import asyncio

import pytest

from bot.application import Application
from tests.stories.conftest import Story

SECONDS = (0.0, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1)
OURS = ("Application", "DeliveryLoop", "Delivery", "Intake", "Lanes", "Poller", "Jobs")


@pytest.mark.parametrize("after", SECONDS)
async def test_a_run_that_ends_while_it_starts_leaves_nothing_going_on(story: Story, after: float) -> None:
    stranger = await story.stranger()
    await stranger.write("/start")
    await stranger.wait_for()
    application = await Application.build(story.settings, story.clock)
    before = asyncio.all_tasks()
    run = asyncio.create_task(application.run())
    await asyncio.sleep(after)
    run.cancel()
    await asyncio.gather(run, return_exceptions=True)
    await application.close()
    await asyncio.sleep(0)
    assert [name for task in asyncio.all_tasks() - before if (name := _name(task)).startswith(OURS)] == []


def _name(task: "asyncio.Task[object]") -> str:
    return str(getattr(task.get_coro(), "__qualname__", ""))
