"""The indicators of a school year for the whole school: about 600 pupils, 250,000 entries, five years kept.

Asked as the use case is, in a process that answers nobody else. On SQLite also with one, three and ten years kept, with
the timetable not read yet, and with a pulse beside: how long the event loop stands still at most.
"""

import asyncio
import gc
import json
import sqlite3
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import asyncpg
from sqlalchemy import JSON, create_engine, func, select

from bot.application import GARBAGE
from bot.indicators_wiring import indicators_of
from bot.rooms import Rooms
from bot.settings import Settings
from bot.system_clock import MovableClock
from domain.control.indicators import Slice
from domain.ids import AccountId, PersonId
from domain.roles.codes import CodeHasher
from domain.roles.people import Actor, PersonName, Role
from storage.database import Database
from storage.schema import migrate
from storage.tables.columns import metadata
from tests.bench.bench import Bench
from tests.bench.figures import Figure, figure
from tests.bench.kept_years import FIRST, LAST, SEEN_AT, kept_years
from tests.postgres import cluster
from tests.school import ZONE

YEARS, KEPT = (1, 3, 5, 10), 5
PULSE = 0.002
"""Seconds between two beats."""
LONGEST = 100.0
"""Milliseconds that the loop may stand still."""
SECOND = 1000.0
"""In milliseconds, as everything here."""
AT_ONCE = 50_000
"""Rows that go to PostgreSQL together."""
ROWS = (
    "SELECT lesson_id, pupil_id, kind_id, late, set_at FROM marks WHERE day BETWEEN ? AND ? AND taken_back = 0",
    "SELECT id, entry_id, day, topic_set_at, roll_call_closed_at FROM lessons WHERE day BETWEEN ? AND ?",
    "SELECT lesson_id, status, noted_at FROM attendance WHERE day BETWEEN ? AND ?",
    "SELECT class_id, group_id, subject_id, due_day, set_at FROM homework WHERE due_day BETWEEN ? AND ?",
)
"""What the yardstick reads, with nothing done to it."""
DEPUTY = Actor(PersonId(1), AccountId(1), PersonName("Заместитель", "Директора", None), "ru", frozenset({Role.DEPUTY}))
Ask = Callable[[], Awaitable[None]]


async def measure(bench: Bench) -> list[Figure]:
    files = await kept_years(await bench.pristine(), bench.folder, YEARS)
    gc.set_threshold(GARBAGE)
    try:
        figures = await _of_sqlite(files, bench.repeats)
        with cluster() as server:
            await _copy(files[KEPT], server)
            async with _asked(server) as ask:
                times = [await _took(ask) for _ in range(bench.repeats)]
    finally:
        gc.set_threshold(700)
    return [*figures, figure("indicators_postgres", times, "ms", [SECOND] * bench.repeats)]


async def _of_sqlite(files: dict[int, Path], repeats: int) -> list[Figure]:
    cold, warm, pauses, bare = [], [], [], []
    grown: dict[int, list[float]] = {years: [] for years in YEARS}
    for _ in range(repeats):
        async with _asked(f"sqlite:///{files[KEPT]}", known=False) as ask:
            cold.append(await _took(ask))
            pauses.append(await _longest_pause(ask))
        for years, file in files.items():
            async with _asked(f"sqlite:///{file}") as ask:
                grown[years].append(await _took(ask))
        warm.append(grown[KEPT][-1])
        bare.append(_bare(files[KEPT]))
    seconds = [SECOND] * repeats
    return [
        figure("indicators_sqlite", warm, "ms", seconds),
        figure("indicators_cold", cold, "ms", seconds),
        figure("indicators_rows", warm, "ms", bare),
        figure("indicators_pause", pauses, "ms", [LONGEST] * repeats),
        figure("indicators_3_years", grown[3], "ms", grown[1]),
        figure("indicators_10_years", grown[10], "ms", grown[1]),
    ]


@asynccontextmanager
async def _asked(url: str, *, known: bool = True) -> AsyncIterator[Ask]:
    """`known`: the timetable is read already, as it is in a bot that runs."""
    database = Database.open(url, MovableClock(SEEN_AT))
    database.zone = ZONE
    indicators = indicators_of(Rooms(database, Settings(), "ru", CodeHasher(b"k" * 32)))

    async def ask() -> None:
        page = await indicators.page(DEPUTY, Slice(FIRST, LAST))
        assert any(one.whole for one in page.figures)

    try:
        if known:
            await ask()
        yield ask
    finally:
        await database.close()


async def _took(ask: Ask) -> float:
    began = time.perf_counter()
    await ask()
    return (time.perf_counter() - began) * 1000


async def _longest_pause(ask: Ask) -> float:
    longest = 0.0
    task = asyncio.ensure_future(ask())
    while not task.done():
        began = time.perf_counter()
        await asyncio.sleep(PULSE)
        longest = max(longest, time.perf_counter() - began - PULSE)
    await task
    return longest * 1000


def _bare(path: Path) -> float:
    database = sqlite3.connect(path)
    began = time.perf_counter()
    for statement in ROWS:
        database.execute(statement, (f"{FIRST}", f"{LAST}")).fetchall()
    took = time.perf_counter() - began
    database.close()
    return took * 1000


async def _copy(path: Path, server: str) -> None:
    """Every row of the SQLite file."""
    await migrate(server)
    engine = create_engine(f"sqlite:///{path}")
    target = await asyncpg.connect(server)
    with engine.connect() as source:
        for table in metadata.sorted_tables:
            await target.execute(f'TRUNCATE "{table.name}" CASCADE')
        for table in metadata.sorted_tables:
            if not source.execute(select(func.count()).select_from(table)).scalar():
                continue
            said = [isinstance(column.type, JSON) for column in table.columns]
            columns = [column.name for column in table.columns]
            for rows in source.execute(select(table)).partitions(AT_ONCE):
                records = [_record(row, said) for row in rows]
                await target.copy_records_to_table(table.name, records=records, columns=columns)
    await target.execute("ANALYZE")
    await target.close()
    engine.dispose()


def _record(row: Any, said: list[bool]) -> tuple[Any, ...]:
    return tuple(
        json.dumps(value) if is_json and value is not None else value for value, is_json in zip(row, said, strict=True)
    )
