"""What happens to the machine under the bot: a locked database, a full disk, restarts at the worst moments."""

import asyncio
import os
import resource
import sqlite3
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import closing, contextmanager

import pytest

from tests.chaos.school import account
from tests.chaos.witness import MARK, arrived, rows, settled
from tests.faults.conftest import PATIENCE, Machine

pytestmark = pytest.mark.timeout(240)
LOCKED = 10.0
"""Seconds for which another program holds the database."""
DRAINED = 10.0
"""Seconds that a stop may take."""
TO_THE_EVENING = 9.5 * 3600
HOMEWORK = "прочитать параграф"


@pytest.mark.witness
async def test_a_database_locked_for_ten_seconds_delays_a_save_and_loses_none(machine: Machine) -> None:
    teacher = await machine.teacher()
    child = machine.school.classes[0].children[0]
    with _locked(machine):
        await teacher.press(f"✅ {child.label}", wait=0)
        await asyncio.sleep(LOCKED)
        assert not _absent(machine)
    await teacher.wait_for("", button=f"🔴 {child.label}", timeout=PATIENCE)
    assert _absent(machine) == [(child.person,)]
    await settled(machine.bot, machine.people)
    assert await _told(machine, child.guardians[0]) == 1


@pytest.mark.witness
async def test_on_a_full_disk_nothing_is_called_saved_reading_goes_on_and_it_is_got_over(machine: Machine) -> None:
    teacher = await machine.teacher()
    child = machine.school.classes[0].children[0]
    mother = await machine.phone(child.guardians[1])
    heard = len(await machine.people.calls())
    with _full_disk(machine):
        await teacher.press(f"✅ {child.label}", wait=0)
        await teacher.write(f"/dz {machine.school.classes[0].name} алгебра {HOMEWORK}")
        for question in ("/tomorrow", "/schedule"):
            await mother.write(question)
            await mother.wait_for("Алгебра", timeout=PATIENCE)
        await asyncio.sleep(2)
        assert machine.bot.process.is_alive()
        assert not _absent(machine)
        said = (await machine.people.calls())[heard:]
        assert [call["method"] for call in said if call["chat_id"] == teacher.id] == []
        assert {call["method"] for call in said} <= {"getUpdates", "sendMessage"}
    await _soon(lambda: _has(machine, [(child.person,)]))
    await teacher.wait_for("", button=f"🔴 {child.label}", timeout=PATIENCE)
    await teacher.wait_for(HOMEWORK, timeout=PATIENCE)
    await settled(machine.bot, machine.people)
    assert rows(machine.bot.database, "SELECT text FROM homework") == [(HOMEWORK,)]
    assert await _told(machine, child.guardians[0]) == 1
    assert len([text for text in (await _texts(machine, child.guardians[1])) if "нет на уроке" not in text]) == 2


async def test_a_stop_brings_to_its_end_what_is_under_way(machine: Machine) -> None:
    teacher = await machine.teacher()
    children = machine.school.classes[0].children[:2]
    families = [account(guardian) for child in children for guardian in child.guardians]
    for family in families:
        await machine.people.fault("slow", "sendMessage", seconds=2, chat_id=family)
    for child in children:
        await teacher.press(f"✅ {child.label}", wait=0)
        await teacher.wait_for("", button=f"🔴 {child.label}", timeout=PATIENCE)
    began = time.monotonic()
    assert await machine.bot.stop() == 0
    assert time.monotonic() - began < DRAINED
    assert rows(machine.bot.database, "SELECT count(*) FROM outbox WHERE state = 'sending' OR doubtful")[0][0] == 0
    await machine.bot.start()
    await settled(machine.bot, machine.people)
    texts = arrived(await machine.people.calls())
    assert [len(texts[family]) for family in families] == [1] * len(families)
    assert not any(MARK in text for family in families for text in texts[family])


async def test_a_kill_between_the_save_and_its_answer_does_not_save_twice(machine: Machine) -> None:
    teacher = await machine.teacher()
    await machine.people.fault("slow", "sendMessage", seconds=60, chat_id=teacher.id)
    await teacher.write(f"/dz {machine.school.classes[0].name} алгебра {HOMEWORK}")
    await _soon(lambda: _met_a_fault(machine))
    await machine.bot.kill()
    await machine.people.clear_faults()
    await machine.bot.start()
    await settled(machine.bot, machine.people)
    assert rows(machine.bot.database, "SELECT text FROM homework") == [(HOMEWORK,)]


@pytest.mark.witness
async def test_a_digest_restarted_at_1_50_and_99_percent_reaches_each_family_once(machine: Machine) -> None:
    families = {account(guardian) for guardian in machine.school.guardians}
    for number, one in enumerate(machine.school.classes):
        teacher = await machine.teacher(number)
        await teacher.write(f"/dz {one.name} алгебра {HOMEWORK}")
        await teacher.wait_for(HOMEWORK, timeout=PATIENCE)
    assert await machine.bot.stop() == 0
    machine.bot.later(TO_THE_EVENING)
    for percent in (1, 50, 99):
        await machine.bot.start()
        await _soon(lambda share=percent / 100: _reached(machine, families, share))
        assert await machine.bot.stop() == 0
    await machine.bot.start()
    await settled(machine.bot, machine.people)
    texts = arrived(await machine.people.calls())
    for family in families:
        assert [HOMEWORK in text for text in texts[family]] == [True], (family, texts[family])
    assert not any(MARK in text for family in families for text in texts[family])


@contextmanager
def _locked(machine: Machine) -> Iterator[None]:
    with closing(sqlite3.connect(machine.bot.database, timeout=30, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


@contextmanager
def _full_disk(machine: Machine) -> Iterator[None]:
    """No file of the bot's process can grow, as where a disk has no room left."""
    pid, everything = machine.bot.process.pid, (resource.RLIM_INFINITY, resource.RLIM_INFINITY)
    assert pid is not None
    resource.prlimit(pid, resource.RLIMIT_FSIZE, (os.path.getsize(machine.bot.folder / "bot.log"), everything[1]))
    yield
    resource.prlimit(pid, resource.RLIMIT_FSIZE, everything)


def _absent(machine: Machine) -> list[tuple[int]]:
    return rows(machine.bot.database, "SELECT pupil_id FROM attendance WHERE status = 'absent'")


async def _has(machine: Machine, absent: list[tuple[int]]) -> bool:
    return _absent(machine) == absent


async def _told(machine: Machine, guardian: int) -> int:
    return len(await _texts(machine, guardian))


async def _texts(machine: Machine, guardian: int) -> list[str]:
    return arrived(await machine.people.calls())[account(guardian)]


async def _met_a_fault(machine: Machine) -> bool:
    return any(call.get("fault") for call in await machine.people.calls("sendMessage"))


async def _reached(machine: Machine, families: set[int], share: float) -> bool:
    reached = families & arrived(await machine.people.calls()).keys()
    return len(reached) >= max(1, int(share * len(families)))


async def _soon(true: Callable[[], Awaitable[bool]]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not await true():
        assert time.monotonic() < deadline
        await asyncio.sleep(0.02)
