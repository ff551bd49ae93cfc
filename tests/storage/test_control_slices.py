"""Slices of the known cast and their load by weekday: what can be chosen, what is found by whom, at what price."""

from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest
from sqlalchemy import insert

from bot.services import Services, Wiring
from domain.control.indicators import Slice
from domain.control.periods import PeriodKind
from domain.errors import NotAllowed, NotFound
from domain.ids import ClassId, PersonId, SubjectId
from storage.database import Database
from storage.tables import journal
from storage.tables import school as t
from tests import school
from tests.clock import SetClock
from tests.storage.statement_cases import Case, is_as_cheap_when_grown, wired

DEPUTY = school.actor(school.DEPUTY)
NOVEMBER = Slice(date(2026, 11, 1), date(2026, 11, 30))


@pytest.fixture
def services(database: Database) -> Services:
    return wired(database).services()


async def _put(database: Database, table: Any, *rows: dict[str, Any]) -> None:
    async with database.begin() as tx:
        await tx.run(insert(table), list(rows))
        tx.touch("timetable")


async def _homework(database: Database, *rows: dict[str, Any]) -> None:
    about = {"subject_id": school.ALGEBRA, "class_id": school.CLASS_7A, "group_id": None, "minutes": None}
    rest = {"text": "№ 5", "none_set": False, "set_by": school.ALGEBRA_TEACHER, "set_at": school.STARTED}
    await _put(database, journal.homework, *({**about, **rest, "cancelled_at": None, **row} for row in rows))


async def test_control_opens_with_the_month_and_in_its_first_days_off_with_the_last_one(
    services: Services, clock: SetClock
) -> None:
    assert await services.slicing.usual(DEPUTY) == NOVEMBER
    clock.set(school.MORNING.replace(month=11, day=1))
    assert await services.slicing.usual(DEPUTY) == Slice(date(2026, 10, 1), date(2026, 10, 31))
    clock.set(school.MORNING.replace(month=8, day=26))
    assert await services.slicing.usual(DEPUTY) == Slice(date(2026, 9, 1), date(2027, 5, 26))


async def test_a_slice_is_called_by_what_it_is_of(services: Services) -> None:
    asked = Slice(date(2026, 11, 2), date(2026, 12, 30), school.CLASS_7A, None, school.ALGEBRA, school.ALGEBRA_TEACHER)
    named = await services.slicing.named(DEPUTY, asked)
    assert named.period is not None
    assert (named.period.kind, named.period.term and named.period.term.number) == (PeriodKind.TERM, 2)
    assert named.school_class is not None
    assert named.school_class.name == "7А"
    assert named.subject is not None
    assert named.subject.name == "Алгебра"
    assert named.teacher is not None
    assert named.teacher.name == school.PEOPLE[school.ALGEBRA_TEACHER]


async def test_choices_are_those_that_the_rest_of_the_slice_leaves(services: Services) -> None:
    asked = Slice(NOVEMBER.first, NOVEMBER.last, school.CLASS_7B, subject=school.GEOMETRY)
    choices = await services.slicing.choices(DEPUTY, asked)
    assert [one.name for one in choices.classes] == ["1А", "7А", "7Б"]
    assert [one.name for one in choices.subjects] == ["Алгебра", "Геометрия", "Физическая культура"]
    assert [one.id for one in choices.teachers] == [school.DEPUTY]
    whole = await services.slicing.choices(DEPUTY, NOVEMBER)
    assert len(whole.teachers) == 7


@pytest.mark.parametrize(
    "asked",
    [
        Slice(NOVEMBER.first, NOVEMBER.last, ClassId(99)),
        Slice(NOVEMBER.first, NOVEMBER.last, grade=8),
        Slice(NOVEMBER.first, NOVEMBER.last, subject=SubjectId(99)),
        Slice(NOVEMBER.first, NOVEMBER.last, teacher=school.MOTHER),
        Slice(NOVEMBER.first, NOVEMBER.last, teacher=school.IVANOV),
    ],
)
async def test_what_the_school_does_not_have_is_not_found(services: Services, asked: Slice) -> None:
    with pytest.raises(NotFound):
        await services.slicing.named(DEPUTY, asked)


