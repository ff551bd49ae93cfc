"""An announcement as fast as it goes, beside a bare aiogram bot that sends the same text to as many chats."""

import time
from collections.abc import Awaitable, Callable

from tests.bench.bench import Bench
from tests.bench.figures import Figure, figure
from tests.bench.hall import TEXT, Hall
from tests.bench.load import Load
from tests.bench.programs import calling_bot

IN_FLIGHT = 50
"""Of both bots."""
WARM_UP = 1
"""Rounds that do not count."""
UNLIMITED = {"SENDS_PER_SECOND": "1000", "SENDS_PER_CHAT": "1000", "SENDS_IN_FLIGHT": str(IN_FLIGHT)}


async def measure(bench: Bench) -> list[Figure]:
    """From the tap, or the yardstick's text, to the last chat: with what it takes to put the rows in."""
    hall = await bench.hall()
    chats = range(hall.readers[0], hall.readers[-1] + 1)
    speeds, yardsticks = [], []
    async with (
        bench.people() as called,
        bench.people() as people,
        calling_bot(called.url, chats, IN_FLIGHT),
        bench.bot(people, hall.copy(bench.folder / "outbox.db"), **UNLIMITED),
    ):
        for _ in range(WARM_UP + bench.repeats):
            yardsticks.append(await _speed(called, hall, lambda: _written(called, hall)))
            speeds.append(await _speed(people, hall, lambda: hall.announce(people)))
    return [figure("outbox_messages", speeds[WARM_UP:], "1/s", yardsticks[WARM_UP:])]


async def _speed(load: Load, hall: Hall, start: Callable[[], Awaitable[float]]) -> float:
    """Messages a second; `start` gives the moment at which they were asked for."""
    began = await start()
    readers = set(hall.readers)
    told = await load.until(lambda entries: readers <= {one["chat_id"] for one in entries})
    return len(readers) / (max(one["monotonic"] for one in told if one["chat_id"] in readers) - began)


async def _written(called: Load, hall: Hall) -> float:
    await called.calls()
    began = time.monotonic()
    await called.write(hall.author, TEXT)
    return began
