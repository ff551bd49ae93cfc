"""Databases of PostgreSQL for tests, each as its template is.

One that a test is done with is brought back to how it was made and used again: making one writes some hundred files,
bringing one back touches the tables that the test has changed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from itertools import count

import asyncpg

OTHERS = (
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
    "WHERE datname = current_database() AND pid <> pg_backend_pid()"
)
SET = "SELECT setval($1::text::regclass, $2, $3)"
TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1"
SEQUENCES = "SELECT sequencename FROM pg_sequences WHERE schemaname = 'public'"
_numbers = count(1)
Prints = Mapping[str, tuple[int, int]]
"""Of each table, how many rows and the newest transaction that wrote one: no change leaves both alone."""


@dataclass
class Copies:
    server: str
    template: str
    _content: dict[str, bytes] = field(default_factory=dict)
    _sequences: dict[str, tuple[int, bool]] = field(default_factory=dict)
    _free: dict[str, Prints] = field(default_factory=dict)
    _lent: dict[str, Prints] = field(default_factory=dict)

    def url(self, name: str) -> str:
        return f"{self.server.rpartition('/')[0]}/{name}"

    async def lend(self) -> str:
        """The URL of a database of one's own."""
        if not self._free:
            name, prints = await self._made()
        else:
            name, prints = self._free.popitem()
        self._lent[name] = prints
        return self.url(name)

    async def take_back(self, url: str) -> None:
        name = url.rpartition("/")[2]
        prints = self._lent.pop(name)
        try:
            self._free[name] = await self._as_made(name, prints)
        except asyncpg.PostgresError:
            # The test has changed more than rows.
            await self._drop(name)

    async def _made(self) -> tuple[str, Prints]:
        name = f"{self.template}_{next(_numbers)}"
        admin = await asyncpg.connect(self.server)
        await admin.execute(f"CREATE DATABASE {name} TEMPLATE {self.template}")
        await admin.close()
        connection = await asyncpg.connect(self.url(name))
        try:
            if not self._content:
                await self._remember(connection)
            return name, await _prints(connection, list(self._content))
        finally:
            await connection.close()

    async def _remember(self, connection: asyncpg.Connection) -> None:
        for (table,) in await connection.fetch(TABLES):
            written = BytesIO()
            await connection.copy_from_table(table, output=written, format="binary")
            self._content[table] = written.getvalue()
        self._sequences = await sequences(connection, [name for (name,) in await connection.fetch(SEQUENCES)])

    async def _as_made(self, name: str, before: Prints) -> Prints:
        connection = await asyncpg.connect(self.url(name))
        try:
            await connection.execute(OTHERS)
            now = await _prints(connection, list(self._content))
            changed = [table for table in now if now[table] != before[table]]
            async with connection.transaction():
                # Without the checks of rows that point at rows, which would ask for an order.
                await connection.execute("SET LOCAL session_replication_role = replica")
                for table in changed:
                    await connection.execute(f'DELETE FROM "{table}"')
                    await connection.copy_to_table(table, source=BytesIO(self._content[table]), format="binary")
                await self._turn_sequences_back(connection)
            return {**now, **await _prints(connection, changed)} if changed else now
        finally:
            await connection.close()

    async def _turn_sequences_back(self, connection: asyncpg.Connection) -> None:
        for name, at in (await sequences(connection, list(self._sequences))).items():
            if at != self._sequences[name]:
                await connection.execute(SET, name, *self._sequences[name])

    async def _drop(self, name: str) -> None:
        admin = await asyncpg.connect(self.server)
        await admin.execute(f"DROP DATABASE {name} WITH (FORCE)")
        await admin.close()


async def _prints(connection: asyncpg.Connection, tables: list[str]) -> Prints:
    asked = " UNION ALL ".join(
        f"SELECT '{table}', count(*), coalesce(max(xmin::text::bigint), 0) FROM \"{table}\"" for table in tables
    )
    return {table: (rows, newest) for table, rows, newest in await connection.fetch(asked)}


async def sequences(connection: asyncpg.Connection, names: list[str]) -> dict[str, tuple[int, bool]]:
    """Where each stands, and whether that number was given out."""
    asked = " UNION ALL ".join(f"SELECT '{name}', last_value, is_called FROM \"{name}\"" for name in names)
    return {name: (last, called) for name, last, called in await connection.fetch(asked)}
