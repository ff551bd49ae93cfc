"""A database that one test has used is for the next one as a new one would be."""

import asyncpg
from sqlalchemy import delete, insert, update

from storage.database import Database
from storage.tables.journal import marks
from storage.tables.messaging import facts
from storage.tables.roles import people
from tests import school
from tests.clock import SetClock
from tests.postgres_copies import SEQUENCES, TABLES, Copies, sequences


async def _everything(url: str) -> dict[str, object]:
    connection = await asyncpg.connect(url)
    try:
        names = [name for (name,) in await connection.fetch(SEQUENCES)]
        held: dict[str, object] = dict(await sequences(connection, names))
        for (table,) in await connection.fetch(TABLES):
            held[table] = sorted(repr(row) for row in await connection.fetch(f'SELECT * FROM "{table}"'))
        return held
    finally:
        await connection.close()


async def test_a_database_that_was_written_to_comes_back_as_it_was_made(
    postgres: str, postgres_template: str, clock: SetClock
) -> None:
    copies = Copies(postgres, postgres_template)
    url = await copies.lend()
    as_made = await _everything(url)
    for _ in range(2):
        database = Database.open(url, clock)
        async with database.begin() as tx:
            new = {"surname": "Новиков", "given": "Пётр", "name_norm": "", "created_at": school.STARTED}
            await tx.run(insert(people).values(**new))
            await tx.run(insert(facts).values(kind="mark", at=clock.now(), body={}))
            await tx.run(update(people).where(people.c.id == school.MOTHER).values(surname="Другая"))
            await tx.run(delete(marks))
        assert await _everything(url) != as_made
        await database.close()
        await copies.take_back(url)
        assert await copies.lend() == url, "the same one"
        assert await _everything(url) == as_made
    await copies.take_back(url)


async def test_a_database_whose_tables_were_changed_is_not_used_again(postgres: str, postgres_template: str) -> None:
    copies = Copies(postgres, postgres_template)
    url = await copies.lend()
    connection = await asyncpg.connect(url)
    await connection.execute("DROP TABLE backups")
    await connection.close()
    await copies.take_back(url)
    other = await copies.lend()
    assert other != url
    assert await _everything(other)
    await copies.take_back(other)
