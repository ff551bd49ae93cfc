"""What one tap on the lesson's screens costs: the same few SQL statements for a class of 5 and for one of 35.

BEGIN and COMMIT are not counted; what is kept in memory (lists, timetable, rules) is there, as after the first screen.
"""

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event, insert

from bot.services import Services
from domain.attendance.presence import Presence
from domain.ids import PlanTopicId, WorkKindId
from domain.journal.lesson_line_meant import Answers, LessonCard
from domain.journal.retakes import retake_of
from storage.database import Database
from storage.tables import roles
from storage.tables import school as t
from storage.topics import LISTS
from tests import school
from tests.storage.statement_cases import NOW, TEACHER, bring_plan, wired

MOST, MOST_OF_A_SCREEN = 4, 6
FIRST = 2
"""More, where the tap is the first thing written of the lesson: its own row, and those of its classes."""
SIZES = (5, 35)
FIRST_TOPIC = PlanTopicId(1)
ANSWER, TEST, CONTROL = WorkKindId(1), WorkKindId(2), WorkKindId(4)
SOON = school.TUESDAY + timedelta(days=3)
THREE = ("Иванов", "Петрова", "Кузина")
Act = Callable[[Services], Awaitable[Any]]


@dataclass
class Spent:
    """`all`: with what is read before writing."""

    all: list[str] = field(default_factory=list)

    @property
    def writing(self) -> int:
        return sum(one.split()[0] in ("INSERT", "UPDATE", "DELETE") for one in self.all)


@dataclass(frozen=True)
class Tap:
    """`before`: what was tapped earlier; `more`: statements more than usual, where it does two things at once."""

    act: Act
    before: tuple[Act, ...] = ()
    first: bool = False
    more: int = 0


@contextmanager
def spent(database: Database) -> Iterator[Spent]:
    found = Spent()

    def note(_: Any, __: Any, statement: str, *___: Any) -> None:
        if not statement.startswith("BEGIN"):
            found.all.append(statement)

    writer = database._loop_writer
    engines = [writer.engine, database.reader.engine] if writer else [database.writer.sync_engine]  # type: ignore[union-attr]
    for engine in engines:
        event.listen(engine, "before_cursor_execute", note)
    yield found
    for engine in engines:
        event.remove(engine, "before_cursor_execute", note)


async def _class_of(database: Database, size: int) -> None:
    """7А with as many pupils."""
    new = range(900, 900 + size - sum(one == school.CLASS_7A for one in school.SEATS.values()))
    names = {"surname": "Новый", "given": "Олег", "name_norm": "новый олег", "created_at": school.STARTED}
    start = school.TUESDAY.replace(month=9, day=1)
    async with database.begin() as tx:
        await tx.run(insert(roles.people), [{"id": one, **names} for one in new])
        seats = [{"pupil_id": one, "class_id": school.CLASS_7A, "from_day": start} for one in new]
        await tx.run(insert(t.enrolments), seats)
        tx.touch(LISTS)


async def roll_call(services: Services) -> None:
    await services.my_lessons.page(TEACHER, NOW)
    await services.roll_calls.sheet(TEACHER, NOW)


async def marks(services: Services) -> None:
    await roll_call(services)
    await services.mark_pages.pad(TEACHER, NOW)


async def marks_of_a_control_work(services: Services) -> None:
    """With the warnings of overload."""
    await marks(services)
    assert (await services.overload_guard.control_work(TEACHER, NOW, CONTROL)).warnings


async def homework(services: Services) -> None:
    assert await services.homework_after.page(TEACHER, NOW)


async def absent(services: Services) -> None:
    assert await services.roll_call.set_status(TEACHER, NOW, school.SIDOROV, Presence.ABSENT)


async def late(services: Services) -> None:
    assert await services.roll_call.set_status(TEACHER, NOW, school.KUZINA, Presence.LATE, 10)


async def nobody_is_here(services: Services) -> None:
    assert await services.roll_call.set_all(TEACHER, NOW, Presence.ABSENT) in SIZES


async def everyone_is_here(services: Services) -> None:
    await services.roll_call.close(TEACHER, NOW)


async def opened_again(services: Services) -> None:
    await services.roll_call.close(TEACHER, NOW, closed=False)


async def five(services: Services) -> None:
    assert await services.grading.put(TEACHER, NOW, school.IVANOV, "5", ANSWER)


async def four(services: Services) -> None:
    assert await services.grading.put(TEACHER, NOW, school.IVANOV, "4", ANSWER)


async def mark_taken_back(services: Services) -> None:
    assert await services.grading.take_back(TEACHER, NOW, school.IVANOV, ANSWER)


