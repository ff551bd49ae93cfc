"""The number of SQL statements of a use case does not depend on how many pupils, guardians or marks there are."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from sqlalchemy import delete, func, select

from bot.services import Wiring
from bot.settings import Settings
from domain.attendance.presence import Presence
from domain.ids import WorkKindId
from domain.journal.homework_meant import Understood
from domain.messaging.announcements import Audience, Draft
from domain.roles.codes import CodeHasher
from domain.roles.people import Role
from domain.school.timetable import LessonRef
from storage.database import Database
from storage.tables import attendance, journal, messaging, roles
from tests import school
from tests.clock import SetClock
from tests.statements import counted, grow

NOW = LessonRef(school.entry_of(0), school.TUESDAY)
TEACHER, CLASS_TEACHER, MOTHER, ADMIN = (
    school.actor(one) for one in (school.ALGEBRA_TEACHER, school.CLASS_TEACHER_7A, school.MOTHER, school.ADMIN)
)
DRAFT = Draft("ffffffff", school.CLASS_7A, Audience.GUARDIANS, "Собрание в 18:00")
WRITTEN = (
    messaging.outbox,
    messaging.facts,
    messaging.announcement_receipts,
    messaging.announcements,
    attendance.attendance,
    journal.change_log,
    journal.marks,
    journal.homework,
    journal.lesson_classes,
    journal.lessons,
    roles.access_codes,
)
"""What the cases write, in an order in which it can be taken away."""
Case = Callable[[Wiring], Awaitable[Any]]


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


async def homework_line(wiring: Wiring) -> None:
    book = wiring.services().homework_book
    meant = await book.understand(TEACHER, "7А алгебра № 345")
    assert isinstance(meant, Understood)
    assert (await book.set(TEACHER, meant, [])).pupils >= 4


async def announcement(wiring: Wiring) -> None:
    announcing = wiring.services().announcing
    assert (await announcing.preview(CLASS_TEACHER, DRAFT)).reached >= 5
    await announcing.send(CLASS_TEACHER, DRAFT, 1)


async def tomorrow(wiring: Wiring) -> None:
    schedule = wiring.services().schedule
    assert len(await schedule.mine(MOTHER, schedule.near(1))) == 2


async def marks_page(wiring: Wiring) -> None:
    assert (await wiring.services().diary.term_marks(MOTHER, school.IVANOV)).marked


async def homework_page(wiring: Wiring) -> None:
    await wiring.services().homework_diary.coming(MOTHER, school.IVANOV)


async def access_of_class(wiring: Wiring) -> None:
    assert len(await wiring.services().access.of_class(CLASS_TEACHER, school.CLASS_7A)) >= 9


async def codes_for_everyone(wiring: Wiring) -> None:
    people = [row[0] for row in await wiring.database.reader.rows(select(roles.people.c.id))]
    assert len(await wiring.codes().issue_by_program(people, frozenset({Role.GUARDIAN}))) >= 5


async def digests_of_a_day(wiring: Wiring) -> None:
    await wiring.services().roll_call.set_all(TEACHER, NOW, Presence.ABSENT)
    wiring.database.clock.advance(hours=12)  # type: ignore[attr-defined]
    assert await wiring.digests().queue_day(school.TUESDAY) >= 5


async def telling_of_absences(wiring: Wiring) -> None:
    """Facts of a whole class's absences, a mark and homework, turned into rows of the outbox."""
    await wiring.services().roll_call.set_all(TEACHER, NOW, Presence.ABSENT)
    telling = wiring.delivery(*_nobody()).telling
    plan = await telling.plan()
    async with wiring.database.begin() as tx:
        await telling.put(tx, plan)
    row = await wiring.database.reader.row(select(func.count()).select_from(messaging.outbox))
    assert row is not None
    assert row[0] >= 5


def _nobody() -> tuple[Any, Any]:
    """Telling puts rows in; nothing is rendered or sent."""
    return SimpleNamespace(), SimpleNamespace()


CASES: list[Case] = [
    roll_call_tap,
    nobody_is_here,
    lesson_screen,
    mark,
    homework_line,
    announcement,
    tomorrow,
    marks_page,
    homework_page,
    access_of_class,
    codes_for_everyone,
    digests_of_a_day,
    telling_of_absences,
]


async def _statements(database: Database, case: Case) -> int:
    """Of the first time, when nothing is known yet."""
    wiring = Wiring(database, Settings(), "ru", CodeHasher(b"k" * 32))
    with counted(database) as asked:
        await case(wiring)
    return asked.statements


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.__name__)
async def test_ten_times_the_people_cost_no_statement_more(case: Case, database: Database, clock: SetClock) -> None:
    small = await _statements(database, case)
    await _undo(database)
    clock.set(school.MORNING)
    await grow(database)
    assert await _statements(database, case) <= small


async def _undo(database: Database) -> None:
    """Whatever the case wrote is taken away, so that the grown school meets it as new."""
    async with database.begin() as tx:
        for table in WRITTEN:
            await tx.run(delete(table))


async def test_what_changes_once_a_day_is_asked_once(database: Database) -> None:
    wiring = Wiring(database, Settings(), "ru", CodeHasher(b"k" * 32))
    schedule = wiring.services().schedule
    for day in (1, 2, 3):
        await schedule.mine(MOTHER, school.TUESDAY + timedelta(days=day))
    with counted(database) as asked:
        await schedule.mine(MOTHER, school.TUESDAY + timedelta(days=1))
    assert asked.statements <= 2
