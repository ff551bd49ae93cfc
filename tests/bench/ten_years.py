"""Ten years of a school's journal: the demo school's present one, with nine years of lessons and marks before it.

Written with plain SQLite: five million rows in a minute or two. Pupils grow up: who is in grade 7 now was in grade 4
three years ago; whoever has left since then has a row of their own.
"""

import hashlib
import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count, islice
from pathlib import Path

from bot.demo_school.school import YEAR_START
from tests.bench.school import DemoFile, stranger

MARKS = 5_000_000
YEARS_BEFORE = 9
SCHOOL_DAYS = 170
LEFT = 200_000
"""Numbers of pupils who have left begin here."""
CLASS_SIZE = 22
LAST_GRADE = 11
MADE_LATER = """
    SELECT name, sql FROM sqlite_master
    WHERE type = 'index' AND tbl_name IN ('lessons', 'marks') AND sql IS NOT NULL
"""
"""Indexes that are put back when all rows are in: several times as fast."""
TIMETABLE = """
    SELECT entry.id, entry.weekday, entry.position, entry.subject_id, teacher.teacher_id, part.class_id, class.grade
    FROM timetable_entries AS entry
    JOIN timetable_entry_teachers AS teacher ON teacher.entry_id = entry.id
    JOIN timetable_entry_classes AS part ON part.entry_id = entry.id
    JOIN classes AS class ON class.id = part.class_id
    WHERE class.grade > 1
"""
LESSON = "INSERT INTO lessons (id, entry_id, day, position, subject_id, teacher_id) VALUES (?, ?, ?, ?, ?, ?)"
MARK = """
    INSERT INTO marks (lesson_id, pupil_id, day, subject_id, kind_id, value, set_by, set_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""
PERSON = (
    "INSERT INTO people (id, surname, given, name_norm, created_at) VALUES (:id, :surname, :given, :name_norm, :at)"
)


def ten_years(file: DemoFile, kept: Path) -> Path:
    """Made once for a schema and a school, then kept; what an earlier run wrote into it is taken out."""
    path = kept / f"ten-years-{_fingerprint(file.path)}.db"
    if not path.exists():
        for outdated in kept.glob("ten-years-*"):
            outdated.unlink()
        making = path.with_suffix(".making")
        shutil.copy(file.path, making)
        _grow(making)
        making.replace(path)
    database = sqlite3.connect(path)
    with database:
        database.execute("DELETE FROM inbox")
    database.close()
    return path


def _fingerprint(path: Path) -> str:
    """Of the schema, and of how many rows each table has."""
    database = sqlite3.connect(path)
    tables = database.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
    sizes = [database.execute(f'SELECT count(*) FROM "{name}"').fetchone() for name, _ in tables]
    database.close()
    return hashlib.sha256(repr((tables, sizes, MARKS)).encode()).hexdigest()[:12]


def _grow(path: Path) -> None:
    database = sqlite3.connect(path, isolation_level=None)
    for pragma in ("journal_mode=OFF", "synchronous=OFF", "foreign_keys=OFF", "cache_size=-400000"):
        database.execute(f"PRAGMA {pragma}")
    database.execute("BEGIN")
    indexes = database.execute(MADE_LATER).fetchall()
    for name, _ in indexes:
        database.execute(f"DROP INDEX {name}")
    past = _Past(database)
    database.executemany(LESSON, past.lessons())
    database.executemany(MARK, past.marks())
    database.executemany(PERSON, past.people())
    for _, statement in indexes:
        database.execute(statement)
    database.execute("COMMIT")
    database.execute("PRAGMA journal_mode=WAL")
    database.close()


@dataclass(frozen=True, slots=True)
class _Lesson:
    id: int
    entry: int
    day: date
    position: int
    subject: int
    teacher: int
    pupils: Sequence[int]


class _Past:
    """By today's timetable, each year the same."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._timetable = database.execute(TIMETABLE).fetchall()
        self._kinds = [number for (number,) in database.execute("SELECT id FROM work_kinds ORDER BY id")]
        self._streams = self._seated(database)
        [[self._last_lesson, self._have]] = database.execute(
            "SELECT (SELECT max(id) FROM lessons), (SELECT count(*) FROM marks)"
        )
        self._numbers = count(LEFT)
        self._left: dict[tuple[int, int], list[int]] = {}
        self._kept = list(self._given())

    def lessons(self) -> Iterator[tuple[int, int, str, int, int, int]]:
        for one in self._kept:
            yield one.id, one.entry, one.day.isoformat(), one.position, one.subject, one.teacher

    def marks(self) -> Iterator[tuple[int, int, str, int, int, str, int, str]]:
        """As evenly over the lessons as can be; whoever gets two in a lesson gets them for different work."""
        missing, lessons = MARKS - self._have, len(self._kept)
        for index, one in enumerate(self._kept):
            for turn in range(missing * index // lessons, missing * (index + 1) // lessons):
                nth = turn - missing * index // lessons
                pupil, kind = one.pupils[nth % len(one.pupils)], self._kinds[nth // len(one.pupils)]
                day = one.day.isoformat()
                yield one.id, pupil, day, one.subject, kind, str(2 + turn % 4), one.teacher, f"{day} 09:00:00.000000"

    def people(self) -> Iterator[dict[str, object]]:
        for number in range(LEFT, next(self._numbers)):
            yield {**stranger(number), "at": f"{YEAR_START} 09:00:00.000000"}

    def _given(self) -> Iterator[_Lesson]:
        numbers = count(self._last_lesson + 1)
        for back in range(YEARS_BEFORE, 0, -1):
            for day in _school_days(YEAR_START.year - back):
                for entry, weekday, position, subject, teacher, class_id, grade in self._timetable:
                    if weekday == day.isoweekday():
                        pupils = self._pupils(class_id, grade, back)
                        yield _Lesson(next(numbers), entry, day, position, subject, teacher, pupils)

    def _pupils(self, class_id: int, grade: int, back: int) -> Sequence[int]:
        """Who sat in such a class so many years ago: today's pupils of a higher grade, or some who have left."""
        stream = next(index for index, (number, _) in enumerate(self._streams[grade]) if number == class_id)
        now = self._streams.get(grade + back, [])
        if stream < len(now):
            return now[stream][1]
        return self._left.setdefault((grade + back, stream), [next(self._numbers) for _ in range(CLASS_SIZE)])

    def _seated(self, database: sqlite3.Connection) -> dict[int, list[tuple[int, list[int]]]]:
        """Today's classes of each grade, with their pupils."""
        streams: dict[int, list[tuple[int, list[int]]]] = {}
        for class_id, grade in database.execute("SELECT id, grade FROM classes ORDER BY grade, id").fetchall():
            asked = database.execute("SELECT pupil_id FROM enrolments WHERE class_id = ?", (class_id,))
            streams.setdefault(grade, []).append((class_id, [pupil for (pupil,) in asked]))
        return streams


def _school_days(first_year: int) -> Iterator[date]:
    """So many weekdays from 1 September on: how a year's holidays fall does not matter here."""
    days = (date(first_year, 9, 1) + timedelta(days=ahead) for ahead in count())
    working = (day for day in days if day.isoweekday() < 6)
    return islice(working, SCHOOL_DAYS)
