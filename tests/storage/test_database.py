"""The database: writes are kept, cancelled work leaves no lock, what is kept in memory is never stale."""

import asyncio

import pytest
from sqlalchemy import insert, select, update

from domain.clock import SchoolTime
from storage.database import Database
from storage.roles.actors import ACCESS, KnownActors
from storage.school.roster import LISTS, KnownRoster
from storage.tables.roles import bindings, people, role_grants
from tests import school


async def test_a_read_modify_write_is_never_lost(database: Database) -> None:
    counter = select(people.c.external_number).where(people.c.id == school.IVANOV)

    async def add_one() -> None:
        async with database.begin() as tx:
            row = await tx.row(counter.with_for_update() if not database.is_sqlite else counter)
            assert row is not None
            number = str(int(row[0] or 0) + 1)
            await tx.run(update(people).where(people.c.id == school.IVANOV).values(external_number=number))

    await asyncio.gather(*(add_one() for _ in range(40)))
    row = await database.reader.row(counter)
    assert row is not None
    assert row[0] == "40"


async def test_what_fails_is_rolled_back(database: Database) -> None:
    async def fail() -> None:
        async with database.begin() as tx:
            await tx.run(update(people).values(given="Никто"))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await fail()
    row = await database.reader.row(select(people.c.given).where(people.c.id == school.IVANOV))
    assert row is not None
    assert row[0] == "Пётр"


async def test_cancelled_work_leaves_no_lock(database: Database) -> None:
    async def work() -> None:
        async with database.begin() as tx:
            for _ in range(50):
                await tx.run(update(people).where(people.c.id == school.IVANOV).values(given="Никто"))

    for delay in (0, 0.001, 0.002, 0.004, 0.008):
        task = asyncio.create_task(work())
        await asyncio.sleep(delay)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        async with asyncio.timeout(2), database.begin() as tx:
            await tx.run(update(people).where(people.c.id == school.PETROVA).values(given="Анна"))


async def test_every_actor_is_read_as_the_cast_says(database: Database, school_time: SchoolTime) -> None:
    actors = KnownActors(database, school_time, "ru")
    for person in school.PEOPLE:
        assert await actors.actor(school.telegram_id(person)) == school.actor(person)


async def test_a_stranger_is_nobody(database: Database, school_time: SchoolTime) -> None:
    assert await KnownActors(database, school_time, "ru").actor(5) is None


async def test_the_same_actor_costs_no_statement_the_second_time(database: Database, school_time: SchoolTime) -> None:
    actors = KnownActors(database, school_time, "ru")
    await actors.actor(school.telegram_id(school.MOTHER))
    before = database.statements
    await actors.actor(school.telegram_id(school.MOTHER))
    assert database.statements == before


async def test_a_revoked_account_is_nobody_at_the_next_tap(database: Database, school_time: SchoolTime) -> None:
    actors = KnownActors(database, school_time, "ru")
    telegram_id = school.telegram_id(school.MOTHER)
    assert await actors.actor(telegram_id) is not None
    async with database.begin() as tx:
        ended = {"ended_at": school.STARTED, "ended_why": "revoked"}
        await tx.run(update(bindings).where(bindings.c.telegram_id == telegram_id).values(**ended))
        tx.touch(ACCESS)
    assert await actors.actor(telegram_id) is None


async def test_a_family_account_does_not_open_the_staff_side(database: Database, school_time: SchoolTime) -> None:
    telegram_id = school.telegram_id(school.DEPUTY)
    async with database.begin() as tx:
        await tx.run(update(bindings).where(bindings.c.telegram_id == telegram_id).values(roles=["guardian"]))
        tx.touch(ACCESS)
    actor = await KnownActors(database, school_time, "ru").actor(telegram_id)
    assert actor is not None
    assert actor.roles == {"guardian"}
    assert actor.taught_classes == ()


async def test_the_roster_is_read_again_after_the_lists_changed(database: Database, school_time: SchoolTime) -> None:
    rosters = KnownRoster(database, school_time)
    assert [seat.name.surname for seat in (await rosters.roster()).of_class[school.CLASS_7A]] == [
        "Иванов",
        "Кузина",
        "Петрова",
        "Сидоров",
    ]
    async with database.begin() as tx:
        renamed = {"surname": "Ёлкин", "name_norm": "елкин петр"}
        await tx.run(update(people).where(people.c.id == school.IVANOV).values(**renamed))
        tx.touch(LISTS)
    assert (await rosters.roster()).of_class[school.CLASS_7A][0].name.surname == "Ёлкин"


async def test_the_database_itself_refuses_what_the_rules_exclude(database: Database) -> None:
    with pytest.raises(Exception, match=r"(?i)check|constraint"):
        async with database.begin() as tx:
            await tx.run(insert(role_grants).values(person_id=school.IVANOV, role="king", granted_at=school.STARTED))
