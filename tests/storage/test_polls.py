"""Polls on both databases: whose answer counts, times taken once, and that nothing links an answer without a name."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import func, select

from bot.services import Services
from domain.errors import NotAllowed, NotFound
from domain.ids import AnnouncementId, PersonId, PollOptionId
from domain.roles.people import Actor
from domain.talk.announcements import Audience
from domain.talk.poll_cards import PollCard
from domain.talk.polling import (
    AnsweredWithoutName,
    NobodySilent,
    NumberOutside,
    PollClosed,
    Polling,
    PollRemindedToday,
    SlotGone,
    SlotTaken,
)
from domain.talk.polls import Per, PollKind
from storage.database import Database
from storage.tables import messaging, metadata, talk
from storage.tables.roles import guardianships
from tests import school
from tests.clock import SetClock
from tests.polls import COMING, IN_7A, MEETINGS, OF_TWO, polled
from tests.storage.statement_cases import wired

MOTHER, FATHER, OTHER = (school.actor(one) for one in (school.MOTHER, school.FATHER, school.PETROVA_MOTHER))
SENDER = school.actor(school.CLASS_TEACHER_7A)
IVANOV, MASHA, PETROVA = school.IVANOV, school.IVANOVA_MASHA, school.PETROVA


@pytest.fixture
def services(database: Database) -> Services:
    return wired(database).services()


@pytest.fixture
def polling(services: Services) -> Polling:
    return services.polling


def _options(card: PollCard) -> list[PollOptionId]:
    return [one.id for one in card.head.options]


async def _votes(polling: Polling, announcement: AnnouncementId) -> list[int] | None:
    found = (await polling.results(SENDER, announcement)).votes
    return list(found.values()) if found is not None else None


async def test_the_later_guardians_answer_is_the_childs_and_says_whose_it_is(
    database: Database, polling: Polling
) -> None:
    announcement = await polled(database)
    yes, no = _options(await polling.card(MOTHER, announcement))
    await polling.choose(MOTHER, announcement, IVANOV, [yes])
    card = await polling.choose(FATHER, announcement, IVANOV, [no])
    assert card.answers[IVANOV].options == (no,)
    assert (await polling.card(MOTHER, announcement)).answers[IVANOV].by_name == school.PEOPLE[school.FATHER]
    results = await polling.results(SENDER, announcement)
    assert (results.asked, results.answered) == (4, 1)
    assert list((results.votes or {}).values()) == [0, 1]
    assert [line.ward.id for line in results.silent] == [school.KUZINA, PETROVA, school.SIDOROV]
    assert {line.class_name for line in results.lines} == {"7А"}


async def test_a_guardian_of_two_answers_for_each_child_apart(database: Database, polling: Polling) -> None:
    announcement = await polled(database, readers=OF_TWO)
    card = await polling.card(MOTHER, announcement)
    assert [one.id for one in card.wards] == [IVANOV, MASHA]
    yes, no = _options(card)
    await polling.choose(MOTHER, announcement, IVANOV, [yes])
    card = await polling.choose(MOTHER, announcement, MASHA, [no])
    assert {ward: answer.options for ward, answer in card.answers.items()} == {IVANOV: (yes,), MASHA: (no,)}
    assert not card.silent


async def test_per_person_each_guardian_answers_for_themselves(database: Database, polling: Polling) -> None:
    announcement = await polled(database, replace(COMING, per=Per.PERSON))
    yes, no = _options(await polling.card(MOTHER, announcement))
    await polling.choose(MOTHER, announcement, school.MOTHER, [yes])
    await polling.choose(FATHER, announcement, school.FATHER, [no])
    assert await _votes(polling, announcement) == [1, 1]
    with pytest.raises(NotFound):
        await polling.choose(MOTHER, announcement, school.FATHER, [no])
    with pytest.raises(NotFound):
        await polling.choose(MOTHER, announcement, IVANOV, [no])


async def test_several_and_a_number_replace_what_was_said_before(database: Database, polling: Polling) -> None:
    several = await polled(database, replace(COMING, kind=PollKind.SEVERAL, options=("Пн", "Вт", "Ср")))
    one, two, three = _options(await polling.card(MOTHER, several))
    await polling.choose(MOTHER, several, IVANOV, [three, one])
    assert await _votes(polling, several) == [1, 0, 1]
    await polling.choose(MOTHER, several, IVANOV, [two])
    assert await _votes(polling, several) == [0, 1, 0]
    money = replace(COMING, kind=PollKind.NUMBER, options=(), unit="₽", most=Decimal(1500))
    number = await polled(database, money)
    await polling.number(MOTHER, number, IVANOV, Decimal("100.50"))
    await polling.number(OTHER, number, PETROVA, Decimal("100.50"))
    await polling.number(FATHER, number, IVANOV, Decimal(1000))
    results = await polling.results(SENDER, number)
    assert results.numbers == {Decimal(1000): 1, Decimal("100.50"): 1}
    assert results.total == Decimal("1100.50")
    for wrong in (Decimal(1501), Decimal(-1), Decimal("0.001"), Decimal("NaN"), Decimal("Infinity")):
        with pytest.raises(NumberOutside):
            await polling.number(MOTHER, number, IVANOV, wrong)


@pytest.mark.parametrize(
    "reader",
    [school.ORLOV_MOTHER, school.ALGEBRA_TEACHER, school.ORLOV, school.DIRECTOR, school.CLASS_TEACHER_7A],
)
async def test_whom_it_was_not_sent_answers_nothing_and_learns_nothing(
    database: Database, polling: Polling, reader: PersonId
) -> None:
    announcement, slots = await polled(database), await polled(database, MEETINGS)
    yes, _ = _options(await polling.card(MOTHER, announcement))
    [slot, *_] = _options(await polling.card(MOTHER, slots))
    actor = school.actor(reader)
    for ward in (IVANOV, reader):
        for act in (
            polling.card(actor, announcement),
            polling.choose(actor, announcement, ward, [yes]),
            polling.take_slot(actor, slots, ward, slot),
            polling.give_back(actor, slots, ward),
        ):
            with pytest.raises((NotFound, NotAllowed)):
                await act
    assert await _votes(polling, announcement) == [0, 0]


@pytest.mark.parametrize("reader", [school.MOTHER, school.ALGEBRA_TEACHER, school.DIRECTOR, school.ADMIN])
async def test_results_are_the_senders_alone(database: Database, polling: Polling, reader: PersonId) -> None:
    announcement, actor = await polled(database), school.actor(reader)
    for act in (
        polling.results(actor, announcement),
        polling.taken_out(actor, announcement),
        polling.close(actor, announcement, closed=True),
        polling.remind(actor, announcement),
    ):
        with pytest.raises((NotFound, NotAllowed)):
            await act


async def test_forged_options_children_and_kinds_are_not_found(database: Database, polling: Polling) -> None:
    announcement, other, slots = [await polled(database, one) for one in (COMING, COMING, MEETINGS)]
    yes, no = _options(await polling.card(MOTHER, announcement))
    [elsewhere, _] = _options(await polling.card(MOTHER, other))
    [slot, *_] = _options(await polling.card(MOTHER, slots))
    wrong: list[Any] = [
        polling.choose(MOTHER, announcement, IVANOV, [elsewhere]),
        polling.choose(MOTHER, announcement, IVANOV, [yes, no]),
        polling.choose(MOTHER, announcement, IVANOV, []),
        polling.choose(MOTHER, announcement, PETROVA, [yes]),
        polling.choose(MOTHER, slots, IVANOV, [slot]),
        polling.number(MOTHER, announcement, IVANOV, Decimal(1)),
        polling.take_slot(MOTHER, announcement, IVANOV, slot),
        polling.take_slot(MOTHER, slots, IVANOV, yes),
        polling.take_slot(MOTHER, slots, PETROVA, slot),
        polling.card(MOTHER, AnnouncementId(9_999)),
    ]
    for act in wrong:
        with pytest.raises(NotFound):
            await act
    assert await database.reader.rows(select(talk.poll_answers)) == []


async def test_a_guardian_whom_a_court_keeps_away_answers_for_that_child_no_more(
    database: Database, polling: Polling
) -> None:
    announcement = await polled(database, readers=OF_TWO)
    g = guardianships.c
    async with database.begin() as tx:
        kept = guardianships.update().where(g.guardian_id == school.FATHER, g.pupil_id == IVANOV)
        await tx.run(kept.values(restricted_at=school.STARTED))
    assert [one.id for one in (await polling.card(FATHER, announcement)).wards] == [MASHA]
    with pytest.raises(NotFound):
        await polling.choose(replace(FATHER, children=()), announcement, MASHA, [PollOptionId(1)])


async def test_two_who_take_one_time_at_the_same_instant_are_not_both_there(
    database: Database, polling: Polling
) -> None:
    announcement = await polled(database, MEETINGS)
    [first, *_] = _options(await polling.card(MOTHER, announcement))
    both: list[tuple[Actor, PersonId]] = [(MOTHER, IVANOV), (OTHER, PETROVA)]
    for _ in range(10):
        told = await asyncio.gather(
            *(polling.take_slot(who, announcement, ward, first) for who, ward in both), return_exceptions=True
        )
        assert sorted(type(one).__name__ for one in told) == ["PollCard", "SlotTaken"]
        [row] = await database.reader.rows(select(talk.poll_options).where(talk.poll_options.c.taken_for.is_not(None)))
        assert row.taken_for == next(
            ward for (_, ward), one in zip(both, told, strict=True) if isinstance(one, PollCard)
        )
        for who, ward in both:
            await polling.give_back(who, announcement, ward)


async def test_one_child_holds_one_time_however_many_are_taken_at_once(database: Database, polling: Polling) -> None:
    announcement = await polled(database, MEETINGS)
    slots = _options(await polling.card(MOTHER, announcement))
    for _ in range(5):
        await asyncio.gather(
            *(polling.take_slot(who, announcement, IVANOV, slot) for slot in slots for who in (MOTHER, FATHER))
        )
        assert len([one for one in (await polling.card(MOTHER, announcement)).head.options if one.taken_for]) == 1


async def test_moving_frees_the_time_before_and_who_is_refused_keeps_theirs(
    database: Database, polling: Polling
) -> None:
    announcement = await polled(database, MEETINGS)
    one, two, *_ = _options(await polling.card(MOTHER, announcement))
    await polling.take_slot(MOTHER, announcement, IVANOV, one)
    await polling.take_slot(OTHER, announcement, PETROVA, two)
    with pytest.raises(SlotTaken):
        await polling.take_slot(MOTHER, announcement, IVANOV, two)
    head = (await polling.card(MOTHER, announcement)).head
    assert [slot.taken_for for slot in head.options] == [IVANOV, PETROVA, None, None]
    await polling.give_back(OTHER, announcement, PETROVA)
    await polling.give_back(OTHER, announcement, PETROVA)
    card = await polling.take_slot(FATHER, announcement, IVANOV, two)
    assert [slot.taken_for for slot in card.head.options] == [None, IVANOV, None, None]
    results = await polling.results(SENDER, announcement)
    assert [line.taken_by for line in results.lines if line.slot] == [school.PEOPLE[school.FATHER]]


async def test_a_time_that_has_passed_is_taken_no_more(database: Database, polling: Polling, clock: SetClock) -> None:
    announcement = await polled(database, MEETINGS)
    [first, *_] = _options(await polling.card(MOTHER, announcement))
    clock.advance(days=1, hours=9)
    with pytest.raises(SlotGone):
        await polling.take_slot(MOTHER, announcement, IVANOV, first)


async def test_the_same_answer_at_the_same_instant_stays_one(database: Database, polling: Polling) -> None:
    announcement = await polled(database)
    options = _options(await polling.card(MOTHER, announcement))
    for _ in range(5):
        taps = (polling.choose(who, announcement, IVANOV, [one]) for who in (MOTHER, FATHER) for one in options)
        await asyncio.gather(*taps)
        assert sum(await _votes(polling, announcement) or ()) == 1


UNNAMED = replace(COMING, named=False)


async def test_without_names_an_answer_is_counted_once_whoever_taps_at_once(
    database: Database, polling: Polling
) -> None:
    announcement = await polled(database, UNNAMED)
    yes, no = _options(await polling.card(MOTHER, announcement))
    taps = (polling.choose(who, announcement, IVANOV, [one]) for who in (MOTHER, FATHER) for one in (yes, no))
    told = await asyncio.gather(*taps, return_exceptions=True)
    assert sum(isinstance(one, AnsweredWithoutName) for one in told) == 3
    rows = await database.reader.rows(select(talk.poll_tallies))
    assert sum(row.votes for row in rows) == 1
    card = await polling.card(FATHER, announcement)
    assert (card.answered, card.answers) == (frozenset({IVANOV}), {})


async def test_without_names_nothing_in_the_database_links_a_family_to_its_answer(
    database: Database, polling: Polling
) -> None:
    announcement = await polled(database, UNNAMED)
    yes, no = _options(await polling.card(MOTHER, announcement))
    for who, ward, one in ((MOTHER, IVANOV, yes), (OTHER, PETROVA, no)):
        await polling.choose(who, announcement, ward, [one])
    assert await database.reader.rows(select(talk.poll_answers)) == []
    assert set(talk.poll_turnout.c.keys()) == {"poll_id", "for_id"}
    assert set(talk.poll_tallies.c.keys()) == {"poll_id", "answer", "votes"}
    for table in metadata.sorted_tables:
        if table in (talk.poll_options, talk.poll_tallies):
            continue
        for row in await database.reader.rows(select(table)):
            told = str(tuple(row))
            assert "poll" not in told or table is messaging.facts, table.name
    [*changed] = await database.reader.rows(select(messaging.facts).where(messaging.facts.c.kind == "poll"))
    assert [row.body for row in changed] == [{"author": None, "announcement": announcement}] * 2


async def test_without_names_the_sender_sees_neither_who_answered_nor_the_first_answers(
    database: Database, polling: Polling
) -> None:
    announcement = await polled(database, UNNAMED)
    yes, no = _options(await polling.card(MOTHER, announcement))
    for who, ward in ((school.MOTHER, IVANOV), (school.PETROVA_MOTHER, PETROVA)):
        await polling.choose(school.actor(who), announcement, ward, [yes])
    results = await polling.results(SENDER, announcement)
    assert (results.hidden, results.lines, results.answered, results.asked) == (True, (), 2, 4)
    await polling.choose(school.actor(school.DEPUTY), announcement, school.KUZINA, [no])
    assert await _votes(polling, announcement) == [2, 1]
    number = replace(UNNAMED, kind=PollKind.NUMBER, options=())
    counted = await polled(database, number)
    for who, ward in ((school.MOTHER, IVANOV), (school.PETROVA_MOTHER, PETROVA), (school.DEPUTY, school.KUZINA)):
        await polling.number(school.actor(who), counted, ward, Decimal("10.50"))
    assert (await polling.results(SENDER, counted)).numbers == {Decimal("10.5"): 3}


async def test_a_closed_poll_takes_no_answers_but_lets_a_time_go(
    database: Database, polling: Polling, clock: SetClock
) -> None:
    announcement, slots = await polled(database), await polled(database, MEETINGS)
    yes, _ = _options(await polling.card(MOTHER, announcement))
    [slot, other, *_] = _options(await polling.card(MOTHER, slots))
    await polling.take_slot(MOTHER, slots, IVANOV, slot)
    for one in (announcement, slots):
        assert not (await polling.close(SENDER, one, closed=True)).open
    with pytest.raises(PollClosed):
        await polling.choose(MOTHER, announcement, IVANOV, [yes])
    with pytest.raises(PollClosed):
        await polling.take_slot(MOTHER, slots, IVANOV, other)
    assert (await polling.give_back(MOTHER, slots, IVANOV)).head.slot_of(IVANOV) is None
    assert (await polling.close(SENDER, announcement, closed=False)).open
    await polling.choose(MOTHER, announcement, IVANOV, [yes])
    till = await polled(database, replace(COMING, close_at=clock.now() + timedelta(hours=1)))
    [first, _] = _options(await polling.card(MOTHER, till))
    clock.advance(hours=1)
    with pytest.raises(PollClosed):
        await polling.choose(MOTHER, till, IVANOV, [first])
    assert not (await polling.card(MOTHER, till)).open


async def test_the_silent_are_reminded_once_a_day_and_who_has_answered_is_not_silent(
    database: Database, polling: Polling, clock: SetClock
) -> None:
    announcement = await polled(database)
    yes, _ = _options(await polling.card(MOTHER, announcement))
    await polling.choose(MOTHER, announcement, IVANOV, [yes])
    silent = await polling.reads.silent([announcement])
    assert silent == {announcement: {school.PETROVA_MOTHER, school.SIDOROV_MOTHER, school.DEPUTY}}
    await polling.remind(SENDER, announcement)
    with pytest.raises(PollRemindedToday):
        await polling.remind(SENDER, announcement)
    clock.advance(days=1)
    await polling.remind(SENDER, announcement)
    reminded = select(func.count()).select_from(messaging.facts).where(messaging.facts.c.kind == "announce_reminder")
    assert (await database.reader.rows(reminded))[0][0] == 2
    for who, wards in IN_7A.items():
        await polling.choose(school.actor(who), announcement, wards[0], [yes])
    clock.advance(days=1)
    with pytest.raises(NobodySilent):
        await polling.remind(SENDER, announcement)


async def test_without_names_who_answered_is_not_reminded_either(database: Database, polling: Polling) -> None:
    announcement = await polled(database, UNNAMED)
    yes, _ = _options(await polling.card(MOTHER, announcement))
    await polling.choose(MOTHER, announcement, IVANOV, [yes])
    assert school.FATHER not in (await polling.reads.silent([announcement]))[announcement]


async def test_nobody_is_silent_where_no_time_is_left(database: Database, polling: Polling) -> None:
    announcement = await polled(database, replace(MEETINGS, slots=MEETINGS.slots[:1]))
    [slot] = _options(await polling.card(MOTHER, announcement))
    await polling.take_slot(MOTHER, announcement, IVANOV, slot)
    with pytest.raises(NobodySilent):
        await polling.remind(SENDER, announcement)


async def test_staff_and_pupils_answer_for_themselves(database: Database, polling: Polling) -> None:
    staff = {school.ALGEBRA_TEACHER: (), school.DEPUTY: ()}
    asked = await polled(database, COMING, staff, school.DIRECTOR, Audience.STAFF)
    teacher, director = school.actor(school.ALGEBRA_TEACHER), school.actor(school.DIRECTOR)
    yes, _ = _options(await polling.card(teacher, asked))
    await polling.choose(teacher, asked, school.ALGEBRA_TEACHER, [yes])
    results = await polling.results(director, asked)
    assert [(line.ward.id, line.class_name) for line in results.lines if line.answered] == [
        (school.ALGEBRA_TEACHER, None)
    ]
    pupils = {IVANOV: (IVANOV,), PETROVA: (PETROVA,)}
    to_pupils = await polled(database, COMING, pupils, audience=Audience.PUPILS)
    pupil = school.actor(IVANOV)
    yes, _ = _options(await polling.card(pupil, to_pupils))
    card = await polling.choose(pupil, to_pupils, IVANOV, [yes])
    assert card.answers[IVANOV].options == (yes,)
    with pytest.raises(NotFound):
        await polling.choose(pupil, to_pupils, PETROVA, [yes])
