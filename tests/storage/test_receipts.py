"""What the database counts of announcements agrees with the rule, whoever has acknowledged and whoever may not read."""

from datetime import timedelta
from itertools import product
from random import Random

import pytest
from sqlalchemy import delete, insert, select, update

from domain.clock import SchoolTime
from domain.ids import AnnouncementId, PersonId
from domain.talk.audiences import Audience, Why
from domain.talk.receipts import silent, units
from domain.talk.wording import Wording
from storage.database import Database
from storage.tables.roles import bindings, guardianships
from storage.tables.talk import announcement_versions, announcements
from storage.talk.receipts import ReceiptsReading
from tests import school
from tests.announced import GUARDIANS, PUPILS, announced
from tests.clock import SetClock

TWINS = GUARDIANS | {school.MOTHER: [school.IVANOV, school.IVANOVA_MASHA], school.FATHER: [school.IVANOVA_MASHA]}


async def _restrict(database: Database, guardian: PersonId, pupil: PersonId) -> None:
    mine = (guardianships.c.guardian_id == guardian, guardianships.c.pupil_id == pupil)
    async with database.begin() as tx:
        await tx.run(update(guardianships).where(*mine).values(restricted_at=school.STARTED))


async def _seen(database: Database, announcement: AnnouncementId, *persons: PersonId) -> None:
    async with database.begin() as tx:
        for person in persons:
            await tx.receipts.acknowledge(announcement, person)


@pytest.mark.parametrize("per_child", [True, False])
async def test_counts_and_reminders_agree_with_the_rule(
    database: Database, school_time: SchoolTime, per_child: bool
) -> None:
    read, chance = ReceiptsReading(database.reader, school_time, per_child=per_child), Random(6)
    await _restrict(database, school.FATHER, school.IVANOVA_MASHA)
    for wards, audience in product([GUARDIANS, TWINS, TWINS | PUPILS], [Audience.GUARDIANS, Audience.FAMILIES]):
        made = await announced(database, wards, audience=audience)
        await _seen(database, made, *(person for person in wards if chance.random() < 0.4))
        receipts = await read.receipts(made)
        state, waited = (await read.states([made]))[made], silent(receipts, per_child)
        assert state.left == len(waited)
        assert state.children.all + state.persons.all == len(units(receipts, per_child))
        assert state.addressed == len(receipts)
        to_remind = {who.person for one in waited for who in one.who}
        assert (await read.silent([made])).get(made, frozenset()) == to_remind
        some = set(list(wards)[::2])
        assert (await read.silent([made], some)).get(made, frozenset()) == to_remind & some


async def test_a_court_keeps_a_guardian_from_it_only_with_every_child_that_it_is_about(
    database: Database, school_time: SchoolTime
) -> None:
    read = ReceiptsReading(database.reader, school_time)
    one, both = await announced(database), await announced(database, TWINS)
    await _restrict(database, school.MOTHER, school.IVANOV)
    everyone = {*GUARDIANS, school.IVANOV}
    assert await read.barred([one, both], everyone) == {(one, school.MOTHER)}
    assert not await read.is_addressed(one, school.MOTHER)
    assert await read.is_addressed(both, school.MOTHER)
    assert [ward.pupil for who in await read.receipts(both) if who.person == school.MOTHER for ward in who.wards] == [
        school.IVANOVA_MASHA
    ]
    async with database.begin() as tx:
        await tx.run(delete(guardianships).where(guardianships.c.guardian_id == school.MOTHER))
    assert {(one, school.MOTHER), (both, school.MOTHER)} == set(await read.barred([one, both], everyone))


async def test_pupils_and_staff_are_told_for_themselves(database: Database, school_time: SchoolTime) -> None:
    read = ReceiptsReading(database.reader, school_time)
    teachers: dict[PersonId, list[PersonId]] = {school.ALGEBRA_TEACHER: [], school.SPORT: []}
    to_pupils = await announced(database, PUPILS, audience=Audience.PUPILS)
    to_staff = await announced(database, teachers, audience=Audience.STAFF)
    assert await read.barred([to_pupils, to_staff], [*PUPILS, *teachers]) == set()
    states = await read.states([to_pupils, to_staff])
    assert [(one.children.all, one.persons.all) for one in states.values()] == [(0, 4), (0, 2)]


