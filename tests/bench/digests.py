"""Two thousand guardians' evening digests, put into the outbox."""

import time
from datetime import date
from itertools import cycle
from pathlib import Path

from sqlalchemy import insert

from bot.commands.codes import wiring_of
from bot.settings import read_settings
from storage.tables.roles import bindings, consents, guardianships, people
from tests.bench.bench import Bench
from tests.bench.figures import Figure, figure
from tests.bench.school import STRANGERS, DemoFile, binding, consents_of, guardianship, stranger

MANY, FEW = 2000, 200
SECONDS = 2.0
"""What the queueing may take."""


async def measure(bench: Bench) -> list[Figure]:
    """Each repeat on a fresh copy and with a fresh connection, as after a start."""
    pristine = await bench.pristine()
    many = await _with_guardians(pristine.copy(bench.folder / "digests-many.db"), MANY)
    few = await _with_guardians(pristine.copy(bench.folder / "digests-few.db"), FEW)
    runs = [await _queue(many, bench.folder / "digests.db", MANY) for _ in range(bench.repeats)]
    others = [await _queue(few, bench.folder / "digests.db", FEW) for _ in range(bench.repeats)]
    return [
        figure("digests_queued", [seconds for seconds, _ in runs], "s", [SECONDS] * len(runs)),
        figure("digests_statements", [many for _, many in runs], "", [few for _, few in others]),
    ]


async def _with_guardians(file: DemoFile, guardians: int) -> DemoFile:
    """So many and nobody else have come in, each the guardian of one pupil of grade 2 or later, who has homework."""
    pupils = [pupil for c in file.demo.classes if c.grade > 1 for pupil in c.pupils]
    numbers = range(STRANGERS, STRANGERS + guardians)
    async with file.writing() as tx:
        await tx.run(insert(people), [stranger(number) for number in numbers])
        await tx.run(insert(guardianships), [guardianship(*pair) for pair in zip(numbers, cycle(pupils))])
        await tx.run(insert(bindings), [binding(number, number, "guardian", file.starts) for number in numbers])
        await tx.run(insert(consents), consents_of(numbers, file.starts))
    return file


async def _queue(file: DemoFile, path: Path, expected: int) -> tuple[float, int]:
    """Seconds and statements of one evening's queueing."""
    day: date = file.starts.date()
    async with file.copy(path).opened() as database:
        digests = (await wiring_of(read_settings(database_url=file.url), database)).digests()
        before, began = database.statements, time.perf_counter()
        queued = await digests.queue_day(day)
        seconds = time.perf_counter() - began
    if queued != expected:
        raise AssertionError(f"{queued} digests were queued, not {expected}")
    return seconds, database.statements - before
