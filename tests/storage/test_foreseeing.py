"""A batch of updates: its people are read at once, each update of it stored once."""

from domain.clock import SchoolTime
from storage.database import Database
from storage.inbox import GivenUpdate, Inbox
from storage.roles.actors import KnownActors
from tests import school


async def test_a_batch_of_people_costs_two_statements_and_their_updates_none(
    database: Database, school_time: SchoolTime
) -> None:
    actors = KnownActors(database, school_time, "ru")
    everyone = [school.telegram_id(person) for person in school.PEOPLE]
    before = database.statements
    await actors.foresee([*everyone, 5])
    assert database.statements - before == 2
    for person in school.PEOPLE:
        assert await actors.actor(school.telegram_id(person)) == school.actor(person)
    assert await actors.actor(5) is None
    assert database.statements - before == 2


async def test_an_update_is_stored_once_in_the_order_given(database: Database) -> None:
    inbox = Inbox(database)
    first = await inbox.store([_given(5, 1, "a"), _given(3, None, "b"), _given(5, 1, "a")])
    assert [(one.chat_id, one.payload) for one in first] == [(1, "a"), (None, "b")]
    batch = [_given(number, 1, str(number)) for number in range(1, 101)]
    assert [one.payload for one in await inbox.store(batch)] == [str(n) for n in range(1, 101) if n not in (3, 5)]
    assert await inbox.store(batch) == []


def _given(number: int, chat: int | None, payload: str) -> GivenUpdate:
    return GivenUpdate(number, number, chat, payload)
