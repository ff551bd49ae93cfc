"""The demo school in a database: the journal from 1 September to the demo's today, on both kinds of database."""

import time
from collections.abc import AsyncIterator, Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import ColumnElement, Table, func, select

from bot.demo_school.regulation import regulation_pdf
from bot.demo_school.school import YEAR_START, DemoSchool, make_school
from bot.demo_school.seed import TODAY, ZONE, seed_demo
from bot.services import Wiring
from bot.settings import Settings
from bot.year import year_of
from domain.clock import SchoolTime
from domain.ids import PersonId
from domain.roles.codes import CodeHasher
from domain.school.calendar import SchoolCalendar
from domain.school.documents import DocumentAudience, NewDocument
from storage.database import Database
from storage.schema import migrate
from storage.school.documents import DocumentReads
from storage.tables import journal, roles
from storage.tables import school as t
from storage.tables.attendance import attendance
from tests.clock import SetClock
from tests.conftest import _admin, _at_once, _beside
from tests.school import MORNING

# On one worker: another would seed the same two databases once more.
pytestmark = pytest.mark.xdist_group("seeded")
ENDED = 2
"""Lessons of the demo's today that are over."""


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def seeded_url(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path_factory.mktemp('demo') / 'demo.db'}"
        _at_once(_seed(url))
        yield url
        return
    server = request.getfixturevalue("postgres")
    _at_once(_admin(server, "CREATE DATABASE demo_school"))
    url = _beside(server, "demo_school")
    _at_once(_seed(url))
    yield url
    _at_once(_admin(server, "DROP DATABASE demo_school WITH (FORCE)"))


async def _seed(url: str) -> None:
    await migrate(url)
    database = Database.open(url, SetClock(MORNING))
    began = time.perf_counter()
    await seed_demo(database, TODAY, ENDED)
    print(f"\nseeded in {time.perf_counter() - began:.1f} s: {url.partition(':')[0]}")
    await database.close()


async def test_some_teachers_keep_their_journal_late_and_with_gaps_but_nobody_today(seeded: Database) -> None:
    rows = await seeded.reader.rows(select(journal.lessons).where(journal.lessons.c.topic_set_at.is_not(None)))
    late = [row for row in rows if row.topic_set_at.date() > row.day]
    assert 100 < len(late) < len(rows) / 10
    assert max(row.topic_set_at.astimezone(ZONE).date() for row in late) < TODAY
    assert all(row.topic_set_at.date() == TODAY for row in rows if row.day == TODAY)
    marks = await seeded.reader.rows(select(journal.marks.c.day, journal.marks.c.set_at).where(journal.marks.c.late))
    assert marks
    assert all(row.set_at.date() > row.day and row.set_at.date() < TODAY for row in marks)


def test_the_regulation_is_the_same_paper_each_time() -> None:
    assert regulation_pdf() == regulation_pdf()


async def test_the_regulation_comes_with_the_school_and_waits_to_be_confirmed(seeded: Database) -> None:
    reads = DocumentReads(seeded.reader, SchoolTime(SetClock(MORNING), lambda: ZONE))
    [regulation] = await reads.all(PersonId(0))
    assert regulation.title == "Положение об электронном журнале и дневнике"
    assert regulation.acknowledge
    assert (await reads.contents([regulation.id]))[regulation.id].startswith(b"%PDF")
    async with seeded.begin() as tx:
        new = NewDocument("Приказ", TODAY, DocumentAudience.STAFF, False, link="https://school.example/")
        assert await tx.documents.add(new, 1, PersonId(1)) == regulation.id + 1


@pytest.fixture
async def seeded(seeded_url: str) -> AsyncIterator[Database]:
    database = Database.open(seeded_url, SetClock(MORNING))
    database.zone = ZONE
    yield database
    await database.close()


async def _count(database: Database, table: Table, *where: ColumnElement[bool]) -> int:
    row = await database.reader.row(select(func.count()).select_from(table).where(*where))
    return int(row[0]) if row else 0


async def _column(database: Database, asked: Any) -> set[Any]:
    return {row[0] for row in await database.reader.rows(asked)}


