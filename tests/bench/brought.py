"""A list of ten thousand pupils, two guardians each: looked at by `import --dry-run`, seconds and memory; and sent to
the bot while twenty people use it, seconds until it is looked at, and until the twenty are answered meanwhile.
"""

import asyncio
import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import closing
from itertools import product
from pathlib import Path

from storage.files.template import ListColumn, write_lists
from tests.bench.bench import Bench
from tests.bench.figures import Figure, figure
from tests.bench.load import LONGEST, Load
from tests.bench.programs import ROOT
from tests.people import Phone

ROWS = 10_000
SECONDS, MEBIBYTES = 20.0, 512.0
"""What the looking may take."""
USERS, AT_ONCE = 20, 1.0
SYLLABLES = "бавогудежизыкелумо"
PER_CLASS = 40


async def measure(bench: Bench) -> list[Figure]:
    file = bench.folder / "list.xlsx"
    write_lists(file, {"Ученики": _columns()})
    pristine = await bench.pristine()
    runs = []
    for repeat in range(bench.repeats):
        database = pristine.copy(bench.folder / f"brought-{repeat}.db")
        runs.append(await asyncio.to_thread(_looked, file, database.url))
    return [
        figure("brought_10k", [seconds for seconds, _ in runs], "s", [SECONDS] * len(runs)),
        figure("brought_10k_rss", [memory for _, memory in runs], "MiB", [MEBIBYTES] * len(runs)),
    ]


async def measure_in_chat(bench: Bench) -> list[Figure]:
    """The slowest twentieth of what the others waited for: a second is what one still takes for at once."""
    file, school = bench.folder / "list-chat.xlsx", await bench.school()
    write_lists(file, {"Ученики": _columns()})
    database, admin = await bench.copy("brought-chat.db"), school.accounts
    _make_admin(database, admin, next(who for who, held in school.file.demo.roles.items() if "admin" in held))
    looked, waited = [], []
    async with bench.people() as people, bench.bot(people, database) as bot:
        for _ in range(bench.repeats):
            seconds, waits = await bot.while_it_runs(_sent(people, admin, school.crowds[0][:USERS], file))
            looked.append(seconds)
            waited.append(sorted(waits)[len(waits) * 95 // 100])
    return [
        figure("brought_in_chat", looked, "s", [SECONDS] * len(looked)),
        figure("brought_beside", waited, "s", [AT_ONCE] * len(waited)),
    ]


async def _sent(people: Load, admin: int, users: Sequence[int], file: Path) -> tuple[float, list[float]]:
    phone, waits, began = people.phone(admin), list[float](), time.monotonic()
    sent = await phone.file(file.read_bytes(), file.name)
    looking = asyncio.create_task(phone.wait_for("Новые", timeout=LONGEST))
    while not looking.done():
        waits += await asyncio.gather(*(_asked(people.phone(user)) for user in users))
    assert sent.id < looking.result().id
    return time.monotonic() - began, waits


async def _asked(phone: Phone) -> float:
    began = time.monotonic()
    await phone.write("/bells")
    await phone.wait_for("", timeout=LONGEST)
    return time.monotonic() - began


def _make_admin(database: Path, account: int, person: int) -> None:
    with closing(sqlite3.connect(database)) as opened, opened:
        made = """UPDATE bindings SET person_id = ?, roles = '["admin"]' WHERE telegram_id = ?"""
        assert opened.execute(made, (person, account)).rowcount == 1


def _looked(file: Path, url: str) -> tuple[float, float]:
    """Seconds of the whole command, and MiB of the largest of its processes, the one that opens the file among them."""
    line = [sys.executable, "-m", "bot", "import", str(file), "--dry-run", "--json"]
    began = time.monotonic()
    process = subprocess.Popen(line, cwd=ROOT, env={**os.environ, "DATABASE_URL": url}, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0
    return time.monotonic() - began, used.ru_maxrss / 1024


def _columns() -> list[ListColumn]:
    stems = ["".join(one).title() for one in product([SYLLABLES[n : n + 2] for n in range(0, 18, 2)], repeat=5)][:ROWS]
    classes = [f"{n // PER_CLASS % 11 + 1}{'АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШ'[n // PER_CLASS // 11]}" for n in range(ROWS)]
    cells = {
        "Класс": classes,
        "ФИО": [f"{stem}в Лев Олегович" for stem in stems],
        "Дата рождения": ["17.05.2013"] * ROWS,
        "Номер": [f"У-{n}" for n in range(ROWS)],
        "Родитель 1": [f"{stem}ва Ия Львовна" for stem in stems],
        "Родитель 2": [f"{stem}в Олег Ильич" for stem in stems],
    }
    return [ListColumn(heading, 20, "", values) for heading, values in cells.items()]
