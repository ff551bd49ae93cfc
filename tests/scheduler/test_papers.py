"""What is told of papers: asked again at delivery, veiled and quiet like anything else."""

from datetime import datetime

import pytest
from sqlalchemy import insert, update

from domain.clock import SchoolTime
from domain.events import ConsentTextPublished, ConsentWithdrawn, DocumentPublished
from domain.ids import DocumentId, PersonId
from domain.messaging.contents import ConsentAskedAgain, DocumentNews, VeiledNews, WithdrawnNews
from domain.messaging.delivery import Delivery
from domain.messaging.opening import Opening
from domain.messaging.veil import PushContent
from domain.school.documents import DocumentAudience, NewDocument
from storage.database import Database
from storage.messaging.arrived import ArrivedMessages
from storage.tables.messaging import person_settings
from storage.tables.roles import bindings, guardianships, role_grants
from tests import school
from tests.clock import SetClock
from tests.scheduler.post_office import Pigeon, all_turns, delivery

GUARDIANS = [
    school.MOTHER,
    school.FATHER,
    school.PETROVA_MOTHER,
    school.SIDOROV_MOTHER,
    school.DEPUTY,
    school.ORLOV_MOTHER,
]
NIGHT = datetime(2026, 11, 24, 21, 30, tzinfo=school.ZONE)
MORNING = datetime(2026, 11, 25, 8, 0, tzinfo=school.ZONE)


@pytest.fixture
def pigeon() -> Pigeon:
    return Pigeon()


@pytest.fixture
def post(database: Database, school_time: SchoolTime, pigeon: Pigeon) -> Delivery:
    return delivery(database, school_time, pigeon)


async def until_nothing_is_due(post: Delivery) -> None:
    """A turn takes one row of an account: what says nothing any more is in the way of the next one."""
    for _ in range(3):
        await all_turns(post)


async def publish(
    database: Database,
    audience: DocumentAudience = DocumentAudience.FAMILIES,
    *,
    asks: bool = True,
    replaces: DocumentId | None = None,
) -> DocumentId:
    new = NewDocument("Устав", school.TUESDAY, audience, asks, link="https://school.example/", replaces=replaces)
    async with database.begin() as tx:
        document = await tx.documents.add(new, 1, school.SITE_EDITOR)
        await tx.facts.add(DocumentPublished(school.SITE_EDITOR, document))
    return document


async def test_families_are_the_guardians_and_staff_is_the_staff_without_who_published(
    database: Database, post: Delivery, pigeon: Pigeon
) -> None:
    await publish(database)
    await all_turns(post)
    assert pigeon.readers == sorted(GUARDIANS)
    pigeon.carried.clear()
    await publish(database, DocumentAudience.STAFF, asks=False)
    await all_turns(post)
    assert pigeon.readers == [1, 2, 3, 4, 11, 12, 13, 14, 15, 16]
    assert {message.content.asks for message in pigeon.carried if isinstance(message.content, DocumentNews)} == {False}


async def test_what_was_replaced_or_withdrawn_in_the_night_is_told_once_or_not_at_all(
    database: Database, clock: SetClock, post: Delivery, pigeon: Pigeon
) -> None:
    clock.set(NIGHT)
    first, gone = await publish(database), await publish(database)
    await all_turns(post)
    second = await publish(database, replaces=first)
    async with database.begin() as tx:
        await tx.documents.withdraw(gone)
    await all_turns(post)
    assert pigeon.carried == []
    clock.set(MORNING)
    await until_nothing_is_due(post)
    assert pigeon.readers == sorted(GUARDIANS)
    assert {m.content.document for m in pigeon.carried if isinstance(m.content, DocumentNews)} == {second}


async def test_who_left_was_kept_away_or_has_confirmed_by_the_morning_hears_nothing(
    database: Database, clock: SetClock, post: Delivery, pigeon: Pigeon
) -> None:
    clock.set(NIGHT)
    document = await publish(database)
    await all_turns(post)
    async with database.begin() as tx:
        await tx.documents.confirm(document, school.MOTHER)
        kept_away = update(guardianships).where(guardianships.c.guardian_id == school.ORLOV_MOTHER)
        await tx.run(kept_away.values(restricted_at=clock.now()))
        left = update(bindings).where(bindings.c.person_id == school.PETROVA_MOTHER)
        await tx.run(left.values(ended_at=clock.now(), ended_why="left"))
    clock.set(MORNING)
    await all_turns(post)
    assert pigeon.readers == [school.DEPUTY, school.SIDOROV_MOTHER], "the father is covered by the mother"


