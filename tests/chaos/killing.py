"""When a bot is killed: at a random moment, or at a chosen place on the way of a message."""

import asyncio
from collections.abc import Awaitable, Callable
from random import Random

from tests.chaos.processes import Bot
from tests.people import JSON, People

LONGEST_WAIT = 4.0
"""Seconds to wait for the chosen place; where nothing more is sent, the kill comes all the same."""
HELD = 60.0
"""Seconds for which a message is held that is to be under way when the bot dies."""


async def at_random(random: Random, people: People) -> None:
    await asyncio.sleep(random.uniform(0.02, 1.5))


async def before_taken(random: Random, people: People) -> None:
    """Telegram has the request, and will never have taken the message."""
    await people.fault("timeout", "sendMessage", seconds=HELD, after=random.randint(0, 5))
    await _seen(people, lambda call: call.get("fault") == "timeout")


async def taken_unanswered(random: Random, people: People) -> None:
    """The message is in the chat, and the bot never learns it."""
    await people.fault("slow", "sendMessage", seconds=HELD, after=random.randint(0, 5))
    await _seen(people, lambda call: call.get("fault") == "slow")


async def just_after(random: Random, people: People) -> None:
    """The answer is on its way, and what became of the message not yet written down."""
    await _seen(people, lambda call: call["outcome"] == "taken" and "fault" not in call, random.randint(1, 6))


MOMENTS: tuple[Callable[[Random, People], Awaitable[None]], ...] = (
    at_random,
    before_taken,
    taken_unanswered,
    just_after,
)


async def kill_and_start(random: Random, bot: Bot, people: People, times: int) -> None:
    """So many kills, each at another moment; the bot runs in the end."""
    for moment in random.sample(MOMENTS, k=min(times, len(MOMENTS))):
        await moment(random, people)
        await bot.kill()
        await people.clear_faults()
        await bot.start()


async def _seen(people: People, wanted: Callable[[JSON], bool], times: int = 1) -> None:
    """Until so many calls of the bot's from now on are of the wanted kind."""
    calls = await people.calls()
    after, left = (calls[-1]["n"] if calls else 0), times
    deadline = asyncio.get_running_loop().time() + LONGEST_WAIT
    while left > 0 and asyncio.get_running_loop().time() < deadline:
        await asyncio.sleep(0.005)
        calls = await people.calls(after=after)
        after = calls[-1]["n"] if calls else after
        left -= sum(1 for call in calls if call["method"] == "sendMessage" and wanted(call))
