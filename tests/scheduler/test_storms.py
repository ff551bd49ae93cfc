"""Too many at once: held, asked about once, decided once."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import insert, select, update

from domain.attendance.presence import Presence
from domain.clock import SchoolTime
from domain.errors import NotAllowed, NotFound
from domain.events import AnnouncementMade
from domain.ids import ClassId, HoldId, PersonId
from domain.messaging.contents import AbsenceNews, AnnouncementNews, HoldNews, HoldTold
from domain.messaging.delivery import Delivery
from domain.messaging.holds import HoldCard, Holding, HoldState
from domain.messaging.storms import StormLimits
from domain.talk.announcements import NewAnnouncement
from domain.talk.audiences import Audience
from storage.database import Database
from storage.messaging.holds import HoldsReading
from storage.tables.messaging import holds, outbox
from storage.tables.roles import bindings, role_grants
from tests import school
from tests.announcing import as_guardians, class_draft
from tests.clock import SetClock
from tests.scheduler.post_office import Pigeon, all_turns, delivery, note, rows

CLASS_OF_FOUR = (school.IVANOV, school.PETROVA, school.SIDOROV, school.KUZINA)
FAMILIES = [school.DEPUTY, school.MOTHER, school.FATHER, school.PETROVA_MOTHER, school.SIDOROV_MOTHER]
LIMITS = StormLimits(class_percent=40, school_percent=0, messages=3)


@pytest.fixture
def pigeon() -> Pigeon:
    return Pigeon()


@pytest.fixture
def post(database: Database, school_time: SchoolTime, pigeon: Pigeon) -> Delivery:
    return delivery(database, school_time, pigeon, storms=LIMITS)


@pytest.fixture
def holding(database: Database, school_time: SchoolTime) -> Holding:
    return Holding(school_time, HoldsReading(database.reader), database.begin)


async def nobody_is_there(database: Database, post: Delivery) -> None:
    """«Нет всех», pupil by pupil."""
    for pupil in CLASS_OF_FOUR:
        await note(database, Presence.ABSENT, pupil=pupil)
        await all_turns(post)


async def hold_of(database: Database) -> HoldId:
    [row] = await database.reader.rows(select(holds.c.id))
    return HoldId(row.id)


def told(pigeon: Pigeon) -> list[PersonId]:
    """Who heard of an absence."""
    absences = [m for m in pigeon.carried if isinstance(m.content, AbsenceNews)]
    return sorted(PersonId(m.telegram_id - 1000) for m in absences)


def cards(pigeon: Pigeon, person: PersonId) -> list[tuple[HoldCard, int | None]]:
    return [(m.content.card, m.edits) for m in pigeon.to(person) if isinstance(m.content, HoldNews)]


def words(pigeon: Pigeon, person: PersonId) -> list[HoldState]:
    return [m.content.card.state for m in pigeon.to(person) if isinstance(m.content, HoldTold)]


async def test_a_whole_class_absent_is_held_and_the_deputy_is_asked_once(
    database: Database, clock: SetClock, post: Delivery, pigeon: Pigeon
) -> None:
    await nobody_is_there(database, post)
    clock.advance(minutes=5)
    await all_turns(post)
    assert told(pigeon) == []
    [(card, edits)] = cards(pigeon, school.DEPUTY)
    assert (card.class_name, card.away, card.size, card.messages) == ("7А", 4, 4, 5)
    assert (card.state, edits) == (HoldState.OPEN, None)
    assert words(pigeon, school.ALGEBRA_TEACHER) == [HoldState.OPEN]


async def test_a_few_absences_are_no_storm(database: Database, clock: SetClock, post: Delivery, pigeon: Pigeon) -> None:
    for pupil in CLASS_OF_FOUR[:3]:
        await note(database, Presence.ABSENT, pupil=pupil)
    await all_turns(post)
    clock.advance(minutes=2)
    await all_turns(post)
    assert told(pigeon) == FAMILIES[1:]


async def test_absences_more_than_ten_minutes_apart_are_no_storm(
    database: Database, clock: SetClock, post: Delivery, pigeon: Pigeon
) -> None:
    for pupil in CLASS_OF_FOUR:
        await note(database, Presence.ABSENT, pupil=pupil)
        await all_turns(post)
        clock.advance(minutes=4)
    await all_turns(post)
    assert told(pigeon) == FAMILIES


async def test_the_first_answer_lets_them_go_and_the_teacher_hears(
    database: Database, clock: SetClock, post: Delivery, pigeon: Pigeon, holding: Holding
) -> None:
    await nobody_is_there(database, post)
    clock.advance(minutes=5)
    card, first = await holding.decide(school.actor(school.DEPUTY), await hold_of(database), send=True)
    assert (first, card.state, card.messages) == (True, HoldState.SENT, 5)
    assert card.decided_by == school.PEOPLE[school.DEPUTY]
    await all_turns(post)
    assert told(pigeon) == FAMILIES
    assert words(pigeon, school.ALGEBRA_TEACHER) == [HoldState.OPEN, HoldState.SENT]
    [row] = await database.reader.rows(select(holds))
    assert (row.decided_by, row.decided_at) == (school.DEPUTY, clock.now())


async def test_what_is_dropped_reaches_nobody(
    database: Database, clock: SetClock, post: Delivery, pigeon: Pigeon, holding: Holding
) -> None:
    await nobody_is_there(database, post)
    await holding.decide(school.actor(school.DEPUTY), await hold_of(database), send=False)
    clock.advance(hours=2)
    await holding.let_go_due()
    await all_turns(post)
    assert told(pigeon) == []
    assert (await rows(database)).count(("absence", "cancelled", "held back")) == 5
    assert words(pigeon, school.ALGEBRA_TEACHER)[-1] is HoldState.DROPPED


async def test_of_two_answers_at_once_the_first_stands(
    database: Database, post: Delivery, holding: Holding, pigeon: Pigeon
) -> None:
    await nobody_is_there(database, post)
    hold = await hold_of(database)
    answers = await asyncio.gather(
        *(
            holding.decide(school.actor(who), hold, send)
            for who, send in ((school.DEPUTY, True), (school.DIRECTOR, False))
        )
    )
    assert sorted(first for _, first in answers) == [False, True]
    assert len({card.state for card, _ in answers}) == 1


async def test_an_absence_that_nobody_decides_on_is_not_held_for_ever(
    database: Database, clock: SetClock, post: Delivery, pigeon: Pigeon, holding: Holding
) -> None:
    await nobody_is_there(database, post)
    clock.advance(minutes=29)
    assert await holding.let_go_due() == 0
    clock.advance(minutes=1)
    assert await holding.let_go_due() == 1
    await all_turns(post)
    assert told(pigeon) == FAMILIES
    assert cards(pigeon, school.DEPUTY)[-1][0].state is HoldState.LAPSED
    assert words(pigeon, school.ALGEBRA_TEACHER)[-1] is HoldState.LAPSED


async def test_an_absence_taken_back_leaves_the_hold_and_the_question_counts_down(
    database: Database, clock: SetClock, post: Delivery, pigeon: Pigeon, holding: Holding
) -> None:
    await nobody_is_there(database, post)
    await note(database, Presence.PRESENT, pupil=school.IVANOV)
    await all_turns(post)
    clock.advance(minutes=5)
    await all_turns(post)
    (asked, _), (now, edits) = cards(pigeon, school.DEPUTY)
    assert (asked.messages, now.away, now.messages) == (5, 3, 3)
    assert edits is not None
    await holding.decide(school.actor(school.DEPUTY), await hold_of(database), send=True)
    await all_turns(post)
    assert told(pigeon) == [school.DEPUTY, school.PETROVA_MOTHER, school.SIDOROV_MOTHER]


async def test_when_all_are_there_after_all_nothing_is_left_to_decide(
    database: Database, clock: SetClock, post: Delivery, pigeon: Pigeon, holding: Holding
) -> None:
    await nobody_is_there(database, post)
    for pupil in CLASS_OF_FOUR:
        await note(database, Presence.PRESENT, pupil=pupil)
    await all_turns(post)
    clock.advance(minutes=31)
    await all_turns(post)
    await all_turns(post)
    card, _ = cards(pigeon, school.DEPUTY)[-1]
    assert (card.away, card.messages) == (0, 0)
    await holding.let_go_due()
    await all_turns(post)
    assert told(pigeon) == []


async def test_more_that_comes_while_it_is_open_is_held_too_and_counted(
    database: Database, clock: SetClock, pigeon: Pigeon, school_time: SchoolTime
) -> None:
    post = delivery(database, school_time, pigeon, storms=StormLimits(0, 50, 0))
    await nobody_is_there(database, post)
    clock.advance(minutes=1)
    await note(database, Presence.ABSENT, pupil=school.ORLOV)
    await all_turns(post)
    await note(database, Presence.ABSENT, pupil=school.IVANOVA_MASHA)
    await all_turns(post)
    clock.advance(minutes=4)
    await all_turns(post)
    assert told(pigeon) == []
    (asked, _), (card, edits) = cards(pigeon, school.DEPUTY)
    assert (asked.class_name, asked.away, asked.size, asked.messages) == (None, 5, 6, 6)
    assert (card.away, card.messages) == (6, 8)
    assert edits is not None


async def test_what_comes_after_it_was_let_go_goes_at_once(
    database: Database, clock: SetClock, pigeon: Pigeon, school_time: SchoolTime, holding: Holding
) -> None:
    post = delivery(database, school_time, pigeon, storms=StormLimits(0, 50, 0))
    await nobody_is_there(database, post)
    await note(database, Presence.ABSENT, pupil=school.ORLOV)
    await all_turns(post)
    await holding.decide(school.actor(school.DEPUTY), await hold_of(database), send=True)
    await note(database, Presence.ABSENT, pupil=school.IVANOVA_MASHA)
    await all_turns(post)
    clock.advance(minutes=2)
    await all_turns(post)
    assert told(pigeon) == sorted([*FAMILIES, school.ORLOV_MOTHER, school.MOTHER, school.FATHER])
    assert len(cards(pigeon, school.DEPUTY)) == 1


async def test_the_other_deputys_question_closes(
    database: Database, clock: SetClock, post: Delivery, pigeon: Pigeon, holding: Holding
) -> None:
    async with database.begin() as tx:
        granted = {"person_id": school.SPORT, "role": "deputy", "granted_at": clock.now()}
        await tx.run(insert(role_grants).values(**granted))
    await nobody_is_there(database, post)
    await holding.decide(school.actor(school.DEPUTY), await hold_of(database), send=False)
    await all_turns(post)
    assert [(card.state, edits is None) for card, edits in cards(pigeon, school.SPORT)] == [
        (HoldState.OPEN, True),
        (HoldState.DROPPED, False),
    ]
    assert len(cards(pigeon, school.DEPUTY)) == 1


async def test_directors_are_asked_where_no_deputy_can_be_reached_and_nothing_is_held_where_nobody_can(
    database: Database, clock: SetClock, post: Delivery, pigeon: Pigeon
) -> None:
    async with database.begin() as tx:
        gone = update(bindings).values(unreachable_at=clock.now(), unreachable_why="x")
        await tx.run(gone.where(bindings.c.person_id == school.DEPUTY))
    await nobody_is_there(database, post)
    assert len(cards(pigeon, school.DIRECTOR)) == 1
    async with database.begin() as tx:
        await tx.run(gone.where(bindings.c.person_id == school.DIRECTOR))
        await tx.run(update(holds).values(state="dropped", decided_at=clock.now() - timedelta(hours=1)))
        await tx.run(update(outbox).where(outbox.c.state == "held").values(state="cancelled"))
    await note(database, Presence.ILL, pupil=school.PETROVA)
    await all_turns(post)
    assert len(await database.reader.rows(select(holds.c.id))) == 1


async def test_only_deputies_and_directors_decide(database: Database, post: Delivery, holding: Holding) -> None:
    await nobody_is_there(database, post)
    hold = await hold_of(database)
    for person in (school.ALGEBRA_TEACHER, school.CLASS_TEACHER_7A, school.MOTHER, school.ADMIN):
        for act in (holding.decide(school.actor(person), hold, True), holding.pupils(school.actor(person), hold)):
            with pytest.raises(NotAllowed):
                await act
    with pytest.raises(NotFound):
        await holding.decide(school.actor(school.DEPUTY), HoldId(hold + 99), send=True)
    names = await holding.pupils(school.actor(school.DIRECTOR), hold)
    assert sorted(name.surname for name in names) == ["Иванов", "Кузина", "Петрова", "Сидоров"]


async def announce(database: Database) -> None:
    draft = class_draft("key", ClassId(school.CLASS_7A), Audience.GUARDIANS, "Собрание в 18:00")
    sender = school.CLASS_TEACHER_7A
    async with database.begin() as tx:
        wards = as_guardians(FAMILIES)
        made = await tx.announcements.make(NewAnnouncement(sender, school.account_of(sender), draft, 1, wards))
        assert made is not None
        await tx.facts.add(AnnouncementMade(sender, made))


async def test_an_announcement_to_very_many_waits_for_an_answer_however_long(
    database: Database, clock: SetClock, post: Delivery, pigeon: Pigeon, holding: Holding
) -> None:
    await announce(database)
    await all_turns(post)
    [(card, _)] = cards(pigeon, school.DEPUTY)
    assert (card.text, card.class_name, card.messages, card.send_at) == ("Собрание в 18:00", "7А", 5, None)
    clock.advance(hours=5)
    assert await holding.let_go_due() == 0
    await all_turns(post)
    assert not [m for m in pigeon.carried if isinstance(m.content, AnnouncementNews)]
    await holding.decide(school.actor(school.DIRECTOR), card.id, send=True)
    await all_turns(post)
    assert len([m for m in pigeon.carried if isinstance(m.content, AnnouncementNews)]) == 5
    assert words(pigeon, school.CLASS_TEACHER_7A) == [HoldState.OPEN, HoldState.SENT]


async def test_an_announcement_to_few_is_not_asked_about(
    database: Database, clock: SetClock, pigeon: Pigeon, school_time: SchoolTime
) -> None:
    post = delivery(database, school_time, pigeon, storms=StormLimits(messages=5))
    await announce(database)
    await all_turns(post)
    assert len([m for m in pigeon.carried if isinstance(m.content, AnnouncementNews)]) == 5
