"""Templates, handovers, a thread as a file: ten times the people cost no statement more."""

from datetime import timedelta

import pytest

from bot.services import Wiring
from domain.talk.handovers import History
from domain.talk.template_words import TemplateField
from storage.database import Database
from tests import school
from tests.clock import SetClock
from tests.storage.statement_cases import DEPUTY, TEACHER, Case, is_as_cheap_when_grown, nobody
from tests.talks import TO_ALGEBRA, answer, begin


async def templates_kept_and_used(wiring: Wiring) -> None:
    templates = wiring.services().templates
    made = await templates.add(TEACHER, "{имя}, {работа}?")
    await templates.listed(TEACHER)
    assert await templates.use(TEACHER, made, {TemplateField.NAME: "Анна"}, "к/р") == "Анна, к/р?"
    await templates.remove(TEACHER, made)


async def handed_over_and_back(wiring: Wiring) -> None:
    handovers, day = wiring.services().handovers, school.TUESDAY
    last = day + timedelta(days=6)
    made = await handovers.make(DEPUTY, school.ALGEBRA_TEACHER, school.SPORT, day, last, History.TERM)
    await handovers.listed(DEPUTY)
    plan = await wiring.delivery(*nobody()).telling.plan()
    assert len(plan.messages) == 2
    await handovers.end(DEPUTY, made)


async def a_thread_taken_out(wiring: Wiring) -> None:
    services = wiring.services()
    thread = await begin(services, school.MOTHER, TO_ALGEBRA, "Вопрос")
    for number in range(5):
        await answer(services, school.ALGEBRA_TEACHER, thread, f"Ответ {number}")
    assert len((await services.thread_records.take(TEACHER, thread)).talk) == 6


@pytest.mark.parametrize(
    "case", [templates_kept_and_used, handed_over_and_back, a_thread_taken_out], ids=lambda case: case.__name__
)
async def test_ten_times_the_people_cost_no_statement_more(case: Case, database: Database, clock: SetClock) -> None:
    await is_as_cheap_when_grown(case, database, clock)
