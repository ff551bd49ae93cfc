"""«Осталось сделать» read and queued together: sixty teachers cost no statement more than one."""

from datetime import UTC, datetime

from sqlalchemy import delete, insert, select, text

from bot.class_duties_wiring import evening_queue
from bot.duties_wiring import evening_cards
from domain.ids import AccountId, PersonId
from domain.messaging.kinds import DeliveryState, Kind
from domain.messaging.outbox import NewMessage, Result
from storage.database import Database
from storage.messaging.outbox import OutboxReading
from storage.tables import messaging, roles
from storage.tables import school as t
from storage.topics import ACCESS, LISTS, TIMETABLE
from tests import school
from tests.clock import SetClock
from tests.statements import counted
from tests.storage.statement_cases import wired

EVENING = datetime(2026, 11, 24, 17, 1, tzinfo=school.ZONE)
FIRST = 20_000
MANY = [PersonId(FIRST + n) for n in range(60)]


async def _sixty_more(database: Database) -> None:
    """All of them give the algebra of 7А together."""
    lines = [school.entry_of(0, weekday) for weekday in range(1, 6)]
    names = {"surname": "Многих", "given": "Один", "name_norm": "многих один", "created_at": school.STARTED}
    async with database.begin() as tx:
        await tx.run(insert(roles.people), [{"id": one, **names} for one in MANY])
        await tx.run(
            insert(roles.role_grants),
            [{"person_id": one, "role": "teacher", "granted_at": school.STARTED} for one in MANY],
        )
        await tx.run(
            insert(roles.bindings),
            [{"telegram_id": one, "person_id": one, "roles": ["teacher"], **school.BOUND} for one in MANY],
        )
        await tx.run(
            insert(t.timetable_entry_teachers),
            [{"entry_id": line, "teacher_id": one} for line in lines for one in MANY],
        )
        for topic in (LISTS, TIMETABLE, ACCESS):
            tx.touch(topic)


async def test_sixty_teachers_are_read_with_the_statements_of_one(database: Database, clock: SetClock) -> None:
    clock.set(EVENING)
    await _sixty_more(database)
    cards = evening_cards(wired(database))
    await cards.of([school.ALGEBRA_TEACHER], school.TUESDAY)
    with counted(database) as one:
        found = await cards.of([school.ALGEBRA_TEACHER], school.TUESDAY)
    assert found[school.ALGEBRA_TEACHER].left
    with counted(database) as all_of_them:
        found = await cards.of([school.ALGEBRA_TEACHER, *MANY], school.TUESDAY)
    assert all(found[one_of].left for one_of in MANY)
    assert all_of_them.statements == one.statements


async def test_sixty_messages_are_queued_with_the_statements_of_one_and_none_twice(
    database: Database, clock: SetClock
) -> None:
    clock.set(EVENING)
    first = evening_queue(wired(database))
    await first.refresh()
    with counted(database) as few:
        assert await first.queue() == 7
    async with database.begin() as tx:
        await tx.run(delete(messaging.outbox))
    await _sixty_more(database)
    again = evening_queue(wired(database))
    await again.refresh()
    with counted(database) as many:
        assert await again.queue() == 67
    assert many.statements <= few.statements
    with counted(database) as idle:
        assert await again.queue() == 0
    assert idle.statements == 0
    assert await evening_queue(wired(database)).queue() == 67
    rows = await database.reader.rows(
        select(messaging.outbox.c.account_id).where(messaging.outbox.c.kind == Kind.DUTIES)
    )
    assert len(rows) == 67


async def test_what_a_message_says_is_restated_by_its_own_account_and_number_alone(
    database: Database, clock: SetClock
) -> None:
    account, other = school.account_of(school.ALGEBRA_TEACHER), school.account_of(school.ENGLISH_1)
    row = {
        "version": 1,
        "kind": "duties",
        "body": {"day": "2026-11-24"},
        "priority": 56,
        "made_at": school.MORNING,
        "not_before": school.MORNING,
        "state": "sent",
        "said": "before",
    }
    sent = [
        row | {"event": "duties:2026-11-24", "account_id": account, "message_id": 7},
        row | {"event": "duties:2026-11-23", "account_id": account, "message_id": 5},
        row | {"event": "duties:2026-11-24", "account_id": other, "message_id": 7},
    ]
    async with database.begin() as tx:
        await tx.run(insert(messaging.outbox), sent)
    events = ["duties:2026-11-24", "duties:2026-11-23"]
    async with database.begin() as tx:
        await tx.outbox.restate(events, account, 7, "after")
        await tx.outbox.restate(events, AccountId(other), 8, "never")
    said = await database.reader.rows(select(messaging.outbox.c.said).order_by(messaging.outbox.c.id))
    assert [one.said for one in said] == ["after", "before", "before"]


async def test_a_message_that_is_put_off_is_kept_in_utc_and_read_also_where_a_zone_was_written(
    sqlite_database: Database, clock: SetClock
) -> None:
    database = sqlite_database
    account, morning = school.account_of(school.ALGEBRA_TEACHER), datetime(2026, 11, 25, 4, 30, tzinfo=UTC)
    message = NewMessage("duties:2026-11-24", 1, account, Kind.DUTIES, None, {}, clock.now(), morning)
    async with database.begin() as tx:
        await tx.outbox.add([message])
    async with database.begin() as tx:
        (row,) = await tx.outbox.claim("this run", 1, [])
    async with database.begin() as tx:
        await tx.outbox.finish("this run", [Result(row, DeliveryState.WAITING, not_before=morning, tried=False)])
        (kept,) = await tx.rows(text("SELECT not_before FROM outbox"))
    assert str(kept[0]).startswith("2026-11-25 04:30:00")
    assert "+" not in str(kept[0])
    async with database.begin() as tx:
        await tx.run(text("UPDATE outbox SET not_before = '2026-11-25 04:30:00+00:00'"))
    assert await OutboxReading(database.reader).next_due() == morning
