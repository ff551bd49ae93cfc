"""`migrate`, `init`, `seed-demo`: from nothing to a school."""

import asyncio

import pytest
from sqlalchemy import func, select, text

from bot.services import Wiring, code_hasher
from bot.settings import Settings
from bot.system_clock import SystemClock
from domain.roles.getting_in import Entered
from domain.roles.people import Role
from storage.database import Database
from storage.schema import migrate, newest_revision
from storage.school.card import school_card
from storage.tables.roles import access_codes, people
from storage.tables.school import school_years
from tests.commands.conftest import Machine

INIT = ("init", "--name", "Школа № 5", "--admin", "Иванова Мария Петровна")


async def _in(machine: Machine, statement: object) -> object:
    database = Database.open(machine.url, SystemClock())
    try:
        row = await database.reader.row(statement)  # type: ignore[arg-type]
        return row[0] if row else None
    finally:
        await database.close()


def test_migrating_says_from_what_to_what(machine: Machine) -> None:
    newest = newest_revision()
    assert machine.well("migrate", "--json").json == {"before": None, "after": newest}
    assert machine.well("migrate", "--json").json == {"before": newest, "after": newest}
    assert newest in machine.well("migrate").out


async def test_a_database_newer_than_the_program_is_refused(machine: Machine) -> None:
    machine.well("migrate")
    database = Database.open(machine.url, SystemClock())
    async with database.begin() as tx:
        await tx.run(text("UPDATE alembic_version SET version_num = '9999'"))
    await database.close()
    for command in (("migrate",), INIT, ("seed-demo",)):
        assert "9999" in machine.run(*command).refused()


def test_two_that_migrate_at_once_leave_one_whole_schema(machine: Machine) -> None:
    both = [machine.start("migrate", "--json") for _ in range(2)]
    ended = [(one.communicate(timeout=60), one.returncode) for one in both]
    codes = sorted(code for _, code in ended)
    assert codes in ([0, 0], [0, 2])
    assert all("in use by" in err for (_, err), code in ended if code)
    assert machine.well("migrate", "--json").json["before"] == newest_revision()


async def test_starts_that_come_together_on_postgresql_wait_for_the_first(machine: Machine) -> None:
    if machine.url.startswith("sqlite"):
        pytest.skip("beside SQLite a file lock lets one in")
    done = await asyncio.gather(*(migrate(machine.url) for _ in range(3)))
    assert sorted(before or "" for before, _ in done) == ["", newest_revision(), newest_revision()]


async def test_init_founds_the_school_and_gives_the_first_code(machine: Machine) -> None:
    issued = machine.well(*INIT, "--json", "--time-zone", "Asia/Omsk", "--language", "en", BOT_USERNAME="@my_bot").json
    assert set(issued) == {"person", "roles", "code", "link", "expires"}
    assert (issued["person"], issued["roles"]) == ("Иванова Мария Петровна", ["admin"])
    assert issued["link"] == f"https://t.me/my_bot?start={issued['code'].replace('-', '')}"
    database = Database.open(machine.url, SystemClock())
    card = await school_card(database.reader)
    assert card is not None
    assert (card.name, card.zone.key, card.language) == ("Школа № 5", "Asia/Omsk", "en")
    settings = Settings(database_url=machine.url)
    wiring = Wiring(database, settings, "en", await code_hasher(settings, database))
    entered = await wiring.services().getting_in.enter(77, issued["code"].lower())
    await database.close()
    assert isinstance(entered, Entered)
    assert entered.roles == {Role.ADMIN}


async def test_init_refuses_a_second_time_and_changes_nothing(machine: Machine) -> None:
    machine.well(*INIT)
    assert "has a school already" in machine.run(*INIT).refused()
    assert "has a school already" in machine.run("seed-demo").refused()
    assert await _in(machine, select(func.count()).select_from(people)) == 1
    assert await _in(machine, select(func.count()).select_from(school_years)) == 1
    assert await _in(machine, select(func.count()).select_from(access_codes)) == 1


def test_init_says_the_code_in_groups(laptop: Machine) -> None:
    said = laptop.well(*INIT).out
    assert "Школа № 5" in said
    assert [len(part) for part in said.split("code: ")[1].split()[0].split("-")] == [4, 4, 3]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--time-zone", "Moscow"], "Europe/Moscow"),
        (["--time-zone", "../../etc/passwd"], "Europe/Moscow"),
        (["--language", "fr"], "ru or en"),
        (["--admin", "Иванова"], "surname and a given name"),
        (["--name", "  "], "name of the school"),
    ],
)
def test_what_init_cannot_take_is_said_before_anything_is_made(laptop: Machine, words: list[str], said: str) -> None:
    assert said in laptop.run(*INIT, *words).refused()
    assert not (laptop.folder / "zvonok.db").exists()


def test_the_demo_school_fills_an_empty_database(machine: Machine) -> None:
    said = machine.well("seed-demo").out
    assert "pupils" in said
    assert "staff" in said
    assert "has a school already" in machine.run("seed-demo").refused()
