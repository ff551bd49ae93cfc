"""The database: one writer, readers beside it, and word of every commit.

SQLite (WAL): writes go through one connection, begun IMMEDIATE, so that no read-modify-write is lost; reads go through
a read-only one. Both are used in the loop's own thread, since a statement takes microseconds and a hop to another
thread takes fifty times that (docs/decisions/0002 and 0004). PostgreSQL: the same code over asyncpg.
"""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import URL, Connection, Executable, Row, create_engine, event, make_url
from sqlalchemy.engine import Engine
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import StaticPool

from domain.clock import Clock
from domain.roles.writing_gate import begin_to_write, end_of_writing
from storage.loop_connection import LoopConnection, LoopWriter
from storage.reading_only import refuse_if_reading_only
from storage.shielded import shielded
from storage.transaction import Transaction

BUSY_SECONDS = 10
POSTGRES_WRITERS = 8
POSTGRES_READERS = 4


class Database:
    """Open with `Database.open(url, clock)`, close with `close()`.

    `versions` counts commits by topic (a transaction's `touch("people")`): what is kept in memory is valid while
    the count of its topics stands.
    """

    def __init__(self, url: URL, clock: Clock) -> None:
        self.url = url
        self.clock = clock
        self.zone = ZoneInfo("UTC")
        """The school's time zone, once its card is known."""
        self.versions: Counter[str] = Counter()
        self.statements = 0
        self._listeners: list[Callable[[Transaction], None]] = []
        self.writer = _writer_engine(url)
        self._turns = asyncio.Semaphore(1 if self.is_sqlite else POSTGRES_WRITERS)
        self.reader: SyncReader | AsyncReader = (
            SyncReader(_sqlite_reader(url), self) if self.is_sqlite else AsyncReader(self.writer, self)
        )
        self.aside: AsideReader | AsyncReader = (
            AsideReader(url, self) if self.is_sqlite else AsyncReader(self.writer, self)
        )
        """For what reads a year's journal: it would hold up everybody in the loop's thread."""
        self._loop_writer = _loop_writer(url) if self.is_sqlite else None
        counted = self._loop_writer.engine if self._loop_writer else self.writer.sync_engine
        event.listen(counted, "before_cursor_execute", self._count)
        if isinstance(self.reader, SyncReader):
            event.listen(self.reader.engine, "before_cursor_execute", self._count)

    @classmethod
    def open(cls, url: str, clock: Clock) -> "Database":
        return cls(async_url(url), clock)

    @property
    def is_sqlite(self) -> bool:
        return self.url.get_backend_name() == "sqlite"

    def on_commit(self, listener: Callable[[Transaction], None]) -> None:
        """Called after each commit, with the transaction: `facts_added` says whether anyone must hear."""
        self._listeners.append(listener)

    @asynccontextmanager
    async def begin(self, *, aside: bool = False) -> AsyncIterator[Transaction]:
        """A unit of work: commits at the end of the block, rolls back on any exception or cancellation.

        With the first one that writes, the update being handled is done; `aside`: what by itself is no outcome of it.
        """
        refuse_if_reading_only()
        if not aside:
            begin_to_write()
        async with self._turns:
            connection = await self._begun()
            transaction = Transaction(connection, self.clock, self.zone)
            try:
                yield transaction
                if not aside:
                    await transaction.end_update()
                await transaction.commit()
            finally:
                end_of_writing()
                await transaction.end()
        self.versions.update(transaction.touched)
        for listener in self._listeners:
            listener(transaction)
        if transaction.facts_added:
            await self._let_the_woken_go_first()

    async def close(self) -> None:
        await self.reader.close()
        await self.aside.close()
        if self._loop_writer is not None:
            self._loop_writer.dispose()
        await self.writer.dispose()

    async def _begun(self) -> AsyncConnection | LoopConnection:
        if self._loop_writer is not None:
            return await self._loop_writer.begun()
        return await shielded(_connected(self.writer), undo=AsyncConnection.close)

    async def _let_the_woken_go_first(self) -> None:
        """What a family waits for comes before the writer's own screen: a turn to prepare it, and one to send it."""
        await asyncio.sleep(0)
        await asyncio.sleep(0)

    def _count(self, *_: object) -> None:
        self.statements += 1


class SyncReader:
    """Reads SQLite in the calling thread, each statement by itself, never holding a snapshot."""

    def __init__(self, engine: Engine, database: Database) -> None:
        self.engine = engine
        self._connection: Connection | None = None

    async def rows(self, statement: Executable, parameters: Any = None) -> Sequence[Row[Any]]:
        return self._connected().execute(statement, parameters).fetchall()

    async def row(self, statement: Executable, parameters: Any = None) -> Row[Any] | None:
        return self._connected().execute(statement, parameters).first()

    async def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
        self.engine.dispose()

    def _connected(self) -> Connection:
        if self._connection is None:
            self._connection = self.engine.connect()
        return self._connection


