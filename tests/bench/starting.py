"""From `python -m bot run` to the answer of an update that waited, and the memory that the bot then rests with."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

from tests.bench.bench import Bench
from tests.bench.figures import Figure, figure
from tests.bench.load import Load
from tests.bench.programs import Program, echo_bot, program, settings

RESTING = 1.0
"""Seconds after the first answer."""
Start = Callable[[], AbstractAsyncContextManager[Program]]


async def measure(bench: Bench) -> list[Figure]:
    user = (await bench.school()).crowds[0][0]
    runs, yardsticks = [], []
    async with bench.people() as echoed, bench.people() as people:
        for repeat in range(bench.repeats):
            database = await bench.copy(f"start-{repeat}.db")
            yardsticks.append(await _start(echoed, user, lambda: echo_bot(echoed.url)))
            runs.append(await _start(people, user, lambda path=database: _bot(people.url, path)))
    return [
        figure("start", [seconds for seconds, _ in runs], "s", [seconds for seconds, _ in yardsticks]),
        figure("rss", [memory for _, memory in runs], "MiB", [memory for _, memory in yardsticks]),
    ]


async def _start(people: Load, user: int, start: Start) -> tuple[float, float]:
    """Seconds to the first answer, MiB at rest."""
    await people.calls()
    await people.write(user, "/tomorrow")
    began = time.monotonic()
    async with start() as bot:
        answers = await people.until(lambda entries: any(entry["chat_id"] == user for entry in entries))
        await asyncio.sleep(RESTING)
        return answers[0]["monotonic"] - began, bot.memory()


@asynccontextmanager
async def _bot(url: str, database: Path) -> AsyncIterator[Program]:
    """With the wall clock: what a day has does not matter here."""
    async with program("bot", "run", environment=settings(url, database)) as bot:
        yield bot
