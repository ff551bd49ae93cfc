"""What every command has in common: help, and one line for what a person can mend."""

import pytest

from tests.commands.conftest import TOKEN, Machine

COMMANDS = [
    "run",
    "demo",
    "migrate",
    "init",
    "seed-demo",
    "codes",
    "digest",
    "backup",
    "backups",
    "restore",
    "check",
    "docs",
]
MALFORMED = {
    "DATABASE_URL": "mysql://root:hunter2@host/db",
    "DIGEST_AT": "at-dusk",
    "CODE_KEY": "too-short-a-secret",
    "TELEGRAM_API_URL": "ftp://telegram",
    "BOT_TOKEN": "not-a-token-of-any-kind",
}


def test_help_lists_every_command(laptop: Machine) -> None:
    listed = laptop.well("--help").out
    assert [name for name in COMMANDS if f" {name} " not in listed] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(laptop: Machine, command: str) -> None:
    said = laptop.well(command, "--help").out
    assert f"python -m bot {command}" in said
    assert "--help" in said


@pytest.mark.parametrize("name", MALFORMED)
def test_a_malformed_setting_is_one_line_that_names_it_and_keeps_its_value_to_itself(
    laptop: Machine, name: str
) -> None:
    said = laptop.run("migrate", **{name: MALFORMED[name]}).refused()
    assert said.startswith(name)
    assert f"for example {name}=" in said
    assert MALFORMED[name] not in said


def test_running_without_a_token_says_where_to_get_one(laptop: Machine) -> None:
    assert laptop.run("run").refused().startswith("BOT_TOKEN is missing")


def test_running_without_a_school_says_how_to_found_one(laptop: Machine) -> None:
    assert "python -m bot init" in laptop.run("run", BOT_TOKEN=TOKEN).refused()


@pytest.mark.parametrize("command", [["codes", "--role", "admin"], ["digest", "--date", "2026-11-24"]])
def test_commands_that_need_a_school_say_so(laptop: Machine, command: list[str]) -> None:
    assert "no school yet" in laptop.run(*command).refused()


def test_a_folder_that_is_not_there_is_one_line(laptop: Machine) -> None:
    assert "nowhere" in laptop.run("migrate", DATABASE_URL=f"sqlite:///{laptop.folder}/nowhere/zvonok.db").refused()


def test_a_file_that_is_no_database_is_one_line_and_stays_as_it_is(laptop: Machine) -> None:
    file = laptop.folder / "zvonok.db"
    file.write_text("Дневник 7А\n" * 1000, encoding="utf-8")
    before = file.read_bytes()
    assert "not a database" in laptop.run("migrate").refused()
    assert file.read_bytes() == before


def test_a_server_that_does_not_answer_is_one_line_without_the_password(laptop: Machine) -> None:
    said = laptop.run("migrate", DATABASE_URL="postgresql://zvonok:hunter2@127.0.0.1:9/zvonok").refused()
    assert "hunter2" not in said


def test_a_database_that_the_server_does_not_have_is_one_line(laptop: Machine, postgres: str) -> None:
    assert "absent" in laptop.run("migrate", DATABASE_URL=postgres.rpartition("/")[0] + "/absent").refused()
