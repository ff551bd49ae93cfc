"""A teacher's lesson and homework: the number of SQL statements does not depend on how many pupils there are."""

from datetime import timedelta

import pytest

from bot.services import Wiring
from domain.attendance.presence import Presence
from domain.ids import MarkId, WorkKindId
from domain.journal.homework_meant import Understood
from domain.journal.lesson_line_meant import Answers, LessonCard
from storage.database import Database
from tests import school
from tests.clock import SetClock
from tests.storage.statement_cases import DEPUTY, MOTHER, NOW, TEACHER, Case, bring_plan, is_as_cheap_when_grown


async def roll_call_tap(wiring: Wiring) -> None:
    assert await wiring.services().roll_call.set_status(TEACHER, NOW, school.IVANOV, Presence.ABSENT)


async def nobody_is_here(wiring: Wiring) -> None:
    assert await wiring.services().roll_call.set_all(TEACHER, NOW, Presence.ABSENT) >= 4


async def lesson_screen(wiring: Wiring) -> None:
    services = wiring.services()
    assert (await services.my_lessons.page(TEACHER, NOW)).seats
    await services.roll_calls.sheet(TEACHER, NOW)


async def mark(wiring: Wiring) -> None:
    assert await wiring.services().grading.put(TEACHER, NOW, school.IVANOV, "5", WorkKindId(1))


async def marks_screen(wiring: Wiring) -> None:
    services = wiring.services()
    assert (await services.my_lessons.page(TEACHER, NOW)).seats
    await services.roll_calls.sheet(TEACHER, NOW)
    await services.mark_pages.pad(TEACHER, NOW)


async def debt(wiring: Wiring) -> None:
    debts = wiring.services().debts
    assert await debts.likely_days(TEACHER, NOW)
    assert await debts.set(TEACHER, NOW, school.IVANOV, WorkKindId(1), school.TUESDAY + timedelta(days=3))
    assert await debts.of_pupil(MOTHER, school.IVANOV)


async def one_mark_and_its_history(wiring: Wiring) -> None:
    services = wiring.services()
    await services.grading.put(TEACHER, NOW, school.IVANOV, "5", WorkKindId(1))
    assert (await services.mark_pages.history(TEACHER, await _mark_of(wiring)))[1]


async def request_and_decision(wiring: Wiring) -> None:
    requests = wiring.services().mark_requests
    await wiring.services().grading.put(TEACHER, NOW, school.IVANOV, "5", WorkKindId(1))
    await requests.ask(TEACHER, await _mark_of(wiring), "4", "Ошибка в подсчёте")
    (card,) = await requests.waiting(DEPUTY)
    assert (await requests.decide(DEPUTY, card.request, accept=True))[1]


async def _mark_of(wiring: Wiring) -> MarkId:
    page = await wiring.services().my_lessons.page(TEACHER, NOW)
    return page.marks[school.IVANOV][0].id


async def lesson_line(wiring: Wiring) -> None:
    """Roll call, marks, topic and homework of one line: read, then written."""
    services = wiring.services()
    said = "Иванов 5 4 кр, Сидоров н, оп Кузина; тема Степени; дз № 345"
    card = await services.lesson_lines.understand(TEACHER, said, Answers())
    assert isinstance(card, LessonCard)
    assert card.closes
    await services.lesson_writing.write(TEACHER, card)


async def everyone_in_a_line(wiring: Wiring) -> None:
    """After all of them were noted as away: every pupil's row changes."""
    services = wiring.services()
    await services.roll_call.set_all(TEACHER, NOW, Presence.ABSENT)
    card = await services.lesson_lines.understand(TEACHER, "все на месте", Answers())
    assert isinstance(card, LessonCard)
    await services.lesson_writing.write(TEACHER, card)


async def homework_line(wiring: Wiring) -> None:
    book = wiring.services().homework_book
    meant = await book.understand(TEACHER, "7А алгебра № 345")
    assert isinstance(meant, Understood)
    assert (await book.set(TEACHER, meant, [])).pupils >= 4


async def guarded_homework(wiring: Wiring) -> None:
    """A line with an estimate that announces a control work, and the warnings under it."""
    services = wiring.services()
    meant = await services.homework_book.understand(TEACHER, "7А алгебра контрольная работа ~60 мин")
    assert isinstance(meant, Understood)
    done = await services.homework_book.set(TEACHER, meant, [])
    assert (await services.overload_guard.homework(TEACHER, done)).warnings


async def homework_tick(wiring: Wiring) -> None:
    await homework_line(wiring)
    (task, *_) = (await wiring.services().homework_diary.coming(MOTHER, school.IVANOV)).homework
    assert await wiring.services().homework_ticks.tick(school.actor(school.IVANOV), task.id, True)


async def topic_of_the_plan(wiring: Wiring) -> None:
    services = wiring.services()
    await bring_plan(wiring)
    (first, *_) = (await services.my_lessons.page(TEACHER, NOW)).ahead
    await services.plans.accept(TEACHER, NOW, first.id)
    assert (await services.plan_progresses.of(TEACHER, NOW)).given == 1


async def plan_brought(wiring: Wiring) -> None:
    await bring_plan(wiring)


async def what_was(wiring: Wiring) -> None:
    await wiring.services().looking_back.before(TEACHER, NOW)


async def lesson_at_its_bell(wiring: Wiring) -> None:
    await wiring.services().choosing.choose_bell(TEACHER, on=True)
    assert await wiring.lesson_bells().ring() == 1


CASES: list[Case] = [
    roll_call_tap,
    nobody_is_here,
    lesson_screen,
    mark,
    marks_screen,
    debt,
    one_mark_and_its_history,
    request_and_decision,
    lesson_line,
    everyone_in_a_line,
    homework_line,
    guarded_homework,
    homework_tick,
    topic_of_the_plan,
    plan_brought,
    what_was,
    lesson_at_its_bell,
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.__name__)
async def test_ten_times_the_people_cost_no_statement_more(case: Case, database: Database, clock: SetClock) -> None:
    await is_as_cheap_when_grown(case, database, clock)
