"""The processes of a round: the local Telegram, and a bot that is killed and started again on the same database."""

import asyncio
import json
import multiprocessing
import os
import tempfile
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from multiprocessing.context import ForkServerProcess
from pathlib import Path

from tests.chaos import bot as program
from tests.soon import soon

ROOT = Path(__file__).parents[2]
TOKEN = "42:CHAOS-token-of-the-local-telegram"
CODE_KEY = "the-key-of-codes-of-the-harness-00"
FORKS = multiprocessing.get_context("forkserver")
"""Imports once and forks: what takes a bot seconds of its start is done before, and hundreds of rounds are possible."""
FORKS.set_forkserver_preload(["tests.chaos.bot", "tests.chaos.saves", "tests.chaos.broadcast"])
PATIENCE = 60.0
"""Seconds that a start or an end may take on a machine that has other things to do."""


@asynccontextmanager
async def local_telegram(users: int, *, limits: bool = False, port: int = 0) -> AsyncIterator[str]:
    """Its address; people 1 to `users` have written to the bot; every call of the bot stays in the ledger."""
    unlimited = () if limits else ("--no-limits",)
    arguments = ("--token", TOKEN, "--users", str(users), "--ledger", "0", "--port", str(port), *unlimited)
    with tempfile.NamedTemporaryFile("r", encoding="utf-8") as said:
        process = FORKS.Process(target=program.serve, args=(said.name, arguments))
        await asyncio.to_thread(process.start)
        try:
            await soon(lambda: os.path.getsize(said.name) > 0, PATIENCE)
            yield json.loads(said.read())["url"]
        finally:
            process.terminate()
            await asyncio.to_thread(process.join, PATIENCE)


@dataclass
class Bot:
    """`python -m bot run` in `folder`, on `folder/zvonok.db`; its clock goes on from `starts`, whoever is killed."""

    folder: Path
    telegram: str
    starts: datetime
    settings: Mapping[str, str] = field(default_factory=dict)
    kills: int = 0
    _process: ForkServerProcess | None = None

    def __post_init__(self) -> None:
        self._write_ahead((self.starts - datetime.now(UTC)).total_seconds())

    @property
    def database(self) -> Path:
        return self.folder / "zvonok.db"

    @property
    def process(self) -> ForkServerProcess:
        assert self._process is not None
        return self._process

    def said(self) -> str:
        """Everything that all runs wrote to standard output and standard error."""
        return (self.folder / "bot.log").read_text(encoding="utf-8", errors="replace")

    def later(self, seconds: float) -> None:
        """Moves the school's clock; a running bot sees it within seconds."""
        self._write_ahead(float(self._ahead.read_text(encoding="ascii")) + seconds)

    async def start(self, **more: str) -> None:
        run = (str(self.folder), self._environment(more), str(self._ahead))
        self._process = FORKS.Process(target=program.run, args=run)
        await asyncio.to_thread(self._process.start)

    async def kill(self) -> None:
        """As a power cut would. Raises `AssertionError` for a bot that has ended by itself."""
        if not self.process.is_alive():
            raise AssertionError(f"the bot ended by itself, with {self.process.exitcode}")
        self.process.kill()
        await self.ended()
        self.kills += 1

    async def stop(self) -> int | None:
        """As a server's restart would; the exit code."""
        self.process.terminate()
        return await self.ended()

    async def ended(self) -> int | None:
        """Waits; the exit code, None when it does not end."""
        await asyncio.to_thread(self.process.join, PATIENCE)
        return self.process.exitcode

    async def close(self) -> None:
        """Whatever happened, nothing is left running."""
        if self.process.is_alive():
            self.process.kill()
            await self.ended()

    @property
    def _ahead(self) -> Path:
        return self.folder / "ahead"

    def _write_ahead(self, seconds: float) -> None:
        """In one step: the bot may be reading it."""
        beside = self.folder / "ahead.new"
        beside.write_text(repr(seconds), encoding="ascii")
        beside.replace(self._ahead)

    def _environment(self, more: Mapping[str, str]) -> dict[str, str]:
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
        own = {
            "BOT_TOKEN": TOKEN,
            "CODE_KEY": CODE_KEY,
            "DATABASE_URL": f"sqlite:///{self.database}",
            "TELEGRAM_API_URL": self.telegram,
            "ABSENCE_GRACE_SECONDS": "0",
            "MARK_GRACE_SECONDS": "0",
            "ANNOUNCE_GRACE_SECONDS": "0",
            "SENDS_PER_CHAT": "1000",
            "STORM_CLASS_PERCENT": "0",
            "STORM_SCHOOL_PERCENT": "0",
            "STORM_MESSAGES": "0",
        }
        return {**kept, **own, **self.settings, **more}


@asynccontextmanager
async def bot(
    folder: Path, telegram: str, starts: datetime, settings: Mapping[str, str] | None = None
) -> AsyncIterator[Bot]:
    """Started, and killed on leaving if it still runs."""
    started = Bot(folder, telegram, starts, settings or {})
    await started.start()
    try:
        yield started
    finally:
        await started.close()
