"""A bad day of a bot that says everything: neither its output nor its database tells a secret."""

import asyncio
import sqlite3
from collections.abc import Iterable
from contextlib import closing

import pytest

from bot.commands.backup import back_up
from domain.roles.codes import new_code
from tests import school
from tests.chaos.processes import TOKEN
from tests.chaos.witness import settled
from tests.faults.conftest import PATIENCE, Machine

pytestmark = [pytest.mark.witness, pytest.mark.timeout(240)]
BROKEN = "сломанная строка"
"""Homework that the database refuses, naming it in its error."""
WRONG_CODE = new_code()
STRANGER = 2999
NAMES = {part for name in school.PEOPLE.values() for part in (name.surname, name.given, name.patronymic) if part}
NAMES |= {"Школьник", "Взрослый", "Незнакомец"}
REFUSING = f"""
CREATE TRIGGER refusing BEFORE INSERT ON homework WHEN NEW.text LIKE '%{BROKEN}%'
BEGIN SELECT RAISE(ABORT, '{BROKEN}'); END
"""


@pytest.mark.parametrize("form", ["json", "console"])
async def test_the_log_of_a_bad_day_holds_no_token_no_code_and_no_name(machine: Machine, form: str) -> None:
    await _a_bad_day(machine, form)
    said = machine.bot.said()
    for event in ("update_failed", "update_quarantined", "telegram_unreachable"):
        assert event in said
    codes = [*machine.school.codes.values(), WRONG_CODE]
    assert _found_in(said, [TOKEN, TOKEN.partition(":")[2], BROKEN, *codes, *NAMES]) == []


async def test_the_database_and_its_backup_hold_no_token_and_no_code_that_was_entered(machine: Machine) -> None:
    await _a_bad_day(machine, "json")
    backup = machine.bot.folder / "backup.db"
    await back_up(f"sqlite:///{machine.bot.database}", backup)
    for file in (machine.bot.database, backup):
        with closing(sqlite3.connect(file)) as connection:
            dump = "\n".join(connection.iterdump())
        assert 'CREATE TABLE "marks"' in dump
        secrets = [TOKEN, TOKEN.partition(":")[2], *machine.school.codes.values(), WRONG_CODE]
        assert _found_in(dump, secrets) == []
    removed_too = backup.read_bytes().decode("utf-8", errors="replace")
    assert _found_in(removed_too, secrets) == []


async def _a_bad_day(machine: Machine, form: str) -> None:
    """Failed statements, unreadable updates, codes right and wrong, a network that breaks on every second call."""
    await machine.bot.stop()
    with closing(sqlite3.connect(machine.bot.database)) as connection:
        connection.executescript(REFUSING)
    await machine.bot.start(LOG_LEVEL="debug", LOG_FORMAT=form)
    teacher = await machine.teacher()
    for method in ("getUpdates", "sendMessage", "editMessageText"):
        for kind in ("cut_before", "cut_after", "502", "bad_json"):
            await machine.people.fault(kind, method, after=1)
    await teacher.write(f"/dz {machine.school.classes[0].name} алгебра {BROKEN}")
    await machine.people.updates(update={"message": {"text": f"Иванов {WRONG_CODE}", "from": "Незнакомец"}})
    for newcomer, code in machine.school.codes.items():
        await (await machine.people.phone(newcomer)).write(code)
    await (await machine.people.phone(STRANGER)).write(WRONG_CODE)
    child = machine.school.classes[0].children[0]
    await teacher.press(f"✅ {child.label}", wait=0)
    await teacher.wait_for("", button=f"🔴 {child.label}", timeout=PATIENCE)
    await machine.people.clear_faults()
    await settled(machine.bot, machine.people)
    await asyncio.sleep(0.5)
    await machine.bot.stop()


def _found_in(text: str, secrets: Iterable[str]) -> list[str]:
    """Written out, or in another case."""
    folded = text.casefold()
    return [secret for secret in secrets if secret.casefold() in folded]