async def test_what_has_not_gone_or_was_taken_back_is_nobodys_to_acknowledge(
    database: Database, school_time: SchoolTime, clock: SetClock
) -> None:
    read = ReceiptsReading(database.reader, school_time)
    later = await announced(database, send_at=clock.now() + timedelta(minutes=5))
    assert not await read.is_addressed(later, school.MOTHER)
    state = (await read.states([later]))[later]
    assert state.goes_at is not None
    assert not state.under_way
    clock.advance(minutes=5)
    assert await read.is_addressed(later, school.MOTHER)
    async with database.begin() as tx:
        await tx.run(update(announcements).values(taken_back_at=clock.now()))
    assert not await read.is_addressed(later, school.MOTHER)
    assert await read.letters([later], None) == {}
    assert (await read.states([later]))[later].taken_back


async def test_why_somebody_cannot_be_reached(database: Database, school_time: SchoolTime) -> None:
    made = await announced(database, GUARDIANS | PUPILS, audience=Audience.FAMILIES)
    gone, waits = bindings.c.person_id == school.PETROVA_MOTHER, bindings.c.person_id == school.SIDOROV_MOTHER
    async with database.begin() as tx:
        await tx.run(update(bindings).where(gone).values(unreachable_at=school.STARTED))
        await tx.run(update(bindings).where(waits).values(confirmed_at=None))
        await tx.run(delete(bindings).where(bindings.c.person_id.in_([school.FATHER, school.KUZINA])))
    found = {one.person: one.why for one in await ReceiptsReading(database.reader, school_time).receipts(made)}
    assert {person: why for person, why in found.items() if why is not None} == {
        school.PETROVA_MOTHER: Why.BLOCKED,
        school.SIDOROV_MOTHER: Why.NOT_CONFIRMED,
        school.FATHER: Why.NEVER_CAME_IN,
        school.KUZINA: Why.NEVER_CAME_IN,
    }


async def test_each_earlier_wording_is_kept(database: Database, school_time: SchoolTime, clock: SetClock) -> None:
    made = await announced(database, text="в 18:00")
    for text, version in (("в 18:30", 2), ("в 18:30", None), ("в 19:00", 3)):
        clock.advance(minutes=1)
        async with database.begin() as tx:
            assert await tx.receipts.correct(made, Wording(text)) == version
    rows = await database.reader.rows(select(announcement_versions).order_by(announcement_versions.c.version))
    assert [(row.version, row.text) for row in rows] == [(1, "в 18:00"), (2, "в 18:30")]
    letter = (await ReceiptsReading(database.reader, school_time).letters([made], None))[made]
    assert (letter.wording, letter.edited_at) == (Wording("в 19:00"), clock.now())


async def test_a_day_has_one_reminder(database: Database) -> None:
    made = await announced(database)
    days = (school.TUESDAY, school.TUESDAY, school.TUESDAY + timedelta(days=1))
    done = []
    for day in days:
        async with database.begin() as tx:
            done.append(await tx.receipts.remind(made, day))
    assert done == [True, False, True]


async def test_of_an_announcement_made_before_scopes_were_kept_the_class_says_to_whom(
    database: Database, school_time: SchoolTime, clock: SetClock
) -> None:
    row = {"id": 900, "sender_id": school.DEPUTY, "sender_account_id": school.account_of(school.DEPUTY)}
    row |= {"class_id": school.CLASS_7A, "audience": "guardians", "text": "старое", "made_at": clock.now()}
    async with database.begin() as tx:
        await tx.run(insert(announcements).values(**row, draft_key="old"))
    read, old = ReceiptsReading(database.reader, school_time), AnnouncementId(900)
    letter = (await read.letters([old], None))[old]
    assert (letter.scope.class_names, letter.role) == (("7А",), "deputy")
    assert (await read.states([old]))[old].scope == letter.scope