async def test_one_who_is_no_longer_of_the_staff_is_told_nothing_of_the_staff(
    database: Database, post: Delivery, pigeon: Pigeon, clock: SetClock
) -> None:
    async with database.begin() as tx:
        ended = update(role_grants).where(role_grants.c.person_id == school.ENGLISH_1)
        await tx.run(ended.values(ended_at=clock.now()))
    await publish(database, DocumentAudience.STAFF)
    await all_turns(post)
    assert school.ENGLISH_1 not in pigeon.readers
    assert school.ENGLISH_2 in pigeon.readers


async def test_a_discreet_reader_opens_it_by_a_tap_and_nobody_else_does(
    database: Database, school_time: SchoolTime, pigeon: Pigeon
) -> None:
    async with database.begin() as tx:
        await tx.run(insert(person_settings).values(person_id=school.MOTHER, discreet=True))
    post = delivery(database, school_time, pigeon, push=PushContent.NEUTRAL)
    document = await publish(database)
    await all_turns(post)
    [veiled] = pigeon.to(school.MOTHER)
    assert isinstance(veiled.content, VeiledNews)
    assert isinstance(pigeon.to(school.FATHER)[0].content, DocumentNews)
    opening = Opening(ArrivedMessages(database.reader), post.preparing)
    opened = await opening.open(school.actor(school.MOTHER), veiled.content.row)
    assert isinstance(opened, DocumentNews)
    assert opened.document == document


async def test_a_new_text_of_the_consent_is_told_to_those_whose_earlier_one_stands(
    database: Database, clock: SetClock, post: Delivery, pigeon: Pigeon
) -> None:
    clock.set(NIGHT)
    async with database.begin() as tx:
        await tx.consents.answer(school.FATHER, 1, False)
        await tx.consents.publish(2, "Текст", school.ADMIN)
        await tx.facts.add(ConsentTextPublished(school.ADMIN, 2))
    await all_turns(post)
    async with database.begin() as tx:
        await tx.consents.answer(school.MOTHER, 2, True, "Иванова Мария Петровна")
    clock.set(MORNING)
    await all_turns(post)
    assert pigeon.readers == sorted(set(GUARDIANS) - {school.MOTHER, school.FATHER})
    assert {type(message.content) for message in pigeon.carried} == {ConsentAskedAgain}


async def test_a_second_new_text_within_a_night_is_one_message(
    database: Database, clock: SetClock, post: Delivery, pigeon: Pigeon
) -> None:
    clock.set(NIGHT)
    for version in (2, 3):
        async with database.begin() as tx:
            await tx.consents.publish(version, f"Текст {version}", school.ADMIN)
            await tx.facts.add(ConsentTextPublished(school.ADMIN, version))
        await all_turns(post)
    clock.set(MORNING)
    await until_nothing_is_due(post)
    assert [message.content for message in pigeon.to(school.MOTHER)] == [ConsentAskedAgain(3)]


@pytest.mark.parametrize("push", PushContent)
async def test_a_withdrawal_is_told_to_the_administrators_as_the_school_lets_pushes_say_it(
    database: Database, school_time: SchoolTime, pigeon: Pigeon, push: PushContent
) -> None:
    async with database.begin() as tx:
        await tx.facts.add(ConsentWithdrawn(PersonId(school.MOTHER)))
    await all_turns(delivery(database, school_time, pigeon, push=push))
    [told] = pigeon.carried
    assert told.telegram_id == school.telegram_id(school.ADMIN)
    if push is PushContent.NEUTRAL:
        assert isinstance(told.content, VeiledNews)
        return
    assert isinstance(told.content, WithdrawnNews)
    shown = [pupil.full for pupil in told.content.person.pupils]
    assert ("Иванов Пётр" in shown) is (push is PushContent.FULL)
