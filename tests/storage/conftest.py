"""A school with its year and nothing in it, on both kinds of database; tests copy a template of it."""

import os
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.year import year_of
from domain.school.ports import SchoolCard
from storage.database import Database
from storage.schema import migrate
from storage.school.founding import found_school
from tests import school
from tests.clock import SetClock
from tests.conftest import _admin, _at_once, _beside
from tests.postgres_copies import Copies


@pytest.fixture(scope="session")
def new_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("new") / "new.db"
    _at_once(_founded(f"sqlite:///{path}"))
    return path


@pytest.fixture(scope="session")
def new_postgres_template(postgres: str) -> str:
    name = f"new_template_{os.getpid()}"
    _at_once(_admin(postgres, f"CREATE DATABASE {name}"))
    _at_once(_founded(_beside(postgres, name)))
    return name


@pytest.fixture(scope="session")
def new_postgres_copies(postgres: str, new_postgres_template: str) -> Copies:
    return Copies(postgres, new_postgres_template)


@pytest.fixture(params=["sqlite", "postgres"])
async def new_school(request: pytest.FixtureRequest, tmp_path: Path, clock: SetClock) -> AsyncIterator[Database]:
    if request.param == "sqlite":
        shutil.copy(request.getfixturevalue("new_template"), tmp_path / "new.db")
        async for database in _opened(f"sqlite:///{tmp_path / 'new.db'}", clock):
            yield database
        return
    copies: Copies = request.getfixturevalue("new_postgres_copies")
    url = await copies.lend()
    async for database in _opened(url, clock):
        yield database
    await copies.take_back(url)


async def _opened(url: str, clock: SetClock) -> AsyncIterator[Database]:
    database = Database.open(url, clock)
    database.zone = school.ZONE
    yield database
    await database.close()


async def _founded(url: str) -> None:
    await migrate(url)
    database = Database.open(url, SetClock(school.STARTED))
    async with database.begin() as tx:
        await found_school(tx, SchoolCard("Школа", school.ZONE, "ru"), year_of(school.TUESDAY))
    await database.close()


@pytest.fixture(scope="module")
def generated_url(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The schema and nothing else, on SQLite: `tests/generated.py` puts one school after another into it."""
    url = f"sqlite:///{tmp_path_factory.mktemp('generated') / 'generated.db'}"
    _at_once(migrate(url))
    return url
