"""The number of SQL statements of a use case does not depend on how many pupils, guardians or marks there are."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select, update

from bot.services import Wiring
from domain.attendance.presence import Presence
from domain.roles.people import Role
from domain.school.exemptions import Learning
from domain.school.where import Owner, Whose
from domain.talk.audiences import Audience
from storage.database import Database
from storage.tables import messaging, roles
from tests import school
from tests.announcing import class_draft
from tests.clock import SetClock
from tests.statements import counted
from tests.storage.statement_cases import (
    CLASS_TEACHER,
    DEPUTY,
    MOTHER,
    NOW,
    SECRETARY,
    TEACHER,
    Case,
    is_as_cheap_when_grown,
    nobody,
    wired,
)

DRAFT = class_draft("ffffffff", school.CLASS_7A, Audience.GUARDIANS, "Собрание в 18:00")


async def exemption(wiring: Wiring) -> None:
    exemptions = wiring.services().exemptions
    made = await exemptions.put(SECRETARY, school.IVANOV, school.ALGEBRA, Learning.EXEMPT, "01.12")
    await exemptions.take_back(SECRETARY, made.exemption.id)
    assert not await exemptions.listed(SECRETARY)


async def announcement(wiring: Wiring) -> None:
    announcing = wiring.services().announcing
    assert (await announcing.preview(CLASS_TEACHER, DRAFT)).reached >= 5
    await announcing.send(CLASS_TEACHER, DRAFT, 1)


async def access_of_class(wiring: Wiring) -> None:
    assert len(await wiring.services().access.of_class(CLASS_TEACHER, school.CLASS_7A)) >= 9


async def slips_of_a_class(wiring: Wiring) -> None:
    """Nobody has come in, so that there is a slip for everyone."""
    async with wiring.database.begin() as tx:
        await tx.run(update(roles.bindings).values(ended_at=school.STARTED))
    kit = wiring.services().class_kit
    question = await kit.ask(CLASS_TEACHER, school.CLASS_7A)
    slips = await kit.print(CLASS_TEACHER, school.CLASS_7A, question.last_code)
    assert len(slips) == question.people >= 9
    assert len((await kit.turnout(CLASS_TEACHER, school.CLASS_7A)).waiting) >= 9


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
    telling = wiring.delivery(*nobody()).telling
    plan = await telling.plan()
    async with wiring.database.begin() as tx:
        await telling.put(tx, plan)
    row = await wiring.database.reader.row(select(func.count()).select_from(messaging.outbox))
    assert row is not None
    assert row[0] >= 5


async def where_everyone_is(wiring: Wiring) -> None:
    whereabouts, day = wiring.services().whereabouts, school.TUESDAY
    assert (await whereabouts.directory(DEPUTY)).teachers
    assert (await whereabouts.free(DEPUTY, day, 1)).here
    assert (await whereabouts.page(DEPUTY, Owner(Whose.CLASS, school.CLASS_7A), day)).day.lessons
    for owner in (Owner(Whose.TEACHER, school.ALGEBRA_TEACHER), Owner(Whose.PUPIL, school.IVANOV)):
        assert len((await whereabouts.ahead(DEPUTY, owner, 4)).days) == 28


CASES: list[Case] = [
    where_everyone_is,
    exemption,
    announcement,
    access_of_class,
    slips_of_a_class,
    codes_for_everyone,
    digests_of_a_day,
    telling_of_absences,
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.__name__)
async def test_ten_times_the_people_cost_no_statement_more(case: Case, database: Database, clock: SetClock) -> None:
    await is_as_cheap_when_grown(case, database, clock)


async def test_what_changes_once_a_day_is_asked_once(database: Database) -> None:
    wiring = wired(database)
    schedule = wiring.services().schedule
    for day in (1, 2, 3):
        await schedule.mine(MOTHER, school.TUESDAY + timedelta(days=day))
    with counted(database) as asked:
        await schedule.mine(MOTHER, school.TUESDAY + timedelta(days=1))
    assert asked.statements <= 2


async def test_four_weeks_ahead_are_one_statement_once_the_timetable_is_known(database: Database) -> None:
    whereabouts = wired(database).services().whereabouts
    owner = Owner(Whose.PUPIL, school.IVANOV)
    await whereabouts.page(MOTHER, owner, school.TUESDAY)
    with counted(database) as asked:
        await whereabouts.ahead(MOTHER, owner, 4)
    assert asked.statements <= 2
