"""The forecast by the timetable as it is known to change, and by the control works that are planned."""

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import insert

from bot.services import Services, Wiring
from bot.settings import Settings
from domain.ids import EntryId
from domain.journal.forecast import Left
from domain.roles.codes import CodeHasher
from storage.database import Database
from storage.journal.rules import RuleRows
from storage.tables import curriculum, journal
from storage.tables import school as t
from tests import school

MOTHER = school.actor(school.MOTHER)
CONTROL = 4
"""The kind of work."""


@pytest.fixture
def services(database: Database) -> Services:
    return Wiring(database, Settings(), "ru", CodeHasher(b"k" * 32)).services()


async def _left(services: Services) -> Left:
    return (await services.forecasts.of_subject(MOTHER, school.IVANOV, school.ALGEBRA, ())).forecast.left


async def _put(database: Database, table: Any, *rows: dict[str, Any]) -> None:
    async with database.begin() as tx:
        await tx.run(insert(table), list(rows))
        tx.touch("timetable")


async def _change(database: Database, *rows: dict[str, Any]) -> None:
    await _put(database, t.lesson_changes, *({**row, "made_at": school.STARTED} for row in rows))


def _entry(line: int, day: date) -> EntryId:
    return school.entry_of(line, day.isoweekday())


async def _weighed(database: Database) -> None:
    """A control work weighs three."""
    async with database.begin() as tx:
        await RuleRows(tx).add({"weights": {str(CONTROL): 3}}, None)


async def test_cancelled_and_substituted_lessons_are_not_counted_on(services: Services, database: Database) -> None:
    before = (await _left(services)).count
    days = [school.TUESDAY + timedelta(days=n) for n in (1, 2, 3, 6)]
    wednesday, thursday, friday, monday = days
    await _change(
        database,
        {"entry_id": _entry(0, wednesday), "day": wednesday, "kind": "cancelled", "subject_id": None},
        {"entry_id": _entry(0, thursday), "day": thursday, "kind": "substituted", "subject_id": school.RUSSIAN},
        {"entry_id": _entry(0, friday), "day": friday, "kind": "room", "subject_id": None},
    )
    assert (await _left(services)).count == before - 2
    row = {"entry_id": _entry(1, monday), "day": monday, "kind": "substituted", "subject_id": school.ALGEBRA}
    await _change(database, row)
    assert (await _left(services)).count == before - 1


async def test_what_changes_after_the_term_or_in_another_class_is_nothing_to_it(
    services: Services, database: Database
) -> None:
    before = (await _left(services)).count
    day, other = date(2027, 1, 12), school.TUESDAY + timedelta(days=1)
    await _change(
        database,
        {"entry_id": _entry(0, day), "day": day, "kind": "cancelled"},
        {"entry_id": _entry(5, other), "day": other, "kind": "cancelled"},
    )
    assert (await _left(services)).count == before


async def test_control_works_are_counted_by_plan_and_by_homework(services: Services, database: Database) -> None:
    await _weighed(database)
    before = await _left(services)
    assert (before.controls, before.weights) == (0, {1, 3})
    plan = {"id": 1, "year_id": 1, "subject_id": school.ALGEBRA, "class_id": school.CLASS_7A}
    await _put(database, curriculum.curriculum_plans, {**plan, "imported_at": school.STARTED})
    topics = [
        ("Контрольная работа № 2", date(2026, 12, 3)),
        ("Анализ ошибок контрольной работы", date(2026, 12, 4)),
        ("Контрольная работа № 1", date(2026, 11, 20)),
        ("Контрольная работа № 3", date(2027, 1, 20)),
    ]
    rows = [{"plan_id": 1, "number": n, "topic": topic, "planned_day": day} for n, (topic, day) in enumerate(topics)]
    await _put(database, curriculum.plan_topics, *rows)
    assert await _left(services) == Left(before.count - 1, frozenset({1}), 1, frozenset({3}))
    homework = {"subject_id": school.ALGEBRA, "class_id": school.CLASS_7A, "due_day": date(2026, 12, 10)}
    words = {"text": "Готовиться: контрольная", "set_by": school.ALGEBRA_TEACHER, "set_at": school.STARTED}
    await _put(database, journal.homework, {**homework, **words})
    assert await _left(services) == Left(before.count - 2, frozenset({1}), 2, frozenset({3}))


async def test_the_screens_statements_do_not_grow_with_the_changes(services: Services, database: Database) -> None:
    await _left(services)
    counts = []
    for n in (1, 8):
        day = school.TUESDAY + timedelta(days=n)
        await _change(database, *({"entry_id": _entry(i, day), "day": day, "kind": "room"} for i in range(n)))
        await _left(services)
        before = database.statements
        await _left(services)
        counts.append(database.statements - before)
    assert counts == [4, 4]
