"""A journal as a school keeps it: the demo school's present year written to its end, and the years before it.

Written with plain SQLite. A school year is about 27,000 lessons with 250,000 entries (marks, absences, homework,
topics); each year before is the same one, 52 weeks earlier.
"""

import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from random import Random

from bot.rooms import Rooms
from bot.settings import Settings
from bot.system_clock import MovableClock
from domain.roles.codes import CodeHasher
from domain.school.timetable import PlannedLesson
from storage.database import Database
from tests.bench.school import DemoFile
from tests.school import ZONE

ENTRIES = 250_000
"""Of a school year."""
FIRST, LAST = date(2026, 9, 1), date(2027, 5, 26)
SEEN_AT = datetime(2027, 5, 26, 20, 0, tzinfo=ZONE)
"""When the figures are asked for: the year is over."""
APART, DAYS = 10_000_000, 364
"""Numbers of rows of a year and the next; days between two years, which have the same weekdays then."""
COUNT = """
    SELECT (SELECT count(*) FROM marks WHERE day BETWEEN :first AND :last)
         + (SELECT count(*) FROM attendance WHERE day BETWEEN :first AND :last)
         + (SELECT count(*) FROM homework WHERE due_day BETWEEN :first AND :last)
         + (SELECT count(*) FROM lessons WHERE day BETWEEN :first AND :last AND topic IS NOT NULL)
"""
LESSON = """
    INSERT INTO lessons (id, entry_id, day, position, subject_id, teacher_id, topic, topic_set_at, roll_call_closed_at,
                         roll_call_closed_by)
    VALUES (?, ?, ?, ?, ?, ?, 'Тема урока', ?, ?, ?)
"""
PART = "INSERT INTO lesson_classes (lesson_id, class_id, group_id) VALUES (?, ?, ?)"
MARK = """
    INSERT INTO marks (lesson_id, pupil_id, day, subject_id, kind_id, slot, value, late, set_by, set_at)
    VALUES (?, ?, ?, ?, ?, 1, ?, ?, ?, ?)
"""
ABSENCE = """
    INSERT INTO attendance (lesson_id, pupil_id, day, status, noted_by, noted_at) VALUES (?, ?, ?, 'absent', ?, ?)
"""
HOMEWORK = """
    INSERT INTO homework (subject_id, class_id, group_id, due_day, text, set_by, set_at)
    VALUES (?, ?, ?, ?, '№ 1', ?, ?)
"""
EARLIER = (
    ("lessons", {"id": 1, "day": 0, "topic_set_at": 0, "roll_call_closed_at": 0}),
    ("lesson_classes", {"lesson_id": 1}),
    ("marks", {"id": 1, "lesson_id": 1, "retake_id": 1, "day": 0, "set_at": 0, "entered_at": 0}),
    ("attendance", {"lesson_id": 1, "day": 0, "noted_at": 0}),
    ("homework", {"id": 1, "due_day": 0, "set_at": 0}),
)
"""Tables with the columns that differ a year before: 1: a number, 0: a day or an instant."""


async def kept_years(file: DemoFile, folder: Path, counts: Sequence[int]) -> dict[int, Path]:
    """A file for each number of years, in rising order; the present year is one of them."""
    planned, seats = await _lessons_to_come(file.path)
    path, made, have = file.path, dict[int, Path](), 0
    for years in counts:
        path = Path(shutil.copy(path, folder / f"kept-{years}.db"))
        with _quick(path) as database:
            if not have:
                _write_to_the_end(database, planned, seats)
            for back in range(max(have, 1), years):
                _write_a_year_before(database, back)
        made[years], have = path, years
    return made


@contextmanager
def _quick(path: Path) -> Iterator[sqlite3.Connection]:
    """One transaction that is not meant to survive a loss of power."""
    database = sqlite3.connect(path, isolation_level=None)
    for pragma in ("journal_mode=OFF", "synchronous=OFF", "foreign_keys=OFF", "cache_size=-400000"):
        database.execute(f"PRAGMA {pragma}")
    database.execute("BEGIN")
    yield database
    database.execute("COMMIT")
    database.execute("PRAGMA journal_mode=WAL")
    database.close()


