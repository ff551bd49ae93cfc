"""Guardians who may only answer: ten times the people cost no statement more."""

import pytest

from bot.gates_wiring import announcement_gate
from bot.services import Wiring
from domain.talk.gates import HoldAsked
from domain.talk.wording import Wording
from storage.database import Database
from tests import school
from tests.clock import SetClock
from tests.storage.statement_cases import Case, is_as_cheap_when_grown, nobody

ADMIN = school.actor(school.ADMIN)


async def limited_told_and_lifted(wiring: Wiring) -> None:
    limiting = wiring.services().limiting
    assert (await limiting.pupils(ADMIN, school.CLASS_7A))[1]
    assert len((await limiting.guardians(ADMIN, school.IVANOV)).guardians) == 2
    await limiting.limit(ADMIN, school.FATHER, "Грубость")
    await limiting.limit(ADMIN, school.MOTHER, "Грубость")
    assert len(await limiting.limits(ADMIN)) == 2
    await _told(wiring)
    await limiting.lift(ADMIN, school.FATHER)
    await limiting.lift(ADMIN, school.MOTHER)
    await _told(wiring)


async def a_list_of_pupils_held(wiring: Wiring) -> None:
    roster = await wiring.roster.roster()
    names = ", ".join(seat.name.listed for seat in roster.seats.values())
    try:
        await announcement_gate(wiring).check(school.actor(school.DEPUTY), Wording(names), (), False)
    except HoldAsked as asked:
        assert asked.n >= 5  # noqa: PT017 - the small school has no class of five


async def _told(wiring: Wiring) -> None:
    telling = wiring.delivery(*nobody()).telling
    plan = await telling.plan()
    assert len(plan.messages) == 2
    async with wiring.database.begin() as tx:
        await telling.put(tx, plan)


@pytest.mark.parametrize("case", [limited_told_and_lifted, a_list_of_pupils_held], ids=lambda case: case.__name__)
async def test_ten_times_the_people_cost_no_statement_more(case: Case, database: Database, clock: SetClock) -> None:
    await is_as_cheap_when_grown(case, database, clock)
