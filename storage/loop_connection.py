"""SQLite's writing connection, used in the loop's own thread.

A statement takes tens of microseconds; handing it to another thread and back costs aiosqlite nine hops, each of them a
turn of the interpreter's lock and of every task that is ready meanwhile (docs/decisions/0004-speed.md). What is long
leaves the loop all the same: a statement with many rows, and commits where the disk is slow.
"""

import asyncio
import sqlite3
import time
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, CursorResult, Dialect, Engine, Executable
from sqlalchemy.exc import OperationalError

from storage.shielded import shielded

MANY = 100
"""Rows of one statement from which on it is run in another thread: some milliseconds."""
QUICK = 0.003
"""Seconds that a commit may hold the loop."""
PATIENCE = 10.0
"""Seconds that a transaction waits for another program to end its own."""
AGAIN = 0.02
"""Seconds between two tries meanwhile."""
WEIGHT = 0.2
"""Of the newest commit in the average."""


def _is_busy(problem: OperationalError) -> bool:
    """Another program writes; a disk that takes nothing is not waited for."""
    code = getattr(problem.orig, "sqlite_errorcode", sqlite3.SQLITE_BUSY)
    return bool(code & 0xFF == sqlite3.SQLITE_BUSY)


@dataclass
class LoopWriter:
    """`commits`: how long they take of late, in seconds. The one connection stays open from the first use on."""

    engine: Engine
    commits: float = 0.0
    _connection: Connection | None = None

    async def begun(self) -> "LoopConnection":
        """While another program writes, waits without holding the loop; after `PATIENCE` raises what SQLite says."""
        if self._connection is None:
            self._connection = self.engine.connect()
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                self._connection.begin()
                return LoopConnection(self._connection, self)
            except OperationalError as problem:
                if time.monotonic() > deadline or not _is_busy(problem):
                    raise
            await asyncio.sleep(AGAIN)

    def dispose(self) -> None:
        if self._connection is not None:
            self._connection.close()
        self.engine.dispose()

    def took(self, seconds: float) -> None:
        self.commits += (seconds - self.commits) * WEIGHT


class LoopConnection:
    """As SQLAlchemy's `AsyncConnection`, as far as a transaction needs it. For one task at a time.

    A statement in the loop's thread cannot be cancelled in its middle, so only what leaves the loop is shielded.
    """

    def __init__(self, connection: Connection, writer: LoopWriter) -> None:
        self._connection = connection
        self._writer = writer

    @property
    def dialect(self) -> Dialect:
        return self._connection.dialect

    async def execute(self, statement: Executable, parameters: Any = None) -> CursorResult[Any]:
        if isinstance(parameters, list) and len(parameters) > MANY:
            return await shielded(asyncio.to_thread(self._connection.execute, statement, parameters))
        return self._connection.execute(statement, parameters)

    async def commit(self) -> None:
        if self._writer.commits < QUICK:
            self._commit()
        else:
            await shielded(asyncio.to_thread(self._commit))

    async def close(self) -> None:
        """Rolls back what is not committed; after a failed commit too, which SQLAlchemy alone takes for an end."""
        if self._connection.get_transaction() is not None:
            self._connection.rollback()
            self._connection.connection.rollback()

    def _commit(self) -> None:
        began = time.perf_counter()
        self._connection.commit()
        self._writer.took(time.perf_counter() - began)
