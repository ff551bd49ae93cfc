"""A whole year of the demo school: written in a minute, and every family screen asks as little as after a week."""

import time
from collections.abc import Awaitable, Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from bot.demo_school.school import DemoSchool
from bot.demo_school.seed import ZONE, seed_demo
from bot.services import Services, Wiring
from bot.settings import Settings
from domain.ids import AccountId, PersonId, SubjectId
from domain.roles.codes import CodeHasher
from domain.roles.people import Actor, Role
from storage.database import Database
from storage.schema import migrate
from storage.tables import journal
from storage.tables import school as t
from tests.clock import SetClock
from tests.statements import counted

WEEK, YEAR = date(2026, 9, 7), date(2027, 5, 25)
"""The last day that is written, of each of the two schools."""
MOST_SECONDS = 60
ENTRIES = 250_000
"""A pupil at a lesson of which something is written."""

pytestmark = pytest.mark.slow


async def _school(folder: Path, until: date) -> tuple[Database, DemoSchool, float]:
    url = f"sqlite:///{folder / f'{until}.db'}"
    await migrate(url)
    database = Database.open(url, SetClock(datetime(until.year, until.month, until.day, 12, tzinfo=ZONE)))
    database.zone = ZONE
    began = time.perf_counter()
    demo = await seed_demo(database, until, 99)
    return database, demo, time.perf_counter() - began


async def _entries(database: Database) -> int:
    """Pupils of the classes of all lessons; of a subgroup half of them."""
    seats = select(t.enrolments.c.class_id, func.count().label("pupils")).group_by(t.enrolments.c.class_id).subquery()
    links = journal.lesson_classes.c
    whole = select(func.sum(seats.c.pupils)).join(journal.lesson_classes, links.class_id == seats.c.class_id)
    row = await database.reader.row(whole.where(links.group_id.is_(None)))
    half = await database.reader.row(whole.where(links.group_id.is_not(None)))
    assert row is not None
    assert half is not None
    return int(row[0]) + int(half[0]) // 2


def _mother(demo: DemoSchool) -> Actor:
    """Of a pupil of a seventh grade."""
    pupil = next(one.pupils[0] for one in demo.classes if one.grade == 7)
    guardian = next(g for g, p, _ in demo.guardians if p == pupil)
    name, roles = demo.people[guardian], frozenset({Role.GUARDIAN})
    return Actor(PersonId(guardian), AccountId(1), name, "ru", roles, children=(PersonId(pupil),))


SCREENS: dict[str, Callable[[Services, Actor, date], Awaitable[Any]]] = {
    "day": lambda s, mother, day: s.diary_pages.day(mother, mother.children[0], day),
    "week": lambda s, mother, day: s.diary_pages.week(mother, mother.children[0], day),
    "marks": lambda s, mother, _: s.diary.term_marks(mother, mother.children[0]),
    "homework": lambda s, mother, _: s.homework_diary.coming(mother, mother.children[0]),
    "schedule": lambda s, mother, day: s.schedule.mine(mother, day),
}


async def _asked(database: Database, demo: DemoSchool, day: date) -> dict[str, int]:
    """Statements of each screen, the first time that it is opened after a start."""
    found: dict[str, int] = {}
    for name, screen in SCREENS.items():
        services = Wiring(database, Settings(), "ru", CodeHasher(b"k" * 32)).services()
        with counted(database) as asked:
            await screen(services, _mother(demo), day)
        found[name] = asked.statements
    return found


async def _subject(database: Database, demo: DemoSchool) -> int:
    """One subject in full, with the class's distribution."""
    services, mother = Wiring(database, Settings(), "ru", CodeHasher(b"k" * 32)).services(), _mother(demo)
    subjects = (await services.diary.term_marks(mother, mother.children[0])).subjects
    assert subjects
    subject = SubjectId(max(subjects, key=lambda one: len(one.marks)).marks[0].subject)
    with counted(database) as asked:
        page = await services.subject_pages.page(mother, mother.children[0], subject, 0)
    assert page.marks
    return asked.statements


async def test_a_year_is_written_in_a_minute_and_asked_as_a_week_is(tmp_path: Path) -> None:
    week, demo, _ = await _school(tmp_path, WEEK)
    year, same, seconds = await _school(tmp_path, YEAR)
    entries = await _entries(year)
    print(f"\n{entries} entries in {seconds:.1f} s")
    assert seconds <= MOST_SECONDS
    assert entries >= ENTRIES
    assert await _asked(year, same, YEAR) == await _asked(week, demo, WEEK)
    assert await _subject(year, same) == await _subject(week, demo)
    await week.close()
    await year.close()
