"""What a start finds in the file before it migrates, and what it leaves unread where there is nothing to migrate."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine

from storage.schema import DatabaseDamaged, migrate, newest_revision, script_directory

EARLIER, BEFORE_CLASSES, BEFORE_TALK = "0001", "0007", "0008"
OF_A_CLASS = (
    "INSERT INTO school_years (id, name, starts_on, ends_on) VALUES (1, '2026/27', '2026-09-01', '2027-05-26')",
    "INSERT INTO classes (id, year_id, grade, name, name_norm) VALUES (3, 1, 7, '7Б', '7б')",
    "INSERT INTO bell_schedules (id, name) VALUES (1, 'Обычные')",
    "INSERT INTO bell_rules (id, schedule_id, class_id) VALUES (1, 1, NULL), (2, 1, 3)",
)
OF_ONE_CLASS = (
    *OF_A_CLASS[:2],
    "INSERT INTO people (id, surname, given, name_norm, created_at) VALUES"
    " (11, 'А', 'М', 'а м', '2026-09-01 00:00:00'), (12, 'А', 'П', 'а п', '2026-09-01 00:00:00')",
    "INSERT INTO guardianships (guardian_id, pupil_id, relation) VALUES (11, 12, 'mother')",
    "INSERT INTO enrolments (pupil_id, class_id, from_day) VALUES (12, 3, '2026-09-01')",
    "INSERT INTO bindings (id, person_id, telegram_id, roles, bound_at) VALUES (1, 11, 1, '[]', '2026-09-01 00:00:00')",
    "INSERT INTO announcements (id, sender_id, sender_account_id, class_id, audience, text, made_at, draft_key)"
    " VALUES (1, 11, 1, 3, 'guardians', 'классу', '2026-09-01 00:00:00', 'a')",
    "INSERT INTO announcement_receipts (announcement_id, person_id) VALUES (1, 11)",
)
OF_ANNOUNCEMENTS = (
    *OF_ONE_CLASS,
    "INSERT INTO announcements (id, sender_id, sender_account_id, audience, text, made_at, draft_key)"
    " VALUES (2, 11, 1, 'staff', 'учителям', '2026-09-01 00:00:00', 'b')",
    "INSERT INTO announcement_receipts (announcement_id, person_id) VALUES (2, 11)",
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


async def test_back_in_the_schema_before_talk_nothing_is_left_that_it_cannot_say(file: Path) -> None:
    await migrate(f"sqlite:///{file}")
    with closing(sqlite3.connect(file)) as connection, connection:
        for statement in OF_ANNOUNCEMENTS:
            connection.execute(statement)
    engine, config = create_engine(f"sqlite:///{file}"), Config()
    config.set_main_option("script_location", script_directory().dir)
    with engine.connect() as config.attributes["connection"]:
        command.downgrade(config, BEFORE_TALK)
    engine.dispose()
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("SELECT id, text FROM announcements").fetchall() == [(1, "классу")]
        assert connection.execute("SELECT announcement_id FROM announcement_receipts").fetchall() == [(1,)]


async def test_of_announcements_made_before_it_is_known_for_which_child_they_were(file: Path) -> None:
    await migrate(f"sqlite:///{file}", BEFORE_TALK)
    with closing(sqlite3.connect(file)) as connection, connection:
        for statement in OF_ONE_CLASS:
            connection.execute(statement)
    await migrate(f"sqlite:///{file}")
    with closing(sqlite3.connect(file)) as connection:
        wards = connection.execute("SELECT announcement_id, person_id, pupil_id FROM announcement_wards").fetchall()
        assert wards == [(1, 11, 12)]
