"""A round of an announcement to a thousand, while the bot is killed in the middle of it."""

import asyncio
from pathlib import Path
from random import Random

from tests import school
from tests.chaos.killing import kill_and_start
from tests.chaos.processes import bot
from tests.chaos.school import ChaosSchool, account
from tests.chaos.witness import Verdict, arrived, given_up, rows, settled
from tests.people import People

KILLS = (1, 2, 3)
PATIENCE = 60.0
PACE = {"SENDS_PER_SECOND": "150"}
"""Fast enough for hundreds of rounds, slow enough that kills fall in the middle."""


async def round_of_broadcast(made: ChaosSchool, url: str, folder: Path, seed: int) -> Verdict:
    random = Random(seed)
    made.copy(folder)
    text = f"Собрание в актовом зале, вопрос {seed}"
    async with People(url) as people:
        before = await people.calls()
        async with bot(folder, url, school.MORNING, PACE) as running:
            killing = kill_and_start(random, running, people, random.choice(KILLS))
            try:
                await _announce(people, text)
                await killing
                await settled(running, people)
            except (AssertionError, TimeoutError) as failure:
                raise AssertionError(f"{failure}\n{running.said()[-4000:]}") from failure
            kills = running.kills
            texts = arrived(await people.calls(after=before[-1]["n"] if before else 0))
    return _judged(Verdict(kills=kills), folder / "zvonok.db", made, text, texts)


async def _announce(people: People, text: str) -> None:
    teacher = await people.phone(account(school.CLASS_TEACHER_7A))
    await teacher.write(f"/class {text}")
    await teacher.wait_for("Получат", button="Отправить", timeout=PATIENCE)
    await teacher.press("Отправить", wait=0)
    await asyncio.sleep(0.2)


def _judged(verdict: Verdict, database: Path, made: ChaosSchool, text: str, texts: dict[int, list[str]]) -> Verdict:
    verdict.once("the announcement", rows(database, "SELECT count(*) FROM announcements")[0][0])
    ended = given_up(database)
    for one in map(account, made.crowd):
        verdict.told_once(
            f"the announcement to {one}", [said for said in texts.get(one, []) if text in said], one in ended
        )
    return verdict
