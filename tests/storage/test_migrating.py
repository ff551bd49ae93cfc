"""What a start finds in the file before it migrates, and what it leaves unread where there is nothing to migrate."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine

from storage.schema import DatabaseDamaged, migrate, newest_revision, script_directory

EARLIER, BEFORE_CLASSES = "0001", "0007"
OF_A_CLASS = (
    "INSERT INTO school_years (id, name, starts_on, ends_on) VALUES (1, '2026/27', '2026-09-01', '2027-05-26')",
    "INSERT INTO classes (id, year_id, grade, name, name_norm) VALUES (3, 1, 7, '7Б', '7б')",
    "INSERT INTO bell_schedules (id, name) VALUES (1, 'Обычные')",
    "INSERT INTO bell_rules (id, schedule_id, class_id) VALUES (1, 1, NULL), (2, 1, 3)",
)
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


async def test_back_in_the_earlier_schema_no_class_rings_for_the_whole_school(file: Path) -> None:
    await migrate(f"sqlite:///{file}")
    with closing(sqlite3.connect(file)) as connection, connection:
        for statement in OF_A_CLASS:
            connection.execute(statement)
    engine, config = create_engine(f"sqlite:///{file}"), Config()
    config.set_main_option("script_location", script_directory().dir)
    with engine.connect() as config.attributes["connection"]:
        command.downgrade(config, BEFORE_CLASSES)
    engine.dispose()
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("SELECT id FROM bell_rules").fetchall() == [(1,)]
    assert await migrate(f"sqlite:///{file}") == (BEFORE_CLASSES, newest_revision())
