"""What every measurement is given."""

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.hall import Hall, hall, most_accounts
from tests.bench.load import Load, load
from tests.bench.programs import Program, local_telegram, school_bot
from tests.bench.school import BenchSchool, DemoFile, bench_school, demo_file


@dataclass
class Bench:
    """`folder` is thrown away afterwards, `kept` is not. `repeats` of each measurement, in turns with its yardstick."""

    folder: Path
    kept: Path
    repeats: int
    users: int
    _pristine: DemoFile | None = field(default=None, init=False)
    _school: BenchSchool | None = field(default=None, init=False)
    _hall: Hall | None = field(default=None, init=False)

    async def pristine(self) -> DemoFile:
        """The demo school with nobody bound; not to be written to."""
        if self._pristine is None:
            self._pristine = await demo_file(self.folder / "pristine.db")
        return self._pristine

    async def school(self) -> BenchSchool:
        """Not to be written to, either: bots get copies."""
        if self._school is None:
            self._school = await bench_school((await self.pristine()).copy(self.folder / "school.db"))
        return self._school

    async def hall(self) -> Hall:
        """With as many readers as there are users; not to be written to."""
        if self._hall is None:
            self._hall = await hall(await self.school(), self.folder / "hall.db", self.users)
        return self._hall

    async def copy(self, name: str) -> Path:
        return Path(shutil.copy((await self.school()).file.path, self.folder / name))

    @asynccontextmanager
    async def people(self, *, limits: bool = False) -> AsyncIterator[Load]:
        """A local Telegram, with phones for all accounts of the school and of a hall."""
        async with local_telegram(most_accounts(await self.school()), limits=limits) as url, load(url) as people:
            yield people

    @asynccontextmanager
    async def bot(self, people: Load, database: Path, **more: str) -> AsyncIterator[Program]:
        """The bot, once it answers; `more`: settings of its own."""
        school = await self.school()
        async with school_bot(people.url, database, school.file.starts.isoformat(), **more) as bot:
            await bot.while_it_runs(people.round_trip(school.full, "/start"))
            yield bot