async def _lessons_to_come(path: Path) -> tuple[list[PlannedLesson], dict[int, list[int]]]:
    """Those of which nothing is written yet, and who sits in which class."""
    database = Database.open(f"sqlite:///{path}", MovableClock(SEEN_AT))
    database.zone = ZONE
    try:
        rooms = Rooms(database, Settings(), "ru", CodeHasher(b"k" * 32))
        year = (await rooms.timetable.plan()).calendar
        days = await rooms.timetable.days(year.starts_on, year.ends_on)
        roster = await rooms.roster.roster()
    finally:
        await database.close()
    known = sqlite3.connect(path)
    (last,) = known.execute("SELECT max(day) FROM lessons").fetchone()
    known.close()
    lessons = [one for day in days for one in day.lessons if day.day > date.fromisoformat(last)]
    return lessons, {class_id: [seat.pupil for seat in seats] for class_id, seats in roster.of_class.items()}


def _write_to_the_end(database: sqlite3.Connection, planned: list[PlannedLesson], seats: dict[int, list[int]]) -> None:
    """A lesson has a topic, a roll call, homework, half an absence, and as many marks as make up the year."""
    rng = Random(7)
    (have,) = database.execute(COUNT, {"first": f"{FIRST}", "last": f"{LAST}"}).fetchone()
    (number,) = database.execute("SELECT max(id) FROM lessons").fetchone()
    marked = sum(one.marked for one in planned)
    marks = max(ENTRIES - have - len(planned) * 3 // 2 - marked * 9 // 10, marked) / marked
    for lesson in planned:
        number += 1
        _write(database, rng, lesson, number, [pupil for one in lesson.classes for pupil in seats.get(one, ())], marks)


def _write(
    database: sqlite3.Connection, rng: Random, lesson: PlannedLesson, number: int, pupils: list[int], marks: float
) -> None:
    day, (teacher, *_) = lesson.ref.day, lesson.teacher_ids
    at = _instant(day, rng)
    row = (number, lesson.ref.entry, f"{day}", lesson.position, lesson.subject.id, teacher, at, at, teacher)
    database.execute(LESSON, row)
    database.executemany(PART, [(number, part.id, part.group) for part in lesson.parts])
    if pupils and rng.random() < 0.5:
        database.execute(ABSENCE, (number, rng.choice(pupils), f"{day}", teacher, at))
    if not lesson.marked:
        return
    many = int(marks) + (rng.random() < marks % 1)
    database.executemany(MARK, list(_marks(rng, lesson, number, pupils, many)))
    if rng.random() < 0.9:
        due, part = f"{day + timedelta(days=2)}", lesson.parts[0]
        database.execute(HOMEWORK, (lesson.subject.id, part.id, part.group, due, teacher, at))


def _marks(
    rng: Random, lesson: PlannedLesson, number: int, pupils: list[int], many: int
) -> Iterator[tuple[int, int, str, int, int, str, bool, int, str]]:
    day, (teacher, *_) = lesson.ref.day, lesson.teacher_ids
    for pupil in rng.sample(pupils, min(many, len(pupils))):
        late = rng.random() < 0.1
        at = _instant(day + timedelta(days=rng.randint(1, 9) if late else 0), rng)
        yield number, pupil, f"{day}", lesson.subject.id, rng.randint(1, 5), rng.choice("5443"), late, teacher, at


def _instant(day: date, rng: Random) -> str:
    at = datetime.combine(day, time(rng.randint(9, 22), rng.randint(0, 59)), ZONE).astimezone(UTC)
    return f"{at:%Y-%m-%d %H:%M:%S.000000}"


def _write_a_year_before(database: sqlite3.Connection, back: int) -> None:
    for table, shifted in EARLIER:
        columns = [row[1] for row in database.execute(f"PRAGMA table_info({table})").fetchall()]
        chosen = ", ".join(_shifted(one, shifted.get(one), back) for one in columns)
        key = "lesson_id" if "id" not in columns else "id"
        database.execute(
            f"INSERT INTO {table} ({', '.join(columns)}) SELECT {chosen} FROM {table} WHERE {key} < {APART}"
        )


def _shifted(column: str, kind: int | None, back: int) -> str:
    if kind is None:
        return column
    if kind:
        return f"{column} + {APART * back}"
    earlier = f"'-{DAYS * back} days'"
    day = f"date({column}, {earlier})"
    return day if column.endswith("day") else f"{day} || substr({column}, 11)"