async def test_who_only_stood_in_for_another_is_called_by_name_too(services: Services, database: Database) -> None:
    day = school.TUESDAY
    change = {"entry_id": school.entry_of(0), "day": day, "kind": "substituted", "teacher_id": school.SECRETARY}
    await _put(database, t.lesson_changes, {**change, "made_at": school.STARTED})
    named = await services.slicing.named(DEPUTY, Slice(day, day, teacher=school.SECRETARY))
    assert named.teacher is not None
    assert named.teacher.name == school.PEOPLE[school.SECRETARY]


@pytest.mark.parametrize(
    "person",
    [school.ALGEBRA_TEACHER, school.CLASS_TEACHER_7A, school.SECRETARY, school.MOTHER, school.IVANOV],
)
async def test_nobody_else_cuts_the_journal(services: Services, person: PersonId) -> None:
    actor, load = school.actor(person), services.weekday_loads
    for act in (
        services.slicing.usual(actor),
        services.slicing.named(actor, NOVEMBER),
        services.slicing.choices(actor, NOVEMBER),
        load.page(actor, NOVEMBER.first, NOVEMBER.last),
    ):
        with pytest.raises(NotAllowed):
            await act


async def test_the_load_counts_what_takes_place_until_today_and_what_is_due(
    services: Services, database: Database
) -> None:
    tuesday = school.TUESDAY
    last_week = tuesday - timedelta(days=7)
    await _homework(
        database,
        {"due_day": tuesday, "minutes": 40},
        {"due_day": tuesday, "minutes": 25, "subject_id": school.ENGLISH, "group_id": school.GROUP_1},
        {"due_day": tuesday, "minutes": 15, "subject_id": school.ENGLISH, "group_id": school.GROUP_2},
        {"due_day": tuesday, "subject_id": school.RUSSIAN},
        {"due_day": last_week, "minutes": 35},
        {"due_day": last_week, "minutes": 60, "cancelled_at": school.STARTED},
        {"due_day": last_week, "minutes": 60, "none_set": True},
        {"due_day": tuesday + timedelta(days=7), "minutes": 500},
    )
    page = await services.weekday_loads.page(DEPUTY, last_week, date(2026, 12, 30), school.CLASS_7A)
    assert (page.last, page.tasks, page.estimated, page.norm) == (tuesday, 5, 4, 150)
    found = {one.weekday: one for one in page.weekdays}
    assert sorted(found) == [1, 2, 3, 4, 5]
    assert (found[2].class_days, found[2].lessons, found[2].minutes) == (2, 4, Fraction(40 + 25 + 35, 2))
    assert found[3].minutes == 0


async def test_homework_for_some_pupils_alone_is_nobody_elses_load(services: Services, database: Database) -> None:
    await _homework(database, {"id": 7, "due_day": school.TUESDAY, "minutes": 40})
    await _put(database, journal.homework_pupils, {"homework_id": 7, "pupil_id": school.IVANOV})
    page = await services.weekday_loads.page(DEPUTY, school.TUESDAY, school.TUESDAY, school.CLASS_7A)
    assert (page.tasks, page.weekdays[0].minutes) == (0, 0)


async def test_the_whole_school_has_the_mean_of_its_classes_and_no_one_norm(services: Services) -> None:
    page = await services.weekday_loads.page(DEPUTY, school.TUESDAY, school.TUESDAY)
    assert page.norm is None
    assert (page.weekdays[0].class_days, page.weekdays[0].lessons) == (3, Fraction(2 + 4 + 3, 3))


async def slices_and_load(wiring: Wiring) -> None:
    services = wiring.services()
    assert (await services.slicing.choices(DEPUTY, NOVEMBER)).teachers
    assert (await services.weekday_loads.page(DEPUTY, NOVEMBER.first, NOVEMBER.last)).weekdays


@pytest.mark.parametrize("case", [slices_and_load], ids=lambda case: case.__name__)
async def test_ten_times_the_school_costs_no_statement_more(case: Case, database: Database, clock: SetClock) -> None:
    await is_as_cheap_when_grown(case, database, clock)
