"""`backup --encrypt`, `restore`, `backups`, and what `check` says of the nightly copies."""

import asyncio
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from bot.system_clock import SystemClock
from domain.clock import SchoolTime
from domain.school.backups import Keeping, NightlyBackups
from storage.backups.folder import BackupFolder
from storage.backups.rows import BackupsReading
from storage.database import Database
from storage.tables.office import backups
from tests import school
from tests.commands.conftest import Machine
from tests.commands.test_backup import INIT, _number_of_people

KEY = "any-long-random-text-of-32-characters"
OTHER = "another-long-random-text-of-32-letters"


async def _a_night(machine: Machine, folder: Path, key: str = KEY) -> str:
    """What the running bot does at 02:30; the name of the copy."""
    database = Database.open(machine.url, SystemClock())
    try:
        time = SchoolTime(database.clock, lambda: school.ZONE)
        copies = BackupFolder(machine.url, folder, key, "1a2b3c4d")
        log = BackupsReading(database.reader)
        await NightlyBackups(time, copies, log, database.begin, Keeping(7, 5, 12)).make()
        return (await log.backups())[0].name
    finally:
        await database.close()


async def _said(machine: Machine, **settings: str) -> tuple[bool, str]:
    ran = await asyncio.to_thread(machine.run, "check", "--json", **settings)
    [found] = [one for one in ran.json if one["what"] == "backups"]
    assert KEY not in ran.out
    return found["ok"], found["said"]


async def test_an_encrypted_copy_is_read_with_its_key_alone(machine: Machine, tmp_path: Path) -> None:
    machine.well(*INIT)
    file = tmp_path / "copy"
    assert "encrypted" in machine.well("backup", str(file), "--encrypt", BACKUP_KEY=KEY).out
    assert "Иванова".encode() not in file.read_bytes()
    assert "BACKUP_KEY is not the key of" in machine.run("restore", str(file), BACKUP_KEY=OTHER).refused()
    assert "is encrypted: put the BACKUP_KEY" in machine.run("restore", str(file)).refused()
    content = bytearray(file.read_bytes())
    content[-1] ^= 1
    (tmp_path / "spoilt").write_bytes(content)
    assert "spoilt is damaged" in machine.run("restore", str(tmp_path / "spoilt"), BACKUP_KEY=KEY).refused()
    (tmp_path / "short").write_bytes(content[:-100])
    assert "short is damaged" in machine.run("restore", str(tmp_path / "short"), BACKUP_KEY=KEY).refused()
    machine.well("restore", str(file), BACKUP_KEY=KEY)
    assert await _number_of_people(machine) == 1


def test_encrypting_without_a_key_makes_nothing(founded: Machine) -> None:
    assert founded.run("backup", "copy", "--encrypt").refused().startswith("BACKUP_KEY is missing")
    assert not (founded.folder / "copy").exists()
    short = founded.run("backup", "copy", "--encrypt", BACKUP_KEY="too-short-a-secret").refused()
    assert "BACKUP_KEY is shorter than 32 characters" in short
    assert "too-short-a-secret" not in short


async def test_a_nightly_copy_restores_on_a_machine_that_knows_nothing(founded: Machine, tmp_path: Path) -> None:
    (tmp_path / "backups").mkdir()
    name = await _a_night(founded, tmp_path / "backups")
    new = Machine(founded.folder, {"DATABASE_URL": f"sqlite:///{tmp_path}/drill.db"})
    new.well("restore", str(tmp_path / "backups" / name), BACKUP_KEY=KEY)
    assert await _number_of_people(new) == 1
    assert not list(tmp_path.glob("zvonok-*"))


async def test_the_list_says_when_how_big_and_whether_proved(founded: Machine, tmp_path: Path) -> None:
    assert founded.well("backups").out == "There are none yet.\n"
    (tmp_path / "backups").mkdir()
    name = await _a_night(founded, tmp_path / "backups")
    await _a_night(founded, tmp_path / "absent")
    failed, made = founded.well("backups", "--json").json
    assert (made["file"], made["state"]) == (name, "proved")
    assert made["bytes"] == (tmp_path / "backups" / name).stat().st_size
    assert datetime.strptime(made["made"], "%Y-%m-%d %H:%M")
    assert (failed["state"], failed["bytes"]) == ("folder", 0)
    lines = founded.well("backups").out.splitlines()
    assert [line.split()[-2] for line in lines] == ["folder", "proved"]


@pytest.mark.parametrize(
    ("settings", "ok", "said"),
    [
        ({}, True, "none are made by night: BACKUP_FOLDER is empty"),
        ({"BACKUP_FOLDER": "."}, False, "BACKUP_KEY is missing"),
        ({"BACKUP_FOLDER": "absent", "BACKUP_KEY": KEY}, False, "there is no folder absent"),
        ({"BACKUP_FOLDER": ".", "BACKUP_KEY": KEY}, True, "none yet"),
    ],
)
async def test_before_the_first_night(founded: Machine, settings: dict[str, str], ok: bool, said: str) -> None:
    found = await _said(founded, **settings)
    assert found[0] is ok
    assert said in found[1]


async def test_check_says_how_the_last_copy_stands(founded: Machine, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    name = await _a_night(founded, folder)
    given = {"BACKUP_FOLDER": str(folder), "BACKUP_KEY": KEY}
    ok, said = await _said(founded, **given)
    assert ok
    assert said.startswith(f"{name} of ")
    assert said.endswith(
        f", 0 h ago, {(folder / name).stat().st_size:,} bytes, proved by restoring, BACKUP_KEY opens it"
    )
    ok, said = await _said(founded, **{**given, "BACKUP_KEY": OTHER})
    assert not ok
    assert "BACKUP_KEY does not open it" in said
    await _made_at(founded, SystemClock().now() - timedelta(hours=27))
    ok, said = await _said(founded, **given)
    assert not ok
    assert "27 h ago" in said
    assert "let the bot run at night" in said
    (folder / name).write_bytes(b"spoilt")
    assert "it is damaged" in (await _said(founded, **given))[1]
    (folder / name).unlink()
    assert "it is not in" in (await _said(founded, **given))[1]
    await _a_night(founded, tmp_path / "absent")
    ok, said = await _said(founded, **given)
    assert not ok
    assert said.startswith(
        "the last could not be made: BACKUP_FOLDER is not there or cannot be written to; the one before"
    )


async def _made_at(machine: Machine, instant: datetime) -> None:
    database = Database.open(machine.url, SystemClock())
    async with database.begin() as tx:
        await tx.run(update(backups).values(made_at=instant))
    await database.close()
