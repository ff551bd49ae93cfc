"""Pushes that say only that there is news, and what a tap opens: as it stands now, to its own reader alone."""

import pytest
from sqlalchemy import insert, update

from domain.attendance.answers import Answer
from domain.attendance.presence import Presence
from domain.clock import SchoolTime
from domain.errors import NotAllowed, NotFound
from domain.events import AbsenceAnswered
from domain.ids import DeliveryId, PersonId
from domain.messaging.contents import AbsenceNews, BundleNews, Content, LostNews, MarkNews, VeiledNews
from domain.messaging.delivery import Delivery
from domain.messaging.opening import Opening
from domain.messaging.outbox import Blocked
from domain.messaging.veil import PushContent
from storage.database import Database
from storage.messaging.arrived import ArrivedMessages
from storage.tables.attendance import absence_answers
from storage.tables.messaging import outbox, person_settings
from storage.tables.roles import guardianships
from tests import school
from tests.clock import SetClock
from tests.scheduler.post_office import Pigeon, all_turns, delivery, note, put_mark, rows

MOTHER, FATHER = school.actor(school.MOTHER), school.actor(school.FATHER)


@pytest.fixture
def pigeon() -> Pigeon:
    return Pigeon()


@pytest.fixture
def neutral(database: Database, school_time: SchoolTime, pigeon: Pigeon) -> Delivery:
    return delivery(database, school_time, pigeon, push=PushContent.NEUTRAL)


@pytest.fixture
def opening(database: Database, neutral: Delivery) -> Opening:
    return Opening(ArrivedMessages(database.reader), neutral.preparing)


def veils(pigeon: Pigeon, person: PersonId) -> list[DeliveryId]:
    return [m.content.row for m in pigeon.to(person) if isinstance(m.content, VeiledNews)]


async def rings(post: Delivery, clock: SetClock, minutes: int) -> None:
    await all_turns(post)
    clock.advance(minutes=minutes)
    await all_turns(post)


async def test_a_neutral_school_tells_nothing_of_a_child_and_opens_it_by_a_tap(
    database: Database, clock: SetClock, neutral: Delivery, pigeon: Pigeon, opening: Opening
) -> None:
    await note(database, Presence.ABSENT)
    await rings(neutral, clock, 2)
    assert {type(m.content) for m in pigeon.carried} == {VeiledNews}
    [row] = veils(pigeon, school.MOTHER)
    content = await opening.open(MOTHER, row)
    assert isinstance(content, AbsenceNews)
    assert content.card.pupil == school.IVANOV
    assert not content.correction
    assert await opening.open(MOTHER, row) == content


async def test_who_chose_discretion_is_veiled_alone(
    database: Database, clock: SetClock, school_time: SchoolTime, pigeon: Pigeon
) -> None:
    async with database.begin() as tx:
        await tx.run(insert(person_settings).values(person_id=school.MOTHER, discreet=True))
    await put_mark(database, "5")
    await rings(delivery(database, school_time, pigeon), clock, 15)
    assert [type(m.content) for m in pigeon.to(school.MOTHER)] == [VeiledNews]
    assert [type(m.content) for m in pigeon.to(school.FATHER)] == [MarkNews]


async def test_initials_stand_for_a_child_in_a_push(
    database: Database, clock: SetClock, school_time: SchoolTime, pigeon: Pigeon
) -> None:
    await put_mark(database, "5")
    await rings(delivery(database, school_time, pigeon, push=PushContent.INITIALS), clock, 15)
    [news] = [m.content for m in pigeon.to(school.MOTHER)]
    assert isinstance(news, MarkNews)
    assert news.card.pupil_name.listed == "И. П."


async def test_what_is_opened_is_as_it_stands_then_and_a_correction_says_what_was(
    database: Database, clock: SetClock, neutral: Delivery, pigeon: Pigeon, opening: Opening
) -> None:
    mark = await put_mark(database, "2")
    await rings(neutral, clock, 15)
    await put_mark(database, "4", mark)
    await rings(neutral, clock, 15)
    first, second = veils(pigeon, school.MOTHER)
    told, corrected = await opening.open(MOTHER, first), await opening.open(MOTHER, second)
    assert isinstance(told, MarkNews)
    assert isinstance(corrected, MarkNews)
    assert (told.card.value, told.correction) == ("4", False)
    assert (corrected.card.value, corrected.before) == ("4", "2")
    await put_mark(database, None, mark)
    assert await opening.open(MOTHER, first) is None


