"""One program at a time writes a database: a file lock beside SQLite, an advisory lock in PostgreSQL.

What is kept in memory stays true only so, and SQLite before 3.51.3 can corrupt a WAL that two processes reset.
"""

import fcntl
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from sqlalchemy import URL, text
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

from storage.database import async_url

KEY = 0x5A566F6E6F6C
"""The advisory lock of PostgreSQL that a writing program holds."""


class InUse(Exception):
    """Another program writes this database; `who` says which, as far as it is known."""

    def __init__(self, who: str) -> None:
        super().__init__(who)
        self.who = who


@asynccontextmanager
async def sole_writer(url: str, what: str) -> AsyncIterator[None]:
    """Holds the database for `what` (said to the one who comes second). Raises `InUse` at once, waits for nothing."""
    parsed = async_url(url)
    async with _file_lock(parsed, what) if parsed.get_backend_name() == "sqlite" else _advisory_lock(parsed):
        yield


@asynccontextmanager
async def _file_lock(url: URL, what: str) -> AsyncIterator[None]:
    if url.database in (None, "", ":memory:"):
        yield
        return
    path = Path(f"{url.database}.lock")
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        who = os.read(handle, 200).decode(errors="replace").strip()
        os.close(handle)
        raise InUse(who or "another program") from None
    try:
        os.ftruncate(handle, 0)
        os.write(handle, f"{what}, process {os.getpid()}\n".encode())
        yield
    finally:
        os.close(handle)


@asynccontextmanager
async def _advisory_lock(url: URL) -> AsyncIterator[None]:
    engine = create_async_engine(url, poolclass=NullPool)
    try:
        async with engine.connect() as connection:
            taken = await connection.scalar(text("SELECT pg_try_advisory_lock(:key)"), {"key": KEY})
            await connection.commit()
            if not taken:
                raise InUse("another program on this PostgreSQL database")
            yield
    finally:
        await engine.dispose()
