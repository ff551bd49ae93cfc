"""Threads: ten times the people, and twenty times the messages, cost no statement more."""

import pytest
from sqlalchemy import select

from bot.services import Wiring
from domain.ids import ThreadId
from domain.messaging.kinds import Kind
from domain.messaging.outbox import Claimed
from domain.talk.openings import To
from domain.talk.threads import Desk
from domain.talk.wording import Wording, Writing
from storage.database import Database
from storage.tables import messaging
from tests import school
from tests.clock import SetClock
from tests.statements import counted
from tests.storage.statement_cases import Case, is_as_cheap_when_grown, nobody, wired

MOTHER, TEACHER, LEADS = (school.actor(one) for one in (school.MOTHER, school.ALGEBRA_TEACHER, school.CLASS_TEACHER_7A))
TO_TEACHER = To(pupil=school.IVANOV, person=school.ALGEBRA_TEACHER)
_numbers = iter(range(1, 100_000))


def _said() -> Writing:
    return Writing(Wording("Здравствуйте"), account_message=next(_numbers))


async def opened_written_read_and_settled(wiring: Wiring) -> None:
    talking = wiring.services().talking
    thread = (await talking.open(MOTHER, TO_TEACHER, _said())).thread
    await talking.write(TEACHER, thread, _said())
    await talking.write(MOTHER, thread, _said())
    await talking.page(TEACHER, thread)
    await talking.settle(TEACHER, thread)


async def at_the_desk_of_the_class_teacher(wiring: Wiring) -> None:
    talking = wiring.services().talking
    await talking.open(MOTHER, To(pupil=school.IVANOV, desk=Desk.CLASS_TEACHER), _said())
    await talking.open(LEADS, To(pupil=school.IVANOV, guardians=True), _said())


async def whom_to_write_to(wiring: Wiring) -> None:
    partners = wiring.services().talk_partners
    await partners.of_pupil(MOTHER, school.IVANOV)
    await partners.family(TEACHER, school.IVANOV)
    await partners.colleagues(TEACHER)


async def told_and_prepared(wiring: Wiring) -> None:
    talking = wiring.services().talking
    await talking.open(MOTHER, TO_TEACHER, _said())
    await talking.open(MOTHER, To(pupil=school.IVANOV, desk=Desk.ADMINISTRATION), _said())
    assert await _prepared(wiring) >= 3


async def _prepared(wiring: Wiring) -> int:
    telling = wiring.delivery(*nobody()).telling
    plan = await telling.plan()
    async with wiring.database.begin() as tx:
        await telling.put(tx, plan)
    rows = await wiring.database.reader.rows(select(messaging.outbox))
    claimed = [
        Claimed(row.id, row.event, 1, row.account_id, Kind(row.kind), None, row.body, 1, False, None, None, None)
        for row in rows
    ]
    return len(await wiring.preparing().prepare(claimed))


@pytest.mark.parametrize(
    "case",
    [opened_written_read_and_settled, at_the_desk_of_the_class_teacher, whom_to_write_to, told_and_prepared],
    ids=lambda case: case.__name__,
)
async def test_ten_times_the_people_cost_no_statement_more(case: Case, database: Database, clock: SetClock) -> None:
    await is_as_cheap_when_grown(case, database, clock)


async def test_twenty_times_the_messages_cost_no_statement_more(database: Database, clock: SetClock) -> None:
    """Telling, preparing and reading of 20 messages as of one."""
    costs = []
    for messages in (1, 20):
        talking = wired(database).services().talking
        clock.advance(days=1)
        thread: ThreadId | None = None
        for _ in range(messages):
            thread = (await talking.open(MOTHER, TO_TEACHER, _said())).thread
            clock.advance(minutes=1)
        assert thread is not None
        await talking.page(TEACHER, thread)
        with counted(database) as asked:
            await _prepared(wired(database))
            await talking.page(TEACHER, thread)
        costs.append(asked.statements)
    assert costs[1] <= costs[0]
