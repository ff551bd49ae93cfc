"""What a start finds in the file before it migrates, and what it leaves unread where there is nothing to migrate."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from storage.schema import DatabaseDamaged, migrate, newest_revision

EARLIER = "0001"
OF_NOBODY = "INSERT INTO role_grants (person_id, role, granted_at) VALUES (999, 'admin', '2026-09-01 00:00:00')"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "school.db"


def damage(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute(OF_NOBODY)


async def test_a_damaged_database_is_not_migrated_however_often_it_is_started(file: Path) -> None:
    await migrate(f"sqlite:///{file}", EARLIER)
    damage(file)
    for _ in range(2):
        with pytest.raises(DatabaseDamaged):
            await migrate(f"sqlite:///{file}")
    assert await migrate(f"sqlite:///{file}", EARLIER) == (EARLIER, EARLIER)


async def test_with_nothing_to_migrate_rows_are_not_read(file: Path) -> None:
    await migrate(f"sqlite:///{file}")
    damage(file)
    assert await migrate(f"sqlite:///{file}") == (newest_revision(), newest_revision())