class AsideReader:
    """Reads SQLite in a thread, one statement after another over a connection of its own; opened when first asked."""

    def __init__(self, url: URL, database: Database) -> None:
        self._engine = _read_only(url, poolclass=StaticPool)
        self._turn = asyncio.Lock()
        event.listen(self._engine, "before_cursor_execute", database._count)

    async def rows(self, statement: Executable, parameters: Any = None) -> Sequence[Row[Any]]:
        async with self._turn:
            return await asyncio.to_thread(self._rows, statement, parameters)

    async def row(self, statement: Executable, parameters: Any = None) -> Row[Any] | None:
        rows = await self.rows(statement, parameters)
        return rows[0] if rows else None

    async def close(self) -> None:
        self._engine.dispose()

    def _rows(self, statement: Executable, parameters: Any) -> Sequence[Row[Any]]:
        with self._engine.connect() as connection:
            return connection.execute(statement, parameters).fetchall()


class AsyncReader:
    """Reads PostgreSQL over a pooled connection in autocommit."""

    def __init__(self, engine: AsyncEngine, database: Database) -> None:
        self.engine = engine.execution_options(isolation_level="AUTOCOMMIT")
        self._turns = asyncio.Semaphore(POSTGRES_READERS)

    async def rows(self, statement: Executable, parameters: Any = None) -> Sequence[Row[Any]]:
        return await shielded(self._rows(statement, parameters))

    async def row(self, statement: Executable, parameters: Any = None) -> Row[Any] | None:
        rows = await self.rows(statement, parameters)
        return rows[0] if rows else None

    async def close(self) -> None:
        """The engine is the writer's, and closed with it."""

    async def _rows(self, statement: Executable, parameters: Any) -> Sequence[Row[Any]]:
        async with self._turns, self.engine.connect() as connection:
            return (await connection.execute(statement, parameters)).fetchall()


def async_url(url: str) -> URL:
    """`sqlite:///zvonok.db` and `postgresql://…` with the asynchronous drivers put in."""
    parsed = make_url(url)
    drivers = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+asyncpg", "postgres": "postgresql+asyncpg"}
    return parsed.set(drivername=drivers.get(parsed.get_backend_name(), parsed.drivername))


async def _connected(engine: AsyncEngine) -> AsyncConnection:
    connection = await engine.connect()
    await connection.begin()
    return connection


def _writer_engine(url: URL) -> AsyncEngine:
    if url.get_backend_name() != "sqlite":
        return create_async_engine(
            url,
            pool_size=POSTGRES_WRITERS + POSTGRES_READERS,
            max_overflow=0,
            # Compiling a year's statement takes three times as long as running it.
            connect_args={"server_settings": {"jit": "off"}},
        )
    engine = create_async_engine(url, pool_size=1, max_overflow=0)
    _prepared(engine.sync_engine)
    return engine


def _loop_writer(url: URL) -> LoopWriter:
    arguments = {"check_same_thread": False}
    engine = _prepared(create_engine(url.set(drivername="sqlite"), poolclass=StaticPool, connect_args=arguments))
    event.listen(engine, "connect", _never_wait)
    return LoopWriter(engine)


def _never_wait(connection: Any, _: object) -> None:
    """In the loop's thread SQLite's own waiting would stop everybody."""
    connection.execute("PRAGMA busy_timeout=0")


def _prepared(engine: Engine) -> Engine:
    event.listen(engine, "connect", prepare_sqlite)
    event.listen(engine, "begin", _begin_immediate)
    return engine


def prepare_sqlite(connection: Any, _: object) -> None:
    """Takes transactions away from the driver, and sets what SQLite forgets with each connection."""
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.execute(f"PRAGMA busy_timeout={BUSY_SECONDS * 1000}")
    cursor.execute("PRAGMA synchronous=FULL")
    # What is removed (an update with a code typed in it) leaves no readable trace in the file.
    cursor.execute("PRAGMA secure_delete=ON")
    cursor.close()


def _begin_immediate(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _sqlite_reader(url: URL) -> Engine:
    return _read_only(url, poolclass=StaticPool)


def _read_only(url: URL, **pool: Any) -> Engine:
    engine = create_engine(
        url.set(drivername="sqlite"),
        connect_args={"check_same_thread": False},
        isolation_level="AUTOCOMMIT",
        **pool,
    )

    @event.listens_for(engine, "connect")
    def read_only(connection: Any, _: object) -> None:
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout={BUSY_SECONDS * 1000}")
        cursor.execute("PRAGMA query_only=ON")
        cursor.close()

    return engine
