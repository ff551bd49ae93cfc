"""Results of many: ten times the people cost no statement more."""

import pytest

from bot.services import Wiring
from domain.control.achievement_scope import Asked, By, Scope
from domain.journal.periods import Period
from domain.journal.results_kept import ResultPlace
from storage.database import Database
from tests import school
from tests.clock import SetClock
from tests.storage.statement_cases import DEPUTY, Case, is_as_cheap_when_grown

TEACHER, LEADER = school.actor(school.ALGEBRA_TEACHER), school.actor(school.CLASS_TEACHER_7A)
SCHOOL, CLASS = Scope(), Scope(class_id=school.CLASS_7A)
COURSE = Scope(class_id=school.CLASS_7A, subject=school.ALGEBRA)


async def _result(wiring: Wiring) -> None:
    place = ResultPlace(school.CLASS_7A, school.ALGEBRA, Period.Q2)
    await wiring.services().results.put(TEACHER, place, school.IVANOV, "5", "Победа на олимпиаде")


async def pages(wiring: Wiring) -> None:
    await _result(wiring)
    achievements = wiring.services().achievements
    for scope in (SCHOOL, CLASS, COURSE, Scope(teacher=school.ALGEBRA_TEACHER)):
        page = await achievements.page(DEPUTY, Asked(scope, Period.Q2))
        assert page.counts.n5 == 1
        await achievements.page(DEPUTY, Asked(scope, Period.Q2, current=True))
    assert (await achievements.likeliest(LEADER)) == Asked(CLASS, Period.Q2, current=True)
    assert (await achievements.open_to(TEACHER)).courses


async def splits(wiring: Wiring) -> None:
    await _result(wiring)
    achievements = wiring.services().achievements
    for by in By:
        split = await achievements.split(DEPUTY, Asked(SCHOOL, Period.Q2), by)
        assert [row.counts.n5 for row in split.rows] == [1]
    assert (await achievements.by_terms(DEPUTY, Asked(CLASS, Period.Q2))).periods
    assert len(await achievements.taken_out(DEPUTY, Asked(SCHOOL, Period.Q2))) == len(By)


async def what_does_not_follow(wiring: Wiring) -> None:
    await _result(wiring)
    for scope in (SCHOOL, CLASS):
        page = await wiring.services().unfollowed.page(DEPUTY, Asked(scope, Period.Q2))
        [one] = page.listed
        assert one.result.reason == "Победа на олимпиаде"


async def who_is_at_risk(wiring: Wiring) -> None:
    for scope in (SCHOOL, CLASS, COURSE):
        await wiring.services().risks.page(DEPUTY, Asked(scope, Period.Q2))


async def a_pupils_year(wiring: Wiring) -> None:
    await _result(wiring)
    page = await wiring.services().pupil_dynamics.year(LEADER, school.IVANOV)
    assert [period for period, _ in page.terms] == [Period.Q2]


CASES: list[Case] = [pages, splits, what_does_not_follow, who_is_at_risk, a_pupils_year]


@pytest.mark.parametrize("case", CASES, ids=[case.__name__ for case in CASES])
async def test_ten_times_the_people_cost_no_statement_more(case: Case, database: Database, clock: SetClock) -> None:
    await is_as_cheap_when_grown(case, database, clock)
