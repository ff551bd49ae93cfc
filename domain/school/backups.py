"""Copies of the journal made by night: made, proved by restoring, kept by a schedule (docs/decisions/0011)."""

import asyncio
from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, suppress
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Protocol

from domain.clock import SchoolTime
from domain.events import BackupTroubled, Facts

LATE = timedelta(hours=26)
"""The last copy is older: a night was missed."""
TOLD_EVERY = timedelta(hours=20)
"""Administrators hear of trouble no more often: once a night, however often the program is started."""


class Trouble(StrEnum):
    """Why there is no copy, or why it is not proved."""

    FOLDER = "folder"
    """It is not there, or cannot be written to."""
    SPACE = "space"
    DATABASE = "database"
    """It cannot be copied."""
    TOOL = "tool"
    """PostgreSQL's programs are not installed, or refuse."""
    KEY = "key"
    """The copy was encrypted with another one."""
    DAMAGED = "damaged"
    DIFFERS = "differs"
    """What was restored is not what was copied."""
    UNRESTORED = "unrestored"
    """Read whole, but there may be no scratch database to restore it into."""


class BackupFailed(Exception):
    """One line: what went wrong and what to do."""

    def __init__(self, trouble: Trouble, said: str) -> None:
        super().__init__(said)
        self.trouble = trouble


@dataclass(frozen=True, slots=True)
class Made:
    """`size` in bytes; `rows` of each table at the moment that the copy shows, None where that is not known."""

    size: int
    sha256: str
    rows: Mapping[str, int] | None


@dataclass(frozen=True, slots=True)
class Backup:
    """`size` 0: no file was made."""

    name: str
    made_at: datetime
    size: int
    sha256: str
    proved_at: datetime | None = None
    trouble: Trouble | None = None
    removed_at: datetime | None = None

    @property
    def kept(self) -> bool:
        return self.size > 0 and self.removed_at is None


@dataclass(frozen=True, slots=True)
class Keeping:
    """The newest copy of so many of the latest days, weeks and months that have one."""

    daily: int
    weekly: int
    monthly: int


def outlived(copies: Sequence[Backup], keeping: Keeping, day_of: Callable[[datetime], date]) -> list[Backup]:
    """What may go. In each period a proved copy comes before a newer one that is not; the last proved one stays.

    A copy that another key opens is nobody's to remove: who has that key may want it.
    """
    kept = sorted((one for one in copies if one.kept), key=lambda one: one.made_at, reverse=True)
    proved_first = sorted(kept, key=lambda one: one.proved_at is None)
    stay = {one.name for one in kept if one.trouble is Trouble.KEY}
    stay |= {one.name for one in proved_first[:1] if one.proved_at is not None}
    periods: tuple[tuple[int, Callable[[date], Hashable]], ...] = (
        (keeping.daily, lambda day: day),
        (keeping.weekly, lambda day: day.isocalendar()[:2]),
        (keeping.monthly, lambda day: (day.year, day.month)),
    )
    for most, period_of in periods:
        best: dict[Hashable, Backup] = {}
        for one in proved_first:
            best.setdefault(period_of(day_of(one.made_at)), one)
        latest = sorted(best.values(), key=lambda one: one.made_at, reverse=True)
        stay |= {one.name for one in latest[:most]}
    return [one for one in kept if one.name not in stay]


class Copies(Protocol):
    """The folder of this school's copies, by name. All raise `BackupFailed`."""

    def name(self, made_at: datetime) -> str: ...

    async def make(self, name: str) -> Made: ...

    async def prove(self, name: str, rows: Mapping[str, int] | None) -> None:
        """Restores it into a scratch place and looks whether it is whole."""
        ...

    async def present(self) -> Mapping[str, datetime]:
        """The names that are there, with when each was made."""
        ...

    async def look_at(self, name: str) -> Made: ...

    async def remove(self, names: Collection[str]) -> None: ...


class BackupsLog(Protocol):
    async def backups(self) -> Sequence[Backup]:
        """All that ever were, the newest first."""
        ...


class BackupsRoom(Protocol):
    async def add(self, backup: Backup) -> None: ...

    async def removed(self, names: Collection[str]) -> None: ...

    async def told_since(self, instant: datetime) -> bool:
        """Whether anyone was told of trouble since then."""
        ...


class BackupsTransaction(Protocol):
    @property
    def backups(self) -> BackupsRoom: ...
    @property
    def facts(self) -> Facts: ...


@dataclass(frozen=True, slots=True)
class NightlyBackups:
    """The program's own work: nobody asks for it, so there is nobody to ask about."""

    time: SchoolTime
    copies: Copies
    log: BackupsLog
    begin: Callable[[], AbstractAsyncContextManager[BackupsTransaction]]
    keeping: Keeping
    _turn: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def make(self) -> Trouble | None:
        """A copy, proved and written down; copies that nobody wrote down are too, and the outlived ones removed."""
        async with self._turn:
            return await self._make()

    async def make_missed(self) -> Trouble | None:
        """The same, where the night was missed."""
        async with self._turn:
            made = [one.made_at for one in await self.log.backups() if one.size]
            if made and self.time.now() - made[0] <= LATE:
                return None
            return await self._make()

    async def _make(self) -> Trouble | None:
        now = self.time.now()
        name = self.copies.name(now)
        try:
            made = await self.copies.make(name)
        except BackupFailed as problem:
            await self._note(Backup(name, now, 0, "", trouble=problem.trouble))
            return problem.trouble
        trouble = await self._proved(name, now, made)
        await self._write_down_unknown()
        await self._remove_outlived()
        return trouble

    async def _write_down_unknown(self) -> None:
        """Of a program that was killed before it wrote them down, or made after the copy that was restored."""
        known = {one.name for one in await self.log.backups()}
        for name, made_at in (await self.copies.present()).items():
            if name not in known:
                with suppress(BackupFailed):
                    await self._proved(name, made_at, await self.copies.look_at(name))

    async def _proved(self, name: str, made_at: datetime, made: Made) -> Trouble | None:
        trouble: Trouble | None = None
        try:
            await self.copies.prove(name, made.rows)
        except BackupFailed as problem:
            trouble = problem.trouble
        proved_at = self.time.now() if trouble is None else None
        await self._note(Backup(name, made_at, made.size, made.sha256, proved_at, trouble))
        return trouble

    async def _note(self, backup: Backup) -> None:
        async with self.begin() as tx:
            if backup.trouble and not await tx.backups.told_since(self.time.now() - TOLD_EVERY):
                await tx.facts.add(BackupTroubled(None, backup.trouble))
            await tx.backups.add(backup)

    async def _remove_outlived(self) -> None:
        """Written down first: a file that stays by mistake harms less than a row of a file that is not there."""
        old = [
            one.name for one in outlived(await self.log.backups(), self.keeping, lambda at: self.time.local(at).date())
        ]
        if old:
            async with self.begin() as tx:
                await tx.backups.removed(old)
            await self.copies.remove(old)
