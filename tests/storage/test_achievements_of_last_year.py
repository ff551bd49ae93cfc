"""Results of many against the year before: a class's pupils with their own results of then, under its former name."""

from datetime import datetime

import pytest
from sqlalchemy import insert, select

from bot.services import Services
from domain.control.achievement_scope import Asked, Scope
from domain.errors import NotAllowed
from domain.journal.periods import Period
from domain.journal.results_kept import ResultPlace
from domain.school.movement import MovementKind, Wanted
from storage.database import Database
from storage.tables import grading
from storage.tables import school as t
from tests import school
from tests.clock import SetClock
from tests.storage.statement_cases import DEPUTY, SECRETARY, TEACHER, wired

ADMIN = school.actor(school.ADMIN)
JUNE = datetime(2027, 6, 15, 10, 0, tzinfo=school.ZONE)
NEXT = datetime(2027, 11, 24, 10, 0, tzinfo=school.ZONE)


@pytest.fixture
async def services(database: Database, clock: SetClock) -> Services:
    """Petrova had a 4 in 7А, Orlov a 2 in 7Б, who came to her class afterwards; a year later she has a 5, he a 3."""
    services = wired(database).services()
    for class_id, pupil, value in ((school.CLASS_7A, school.PETROVA, "4"), (school.CLASS_7B, school.ORLOV, "2")):
        place = ResultPlace(class_id, school.ALGEBRA, Period.Q2)
        await services.results.put(TEACHER, place, pupil, value, "много болеет")
    clock.set(JUNE)
    await services.year_turn.apply(ADMIN, (await services.year_turn.dry_run(ADMIN)).mark)
    clock.set(NEXT)
    roster = await services.achievements.views.spots.places.rosters.roster()
    petrova = roster.seats[school.PETROVA]
    moved = Wanted(MovementKind.MOVED, NEXT.date(), school.ORLOV, to_class=petrova.class_id)
    await services.movements.enter(SECRETARY, moved)
    async with database.begin() as tx:
        [year] = await tx.rows(select(t.classes.c.year_id).where(t.classes.c.id == petrova.class_id))
        about = {"subject_id": school.ALGEBRA, "class_id": petrova.class_id, "year_id": year.year_id}
        about |= {"kind": "quarter", "number": 2, "set_by": school.ALGEBRA_TEACHER, "set_at": NEXT}
        rows = [about | {"pupil_id": p, "value": v} for p, v in ((school.PETROVA, "5"), (school.ORLOV, "3"))]
        await tx.run(insert(grading.results), rows)
    return services


async def test_a_class_is_compared_with_its_pupils_own_results_of_then(services: Services) -> None:
    roster = await services.achievements.views.spots.places.rosters.roster()
    class_id = roster.seats[school.PETROVA].class_id
    page = await services.achievements.page(DEPUTY, Asked(Scope(class_id=class_id), Period.Q2))
    assert (page.names.class_name, page.counts.n5, page.counts.n3) == ("8А", 1, 1)
    compared = page.last_year
    assert compared is not None
    assert (compared.before.n4, compared.before.n2, compared.before.total) == (1, 1, 2)
    assert sorted(compared.formerly) == ["7А", "7Б"]
    assert compared.periods == (Period.Q2,)


async def test_the_school_is_compared_with_all_of_then(services: Services) -> None:
    page = await services.achievements.page(DEPUTY, Asked(Scope(), Period.Q2))
    assert page.last_year is not None
    assert (page.last_year.before.total, page.last_year.formerly) == (2, ())


async def test_the_year_before_is_looked_at_too_by_who_reaches_the_school(services: Services) -> None:
    page = await services.achievements.page(DEPUTY, Asked(Scope(class_id=school.CLASS_7A), Period.Q2, past=True))
    assert (page.names.class_name, page.counts.n4, page.counts.total) == ("7А", 1, 1)
    assert (page.last_year, page.opens_pupils) == (None, False)
    assert (await services.achievements.open_to(DEPUTY)).last_year
    leader = school.actor(school.PRIMARY)
    with pytest.raises(NotAllowed):
        await services.achievements.page(leader, Asked(Scope(class_id=school.CLASS_7A), Period.Q2, past=True))
