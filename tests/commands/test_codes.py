"""`codes`: for persons, classes, roles; one good code for each, or none where a name is wrong."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import func, select, update

from bot.services import Wiring, code_hasher
from bot.settings import Settings
from bot.system_clock import SystemClock
from domain.errors import Refused
from domain.roles.codes import parse_code
from domain.roles.getting_in import ConsentAsked, Entered
from storage.database import Database
from storage.tables.roles import access_codes, bindings
from tests import school
from tests.commands.conftest import Machine
from tests.papers import texts_of

UNUSED = select(func.count()).select_from(access_codes).where(access_codes.c.revoked_at.is_(None))
CLASS_7A = {
    *(school.PEOPLE[pupil].full for pupil, class_id in school.SEATS.items() if class_id == school.CLASS_7A),
    *(school.PEOPLE[one].full for one, pupil, _ in school.GUARDIANS if school.SEATS[pupil] == school.CLASS_7A),
}


async def _steps(machine: Machine, codes: list[str]) -> list[Any]:
    """What each code leads to, each from an account of its own; None where it is not accepted."""
    database = Database.open(machine.url, SystemClock())
    settings = Settings(database_url=machine.url)
    getting_in = Wiring(database, settings, "ru", await code_hasher(settings, database)).services().getting_in
    steps: list[Any] = []
    for account, code in enumerate(codes, 500_000):
        try:
            steps.append(await getting_in.enter(account, code))
        except Refused:
            steps.append(None)
    await database.close()
    return steps


async def _unused(machine: Machine) -> int:
    database = Database.open(machine.url, SystemClock())
    row = await database.reader.row(UNUSED)
    await database.close()
    return int(row[0]) if row else 0


async def test_a_persons_code_opens_all_their_roles_once(staffed: Machine) -> None:
    (issued,) = staffed.well("codes", "--person", str(school.ALGEBRA_TEACHER), "--json").json
    assert set(issued) == {"person", "roles", "code", "link", "expires"}
    assert (issued["person"], issued["roles"], issued["link"]) == ("Алгебрина Алла Борисовна", ["teacher"], None)
    good_for = datetime.fromisoformat(issued["expires"]) - datetime.now(UTC)
    assert timedelta(days=29, hours=23) < good_for < timedelta(days=30)
    first, second = await _steps(staffed, [issued["code"], issued["code"]])
    assert isinstance(first, Entered)
    assert second is None


async def test_a_class_gets_a_code_for_each_pupil_and_guardian(staffed: Machine) -> None:
    issued = staffed.well("codes", "--class", '7 "а"', "--json", BOT_USERNAME="my_bot").json
    assert {one["person"] for one in issued} == CLASS_7A
    assert len(issued) == len(CLASS_7A)
    assert {tuple(one["roles"]) for one in issued} == {("pupil",), ("guardian",)}
    assert all(one["link"] == f"https://t.me/my_bot?start={parse_code(one['code'])}" for one in issued)
    steps = await _steps(staffed, [one["code"] for one in issued])
    assert {type(step) for step in steps} <= {ConsentAsked, Entered}


async def test_who_is_named_twice_gets_one_code_that_works(staffed: Machine) -> None:
    """The deputy is a mother in 7А: a second code would have killed the first."""
    issued = staffed.well("codes", "--class", "7А", "--role", "deputy", "--role", "guardian", "--json").json
    (hers,) = [one for one in issued if one["person"] == school.PEOPLE[school.DEPUTY].full]
    assert hers["roles"] == ["deputy", "guardian"]
    assert len({one["person"] for one in issued}) == len(issued)
    assert None not in await _steps(staffed, [one["code"] for one in issued])


async def test_a_new_code_ends_the_older_one(staffed: Machine) -> None:
    old, new = (staffed.well("codes", "--role", "director", "--json").json[0]["code"] for _ in range(2))
    assert [type(step) for step in await _steps(staffed, [old, new])] == [type(None), Entered]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (["--class", "99Я"], "There is no class 99Я"),
        (["--role", "king"], "king is no role"),
        (["--person", "987654"], "There is no person 987654"),
    ],
)
async def test_one_wrong_name_and_nobody_gets_a_code(staffed: Machine, wrong: list[str], said: str) -> None:
    assert said in staffed.run("codes", "--class", "7А", "--role", "teacher", *wrong).refused()
    assert await _unused(staffed) == 0


def test_nobody_named_is_said(staffed: Machine) -> None:
    assert "Say for whom" in staffed.run("codes").refused()


def test_without_json_there_is_a_line_for_each(founded: Machine) -> None:
    said = founded.well("codes", "--role", "admin").out.splitlines()
    assert len(said) == 1
    assert "Иванова Мария Петровна  (admin)  until " in said[0]


async def _nobody_is_in(machine: Machine) -> None:
    database = Database.open(machine.url, SystemClock())
    async with database.begin() as tx:
        await tx.run(update(bindings).values(ended_at=school.STARTED))
    await database.close()


async def test_a_class_gets_slips_in_a_file_that_its_owner_alone_reads(staffed: Machine) -> None:
    await _nobody_is_in(staffed)
    line = ("codes", "--class", '7 "а"', "--pdf", "slips.pdf", "--json")
    kit = staffed.well(*line, BOT_USERNAME="my_bot").json
    assert kit == {"file": "slips.pdf", "slips": len(CLASS_7A)}
    file = staffed.folder / "slips.pdf"
    assert file.stat().st_mode & 0o077 == 0
    *slips, listed = texts_of(file.read_bytes())
    assert all(name in listed for name in CLASS_7A)
    codes = re.findall(r"\b\w{4}-\w{4}-\w{3}\b", " ".join(slips))
    assert len(codes) == len(CLASS_7A)
    assert None not in await _steps(staffed, codes)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (["--class", "99Я"], "There is no class 99Я"),
        (["--class", "7А", "--role", "teacher"], "--pdf goes with --class alone"),
        (["--role", "teacher"], "--pdf goes with --class alone"),
    ],
)
async def test_slips_that_cannot_be_printed_issue_no_code(staffed: Machine, wrong: list[str], said: str) -> None:
    await _nobody_is_in(staffed)
    assert said in staffed.run("codes", *wrong, "--pdf", "slips.pdf", BOT_USERNAME="my_bot").refused()
    assert await _unused(staffed) == 0


async def test_slips_need_the_bots_name_a_folder_and_somebody_who_is_not_in(staffed: Machine) -> None:
    assert "set BOT_USERNAME" in staffed.run("codes", "--class", "7А", "--pdf", "a.pdf").refused()
    line = ("codes", "--class", "7А", "--pdf")
    assert "There is no folder" in staffed.run(*line, "nowhere/a.pdf", BOT_USERNAME="my_bot").refused()
    assert "everyone of the class has come in" in staffed.run(*line, "a.pdf", BOT_USERNAME="my_bot").refused()
    assert await _unused(staffed) == 0
