"""The change log chained by hashes: whoever alters what was logged breaks a seal, and `check` says which (1.3, 1.4.1).

Each seal hashes the one before and the rows since, so an old row cannot change without all later seals. Who can rewrite
all of those too is found out by a hash written down elsewhere: `check` prints the newest, a printed sheet may carry it.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import takewhile
from typing import Any, Protocol

from domain.clock import Clock

RIPE = timedelta(seconds=30)
"""A row is sealed when no transaction begun before it can still be open: a smaller number would come too late."""
BATCH = 1000
"""Rows of one seal at most."""
AT_ONCE = 10
"""Seals made in a row, so that a journal sealed for the first time keeps nobody waiting."""


@dataclass(frozen=True, slots=True)
class LoggedChange:
    """A row of the change log as it is kept."""

    id: int
    at: datetime
    person: int | None
    what: str
    lesson: int | None
    pupil: int | None
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class Seal:
    """Of the rows after the seal before up to `last`, `rows` of them."""

    last: int
    rows: int
    hash: str


@dataclass(frozen=True, slots=True)
class Broken:
    """Rows from `first` to `last` (included) are not as they were sealed; `missing`: fewer than were, < 0: more."""

    first: int
    last: int
    missing: int


@dataclass(frozen=True, slots=True)
class Verified:
    """`sealed` rows in `seals` seals were looked at; `newest`: the hash of the last one.

    `cleared`: up to this row the log was erased at its term (0: nothing was).
    """

    seals: int
    sealed: int
    newest: str
    broken: tuple[Broken, ...]
    cleared: int = 0


def seal_hash(before: str, rows: Iterable[LoggedChange]) -> str:
    """SHA-256 of the seal before and of the rows, one a line; the same on every database."""
    digest = hashlib.sha256(before.encode())
    for row in rows:
        digest.update(b"\n" + _line(row).encode())
    return digest.hexdigest()


def _line(row: LoggedChange) -> str:
    at = row.at.astimezone(UTC).isoformat(timespec="microseconds")
    said = [row.id, at, row.person, row.what, row.lesson, row.pupil, row.before, row.after]
    return json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


class SealedLog(Protocol):
    async def last_seal(self) -> Seal | None: ...

    async def seals(self) -> Sequence[Seal]:
        """The oldest first."""
        ...

    async def rows(self, after: int, until: int | None, most: int) -> Sequence[LoggedChange]:
        """In the order of their numbers: beyond `after`, up to `until` (included)."""
        ...


class SealsRoom(Protocol):
    async def add(self, seal: Seal) -> None: ...


class SealingTransaction(Protocol):
    @property
    def seals(self) -> SealsRoom: ...


@dataclass(frozen=True, slots=True)
class Sealing:
    clock: Clock
    log: SealedLog
    begin: Callable[[], AbstractAsyncContextManager[SealingTransaction]]

    async def seal(self) -> int:
        """How many rows were sealed; called again and again, it goes on where it ended."""
        total = 0
        for _ in range(AT_ONCE):
            found = await self._ripe(await self.log.last_seal())
            if found is None:
                break
            before, ripe = found
            seal = Seal(ripe[-1].id, len(ripe), seal_hash(before, ripe))
            async with self.begin() as tx:
                await tx.seals.add(seal)
            total += len(ripe)
        return total

    async def _ripe(self, last: Seal | None) -> tuple[str, Sequence[LoggedChange]] | None:
        until = self.clock.now() - RIPE
        listed = await self.log.rows(last.last if last else 0, None, BATCH)
        ripe = list(takewhile(lambda row: row.at <= until, listed))
        return (last.hash if last else "", ripe) if ripe else None


async def verify(log: SealedLog) -> Verified:
    """Every sealed row, a seal at a time.

    A first seal without rows is the anchor of what was erased at its term: nothing may stand before it.
    """
    before, after, sealed, broken = "", 0, 0, []
    seals = await log.seals()
    cleared = seals[0].last if seals and not seals[0].rows else 0
    if cleared:
        left = await log.rows(0, cleared, BATCH)
        broken += [Broken(left[0].id, cleared, -len(left))] if left else []
        before, after = seals[0].hash, cleared
    for seal in seals[bool(cleared) :]:
        rows = await log.rows(after, seal.last, max(BATCH, seal.rows) + 1)
        if len(rows) != seal.rows or seal_hash(before, rows) != seal.hash:
            broken.append(Broken(after + 1, seal.last, seal.rows - len(rows)))
        before, after, sealed = seal.hash, seal.last, sealed + seal.rows
    return Verified(len(seals), sealed, before, tuple(broken), cleared)
