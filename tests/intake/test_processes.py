"""Real processes: two on one database, and one that is killed between Telegram's 200 and its handling."""

import asyncio
import socket
import time
from pathlib import Path

from tests import school
from tests.chaos.processes import bot, local_telegram
from tests.chaos.school import USERS, ChaosSchool, account
from tests.chaos.witness import rows, settled
from tests.faults.conftest import PATIENCE, chaos_school
from tests.people import People

__all__ = ["chaos_school"]
SECRET = "a-secret-of-the-webhook_of-32-chars-or-more"
SECOND_STOPS_WITHIN = 5.0


async def test_a_second_bot_on_the_same_database_stops_and_says_which_one_runs(
    chaos_school: ChaosSchool, tmp_path: Path
) -> None:
    chaos_school.copy(tmp_path)
    async with local_telegram(USERS) as url, People(url) as people, bot(tmp_path, url, school.MORNING) as first:
        teacher = await people.phone(account(chaos_school.classes[0].teacher))
        await teacher.write("/lesson")
        await teacher.wait_for(chaos_school.classes[0].name, timeout=PATIENCE)
        async with bot(tmp_path, url, school.MORNING) as second:
            began = time.monotonic()
            assert await second.ended() == 2
            assert time.monotonic() - began < SECOND_STOPS_WITHIN
        assert f"in use by the bot, process {first.process.pid}: stop it first" in second.said()
        assert first.process.is_alive()


async def test_a_kill_after_telegrams_200_loses_nothing(chaos_school: ChaosSchool, tmp_path: Path) -> None:
    chaos_school.copy(tmp_path)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    settings = {
        "WEBHOOK_URL": f"http://127.0.0.1:{port}/hook",
        "WEBHOOK_SECRET": SECRET,
        "WEBHOOK_LISTEN": f"127.0.0.1:{port}",
    }
    one = chaos_school.classes[0]
    lines = [f"№ {number}" for number in range(300, 316)]
    async with (
        local_telegram(USERS) as url,
        People(url) as people,
        bot(tmp_path, url, school.MORNING, settings) as running,
    ):
        teacher = await people.phone(account(one.teacher))
        await teacher.write("/lesson")
        await teacher.wait_for(one.name, timeout=PATIENCE)
        for half in (lines[:8], lines[8:]):
            for line in half:
                await teacher.write(f"/dz {one.name} алгебра {line}")
            await asyncio.sleep(0.05)
            await running.kill()
            await running.start()
        await settled(running, people)
        saved = [row[0] for row in rows(running.database, "SELECT text FROM homework")]
    assert sorted(saved) == sorted(lines)
