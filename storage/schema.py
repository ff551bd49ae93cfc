"""Bringing a database to this program's schema.

SQLite is migrated with foreign keys off (Alembic's batch mode copies tables, and would delete child rows otherwise)
and checked before and afterwards; PostgreSQL under an advisory lock, so that of several starts one migrates and the
others wait.
"""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, event, text
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

from storage.database import async_url

LOCK = 0x5A566F6E6F6B
"""«ZVonok», the advisory lock of PostgreSQL under which migrations run."""


class DatabaseNewer(Exception):
    """The database was brought to a schema that this program does not know: run the newer program."""


class DatabaseDamaged(Exception):
    """Rows point at rows that do not exist."""


async def migrate(url: str, revision: str = "head") -> tuple[str | None, str | None]:
    """Brings the database at `url` to `revision`; returns the revisions before and after.

    Raises `DatabaseNewer` when its revision is unknown here, `DatabaseDamaged` when rows point at none (SQLite).
    """
    engine = create_async_engine(async_url(url), poolclass=NullPool)
    if engine.dialect.name == "sqlite":
        event.listen(engine.sync_engine, "connect", _foreign_keys_off)
    try:
        async with engine.connect() as connection:
            return await connection.run_sync(_migrate, revision)
    finally:
        await engine.dispose()


def script_directory() -> ScriptDirectory:
    return ScriptDirectory.from_config(_config(None))


def newest_revision() -> str | None:
    """The schema that this program knows."""
    return script_directory().get_current_head()


def known_revisions() -> frozenset[str]:
    """The schemas that this program can bring to the newest."""
    return frozenset(script.revision for script in script_directory().walk_revisions())


def _migrate(connection: Connection, revision: str) -> tuple[str | None, str | None]:
    sqlite = connection.dialect.name == "sqlite"
    if not sqlite:
        connection.execute(text("SELECT pg_advisory_lock(:key)"), {"key": LOCK})
        connection.commit()
    before = _current(connection)
    if before is not None and before not in known_revisions():
        raise DatabaseNewer(before)
    if before == (newest_revision() if revision == "head" else revision):
        return before, before
    if sqlite:
        _refuse_damage(connection)
    command.upgrade(_config(connection), revision)
    if sqlite:
        _refuse_damage(connection)
    return before, _current(connection)


def _refuse_damage(connection: Connection) -> None:
    """Reads every row that points at another, so not at a start that has nothing to migrate."""
    if connection.execute(text("PRAGMA foreign_key_check")).first() is not None:
        raise DatabaseDamaged
    connection.commit()


def _current(connection: Connection) -> str | None:
    revision = MigrationContext.configure(connection).get_current_revision()
    connection.commit()
    return revision


def _config(connection: Connection | None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    return config


def _foreign_keys_off(connection: object, _: object) -> None:
    cursor = connection.cursor()  # type: ignore[attr-defined]
    cursor.execute("PRAGMA foreign_keys=OFF")
    cursor.close()
