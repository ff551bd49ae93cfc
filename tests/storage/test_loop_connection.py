"""SQLite's writing connection in the loop's own thread: what is long leaves the loop, and nothing stays half done."""

import asyncio
import sqlite3
import threading

import pytest
from sqlalchemy import event, insert, select, text, update
from sqlalchemy.exc import IntegrityError

from storage.database import Database
from storage.loop_connection import MANY, QUICK, LoopWriter
from storage.tables.roles import people, role_grants
from tests import school


@pytest.fixture
def writer(sqlite_database: Database) -> LoopWriter:
    assert sqlite_database._loop_writer is not None
    return sqlite_database._loop_writer


@pytest.fixture
def threads(writer: LoopWriter) -> list[tuple[str, bool]]:
    """(statement's first word, whether it ran in the loop's thread)"""
    seen: list[tuple[str, bool]] = []
    loop = threading.get_ident()
    event.listen(
        writer.engine,
        "before_cursor_execute",
        lambda _c, _k, statement, *_: seen.append((statement.split()[0], threading.get_ident() == loop)),
    )
    event.listen(writer.engine, "commit", lambda _: seen.append(("COMMIT", threading.get_ident() == loop)))
    return seen


async def _rename(database: Database, given: str) -> None:
    async with database.begin() as tx:
        await tx.run(update(people).where(people.c.id == school.IVANOV).values(given=given))


async def _given(database: Database) -> str:
    row = await database.reader.row(select(people.c.given).where(people.c.id == school.IVANOV))
    assert row is not None
    return str(row.given)


async def test_a_short_statement_and_a_quick_commit_stay_in_the_loop(
    sqlite_database: Database, threads: list[tuple[str, bool]]
) -> None:
    await _rename(sqlite_database, "Фёдор")
    assert threads == [("BEGIN", True), ("UPDATE", True), ("COMMIT", True)]
    assert await _given(sqlite_database) == "Фёдор"


async def test_on_a_slow_disk_the_commit_leaves_the_loop(
    sqlite_database: Database, writer: LoopWriter, threads: list[tuple[str, bool]]
) -> None:
    writer.commits = 10 * QUICK
    await _rename(sqlite_database, "Фёдор")
    assert threads[-1] == ("COMMIT", False)
    assert await _given(sqlite_database) == "Фёдор"


async def test_the_loop_is_used_again_when_the_disk_is_quick_again(
    sqlite_database: Database, writer: LoopWriter
) -> None:
    writer.commits = 10 * QUICK
    for _ in range(40):
        writer.took(QUICK / 10)
    assert writer.commits < QUICK


async def test_a_statement_of_many_rows_leaves_the_loop(
    sqlite_database: Database, threads: list[tuple[str, bool]]
) -> None:
    rows = [
        {"surname": "Новый", "given": str(n), "name_norm": f"новый {n}", "created_at": school.STARTED}
        for n in range(MANY + 1)
    ]
    async with sqlite_database.begin() as tx:
        await tx.run(insert(people), rows)
    assert ("INSERT", False) in threads


async def test_work_cancelled_during_a_slow_commit_is_committed_and_leaves_no_lock(
    sqlite_database: Database, writer: LoopWriter
) -> None:
    writer.commits = 10 * QUICK
    task = asyncio.create_task(_rename(sqlite_database, "Фёдор"))
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    async with asyncio.timeout(2):
        await _rename(sqlite_database, "Пётр")
    assert await _given(sqlite_database) == "Пётр"


async def test_while_another_program_writes_the_loop_goes_on_and_nothing_is_lost(sqlite_database: Database) -> None:
    other = sqlite3.connect(sqlite_database.url.database or "", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    writing = asyncio.get_running_loop().create_task(_rename(sqlite_database, "Фёдор"))
    for _ in range(5):
        await asyncio.sleep(0.01)
    assert not writing.done()
    other.execute("ROLLBACK")
    other.close()
    await writing
    assert await _given(sqlite_database) == "Фёдор"


async def _grant_to_nobody(database: Database) -> None:
    async with database.begin() as tx:
        await tx.run(text("PRAGMA defer_foreign_keys=ON"))
        await tx.run(insert(role_grants).values(person_id=999, role="admin", granted_at=school.STARTED))


async def test_after_a_commit_that_failed_the_next_one_goes_through(sqlite_database: Database) -> None:
    """SQLite leaves such a transaction open, as it may when the disk is full."""
    with pytest.raises(IntegrityError):
        await _grant_to_nobody(sqlite_database)
    await _rename(sqlite_database, "Фёдор")
    assert await _given(sqlite_database) == "Фёдор"
    assert await sqlite_database.reader.rows(select(role_grants.c.id).where(role_grants.c.person_id == 999)) == []
