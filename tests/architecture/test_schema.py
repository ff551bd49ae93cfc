"""The migrations make exactly the tables that the program believes in."""

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, text

from storage.database import Database
from storage.schema import DatabaseNewer, migrate
from storage.tables import metadata


async def test_models_equal_migrations(database: Database) -> None:
    def differences(connection: Connection) -> list[object]:
        return list(compare_metadata(MigrationContext.configure(connection, opts={"compare_type": False}), metadata))

    async with database.writer.connect() as connection:
        assert await connection.run_sync(differences) == []


def test_every_table_says_what_it_is_for() -> None:
    assert [table.name for table in metadata.tables.values() if not table.comment] == []


async def test_migrating_twice_changes_nothing(database_url: str) -> None:
    before, after = await migrate(database_url)
    assert before == after is not None


async def test_a_database_newer_than_the_program_is_refused(database_url: str, database: Database) -> None:
    async with database.begin() as tx:
        await tx.run(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(DatabaseNewer):
        await migrate(database_url)
