"""Writing to a class: to whom it goes, who cannot be reached, once for a draft, what the sender sees."""

import pytest
from sqlalchemy import delete, func, insert, select, update

from domain.clock import SchoolTime
from domain.errors import NotAllowed, NotFound
from domain.ids import PersonId
from domain.messaging.contents import AnnouncementNews, StatusNews
from domain.messaging.delivery import Delivery
from domain.messaging.outbox import Blocked
from domain.talk.acknowledging import Acknowledging
from domain.talk.announcements import AnnouncementEmpty, AnnouncementTooLong, Announcing, NobodyToTell
from domain.talk.audiences import Audience, Why
from domain.talk.following import Following
from domain.talk.letters import Tally
from handlers.talk import announced_screens as announced
from handlers.talk.announcing_control_screens import Terms, control_screen
from handlers.talk.announcing_preview_screens import as_received
from handlers.texts.translator import texts_in
from storage.database import Database
from storage.tables.messaging import preferences
from storage.tables.roles import bindings, consents, guardianships
from storage.tables.talk import announcements
from storage.talk.receipts import ReceiptsReading
from tests import school
from tests.announcing import announcing_of, class_draft, following_of
from tests.clock import SetClock
from tests.scheduler.post_office import Pigeon, all_turns, delivery

TEXT = "Собрание <в четверг> в 18:00"
DRAFT = class_draft("key1", school.CLASS_7A, Audience.GUARDIANS, TEXT)
TEACHER = school.actor(school.CLASS_TEACHER_7A)


@pytest.fixture
def pigeon() -> Pigeon:
    return Pigeon()


@pytest.fixture
def post(database: Database, school_time: SchoolTime, pigeon: Pigeon) -> Delivery:
    return delivery(database, school_time, pigeon)


@pytest.fixture
def announcing(database: Database, school_time: SchoolTime) -> Announcing:
    return announcing_of(database, school_time)


@pytest.fixture
def acknowledging(database: Database, school_time: SchoolTime) -> Acknowledging:
    return Acknowledging(ReceiptsReading(database.reader, school_time), database.begin)


@pytest.fixture
def following(database: Database, school_time: SchoolTime) -> Following:
    return following_of(database, school_time)


async def test_the_sender_sees_to_how_many_it_goes_and_who_cannot_be_reached_and_why(
    database: Database, announcing: Announcing, clock: SetClock
) -> None:
    async with database.begin() as tx:
        await tx.run(delete(bindings).where(bindings.c.person_id == school.FATHER))
        blocked = update(bindings).where(bindings.c.person_id == school.PETROVA_MOTHER)
        await tx.run(blocked.values(unreachable_at=clock.now(), unreachable_why="blocked"))
        refused = {"person_id": school.SIDOROV_MOTHER, "version": 1, "accepted": False, "at": clock.now()}
        await tx.run(insert(consents).values(**refused))
    preview = await announcing.preview(TEACHER, DRAFT)
    assert (preview.reached, len(preview.addressed)) == (2, 5)
    assert {one.person: one.why for one in preview.unreached} == {
        school.FATHER: Why.NEVER_CAME_IN,
        school.PETROVA_MOTHER: Why.BLOCKED,
        school.SIDOROV_MOTHER: Why.NO_CONSENT,
    }
    for language in ("ru", "en"):
        screen = control_screen(preview, Terms(announcing.grace, may_be_urgent=False), texts_in(language))
        assert "Петрова Ольга Викторовна (Петрова Анна)" in screen.text
        received = as_received(preview, TEACHER, school.MORNING, texts_in(language))
        assert "&lt;в четверг&gt;" in received.text


async def test_a_guardian_of_two_children_of_the_class_gets_it_once(
    database: Database, announcing: Announcing, post: Delivery, pigeon: Pigeon
) -> None:
    async with database.begin() as tx:
        second = {"guardian_id": school.MOTHER, "pupil_id": school.PETROVA, "relation": "mother"}
        await tx.run(insert(guardianships).values(**second))
    await announcing.send(TEACHER, DRAFT, status_message_id=77)
    await all_turns(post)
    assert pigeon.readers == [school.DEPUTY, school.MOTHER, school.FATHER, school.PETROVA_MOTHER, school.SIDOROV_MOTHER]
    letter = pigeon.to(school.MOTHER)[0].content
    assert isinstance(letter, AnnouncementNews)
    screen = announced.letter_screen(letter.letter, letter.reader, texts_in("ru"))
    assert "Павлова Ольга Павловна" in screen.text
    assert "7А" in screen.text
    assert [button.label for row in screen.rows for button in row] == [
        "✅ Ознакомлен(а)",
        "✍️ Ответить отправителю",
    ]


async def test_the_same_draft_sent_twice_is_one_announcement(
    database: Database, announcing: Announcing, post: Delivery, pigeon: Pigeon
) -> None:
    first = await announcing.send(TEACHER, DRAFT, status_message_id=77)
    again = await announcing.send(TEACHER, DRAFT, status_message_id=78)
    assert first.id == again.id
    await all_turns(post)
    assert len(pigeon.to(school.MOTHER)) == 1
    row = await database.reader.row(select(func.count()).select_from(announcements))
    assert row is not None
    assert row[0] == 1


