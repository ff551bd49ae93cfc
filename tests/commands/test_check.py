"""`check`: what is wrong, how to mend it, and exit code 1 where anything is."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import insert, text, update

from bot.local_telegram.server import LocalTelegram
from bot.system_clock import SystemClock
from domain.journal.sealing import RIPE, Sealing
from storage.database import Database
from storage.inbox import GivenUpdate, Inbox
from storage.journal.seals import SealedLogReading
from storage.tables.journal import change_log
from tests.commands.conftest import Machine, Ran

TOKEN = "7100000042:AAcheck-token-of-the-local-telegram"
FORGED = "7100000042:AAanother-token-that-nobody-knows"


@pytest.fixture
async def telegram() -> AsyncIterator[LocalTelegram]:
    server = LocalTelegram(token=TOKEN, username="my_school_bot")
    await server.start()
    yield server
    await server.stop()


async def _checked(machine: Machine, **settings: str) -> dict[str, tuple[bool, str]]:
    """(ok, what is said) of each thing that was looked at."""
    ran: Ran = await asyncio.to_thread(machine.run, "check", "--json", **settings)
    found = ran.json
    assert all(set(one) == {"what", "ok", "said"} for one in found)
    assert ran.code == (0 if all(one["ok"] for one in found) else 1)
    assert ran.err == ""
    assert FORGED not in ran.out
    assert TOKEN not in ran.out
    return {one["what"]: (one["ok"], one["said"]) for one in found}


async def test_all_is_well(machine: Machine, telegram: LocalTelegram) -> None:
    await asyncio.to_thread(machine.well, "init", "--name", "Школа № 5", "--admin", "Иванова Мария")
    found = await _checked(machine, BOT_TOKEN=TOKEN, TELEGRAM_API_URL=telegram.url)
    assert [what for what, (ok, _) in found.items() if not ok] == []
    assert set(found) == {"database", "journal", "updates", "backups", "telegram", "token", "clock"}
    assert found["token"][1] == "@my_school_bot"
    assert "Школа № 5" in found["database"][1]


async def test_a_token_that_telegram_does_not_know(founded: Machine, telegram: LocalTelegram) -> None:
    found = await _checked(founded, BOT_TOKEN=FORGED, TELEGRAM_API_URL=telegram.url)
    ok, said = found["token"]
    assert not ok
    assert "@BotFather" in said
    assert found["database"][0]


async def test_nothing_is_there_yet(laptop: Machine) -> None:
    found = await _checked(laptop)
    assert found["database"] == (False, f"there is no file {laptop.folder}/zvonok.db: run `python -m bot init`")
    assert not found["token"][0]
    assert not (laptop.folder / "zvonok.db").exists()


async def test_a_telegram_that_does_not_answer(founded: Machine) -> None:
    ok, said = (await _checked(founded, BOT_TOKEN=TOKEN))["telegram"]
    assert not ok
    assert "TELEGRAM_API_URL" in said


async def test_a_database_without_a_school(machine: Machine) -> None:
    await asyncio.to_thread(machine.well, "migrate")
    ok, said = (await _checked(machine))["database"]
    assert not ok
    assert "python -m bot init" in said


async def test_a_database_of_another_program_version(founded: Machine) -> None:
    database = Database.open(founded.url, SystemClock())
    async with database.begin() as tx:
        await tx.run(text("UPDATE alembic_version SET version_num = '9999'"))
    await database.close()
    ok, said = (await _checked(founded))["database"]
    assert not ok
    assert "9999 is newer" in said
    assert "migrate" not in said


async def test_a_damaged_database(founded: Machine) -> None:
    file = founded.folder / "zvonok.db"
    content = bytearray(file.read_bytes())
    content[4096 * 3 : 4096 * 12] = b"\xff" * (4096 * 9)
    file.write_bytes(content)
    ok, said = (await _checked(founded))["database"]
    assert not ok
    assert "restore" in said or "DATABASE_URL" in said


async def test_a_server_that_does_not_answer(laptop: Machine) -> None:
    ok, said = (await _checked(laptop, DATABASE_URL="postgresql://zvonok:hunter2@127.0.0.1:9/zvonok"))["database"]
    assert not ok
    assert "DATABASE_URL" in said
    assert "hunter2" not in said


async def test_in_words_too(founded: Machine, telegram: LocalTelegram) -> None:
    ran = await asyncio.to_thread(founded.run, "check", BOT_TOKEN=FORGED, TELEGRAM_API_URL=telegram.url)
    assert ran.code == 1
    assert [line[:4] for line in ran.out.splitlines()] == ["ok  ", "ok  ", "ok  ", "ok  ", "ok  ", "BAD ", "ok  "]


async def test_what_could_not_be_handled_is_counted(founded: Machine, telegram: LocalTelegram) -> None:
    database = Database.open(founded.settings["DATABASE_URL"], SystemClock())
    kept = Inbox(database)
    for one in await kept.store([GivenUpdate(number, number, 7, "poison") for number in range(3)]):
        await kept.quarantine(one.row, "KeyError")
    await database.close()
    found = await _checked(founded, BOT_TOKEN=TOKEN, TELEGRAM_API_URL=telegram.url)
    assert found["updates"] == (True, "3 could not be handled: look for update_quarantined in the log")


async def _logged(database: Database, *values: str) -> None:
    async with database.begin() as tx:
        for value in values:
            await tx.run(insert(change_log).values(at=tx.clock.now() - RIPE, what="mark", after={"value": value}))


async def test_a_change_log_that_was_altered_is_said_with_the_rows(founded: Machine, telegram: LocalTelegram) -> None:
    database = Database.open(f"sqlite:///{founded.folder}/zvonok.db", SystemClock())
    try:
        await _logged(database, "5", "4")
        assert await Sealing(database.clock, SealedLogReading(database.reader), database.begin).seal() == 2
        found = await _checked(founded, BOT_TOKEN=TOKEN, TELEGRAM_API_URL=telegram.url)
        assert found["journal"][0]
        assert found["journal"][1].startswith("2 changes as they were sealed, newest seal ")
        async with database.begin() as tx:
            await tx.run(update(change_log).where(change_log.c.id == 2).values(after={"value": "5"}))
    finally:
        await database.close()
    found = await _checked(founded, BOT_TOKEN=TOKEN, TELEGRAM_API_URL=telegram.url)
    ok, said = found["journal"]
    assert not ok
    assert "rows 1-2" in said
    assert "backup" in said
