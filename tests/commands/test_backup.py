"""`backup` beside a running bot, `restore` never beside one; on both kinds of database."""

import asyncio
import stat
from pathlib import Path

import pytest
from sqlalchemy import func, insert, select

from bot.system_clock import SystemClock
from domain.roles.names import norm
from storage.database import Database
from storage.lock import sole_writer
from storage.tables.roles import people
from tests import school
from tests.commands.conftest import Machine

INIT = ("init", "--name", "Школа № 5", "--admin", "Иванова Мария Петровна")


async def _add_person(database: Database, surname: str) -> None:
    async with database.begin() as tx:
        await tx.run(insert(people).values(_row(surname)))


def _row(surname: str) -> dict[str, object]:
    return {"surname": surname, "given": "Пётр", "name_norm": norm(surname), "created_at": school.STARTED}


async def _number_of_people(machine: Machine) -> int:
    database = Database.open(machine.url, SystemClock())
    row = await database.reader.row(select(func.count()).select_from(people))
    await database.close()
    return int(row[0]) if row else 0


async def test_a_backup_beside_the_running_bot_holds_all_that_was_committed(machine: Machine, tmp_path: Path) -> None:
    machine.well(*INIT)
    file = tmp_path / "copy.backup"
    async with sole_writer(machine.url, "the bot"):
        database = Database.open(machine.url, SystemClock())
        await _add_person(database, "Новиков")
        async with database.begin() as unfinished:
            await unfinished.run(
                insert(people).values(surname="Х", given="Х", name_norm="х", created_at=school.STARTED)
            )
            ran = await asyncio.to_thread(machine.well, "backup", str(file), "--json")
        assert ran.json == {"file": str(file), "bytes": file.stat().st_size}
        await database.close()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert await _number_of_people(machine) == 3
    machine.well("restore", str(file))
    assert await _number_of_people(machine) == 2


async def test_restoring_is_refused_while_the_database_is_in_use(machine: Machine, tmp_path: Path) -> None:
    machine.well(*INIT)
    machine.well("backup", str(tmp_path / "copy"))
    async with sole_writer(machine.url, "the bot"):
        ran = await asyncio.to_thread(machine.run, "restore", str(tmp_path / "copy"))
    assert "The database is in use by" in ran.refused()
    assert await _number_of_people(machine) == 1


async def test_what_stood_there_before_a_restore_is_kept_aside(founded: Machine) -> None:
    founded.well("backup", "copy")
    database = Database.open(founded.url, SystemClock())
    await _add_person(database, "Новиков")
    await database.close()
    founded.well("restore", "copy")
    aside = Machine(founded.folder, {"DATABASE_URL": f"{founded.url}.before-restore"})
    assert (await _number_of_people(founded), await _number_of_people(aside)) == (1, 2)


async def test_a_restored_school_goes_on(machine: Machine, tmp_path: Path) -> None:
    """Numbers go on where they stood, and codes can be issued: nothing but rows was lost or doubled."""
    machine.well(*INIT)
    machine.well("backup", str(tmp_path / "copy"))
    machine.well("restore", str(tmp_path / "copy"))
    assert machine.well("migrate", "--json").json["before"] is not None
    assert [one["person"] for one in machine.well("codes", "--role", "admin", "--json").json] == [
        "Иванова Мария Петровна"
    ]
    database = Database.open(machine.url, SystemClock())
    await _add_person(database, "Новиков")
    await database.close()
    assert await _number_of_people(machine) == 2


@pytest.mark.parametrize("content", [b"", b"not a backup at all" * 100])
async def test_what_is_no_backup_changes_nothing(machine: Machine, tmp_path: Path, content: bytes) -> None:
    machine.well(*INIT)
    file = tmp_path / "letter.txt"
    file.write_bytes(content)
    machine.run("restore", str(file)).refused()
    assert await _number_of_people(machine) == 1


def test_a_backup_that_is_not_there_is_said(founded: Machine) -> None:
    assert "absent is not there" in founded.run("restore", "absent").refused()


def test_without_a_database_there_is_nothing_to_back_up(laptop: Machine) -> None:
    assert "python -m bot init" in laptop.run("backup", "copy").refused()
    assert [one.name for one in laptop.folder.iterdir()] == []


def test_a_folder_that_is_not_there_is_said(machine: Machine) -> None:
    machine.well("migrate")
    assert "absent" in machine.run("backup", "absent/copy").refused()


def test_a_failed_backup_leaves_the_last_good_one(laptop: Machine) -> None:
    (laptop.folder / "copy").write_text("the last good one", encoding="utf-8")
    (laptop.folder / "zvonok.db").write_bytes(b"damaged" * 4096)
    assert "zvonok.db cannot be copied" in laptop.run("backup", "copy").refused()
    assert (laptop.folder / "copy").read_text(encoding="utf-8") == "the last good one"
    assert {one.name for one in laptop.folder.iterdir()} == {"copy", "zvonok.db"}


async def test_a_damaged_database_is_replaced_by_a_restore(founded: Machine) -> None:
    founded.well("backup", "copy")
    (founded.folder / "zvonok.db").write_bytes(b"damaged" * 4096)
    founded.well("restore", "copy")
    assert await _number_of_people(founded) == 1


@pytest.mark.parametrize("name", ["Школа № 5", "50% done?", "a#b"])
def test_a_folder_may_have_any_name(founded: Machine, name: str) -> None:
    folder = founded.folder / name
    folder.mkdir()
    founded.well("backup", f"{name}/copy")
    founded.well("restore", f"{name}/copy")