async def test_the_senders_line_shows_delivered_and_acknowledged_by_at_most_one_edit_in_three_seconds(
    announcing: Announcing,
    following: Following,
    acknowledging: Acknowledging,
    post: Delivery,
    pigeon: Pigeon,
    clock: SetClock,
) -> None:
    pigeon.fates[school.telegram_id(school.PETROVA_MOTHER)] = [Blocked("bot was blocked by the user")]
    sent = await announcing.send(TEACHER, DRAFT, status_message_id=77)
    await all_turns(post)
    clock.advance(seconds=3)
    await all_turns(post)
    await acknowledging.acknowledge(school.actor(school.MOTHER), sent.id)
    await acknowledging.acknowledge(school.actor(school.MOTHER), sent.id)
    await acknowledging.acknowledge(school.actor(school.FATHER), sent.id)
    await all_turns(post)
    clock.advance(seconds=3)
    await all_turns(post)
    lines = [m for m in pigeon.to(school.CLASS_TEACHER_7A) if isinstance(m.content, StatusNews)]
    assert {line.edits for line in lines} == {77}
    counts = [(line.content.state.delivered, line.content.state.children.acknowledged) for line in lines]  # type: ignore[union-attr]
    assert counts == [(4, 0), (4, 1)]
    state = await following.state(TEACHER, sent.id)
    assert (state.addressed, state.delivered, state.waiting) == (5, 4, 0)
    assert (state.children, state.persons) == (Tally(4, 1), Tally(0, 0))
    assert [one.person for one in await following.unreached(TEACHER, sent.id)] == [school.PETROVA_MOTHER]
    assert "Доставлено: 4 из 5" in announced.status_screen(state, texts_in("ru")).text


async def test_who_acknowledged_sees_that_they_did(announcing: Announcing, acknowledging: Acknowledging) -> None:
    sent = await announcing.send(TEACHER, DRAFT, status_message_id=77)
    letter = await acknowledging.acknowledge(school.actor(school.MOTHER), sent.id)
    screen = announced.letter_screen(letter, school.MOTHER, texts_in("ru"))
    assert "✅ Вы ознакомились" in screen.text
    assert [button.label for row in screen.rows for button in row] == ["✍️ Ответить отправителю"]


@pytest.mark.parametrize("person", [school.ORLOV_MOTHER, school.ADMIN])
async def test_nobody_acknowledges_what_was_not_addressed_to_them(
    announcing: Announcing, acknowledging: Acknowledging, person: PersonId
) -> None:
    sent = await announcing.send(TEACHER, DRAFT, status_message_id=77)
    with pytest.raises(NotFound):
        await acknowledging.acknowledge(school.actor(person), sent.id)


async def test_only_the_sender_sees_how_it_goes(announcing: Announcing, following: Following) -> None:
    sent = await announcing.send(TEACHER, DRAFT, status_message_id=77)
    with pytest.raises(NotFound):
        await following.state(school.actor(school.ADMIN), sent.id)
    with pytest.raises(NotFound):
        await following.unreached(school.actor(school.DEPUTY), sent.id)


async def test_beyond_ones_right_nothing_is_shown_and_nothing_is_sent(announcing: Announcing) -> None:
    foreign = class_draft("k", school.CLASS_7B, Audience.GUARDIANS, TEXT)
    with pytest.raises(NotAllowed):
        await announcing.preview(TEACHER, foreign)
    with pytest.raises(NotAllowed):
        await announcing.send(TEACHER, foreign, 77)
    with pytest.raises(NotAllowed):
        await announcing.send(school.actor(school.MOTHER), DRAFT, 77)


async def test_pupils_are_an_audience_of_their_own(announcing: Announcing, post: Delivery, pigeon: Pigeon) -> None:
    await announcing.send(TEACHER, class_draft("k", school.CLASS_7A, Audience.PUPILS, TEXT), 77)
    await all_turns(post)
    assert pigeon.readers == [school.IVANOV, school.PETROVA, school.SIDOROV, school.KUZINA]


async def test_the_sender_is_not_among_the_addressed(announcing: Announcing, post: Delivery, pigeon: Pigeon) -> None:
    await announcing.send(school.actor(school.DEPUTY), DRAFT, 77)
    await all_turns(post)
    assert pigeon.to(school.DEPUTY) == []


async def test_who_wants_announcements_in_the_digest_is_not_rung(
    database: Database, announcing: Announcing, post: Delivery, pigeon: Pigeon
) -> None:
    choice = {"person_id": school.MOTHER, "pupil_id": school.IVANOV, "kind": "announcement", "mode": "digest"}
    async with database.begin() as tx:
        await tx.run(insert(preferences).values(**choice))
    await announcing.send(TEACHER, DRAFT, status_message_id=77)
    await all_turns(post)
    assert pigeon.to(school.MOTHER) == []
    assert len(pigeon.to(school.FATHER)) == 1


async def test_texts_that_say_nothing_or_too_much_are_refused(announcing: Announcing, database: Database) -> None:
    with pytest.raises(AnnouncementEmpty):
        await announcing.preview(TEACHER, class_draft("k", school.CLASS_7A, Audience.GUARDIANS, "  "))
    with pytest.raises(AnnouncementTooLong):
        await announcing.preview(TEACHER, class_draft("k", school.CLASS_7A, Audience.GUARDIANS, "я" * 3501))
    async with database.begin() as tx:
        await tx.run(delete(guardianships).where(guardianships.c.pupil_id == school.ORLOV))
        tx.touch("lists")
    with pytest.raises(NobodyToTell):
        await announcing.preview(
            school.actor(school.ADMIN), class_draft("k", school.CLASS_7B, Audience.GUARDIANS, TEXT)
        )
