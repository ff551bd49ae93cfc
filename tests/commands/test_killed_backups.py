"""Killed in the middle of a backup or a restore, as by a power cut: nothing is lost, and the next try goes through."""

import asyncio
import os
import signal
import sqlite3
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import asyncpg
import pytest
from sqlalchemy import text, update

from bot.system_clock import SystemClock
from storage.database import Database
from storage.tables.school import school as school_table
from tests.commands.conftest import Machine
from tests.commands.test_backup import INIT

KEY = {"BACKUP_KEY": "any-long-random-text-of-32-characters"}
ROWS = 40_000
PATIENCE = 20.0


FILL = {
    "sqlite": "INSERT INTO change_log (at, what, after) WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL "
    f"SELECT i + 1 FROM n WHERE i < {ROWS}) SELECT '2026-11-24 08:00:00.000000', 'mark', hex(randomblob(40)) FROM n",
    "postgresql": "INSERT INTO change_log (at, what, after) SELECT now(), 'mark', to_json(md5(i::text)) "
    f"FROM generate_series(1, {ROWS}) i",
}
"""Enough rows that a copy takes a while to write."""


async def _filled(machine: Machine, name: str) -> None:
    database = Database.open(machine.url, SystemClock())
    async with database.begin() as tx:
        await tx.run(update(school_table).values(name=name))
        await tx.run(text(FILL[tx.dialect]))
    await database.close()


async def _renamed(machine: Machine, name: str) -> None:
    database = Database.open(machine.url, SystemClock())
    async with database.begin() as tx:
        await tx.run(update(school_table).values(name=name))
    await database.close()


async def _stands(machine: Machine) -> tuple[str, int]:
    """The school's name and the rows of its change log: which of two journals it is, and whether it is whole."""
    if machine.url.startswith("sqlite"):
        connection = sqlite3.connect(machine.url.removeprefix("sqlite:///"))
        try:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            name = connection.execute("SELECT name FROM school").fetchone()[0]
            return name, connection.execute("SELECT count(*) FROM change_log").fetchone()[0]
        finally:
            connection.close()
    postgres = await asyncpg.connect(machine.url)
    try:
        row = await postgres.fetchrow("SELECT name, (SELECT count(*) FROM change_log) FROM school")
        return row[0], row[1]
    finally:
        await postgres.close()


def _killed(machine: Machine, words: tuple[str, ...], moment: Callable[[], bool]) -> bool:
    """Starts the command and kills it, with all that it started, at the moment; whether it was still running."""
    process = subprocess.Popen(
        machine.line(*words),
        cwd=machine.folder,
        env=machine.environment(**KEY),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    deadline = time.monotonic() + PATIENCE
    while process.poll() is None and not moment() and time.monotonic() < deadline:
        time.sleep(0.0005)
    running = process.poll() is None
    if running:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    return running


async def test_a_backup_that_is_killed_leaves_the_last_good_one(machine: Machine, tmp_path: Path) -> None:
    await asyncio.to_thread(machine.well, *INIT)
    await _filled(machine, "Школа № 5")
    file, half = tmp_path / "copy", tmp_path / "copy.part"
    file.write_bytes(b"the last good one")
    words = ("backup", str(file), "--encrypt")
    assert await asyncio.to_thread(_killed, machine, words, lambda: half.exists() and half.stat().st_size > 0)
    assert file.read_bytes() == b"the last good one"
    assert await _stands(machine) == ("Школа № 5", ROWS)
    await asyncio.to_thread(machine.well, *words, **KEY)
    assert not half.exists()
    assert not list(tmp_path.glob("zvonok-*")), "what the killed one left in the clear is gone"
    await asyncio.to_thread(machine.well, "restore", str(file), **KEY)
    assert await _stands(machine) == ("Школа № 5", ROWS)


@pytest.mark.parametrize("sign", ["zvonok-scratch-*/fresh", "zvonok.db.before-restore"])
async def test_a_restore_that_is_killed_leaves_one_of_the_two_journals_whole(
    founded: Machine, tmp_path: Path, sign: str
) -> None:
    """While the copy is unpacked, and while the journals change places."""
    await _filled(founded, "Школа № 5")
    founded.well("backup", "copy", "--encrypt", **KEY)
    await _renamed(founded, "Гимназия № 1")
    await asyncio.to_thread(_killed, founded, ("restore", "copy"), lambda: any(tmp_path.glob(sign)))
    assert any(tmp_path.glob(sign)) or sign.startswith("zvonok-scratch"), "it was never under way"
    assert (tmp_path / "zvonok.db").exists()
    assert await _stands(founded) in [("Школа № 5", ROWS), ("Гимназия № 1", ROWS)]
    await asyncio.to_thread(founded.well, "restore", "copy", **KEY)
    assert await _stands(founded) == ("Школа № 5", ROWS)
    assert not list(tmp_path.glob("zvonok-*"))


async def test_a_restore_into_postgres_that_is_killed_changes_nothing(on_postgres: Machine, tmp_path: Path) -> None:
    machine = on_postgres
    await asyncio.to_thread(machine.well, *INIT)
    await _filled(machine, "Школа № 5")
    await asyncio.to_thread(machine.well, "backup", str(tmp_path / "copy"), "--encrypt", **KEY)
    await _renamed(machine, "Гимназия № 1")
    watch = await asyncpg.connect(machine.url)
    loop = asyncio.get_running_loop()
    busy = "SELECT count(*) FROM pg_locks WHERE mode = 'AccessExclusiveLock' AND relation IS NOT NULL"

    def restoring() -> bool:
        asked = asyncio.run_coroutine_threadsafe(watch.fetchval(busy), loop)
        return int(asked.result(PATIENCE)) > 0

    assert await asyncio.to_thread(_killed, machine, ("restore", str(tmp_path / "copy")), restoring)
    await watch.close()
    assert await _stands(machine) == ("Гимназия № 1", ROWS)
    await asyncio.to_thread(machine.well, "restore", str(tmp_path / "copy"), **KEY)
    assert await _stands(machine) == ("Школа № 5", ROWS)
