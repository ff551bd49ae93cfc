"""What follows an announcement costs as many statements for a thousand readers as for five."""

from collections.abc import Collection, Mapping

import pytest
from sqlalchemy import update

from bot.services import Wiring
from domain.ids import PersonId
from domain.talk.wording import Wording
from storage.database import Database
from storage.tables.messaging import outbox
from storage.tables.roles import guardianships
from tests import school
from tests.announced import announced
from tests.clock import SetClock
from tests.statements import counted, grow
from tests.storage.statement_cases import nobody, wired

SENDER = school.actor(school.CLASS_TEACHER_7A)


async def _kin(database: Database) -> Mapping[PersonId, Collection[PersonId]]:
    found: dict[PersonId, list[PersonId]] = {}
    for row in await database.reader.rows(guardianships.select()):
        found.setdefault(PersonId(row.guardian_id), []).append(PersonId(row.pupil_id))
    return found


async def _cost(wiring: Wiring) -> list[int]:
    """Of the telling, the list, the state, a reminder told, a correction told, an acknowledgement."""
    database, following = wiring.database, wiring.services().following
    kin = await _kin(database)
    made = await announced(database, kin)
    telling, costs = wiring.delivery(*nobody()).telling, []
    await wiring.roster.roster()

    async def told() -> None:
        plan = await telling.plan()
        async with database.begin() as tx:
            await telling.put(tx, plan)

    with counted(database) as asked:
        await told()
    costs.append(asked.statements)
    async with database.begin() as tx:
        await tx.run(update(outbox).values(state="sent", message_id=outbox.c.id))
    for act in (
        lambda: following.silent(SENDER, made),
        lambda: following.unreached(SENDER, made),
        lambda: following.state(SENDER, made),
        lambda: following.remind(SENDER, made),
        told,
        lambda: following.correct(SENDER, made, Wording("в 19:00")),
        told,
        lambda: wiring.services().acknowledging.acknowledge(school.actor(school.MOTHER), made),
    ):
        with counted(database) as asked:
            await act()
        costs.append(asked.statements)
    assert len(await following.silent(SENDER, made)) >= 4
    await told()
    return costs


@pytest.mark.parametrize("times", [10])
async def test_ten_times_the_readers_cost_no_statement_more(database: Database, clock: SetClock, times: int) -> None:
    small = await _cost(wired(database))
    await grow(database, times)
    big = await _cost(wired(database))
    assert [now - before for now, before in zip(big, small, strict=True) if now > before] == []
