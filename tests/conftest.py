"""What every test may ask for: a set clock, and a database with the known cast, on SQLite and on PostgreSQL."""

import asyncio
import os
import shutil
from collections.abc import AsyncIterator, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

import asyncpg
import pytest

from bot.logs import set_up_logs
from domain.clock import SchoolTime
from storage.database import Database
from storage.schema import migrate
from tests import school
from tests.clock import SetClock
from tests.postgres import REQUIRED, NoPostgres, cluster
from tests.postgres_copies import Copies

T = TypeVar("T")
set_up_logs("console", "warning")


@pytest.fixture
def clock() -> SetClock:
    return SetClock(school.MORNING)


@pytest.fixture
def school_time(clock: SetClock) -> SchoolTime:
    return SchoolTime(clock, lambda: school.ZONE)


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file with the schema and the cast; tests copy it."""
    path = tmp_path_factory.mktemp("template") / "school.db"
    _at_once(_founded(f"sqlite:///{path}"))
    return path


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The URL of a PostgreSQL server; skips, or fails where `ZVONOK_REQUIRE` names it."""
    server = cluster()
    try:
        url = server.__enter__()
    except NoPostgres as why:
        if REQUIRED:
            raise
        pytest.skip(f"no PostgreSQL: {why}")
    try:
        yield url
    finally:
        server.__exit__(None, None, None)


@pytest.fixture(scope="session")
def postgres_template(postgres: str) -> str:
    """The name of a database with the schema and the cast; tests copy it."""
    name = f"template_{os.getpid()}"
    _at_once(_admin(postgres, f"CREATE DATABASE {name}"))
    _at_once(_founded(_beside(postgres, name)))
    return name


@pytest.fixture(scope="session")
def postgres_copies(postgres: str, postgres_template: str) -> Copies:
    return Copies(postgres, postgres_template)


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A database of this test's own with the known cast; the test runs once on each kind."""
    if request.param == "sqlite":
        yield _sqlite_copy(request.getfixturevalue("template"), tmp_path)
        return
    copies: Copies = request.getfixturevalue("postgres_copies")
    url = _at_once(copies.lend())
    yield url
    _at_once(copies.take_back(url))


@pytest.fixture
async def database(database_url: str, clock: SetClock) -> AsyncIterator[Database]:
    database = Database.open(database_url, clock)
    database.zone = school.ZONE
    yield database
    await database.close()


@pytest.fixture
async def sqlite_database(template: Path, tmp_path: Path, clock: SetClock) -> AsyncIterator[Database]:
    """For what has nothing to do with the kind of database."""
    database = Database.open(_sqlite_copy(template, tmp_path), clock)
    database.zone = school.ZONE
    yield database
    await database.close()


@pytest.fixture
async def empty_database(tmp_path: Path, clock: SetClock) -> AsyncIterator[Database]:
    """The schema and nothing else, on SQLite."""
    url = f"sqlite:///{tmp_path / 'empty.db'}"
    await migrate(url)
    database = Database.open(url, clock)
    yield database
    await database.close()


def _sqlite_copy(template: Path, tmp_path: Path) -> str:
    path = tmp_path / "school.db"
    shutil.copy(template, path)
    return f"sqlite:///{path}"


async def _founded(url: str) -> None:
    await migrate(url)
    database = Database.open(url, SetClock(school.STARTED))
    await school.found(database)
    await database.close()


async def _admin(server: str, statement: str) -> None:
    connection = await asyncpg.connect(server)
    try:
        await connection.execute(statement)
    finally:
        await connection.close()


def _beside(server: str, name: str) -> str:
    return f"{server.rpartition('/')[0]}/{name}"


def _at_once(work: Coroutine[Any, Any, T]) -> T:
    """Runs it on a loop of its own in a thread of its own: the tests' loop is left alone."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()