async def test_several_marks_are_one_veil_and_open_together(
    database: Database, clock: SetClock, neutral: Delivery, pigeon: Pigeon, opening: Opening
) -> None:
    await put_mark(database, "2")
    await put_mark(database, "5")
    await rings(neutral, clock, 15)
    [row] = veils(pigeon, school.MOTHER)
    content = await opening.open(MOTHER, row)
    assert isinstance(content, BundleNews)
    assert [news.card.value for news in content.news if isinstance(news, MarkNews)] == ["2", "5"]


async def test_nobody_opens_what_came_to_another_or_what_was_never_sent(
    database: Database, clock: SetClock, neutral: Delivery, pigeon: Pigeon, opening: Opening
) -> None:
    await put_mark(database, "2")
    await all_turns(neutral)
    waiting = await database.reader.rows(outbox.select().where(outbox.c.account_id == MOTHER.account))
    with pytest.raises(NotFound):
        await opening.open(MOTHER, DeliveryId(waiting[0].id))
    await rings(neutral, clock, 15)
    [row] = veils(pigeon, school.MOTHER)
    for stranger in (FATHER, school.actor(school.PETROVA_MOTHER), school.actor(school.DIRECTOR)):
        with pytest.raises(NotFound):
            await opening.open(stranger, row)


async def test_who_was_kept_from_the_child_meanwhile_opens_nothing(
    database: Database, clock: SetClock, neutral: Delivery, pigeon: Pigeon, opening: Opening
) -> None:
    await put_mark(database, "2")
    await rings(neutral, clock, 15)
    [row] = veils(pigeon, school.FATHER)
    async with database.begin() as tx:
        mine = guardianships.c.guardian_id == school.FATHER
        await tx.run(update(guardianships).where(mine).values(restricted_at=clock.now()))
    assert await opening.open(FATHER, row) is None
    without = school.actor(school.FATHER)
    object.__setattr__(without, "children", ())
    with pytest.raises(NotAllowed):
        await opening.open(without, row)


async def test_an_alarm_says_that_it_is_urgent_and_an_answer_does_not_unveil_the_other_card(
    database: Database, clock: SetClock, neutral: Delivery, pigeon: Pigeon, opening: Opening
) -> None:
    lesson = await note(database, Presence.ABSENT)
    await rings(neutral, clock, 2)
    row = {"lesson_id": lesson, "pupil_id": school.IVANOV, "guardian_id": school.MOTHER, "answer": Answer.UNKNOWN}
    async with database.begin() as tx:
        await tx.run(insert(absence_answers).values(**row, at=clock.now()))
        await tx.facts.add(AbsenceAnswered(school.MOTHER, lesson, school.IVANOV))
    await all_turns(neutral)
    to_teacher = [m.content for m in pigeon.to(school.ALGEBRA_TEACHER)]
    assert [content.urgent for content in to_teacher if isinstance(content, VeiledNews)] == [True]
    assert len(pigeon.to(school.FATHER)) == 1
    assert ("absence_closed", "cancelled", "the message was veiled") in await rows(database)
    shown = await opening.open(FATHER, veils(pigeon, school.FATHER)[0])
    assert isinstance(shown, AbsenceNews)
    assert shown.card.answer is Answer.UNKNOWN


async def test_no_push_of_a_neutral_school_holds_a_name(
    database: Database, clock: SetClock, neutral: Delivery, pigeon: Pigeon
) -> None:
    pigeon.fates[school.telegram_id(school.FATHER)] = [Blocked("bot was blocked by the user")]
    await note(database, Presence.ABSENT)
    await put_mark(database, "2")
    await rings(neutral, clock, 15)
    said: list[Content] = [m.content for m in pigeon.carried]
    assert [content for content in said if isinstance(content, LostNews)] == []
    assert all(name.surname not in repr(said) for name in school.PEOPLE.values())
