"""A round of saves: four teachers take the roll call, set marks and homework, newcomers send their codes, all at once,
while the bot is killed."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests import school
from tests.chaos.killing import kill_and_start
from tests.chaos.processes import bot
from tests.chaos.school import ChaosSchool, Child, Class, account
from tests.chaos.witness import Verdict, arrived, counted, given_up, rows, settled
from tests.people import Message, People, Phone

ABSENT, MARKED, LINES = 2, 4, 3
"""Of each class: few enough absent that no storm is suspected."""
KILLS = (1, 2, 3)
SAVED = "Последнее, что вы сделали, сохранено"
PATIENCE = 60.0
"""Seconds that a person waits for an answer of a bot that is being killed."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What one teacher is going to save: each pupil is either absent or gets one mark."""

    of: Class
    absent: Sequence[Child]
    marks: Sequence[tuple[Child, str]]
    lines: Sequence[str]


def planned(one: Class, random: Random) -> Plan:
    chosen = random.sample(one.children, k=ABSENT + MARKED)
    marks = [(child, random.choice("2345")) for child in chosen[ABSENT:]]
    lines = [f"№ {random.randint(1, 999)} стр. {number} для {one.name}" for number in range(LINES)]
    return Plan(one, chosen[:ABSENT], marks, lines)


async def round_of_saves(made: ChaosSchool, url: str, folder: Path, seed: int) -> Verdict:
    random = Random(seed)
    made.copy(folder)
    plans = [planned(one, random) for one in made.classes]
    async with People(url) as people:
        before = await people.calls()
        async with bot(folder, url, school.MORNING) as running:
            working = asyncio.gather(
                *(_teach(people, plan) for plan in plans),
                *(_come_in(people, newcomer, code) for newcomer, code in made.codes.items()),
            )
            killing = kill_and_start(random, running, people, random.choice(KILLS))
            try:
                await asyncio.gather(working, killing)
                await settled(running, people)
            except (AssertionError, TimeoutError) as failure:
                raise AssertionError(f"{failure}\n{running.said()[-4000:]}") from failure
            kills = running.kills
            calls = await people.calls(after=before[-1]["n"] if before else 0)
    verdict = Verdict(kills=kills)
    _judge_the_journal(verdict, folder / "zvonok.db", made, plans)
    _judge_the_messages(verdict, folder / "zvonok.db", plans, arrived(calls))
    return verdict


async def _teach(people: People, plan: Plan) -> None:
    """Each step waits for the screen that says that it is saved."""
    phone = await people.phone(account(plan.of.teacher))
    await phone.write("/lesson")
    await phone.wait_for(plan.of.name, timeout=PATIENCE)
    for child in plan.absent:
        await _tap(phone, f"✅ {child.label}", f"🔴 {child.label}")
    await _tap(phone, "Отметки", plan.marks[0][0].label, text="Вид работы")
    for child, value in plan.marks:
        await _give(phone, child, value)
    for line in plan.lines:
        await _set(phone, f"/dz {plan.of.name} алгебра {line}", line)


async def _set(phone: Phone, written: str, shown: str) -> None:
    """What was saved by a bot that died before it answered is said to be so by the next one."""
    asked = await phone.write(written)
    deadline = asyncio.get_running_loop().time() + PATIENCE
    while not any(one.id > asked.id and (shown in one.text or SAVED in one.text) for one in await phone.messages()):
        assert asyncio.get_running_loop().time() < deadline, f"«{shown}» was not answered\n{phone.picture()}"
        await asyncio.sleep(0.05)


async def _tap(phone: Phone, label: str, then: str, text: str = "") -> Message:
    await phone.press(label, wait=0)
    return await phone.wait_for(text, button=then, timeout=PATIENCE)


async def _give(phone: Phone, child: Child, value: str) -> None:
    """By the pupil's own pad: other pupils' names have figures in them too."""
    await phone.press(child.label, wait=0)
    own, pad = f":{child.person}:{value}", None
    while pad is None:
        screen = await phone.wait_for("", button=child.label, timeout=PATIENCE)
        pad = next((b.data for row in screen.buttons for b in row if b.data and b.data.endswith(own)), None)
    await phone.press_raw(screen.id, pad, wait=0)
    await phone.wait_for("", button=f"{child.label} · {value}", timeout=PATIENCE)


async def _come_in(people: People, newcomer: int, code: str) -> None:
    """A bot that died before it answered says so as to one whose code it has taken already."""
    phone = await people.phone(newcomer)
    await phone.write(code)
    await phone.wait_for("Ждём подтверждения", timeout=PATIENCE)


def _judge_the_journal(verdict: Verdict, database: Path, made: ChaosSchool, plans: Sequence[Plan]) -> None:
    """The people waited for «saved» at each step, so all of it must be there, and its log once."""
    absences = counted(database, "SELECT pupil_id FROM attendance WHERE status = 'absent'")
    marks = counted(database, "SELECT pupil_id, value FROM marks WHERE taken_back = 0")
    homework = counted(database, "SELECT text FROM homework")
    logged = counted(database, "SELECT what, pupil_id FROM change_log")
    bound = counted(database, "SELECT telegram_id FROM bindings")
    for plan in plans:
        for child in plan.absent:
            verdict.once(f"absence of {child.person}", absences[child.person])
            verdict.once(f"change log of the absence of {child.person}", logged["attendance", child.person])
        for child, value in plan.marks:
            verdict.once(f"mark {value} of {child.person}", marks[child.person, value])
            verdict.once(f"change log of the mark of {child.person}", logged["mark", child.person])
        for line in plan.lines:
            verdict.once(f"homework «{line}»", homework[line])
    for newcomer in made.codes:
        verdict.once(f"newcomer {newcomer}", bound[newcomer])
    written = sum(len(plan.lines) for plan in plans)
    verdict.doubled += max(0, rows(database, "SELECT count(*) FROM change_log WHERE what = 'homework'")[0][0] - written)


def _judge_the_messages(verdict: Verdict, database: Path, plans: Sequence[Plan], texts: dict[int, list[str]]) -> None:
    """One message for each guardian of each pupil that something was saved of, and not one more to anybody."""
    ended = given_up(database)
    told = {child: "нет на уроке" for plan in plans for child in plan.absent}
    told |= {child: value for plan in plans for child, value in plan.marks}
    for child, word in told.items():
        for guardian in map(account, child.guardians):
            got = texts.get(guardian, [])
            meant = [text for text in got if child.sign in text and word in text]
            verdict.told_once(f"«{word}» of {child.person} to {guardian}", meant, guardian in ended)
            verdict.once(f"nothing else to {guardian}", 1 + len(got) - len(meant))
    silent = {account(g) for plan in plans for child in plan.of.children if child not in told for g in child.guardians}
    for guardian in silent & texts.keys():
        verdict.once(f"nothing at all to {guardian}", 1 + len(texts[guardian]))
