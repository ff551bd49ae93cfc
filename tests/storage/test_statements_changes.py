"""Changing the timetable, telling of it and reading of it cost as many statements in a large school as in a small."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from bot.services import Wiring
from domain.school.changes_foreseen import Foreseen
from domain.school.changing_room import Changed
from domain.school.teacher_absences import Why
from domain.school.timetable import LessonRef, Slot
from storage.database import Database
from tests import school
from tests.clock import SetClock
from tests.statements import counted
from tests.storage.statement_cases import DEPUTY, Case, is_as_cheap_when_grown, nobody, wired

WEDNESDAY, FRIDAY = date(2026, 11, 25), date(2026, 11, 27)
RUSSIAN = LessonRef(school.entry_of(1, 3), WEDNESDAY)


async def changes(wiring: Wiring) -> None:
    changing = wiring.services().lesson_changing
    await changing.substitute(DEPUTY, RUSSIAN, school.SPORT)
    assert isinstance(await changing.move(DEPUTY, RUSSIAN, Slot(FRIDAY, 6), sure=True), Changed)
    await changing.take_back(DEPUTY, RUSSIAN)


async def telling_of_changes(wiring: Wiring) -> None:
    """Of a whole class, turned into rows and read again for their delivery."""
    changing = wiring.services().lesson_changing
    await changing.cancel(DEPUTY, RUSSIAN)
    await changing.take_back(DEPUTY, RUSSIAN)
    await changing.cancel(DEPUTY, RUSSIAN)
    post = wiring.delivery(*nobody())
    plan = await post.telling.plan()
    assert len(plan.messages) >= 7
    async with wiring.database.begin() as tx:
        await post.telling.put(tx, plan)
    wiring.database.clock.advance(minutes=4)  # type: ignore[attr-defined]
    async with wiring.database.begin() as tx:
        claimed = await tx.outbox.claim("run", 50, set())
    assert len(await post.preparing.prepare(claimed)) >= 7


async def pages(wiring: Wiring) -> None:
    services = wiring.services()
    assert len(await services.changes_pages.near(DEPUTY)) == 2
    assert (await services.changes_pages.substitutes(DEPUTY, RUSSIAN)).candidates
    assert (await services.substitution_reports.month(DEPUTY)).first == date(2026, 11, 1)


async def an_absent_teacher(wiring: Wiring) -> None:
    """Of two weeks: twenty lessons in one list."""
    absent = wiring.services().absent_teachers
    last = school.TUESDAY + timedelta(days=13)
    plan = await absent.note(DEPUTY, school.ALGEBRA_TEACHER, school.TUESDAY, last, Why.SICK)
    assert len(plan.lessons) == 20
    assert plan.current is not None
    assert plan.current.candidates
    await absent.end(DEPUTY, plan.absence.id)


async def a_file(wiring: Wiring) -> None:
    made = await _file_applied(wiring, "25.11;7А;1;отмена;;", "25.11;7А;2;;Бегунов;", "26.11;7Б;2;;;27.11, 4 урок")
    assert len(made) == 3
    for one in made:
        await wiring.services().lesson_changing.take_back(DEPUTY, one.after.ref)


async def _file_applied(wiring: Wiring, *rows: str) -> Sequence[Foreseen]:
    services = wiring.services()
    content = "\n".join(["Дата;Класс;Урок;Что;Заменяет;Перенести на", *rows]).encode()
    brought = await services.bringing.read(DEPUTY, "замены.csv", content)
    looked = await services.changes_files.bring(DEPUTY, "замены.csv", content, brought.changes)
    done = await services.changes_files.apply(DEPUTY, looked.file)
    assert not done.stale
    return done.foreseen.changes


CASES: list[Case] = [changes, telling_of_changes, pages, an_absent_teacher, a_file]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.__name__)
async def test_it_costs_no_more_when_the_school_grows(case: Case, database: Database, clock: SetClock) -> None:
    await is_as_cheap_when_grown(case, database, clock)


async def test_a_substitution_is_a_handful_of_statements(sqlite_database: Database) -> None:
    """The row as it was, the row, the log, the fact, what was handled; then the timetable is read anew."""
    changing = wired(sqlite_database).services().lesson_changing
    await changing.substitute(DEPUTY, RUSSIAN, school.SPORT)
    with counted(sqlite_database) as asked:
        await changing.substitute(DEPUTY, RUSSIAN, school.PRIMARY, sure=True)
    assert asked.statements <= 14


async def test_a_row_of_a_file_is_a_handful_of_statements(database: Database) -> None:
    """As it stood (and locked), written in the journal or not, the row, the log, the fact."""
    wiring, spent = wired(database), []
    for rows in (
        ["25.11;7А;1;;Бегунов;"],
        [f"{day}.11;{name};2;;Бегунов;" for day, name in ((26, "7А"), (27, "7Б"))],
        [f"{day}.12;7А;{number};отмена;;" for day in range(1, 5) for number in (1, 2)],
    ):
        with counted(database) as asked:
            assert len(await _file_applied(wiring, *rows)) == len(rows)
        spent.append(asked.statements)
    assert spent[2] - spent[1] <= 7 * 6
