"""What stays of an update: of a handled one its number, of one that could not be read all of it."""

from sqlalchemy import select, update

from storage.database import Database
from storage.handling import HANDLED
from storage.inbox import Inbox
from storage.tables.messaging import inbox
from storage.tables.roles import people
from tests import school


async def _kept(database: Database) -> dict[int, tuple[str, str]]:
    rows = await database.reader.rows(select(inbox.c.update_id, inbox.c.state, inbox.c.payload))
    return {row.update_id: (row.state, row.payload) for row in rows}


async def test_a_handled_update_leaves_its_number_and_an_unreadable_one_all_of_it(database: Database) -> None:
    kept = Inbox(database)
    await kept.store([(1, 7, "a code"), (2, 7, "poison"), (3, 7, "next")])
    await kept.finished([1])
    await kept.quarantined([2])
    assert await _kept(database) == {1: ("done", ""), 2: ("quarantined", "poison"), 3: ("waiting", "next")}


async def test_an_update_is_done_with_the_first_thing_that_it_brings_about(database: Database) -> None:
    await Inbox(database).store([(4, 7, "homework")])
    handled = HANDLED.set(4)
    try:
        async with database.begin(aside=True) as tx:
            await tx.run(update(people).where(people.c.id == school.IVANOV).values(given="Пётр"))
        assert (await _kept(database))[4][0] == "waiting"
        async with database.begin() as tx:
            await tx.run(update(people).where(people.c.id == school.IVANOV).values(given="Фёдор"))
        assert (await _kept(database))[4] == ("done", "")
    finally:
        HANDLED.reset(handled)
