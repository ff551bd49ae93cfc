"""What stays of an update: of a handled one that it came, of one that could not be handled all of it, for a week."""

from datetime import timedelta

from sqlalchemy import select, update

from storage.database import Database
from storage.handling import HANDLED, Handling
from storage.inbox import PAYLOADS_KEPT, GivenUpdate, Inbox
from storage.tables.messaging import facts, inbox
from storage.tables.roles import people
from tests import school
from tests.clock import SetClock


def _given(number: int, payload: str = "", identity: int | None = None) -> GivenUpdate:
    return GivenUpdate(number, number if identity is None else identity, 7, payload)


async def _kept(database: Database) -> dict[int, tuple[str, str]]:
    rows = await database.reader.rows(select(inbox.c.update_id, inbox.c.state, inbox.c.payload))
    return {row.update_id: (row.state, row.payload) for row in rows}


async def test_a_handled_update_leaves_nothing_and_an_unreadable_one_all_of_it(database: Database) -> None:
    kept = Inbox(database)
    done, poison, _ = await kept.store([_given(1, "a code"), _given(2, "poison"), _given(3, "next")])
    await kept.finished([done.row])
    await kept.quarantine(poison.row, "unreadable")
    assert await _kept(database) == {2: ("quarantined", "poison"), 3: ("waiting", "next")}
    assert await kept.quarantined() == 1
    assert [one.payload for one in await kept.waiting()] == ["next"]


async def test_an_update_is_acted_on_with_the_first_thing_that_it_brings_about(database: Database) -> None:
    kept = Inbox(database)
    [stored] = await kept.store([_given(4, "homework")])
    handling = Handling(stored.row)
    handled = HANDLED.set(handling)
    try:
        async with database.begin(aside=True) as tx:
            await tx.run(update(people).where(people.c.id == school.IVANOV).values(given="Пётр"))
        assert (await _kept(database))[4][0] == "waiting"
        assert not handling.acted
        async with database.begin() as tx:
            await tx.run(update(people).where(people.c.id == school.IVANOV).values(given="Фёдор"))
        assert (await _kept(database))[4] == ("acted", "homework")
        assert handling.acted
    finally:
        HANDLED.reset(handled)
    [again] = await kept.waiting()
    assert (again.row, again.acted) == (stored.row, True)


async def test_administrators_hear_of_quarantined_updates_once_an_hour(database: Database, clock: SetClock) -> None:
    kept = Inbox(database)
    for number in range(5):
        [one] = await kept.store([_given(number)])
        await kept.quarantine(one.row, "KeyError")
    clock.advance(hours=1, minutes=1)
    [one] = await kept.store([_given(6)])
    await kept.quarantine(one.row, "KeyError")
    told = await database.reader.rows(select(facts.c.body).where(facts.c.kind == "quarantined").order_by(facts.c.id))
    assert [row.body["count"] for row in told] == [1, 6]


async def test_what_a_quarantined_update_said_is_forgotten_after_a_week(database: Database, clock: SetClock) -> None:
    kept = Inbox(database)
    [poison] = await kept.store([_given(2, "poison")])
    await kept.quarantine(poison.row, "unreadable")
    clock.advance(seconds=(PAYLOADS_KEPT - timedelta(minutes=1)).total_seconds())
    await kept.forget_old()
    assert await _kept(database) == {2: ("quarantined", "poison")}
    clock.advance(minutes=2)
    await kept.forget_old()
    assert await _kept(database) == {2: ("quarantined", "")}


async def test_an_update_is_known_again_for_a_day(database: Database, clock: SetClock) -> None:
    kept = Inbox(database)
    await kept.store([_given(1), _given(2)])
    clock.advance(hours=23)
    assert await kept.store([_given(1), _given(2)]) == []
    assert await kept.forget_old() == 0
    clock.advance(hours=2)
    assert await kept.forget_old() == 2
    assert len(await kept.store([_given(1), _given(2)])) == 2
