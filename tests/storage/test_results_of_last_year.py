"""Results of the year that was closed last, on both databases: read as that year ended, and not set."""

from dataclasses import replace
from datetime import datetime

import pytest
from sqlalchemy import insert

from bot.services import Services
from domain.errors import NotAllowed, NotFound
from domain.ids import ClassId, PersonId, SubjectId, WorkKindId
from domain.journal.periods import Period
from domain.journal.results_kept import ResultPlace
from domain.journal.results_sheet import ResultOfClosedYear
from domain.school.movement import MovementKind, Wanted
from domain.school.timetable import LessonRef
from storage.database import Database
from storage.tables import school as t
from storage.topics import TIMETABLE
from tests import school
from tests.clock import SetClock
from tests.statements import counted, grow
from tests.storage.statement_cases import wired

ADMIN, DEPUTY, SECRETARY = (school.actor(one) for one in (school.ADMIN, school.DEPUTY, school.SECRETARY))
TEACHER = school.actor(school.ALGEBRA_TEACHER)
HERE = ResultPlace(school.CLASS_7A, school.ALGEBRA, Period.Q2)
JUNE = datetime(2027, 6, 15, 10, 0, tzinfo=school.ZONE)


@pytest.fixture
async def before(database: Database, clock: SetClock) -> Services:
    """A mark and a result of Petrova, and Ivanov has moved to the parallel class; it is June.

    The load has a subject of 7Б that the timetable does not have.
    """
    services = wired(database).services()
    load = {"teacher_id": school.PRIMARY, "subject_id": school.READING_1, "class_id": school.CLASS_7B, "hours_week": 1}
    async with database.begin() as tx:
        await tx.run(insert(t.teaching_loads), [load])
        tx.touch(TIMETABLE)
    await services.grading.put(
        TEACHER, LessonRef(school.entry_of(0), school.TUESDAY), school.PETROVA, "5", WorkKindId(1)
    )
    await services.results.put(TEACHER, HERE, school.PETROVA, "4", "много болела")
    clock.advance(days=1)
    moved = Wanted(MovementKind.MOVED, clock.now().date(), school.IVANOV, to_class=school.CLASS_7B)
    await services.movements.enter(SECRETARY, moved)
    clock.set(JUNE)
    return services


@pytest.fixture
async def services(before: Services) -> Services:
    await before.year_turn.apply(ADMIN, (await before.year_turn.dry_run(ADMIN)).mark)
    return before


async def test_the_sheet_is_as_the_year_ended(services: Services) -> None:
    for actor, mine in ((DEPUTY, False), (TEACHER, True)):
        sheet = await services.results.sheet(actor, HERE)
        assert (sheet.course.class_name, sheet.past, sheet.mine) == ("7А", True, mine)
        found = {line.seat.pupil: line.result.value if line.result else None for line in sheet.lines}
        assert found == {school.PETROVA: "4", school.SIDOROV: None, school.KUZINA: None}
    _, line = await services.results.explained(DEPUTY, HERE, school.PETROVA)
    assert (line.explained.count, len(line.explained.parts)) == (1, 1)
    assert await services.results.places.now(school.CLASS_7A) is Period.Q4


async def test_nothing_of_it_is_set(services: Services) -> None:
    for act in (
        services.results.put(TEACHER, HERE, school.PETROVA, "5"),
        services.results.put(TEACHER, HERE, school.PETROVA, None),
        services.results.accept_all(TEACHER, HERE),
    ):
        with pytest.raises(ResultOfClosedYear):
            await act
    with pytest.raises(NotAllowed):
        await services.results.put(DEPUTY, HERE, school.PETROVA, "5")


async def test_classes_and_courses_of_last_year_are_listed_apart(services: Services) -> None:
    assert await services.results.has_last_year()
    courses, classes = await services.results.open_to(DEPUTY, last_year=True)
    assert ([one.name for one in classes], [one.subject for one in courses]) == (["7А", "7Б"], [school.GEOMETRY])
    courses, classes = await services.results.open_to(TEACHER, last_year=True)
    assert ([one.class_name for one in courses], classes) == (["7А", "7Б"], ())
    assert [one.name for one in (await services.results.open_to(DEPUTY))[1]] == ["2А", "8А", "8Б"]
    found = await services.results.courses_of_class(DEPUTY, school.CLASS_7B)
    assert {one.subject for one in found} == {school.ALGEBRA, school.GEOMETRY, school.SPORTS, school.READING_1}


async def test_before_the_first_turn_there_is_no_last_year(before: Services) -> None:
    assert not await before.results.has_last_year()
    with pytest.raises(NotFound):
        await before.results.open_to(DEPUTY, last_year=True)
    assert not (await before.results.sheet(TEACHER, HERE)).past


@pytest.mark.parametrize("person", [school.PRIMARY, school.ENGLISH_1, school.MOTHER, school.PETROVA, school.SECRETARY])
async def test_nobody_reads_it_who_could_not(services: Services, person: int) -> None:
    stranger = school.actor(PersonId(person))
    for act in (
        services.results.sheet(stranger, HERE),
        services.results.explained(stranger, HERE, school.PETROVA),
        services.results.put(stranger, HERE, school.PETROVA, "2"),
    ):
        with pytest.raises(NotAllowed):
            await act
    with pytest.raises(NotAllowed):
        await services.results.sheet(replace(stranger, roles=frozenset()), HERE)


async def test_what_is_in_no_year_is_not_found(services: Services) -> None:
    for place in (replace(HERE, class_id=ClassId(987_654)), replace(HERE, subject=SubjectId(987_654))):
        with pytest.raises(NotFound):
            await services.results.sheet(DEPUTY, place)


@pytest.mark.parametrize("grown", [False, True])
async def test_looking_back_costs_the_same_for_any_school(
    before: Services, database: Database, grown: bool, clock: SetClock
) -> None:
    if grown:
        await grow(database)
    await before.year_turn.apply(ADMIN, (await before.year_turn.dry_run(ADMIN)).mark)
    await before.results.open_to(DEPUTY)
    counts = []
    for _ in range(2):
        with counted(database) as asked:
            await before.results.sheet(DEPUTY, HERE)
        counts.append(asked.statements)
    assert counts == [14, 3]