async def retake(services: Services) -> None:
    assert await services.grading.put(TEACHER, NOW, school.IVANOV, "4", ANSWER, retake_of(1))


async def debt(services: Services) -> None:
    assert await services.debts.set(TEACHER, NOW, school.IVANOV, TEST, SOON)


async def debt_taken_back(services: Services) -> None:
    assert await services.debts.take_back(TEACHER, NOW, school.IVANOV, TEST)


async def work_handed_in(services: Services) -> None:
    assert await services.grading.put(TEACHER, NOW, school.IVANOV, "5", TEST)


async def topic_accepted(services: Services) -> None:
    await services.plans.accept(TEACHER, NOW, FIRST_TOPIC)


async def topic_taken_back(services: Services) -> None:
    await services.plans.take_back(TEACHER, NOW)


async def topic_typed(services: Services) -> None:
    await services.my_lessons.set_topic(TEACHER, NOW, "Своя тема")


async def finished(services: Services) -> None:
    await services.finishing.finish(TEACHER, NOW, FIRST_TOPIC)


async def homework_not_set(services: Services) -> None:
    assert await services.homework_after.set_none(TEACHER, NOW)


TAPS = {
    "the first absent one": Tap(absent, first=True),
    "absent": Tap(absent, (late,)),
    "late": Tap(late, (absent,)),
    "nobody is here": Tap(nobody_is_here, first=True),
    "everyone is here, first of all": Tap(everyone_is_here, first=True),
    "everyone is here": Tap(everyone_is_here, (absent,)),
    "opened again": Tap(opened_again, (everyone_is_here,)),
    "the first mark": Tap(five, first=True),
    "a mark": Tap(five, (absent,)),
    "a mark changed": Tap(four, (five,)),
    "a mark taken back": Tap(mark_taken_back, (five,)),
    "a retake": Tap(retake, (five,)),
    "a debt": Tap(debt, (absent,)),
    "a debt taken back": Tap(debt_taken_back, (debt,)),
    "a debt turned into a mark": Tap(work_handed_in, (debt,), more=1),
    "a topic of the plan": Tap(topic_accepted, (absent,)),
    "a topic of the plan, first of all": Tap(topic_accepted, first=True),
    "a topic taken back": Tap(topic_taken_back, (topic_accepted,)),
    "a topic typed": Tap(topic_typed, (absent,)),
    "roll call and topic": Tap(finished, (absent,), more=2),
    "homework not set": Tap(homework_not_set),
}


async def _opened(database: Database, size: int) -> Services:
    """The lesson is on the screen."""
    await _class_of(database, size)
    wiring = wired(database)
    await bring_plan(wiring)
    services = wiring.services()
    for screen in (marks, homework, closings_known):
        await screen(services)
    return services


async def closings_known(services: Services) -> None:
    assert not await services.grading.freedom.closings.closed(None, school.CLASS_7A)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", TAPS)
async def test_a_tap_writes_with_four_statements_whatever_the_classs_size(
    name: str, size: int, database: Database
) -> None:
    tap, services = TAPS[name], await _opened(database, size)
    for act in tap.before:
        await act(services)
    with spent(database) as asked:
        await tap.act(services)
    first = FIRST if tap.first else 0
    assert 0 < asked.writing <= MOST + first, asked.all
    assert len(asked.all) <= MOST + first + tap.more, asked.all


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("screen", [roll_call, marks, marks_of_a_control_work, homework], ids=lambda one: one.__name__)
async def test_a_screen_is_redrawn_with_six_statements(screen: Act, size: int, database: Database) -> None:
    services = await _opened(database, size)
    for act in (nobody_is_here, everyone_is_here, debt):
        await act(services)
    with spent(database) as asked:
        await screen(services)
    assert len(asked.all) <= MOST_OF_A_SCREEN, asked.all


async def _cost(database: Database, services: Services, line: str) -> int:
    card = await services.lesson_lines.understand(TEACHER, line, Answers())
    assert isinstance(card, LessonCard)
    assert card.left_out == ()
    with spent(database) as asked:
        await services.lesson_writing.write(TEACHER, card)
    return len(asked.all)


async def test_a_line_of_twelve_marks_costs_as_much_as_one_of_three(database: Database) -> None:
    """New marks first, then the same ones changed."""
    services = await _opened(database, 5)
    await absent(services)
    await everyone_is_here(services)
    costs = [
        await _cost(database, services, ", ".join(f"{name} {' '.join([mark] * each)}" for name in THREE))
        for mark, each in (("3 ср", 1), ("3 кр", 4), ("4 ср", 1), ("4 кр", 4))
    ]
    assert costs == [MOST] * 4