@pytest.fixture(scope="module")
def demo() -> DemoSchool:
    return make_school()


async def test_everyone_is_in(seeded: Database, demo: DemoSchool) -> None:
    assert await _count(seeded, roles.people) == len(demo.people)
    assert await _count(seeded, t.enrolments) == sum(len(one.pupils) for one in demo.classes)
    assert await _count(seeded, t.timetable_entries) == len(demo.lessons)
    assert await _count(seeded, roles.guardianships) == len(demo.guardians)


async def test_the_journal_is_kept_on_every_school_day_from_the_first_of_september(seeded: Database) -> None:
    year = year_of(YEAR_START)
    calendar = SchoolCalendar(year.starts_on, year.ends_on, year.spans)
    days = [YEAR_START + timedelta(days=n) for n in range((TODAY - YEAR_START).days + 1)]
    expected = {day for day in days if calendar.day_off(day, 7) is None and day.isoweekday() < 6}
    assert await _column(seeded, select(journal.lessons.c.day).distinct()) == expected


async def test_of_the_demos_today_only_what_is_over_is_written(seeded: Database) -> None:
    today = select(func.max(journal.lessons.c.position)).where(journal.lessons.c.day == TODAY)
    assert await _column(seeded, today) == {ENDED}
    assert await _count(seeded, journal.marks, journal.marks.c.day > TODAY) == 0


async def test_marks_are_plausible(seeded: Database) -> None:
    values = dict(
        tuple(row)
        for row in await seeded.reader.rows(select(journal.marks.c.value, func.count()).group_by(journal.marks.c.value))
    )
    total = sum(values.values())
    assert set(values) == {"2", "3", "4", "5"}
    assert total > 20_000
    assert values["2"] / total < 0.1
    assert max(values, key=lambda value: values[value]) == "4"


async def test_first_grades_have_neither_marks_nor_homework(seeded: Database) -> None:
    first = select(t.classes.c.id).where(t.classes.c.grade == 1)
    assert await _count(seeded, journal.homework, journal.homework.c.class_id.in_(first)) == 0
    lessons = select(journal.lesson_classes.c.lesson_id).where(journal.lesson_classes.c.class_id.in_(first))
    assert await _count(seeded, journal.marks, journal.marks.c.lesson_id.in_(lessons)) == 0
    assert await _count(seeded, attendance, attendance.c.lesson_id.in_(lessons)) > 0


async def test_who_was_away_has_no_mark_of_that_lesson(seeded: Database) -> None:
    marks, presence = journal.marks.c, attendance.c
    both = select(func.count()).select_from(
        journal.marks.join(attendance, (presence.lesson_id == marks.lesson_id) & (presence.pupil_id == marks.pupil_id))
    )
    row = await seeded.reader.row(both.where(presence.status.in_(["absent", "ill", "excused"])))
    assert row is not None
    assert row[0] == 0


async def test_homework_is_due_on_days_with_that_lesson(seeded: Database) -> None:
    wiring = Wiring(seeded, Settings(), "ru", CodeHasher(b"k" * 32))
    due = await seeded.reader.rows(
        select(journal.homework.c.class_id, journal.homework.c.subject_id, journal.homework.c.due_day).where(
            journal.homework.c.due_day.between(date(2026, 11, 16), date(2026, 11, 27))
        )
    )
    assert len(due) > 500
    for row in due:
        lessons = (await wiring.timetable.day(row.due_day)).by_class.get(row.class_id, ())
        assert row.subject_id in {lesson.subject.id for lesson in lessons}, row


async def test_new_rows_get_numbers_after_the_demos(seeded: Database) -> None:
    async with seeded.begin() as tx:
        from domain.roles.people import PersonName, Role

        added = await tx.people.add(PersonName("Новикова", "Нина"), Role.SECRETARY)
    assert added == await _count(seeded, roles.people)


async def test_the_demos_tomorrow_has_a_substitution_and_a_cancelled_lesson(seeded: Database) -> None:
    kinds = await _column(seeded, select(t.lesson_changes.c.kind).where(t.lesson_changes.c.day == date(2026, 11, 25)))
    assert kinds == {"substituted", "cancelled"}
