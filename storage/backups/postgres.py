"""Copies of a PostgreSQL database by its own programs; in the clear they pass through pipes and never lie on a disk."""

import asyncio
import os
import subprocess
import tempfile
from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import IO, BinaryIO

import asyncpg
from sqlalchemy import URL

from domain.school.backups import BackupFailed, Trouble
from storage.backups.envelope import encrypt
from storage.backups.vaults import content, require_known, require_same, said
from storage.schema import known_revisions

OURS = "SELECT 1 FROM pg_catalog.pg_roles WHERE rolname = current_user AND (rolcreatedb OR rolsuper)"
TABLES = "SELECT tablename FROM pg_catalog.pg_tables WHERE schemaname = current_schema()"
LONGEST_NAME = 63


class PostgresVault:
    def __init__(self, url: URL) -> None:
        self._url = url.set(drivername="postgresql")

    async def copy_out(self, file: Path, key: str | None) -> Mapping[str, int]:
        """The dump and the counting see the same moment, whoever writes meanwhile."""
        try:
            async with _connected(self._url) as connection, _moment(connection) as snapshot:
                rows = await _rows(connection)
                await asyncio.to_thread(self._dump, file, key, snapshot)
        except (asyncpg.PostgresError, asyncpg.InterfaceError, ConnectionError) as problem:
            said_ = f"the database cannot be copied ({type(problem).__name__}): check DATABASE_URL"
            raise BackupFailed(Trouble.DATABASE, said_) from None
        return rows

    async def put_in(self, file: Path, key: str | None) -> None:
        """In one transaction; the copy is read to its end first, so that nothing begins which is damaged further on."""
        await asyncio.to_thread(self._restore, file, key)

    async def prove(self, file: Path, key: str | None, rows: Mapping[str, int] | None) -> None:
        await asyncio.to_thread(self._read_whole, file, key)
        async with self._scratch() as place:
            await asyncio.to_thread(self._fill, place, file, key)
            async with _connected(place) as connection:
                revision = await connection.fetchval("SELECT version_num FROM alembic_version")
                require_known(file, revision, known_revisions())
                require_same(file, rows, await _rows(connection))

    def _dump(self, file: Path, key: str | None, snapshot: str) -> None:
        dump = ("pg_dump", "--format=custom", "--no-owner", f"--snapshot={snapshot}")
        with said(file), file.open("wb") as target:
            if key is None:
                _run(self._url, *dump, into=lambda source: _pour(source, target))
            else:
                _run(self._url, *dump, into=lambda source: encrypt(source, target, key))

    def _read_whole(self, file: Path, key: str | None) -> None:
        """Every byte is decrypted and unpacked, into nothing."""
        with said(file):
            _run(None, "pg_restore", "-f", os.devnull, given=content(file, key))

    def _restore(self, file: Path, key: str | None) -> None:
        self._read_whole(file, key)
        clean = ("--clean", "--if-exists", "--no-owner", "--single-transaction")
        with said(file):
            _run(self._url, "pg_restore", *clean, given=content(file, key))

    def _fill(self, place: URL, file: Path, key: str | None) -> None:
        with said(file):
            _run(place, "pg_restore", "--no-owner", "--exit-on-error", given=content(file, key))

    @asynccontextmanager
    async def _scratch(self) -> AsyncIterator[URL]:
        """A database of its own beside the school's; one that a killed program has left is replaced."""
        name = f"{(self._url.database or '')[: LONGEST_NAME - 6]}_proof"
        quoted = '"' + name.replace('"', '""') + '"'
        async with _connected(self._url) as connection:
            if await connection.fetchval(OURS) is None:
                mend = "ALTER ROLE … CREATEDB lets it be restored for proof"
                raise BackupFailed(Trouble.UNRESTORED, f"there may be no scratch database: {mend}")
            await connection.execute(f"DROP DATABASE IF EXISTS {quoted} WITH (FORCE)")
            await connection.execute(f"CREATE DATABASE {quoted} TEMPLATE template0")
            try:
                yield self._url.set(database=name)
            finally:
                await connection.execute(f"DROP DATABASE IF EXISTS {quoted} WITH (FORCE)")


@asynccontextmanager
async def _connected(url: URL) -> AsyncIterator["asyncpg.Connection"]:
    connection = await asyncpg.connect(url.render_as_string(hide_password=False))
    try:
        yield connection
    finally:
        await connection.close()


@asynccontextmanager
async def _moment(connection: "asyncpg.Connection") -> AsyncIterator[str]:
    """What the connection reads stays as it is now, and others who are given the name see the same."""
    async with connection.transaction(isolation="repeatable_read", readonly=True):
        yield await connection.fetchval("SELECT pg_export_snapshot()")


async def _rows(connection: "asyncpg.Connection") -> Mapping[str, int]:
    """Of each table, in one statement."""
    names = [row[0] for row in await connection.fetch(TABLES)]
    counts = " UNION ALL ".join(f"SELECT '{name}', count(*) FROM \"{name}\"" for name in names)
    return {name: int(count) for name, count in await connection.fetch(counts)} if names else {}


def _run(
    url: URL | None,
    *command: str,
    given: Iterable[bytes] | None = None,
    into: Callable[[BinaryIO], None] | None = None,
) -> None:
    """Runs one of PostgreSQL's programs on the database; the password is not in its line, which everybody can read.

    A program that was given half of what it was to get is killed before it can take that for all.
    """
    line, secret = _line(url, command)
    with tempfile.TemporaryFile() as errors:
        try:
            process = subprocess.Popen(
                line,
                stdin=subprocess.DEVNULL if given is None else subprocess.PIPE,
                stdout=subprocess.DEVNULL if into is None else subprocess.PIPE,
                stderr=errors,
                env={**os.environ, **secret},
            )
        except FileNotFoundError:
            mend = "it comes with PostgreSQL's client"
            raise BackupFailed(Trouble.TOOL, f"{command[0]} is not installed: {mend}") from None
        with process:
            _talk(process, given, into)
        if process.returncode:
            errors.seek(0)
            last = errors.read().decode(errors="replace").strip().splitlines()[-1:]
            raise BackupFailed(Trouble.TOOL, f"{command[0]} failed: {''.join(last)}")


def _talk(
    process: "subprocess.Popen[bytes]", given: Iterable[bytes] | None, into: Callable[[BinaryIO], None] | None
) -> None:
    try:
        if given is not None and process.stdin is not None:
            _feed(given, process.stdin)
        if into is not None and process.stdout is not None:
            into(process.stdout)  # type: ignore[arg-type]
    except BaseException:
        process.kill()
        raise
    finally:
        if process.stdin is not None:
            with suppress(BrokenPipeError):
                process.stdin.close()


def _line(url: URL | None, command: tuple[str, ...]) -> tuple[list[str], dict[str, str]]:
    if url is None:
        return list(command), {}
    open_ = URL.create("postgresql", url.username, None, url.host, url.port, url.database, url.query)
    place = ("-d", open_.render_as_string())
    return [*command, *place], {"PGPASSWORD": str(url.password)} if url.password else {}


def _feed(given: Iterable[bytes], pipe: IO[bytes]) -> None:
    """A program that ends early says why itself."""
    with suppress(BrokenPipeError):
        for piece in given:
            pipe.write(piece)


def _pour(source: BinaryIO, target: BinaryIO) -> None:
    while piece := source.read(1024 * 1024):
        target.write(piece)
