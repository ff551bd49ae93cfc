"""As which of Telegram's messages a row of the outbox arrived: at each of them a person may reply."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import select

from domain.ids import PersonId
from domain.messaging.kinds import DeliveryState, Kind
from domain.messaging.outbox import Claimed, NewMessage, Result
from storage.database import Database
from storage.tables.messaging import outbox
from storage.tables.talk import talk_arrivals
from tests import school
from tests.clock import SetClock
from tests.statements import counted
from tests.storage.statement_cases import wired

OWNER = "run 1"


async def claimed(database: Database, kind: Kind, *persons: PersonId, event: str = "talk:1") -> Sequence[Claimed]:
    now = database.clock.now()
    async with database.begin() as tx:
        await tx.outbox.add(
            [
                NewMessage(event, 1, school.account_of(person), kind, None, {}, now, now + timedelta(days=9))
                for person in persons
            ]
        )
        return await tx.outbox.claim(OWNER, 100, ())


async def finished(database: Database, *results: Result) -> list[tuple[Any, ...]]:
    """What is kept then: whose chat, which message, of which event."""
    async with database.begin() as tx:
        await tx.outbox.finish(OWNER, results)
    kept = (
        select(talk_arrivals.c.account_id, talk_arrivals.c.message_id, outbox.c.event)
        .join(outbox, talk_arrivals.c.outbox_id == outbox.c.id)
        .order_by(talk_arrivals.c.account_id, talk_arrivals.c.message_id)
    )
    return [tuple(row) for row in await database.reader.rows(kept)]


def sent(row: Claimed, message_id: int | None, *others: int) -> Result:
    return Result(row, DeliveryState.SENT, message_id=message_id, others=others)


async def test_an_album_arrives_as_each_of_its_pictures_and_its_text(database: Database) -> None:
    [row] = await claimed(database, Kind.TALK, school.MOTHER)
    mother = school.account_of(school.MOTHER)
    assert await finished(database, sent(row, 13, 11, 12)) == [(mother, at, "talk:1") for at in (11, 12, 13)]


async def test_an_announcement_is_answered_too_and_nothing_else(database: Database) -> None:
    [row] = await claimed(database, Kind.ANNOUNCEMENT, school.MOTHER, event="announcement:1")
    [told] = await claimed(database, Kind.TALK_TOLD, school.FATHER)
    kept = await finished(database, sent(row, 5), sent(told, 6))
    assert kept == [(school.account_of(school.MOTHER), 5, "announcement:1")]


async def test_what_did_not_arrive_is_not_kept(database: Database) -> None:
    rows = await claimed(database, Kind.TALK, school.MOTHER, school.FATHER)
    lost = Result(rows[0], DeliveryState.UNDELIVERABLE, reason="blocked")
    later = Result(rows[1], DeliveryState.WAITING, not_before=database.clock.now())
    assert await finished(database, lost, later) == []


async def test_a_number_that_comes_again_belongs_to_what_came_last(database: Database) -> None:
    """After the bot's token was changed a chat counts anew."""
    [first] = await claimed(database, Kind.TALK, school.MOTHER)
    await finished(database, sent(first, 5, 4))
    [second] = await claimed(database, Kind.TALK, school.MOTHER, event="talk:2")
    mother = school.account_of(school.MOTHER)
    assert await finished(database, sent(second, 5)) == [(mother, 4, "talk:1"), (mother, 5, "talk:2")]


async def test_they_are_written_at_once_however_many_there_are(database: Database) -> None:
    rows = await claimed(database, Kind.TALK, school.MOTHER, school.FATHER, school.DEPUTY)
    with counted(database) as one:
        await finished(database, sent(rows[0], 1))
    with counted(database) as many:
        await finished(database, sent(rows[1], 9, *range(1, 9)), sent(rows[2], 9, *range(1, 9)))
    assert one.statements == many.statements


async def test_they_go_with_their_rows_when_the_term_is_over(database: Database, clock: SetClock) -> None:
    [row] = await claimed(database, Kind.TALK, school.MOTHER)
    await finished(database, sent(row, 5))
    clock.set(datetime(2040, 1, 1, tzinfo=UTC))
    retention = wired(database).retention()
    assert "talk_arrivals" in {one.table for one in await retention.overdue()}
    await retention.erase()
    assert await finished(database) == []
    assert await database.reader.row(select(talk_arrivals.c.message_id)) is None
