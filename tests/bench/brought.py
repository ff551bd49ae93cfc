"""A list of ten thousand pupils, two guardians each, looked at as `import --dry-run` does: seconds, and memory."""

import asyncio
import os
import subprocess
import sys
import time
from itertools import product
from pathlib import Path

from storage.files.template import ListColumn, write_lists
from tests.bench.bench import Bench
from tests.bench.figures import Figure, figure
from tests.bench.programs import ROOT

ROWS = 10_000
SECONDS, MEBIBYTES = 20.0, 512.0
"""What the looking may take."""
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
