"""The programs that are measured, each in a process of its own, all ended when the benchmark ends."""

import asyncio
import json
import os
import sys
from collections.abc import AsyncIterator, Coroutine, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, TypeVar

ROOT = Path(__file__).parents[2]
TOKEN = "42:BENCH-token-of-the-local-telegram"
PATIENCE = 10.0
"""Seconds that a program has to end by itself."""
T = TypeVar("T")
_TICKS = os.sysconf("SC_CLK_TCK")


class Program:
    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process

    def cpu(self) -> float:
        """Seconds of CPU used so far."""
        after_name = self._proc("stat").rpartition(")")[2].split()
        return (int(after_name[11]) + int(after_name[12])) / _TICKS

    def memory(self) -> float:
        """Resident now, in MiB."""
        return self._status("VmRSS")

    def peak(self) -> float:
        """The most that was ever resident, in MiB."""
        return self._status("VmHWM")

    async def line(self) -> str:
        assert self._process.stdout is not None
        return (await self._process.stdout.readline()).decode()

    async def while_it_runs(self, work: Coroutine[Any, Any, T]) -> T:
        """Raises AssertionError when the program ends before the work does."""
        working, ending = asyncio.create_task(work), asyncio.create_task(self._process.wait())
        try:
            await asyncio.wait([working, ending], return_when=asyncio.FIRST_COMPLETED)
            if not working.done():
                raise AssertionError(f"the program ended by itself: {ending.result()}")
            return working.result()
        finally:
            working.cancel()
            ending.cancel()

    async def stop(self) -> None:
        if self._process.returncode is None:
            self._process.terminate()
        try:
            await asyncio.wait_for(self._process.wait(), PATIENCE)
        except TimeoutError:
            self._process.kill()
            await self._process.wait()

    def _status(self, name: str) -> float:
        line = next(line for line in self._proc("status").splitlines() if line.startswith(f"{name}:"))
        return int(line.split()[1]) / 1024

    def _proc(self, name: str) -> str:
        return Path(f"/proc/{self._process.pid}/{name}").read_text(encoding="utf-8")


@asynccontextmanager
async def program(module: str, *arguments: str, environment: Mapping[str, str] | None = None) -> AsyncIterator[Program]:
    """`python -m module …`, its errors shown, ended on leaving."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", module, *arguments),
        cwd=ROOT,
        env={**os.environ, **(environment or {})},
        stdout=asyncio.subprocess.PIPE,
    )
    running = Program(process)
    try:
        yield running
    finally:
        await running.stop()


@asynccontextmanager
async def local_telegram(users: int, *, limits: bool) -> AsyncIterator[str]:
    """Its address; people 1 to `users` have written to the bot."""
    unlimited = () if limits else ("--no-limits",)
    arguments = ("--token", TOKEN, "--users", str(users), *unlimited)
    async with program("bot.local_telegram", *arguments) as telegram:
        yield json.loads(await telegram.line())["url"]


@asynccontextmanager
async def echo_bot(url: str) -> AsyncIterator[Program]:
    async with program("tests.bench.echo", url, TOKEN) as bot:
        yield bot


@asynccontextmanager
async def calling_bot(url: str, chats: range, in_flight: int) -> AsyncIterator[Program]:
    """Tells these chats whatever anyone writes to it."""
    arguments = (url, TOKEN, *map(str, (chats.start, chats.stop, in_flight)))
    async with program("tests.bench.caller", *arguments) as bot:
        yield bot


@asynccontextmanager
async def school_bot(url: str, database: Path, starts: str, **more: str) -> AsyncIterator[Program]:
    """The bot, on a database that is ready for it, from a moment of the school's time on (ISO)."""
    async with program("tests.bench.school_bot", starts, environment=settings(url, database) | more) as bot:
        yield bot


def settings(url: str, database: Path) -> dict[str, str]:
    """What the bot is told by the environment, over anything that an `.env` says."""
    return {
        "BOT_TOKEN": TOKEN,
        "BOT_USERNAME": "zvonok_school_bot",
        "DATABASE_URL": f"sqlite:///{database}",
        "TELEGRAM_API_URL": url,
        "ABSENCE_GRACE_SECONDS": "0",
        "ANNOUNCE_GRACE_SECONDS": "0",
        "STORM_CLASS_PERCENT": "0",
        "STORM_SCHOOL_PERCENT": "0",
        "STORM_MESSAGES": "0",
        "SENDS_PER_SECOND": "25",
        "SENDS_PER_CHAT": "1",
        "SENDS_IN_FLIGHT": "4",
        "UPDATES_AT_ONCE": "20",
        "LOG_LEVEL": "warning",
    }
