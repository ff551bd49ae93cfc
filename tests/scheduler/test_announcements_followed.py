"""What is delivered of an announcement: to whom, when, as what; its reminders, its corrections, its live line."""

import asyncio
from datetime import timedelta
from itertools import pairwise

import pytest
from sqlalchemy import select, update

from domain.clock import SchoolTime
from domain.errors import NotFound
from domain.ids import AnnouncementId, PersonId
from domain.messaging.contents import AnnouncementNews, DigestNews, StatusNews, VeiledNews
from domain.messaging.delivery import Delivery
from domain.messaging.kinds import Kind
from domain.talk.acknowledging import Acknowledging
from domain.talk.audiences import Audience
from domain.talk.following import Following, NothingToRemind, NotThereYet, RemindedAlready
from domain.talk.wording import Wording
from storage.database import Database
from storage.tables.messaging import outbox, person_settings, preferences
from storage.tables.roles import guardianships
from storage.tables.talk import announcements
from storage.talk.receipts import ReceiptsReading
from tests import school
from tests.announced import GUARDIANS, PUPILS, TEACHERS, announced
from tests.announcing import following_of
from tests.clock import SetClock
from tests.scheduler.post_office import Message, Pigeon, all_turns, delivery, digest_queue

TEACHER = school.actor(school.CLASS_TEACHER_7A)


@pytest.fixture
def pigeon() -> Pigeon:
    return Pigeon()


@pytest.fixture
def post(database: Database, school_time: SchoolTime, pigeon: Pigeon) -> Delivery:
    return delivery(database, school_time, pigeon)


@pytest.fixture
def following(database: Database, school_time: SchoolTime) -> Following:
    return following_of(database, school_time)


@pytest.fixture
def acknowledging(database: Database, school_time: SchoolTime) -> Acknowledging:
    return Acknowledging(ReceiptsReading(database.reader, school_time), database.begin)


def letters(pigeon: Pigeon, *, reminders: bool = False) -> list[Message]:
    return [m for m in pigeon.carried if isinstance(m.content, AnnouncementNews) and m.content.reminder is reminders]


def readers(pigeon: Pigeon, *, reminders: bool = False) -> set[PersonId]:
    return {PersonId(m.telegram_id - 1000) for m in letters(pigeon, reminders=reminders) if m.edits is None}


def lines(pigeon: Pigeon) -> list[Message]:
    return [message for message in pigeon.carried if isinstance(message.content, StatusNews)]


async def test_staff_are_told_in_their_working_hours_and_an_urgent_word_at_any(
    database: Database, clock: SetClock, post: Delivery, pigeon: Pigeon
) -> None:
    clock.advance(hours=12)
    told: dict[PersonId, list[PersonId]] = {school.ALGEBRA_TEACHER: [], school.SPORT: []}
    to = {"scope": TEACHERS, "audience": Audience.STAFF, "sender": school.DIRECTOR}
    await announced(database, told, "совещание", **to)  # type: ignore[arg-type]
    await all_turns(post)
    assert readers(pigeon) == set()
    await announced(database, told, "эвакуация", urgent=True, **to)  # type: ignore[arg-type]
    await all_turns(post)
    assert [m.content.letter.wording.text for m in letters(pigeon)] == ["эвакуация"] * 2  # type: ignore[union-attr]
    clock.advance(hours=11)
    await all_turns(post)
    assert len(letters(pigeon)) == 4
    bodies = {row.body["side"] for row in await database.reader.rows(select(outbox.c.body, outbox.c.kind))
              if row.kind == Kind.ANNOUNCEMENT}  # fmt: skip
    assert bodies == {"staff"}


async def test_families_are_told_as_they_chose_for_the_children_that_it_is_about(
    database: Database, post: Delivery, pigeon: Pigeon
) -> None:
    rows = [(school.MOTHER, school.IVANOVA_MASHA, "off"), (school.FATHER, school.IVANOV, "off")]
    async with database.begin() as tx:
        for person, pupil, mode in rows:
            row = {"person_id": person, "pupil_id": pupil, "kind": "announcement", "mode": mode}
            await tx.run(preferences.insert().values(**row))
    await announced(database, GUARDIANS | PUPILS, audience=Audience.FAMILIES)
    await all_turns(post)
    assert readers(pigeon) == {*GUARDIANS, *PUPILS} - {school.FATHER}


async def test_it_goes_at_its_moment_and_what_was_taken_back_goes_never(
    database: Database, clock: SetClock, post: Delivery, pigeon: Pigeon
) -> None:
    at = clock.now() + timedelta(minutes=20)
    await announced(database, text="первое", send_at=at)
    gone = await announced(database, text="второе", send_at=at)
    await all_turns(post)
    clock.advance(minutes=19)
    await all_turns(post)
    assert not pigeon.carried
    async with database.begin() as tx:
        await tx.run(update(announcements).where(announcements.c.id == gone).values(taken_back_at=clock.now()))
    clock.advance(minutes=1)
    await all_turns(post)
    assert {m.content.letter.wording.text for m in letters(pigeon)} == {"первое"}  # type: ignore[union-attr]
    assert readers(pigeon) == set(GUARDIANS)


async def test_a_restriction_between_the_telling_and_the_delivery_holds(
    database: Database, clock: SetClock, post: Delivery, pigeon: Pigeon
) -> None:
    wards = GUARDIANS | {school.MOTHER: [school.IVANOV, school.IVANOVA_MASHA]}
    await announced(database, wards, send_at=clock.now() + timedelta(minutes=5))
    await all_turns(post)
    async with database.begin() as tx:
        await tx.run(
            update(guardianships).where(guardianships.c.pupil_id == school.IVANOV).values(restricted_at=clock.now())
        )
    clock.advance(minutes=5)
    await all_turns(post)
    assert readers(pigeon) == set(GUARDIANS) - {school.FATHER}


async def test_sixty_who_acknowledge_at_once_edit_the_senders_line_once_in_three_seconds(
    database: Database, clock: SetClock, post: Delivery, pigeon: Pigeon, acknowledging: Acknowledging,
    following: Following,
) -> None:  # fmt: skip
    """Each of five guardians taps a dozen times, from all of their phones at once."""
    made = await announced(database)
    await all_turns(post)
    clock.advance(seconds=3)
    await all_turns(post)
    before = len(lines(pigeon))
    times = []
    taps = [acknowledging.acknowledge(school.actor(one), made) for one in GUARDIANS for _ in range(12)]
    assert len(taps) == 60
    for batch in (taps[:20], taps[20:40], taps[40:]):
        await asyncio.gather(*batch)
        for _ in range(2):
            before_turn = len(lines(pigeon))
            await all_turns(post)
            times += [clock.now()] * (len(lines(pigeon)) - before_turn)
            clock.advance(seconds=1)
    for _ in range(6):
        before_turn = len(lines(pigeon))
        await all_turns(post)
        times += [clock.now()] * (len(lines(pigeon)) - before_turn)
        clock.advance(seconds=1)
    assert 0 < len(lines(pigeon)) - before <= 4
    assert all(later - sooner >= timedelta(seconds=3) for sooner, later in pairwise(times))
    state = lines(pigeon)[-1].content.state  # type: ignore[union-attr]
    assert (state.children.acknowledged, state.children.all) == (4, 4)
    assert (await following.state(TEACHER, made)).left == 0


async def test_who_is_waited_for_is_reminded_once_a_day_and_the_other_parent_of_a_child_is_not(
    database: Database, clock: SetClock, post: Delivery, pigeon: Pigeon, acknowledging: Acknowledging,
    following: Following,
) -> None:  # fmt: skip
    made = await announced(database)
    with pytest.raises(NotThereYet):
        await following.remind(TEACHER, made)
    await all_turns(post)
    await acknowledging.acknowledge(school.actor(school.MOTHER), made)
    assert (await following.remind(TEACHER, made)).left == 3
    with pytest.raises(RemindedAlready):
        await following.remind(TEACHER, made)
    await all_turns(post)
    waiting = {school.PETROVA_MOTHER, school.SIDOROV_MOTHER, school.DEPUTY}
    assert readers(pigeon, reminders=True) == waiting
    for person in waiting:
        await acknowledging.acknowledge(school.actor(person), made)
    clock.advance(days=1)
    with pytest.raises(NothingToRemind):
        await following.remind(TEACHER, made)


async def test_a_reminder_that_waited_for_the_morning_finds_who_has_acknowledged_meanwhile(
    database: Database, clock: SetClock, post: Delivery, pigeon: Pigeon, acknowledging: Acknowledging,
    following: Following,
) -> None:  # fmt: skip
    made = await announced(database)
    await all_turns(post)
    clock.advance(hours=13)
    await following.remind(TEACHER, made)
    await all_turns(post)
    await acknowledging.acknowledge(school.actor(school.FATHER), made)
    clock.advance(hours=11)
    await all_turns(post)
    assert readers(pigeon, reminders=True) == {school.PETROVA_MOTHER, school.SIDOROV_MOTHER, school.DEPUTY}


async def test_each_guardian_is_reminded_where_each_counts(
    database: Database, school_time: SchoolTime, post: Delivery, acknowledging: Acknowledging
) -> None:
    made, following = await announced(database), following_of(database, school_time, per_child=False)
    await all_turns(post)
    await acknowledging.acknowledge(school.actor(school.MOTHER), made)
    state = await following.remind(TEACHER, made)
    assert (state.children.all, state.persons.all, state.left) == (0, 5, 4)


async def test_after_its_last_day_it_is_closed_and_the_line_says_so(
    database: Database, clock: SetClock, post: Delivery, pigeon: Pigeon, acknowledging: Acknowledging,
    following: Following,
) -> None:  # fmt: skip
    made = await announced(database, close_on=school.TUESDAY)
    await all_turns(post)
    clock.advance(seconds=3)
    await all_turns(post)
    letter = await acknowledging.acknowledge(school.actor(school.MOTHER), made)
    assert not letter.closed
    await all_turns(post)
    clock.advance(hours=16)
    await all_turns(post)
    assert [m.content.state.closed for m in lines(pigeon)][-1] is True  # type: ignore[union-attr]
    late = await acknowledging.acknowledge(school.actor(school.PETROVA_MOTHER), made)
    assert (late.closed, late.acknowledged) == (True, frozenset())
    assert (await following.state(TEACHER, made)).children.acknowledged == 1
    with pytest.raises(NothingToRemind):
        await following.remind(TEACHER, made)


async def test_a_correction_edits_what_was_delivered_and_what_waits_reads_it(
    database: Database, clock: SetClock, post: Delivery, pigeon: Pigeon, following: Following
) -> None:
    async with database.begin() as tx:
        quiet = {"quiet_from": clock.now().time(), "quiet_until": (clock.now() + timedelta(hours=6)).time()}
        await tx.run(person_settings.insert().values(person_id=school.MOTHER, **quiet))
    made = await announced(database, text="в 18:00")
    await all_turns(post)
    delivered = readers(pigeon)
    assert school.MOTHER not in delivered
    for text in ("в 18:30", "в 19:00"):
        await following.correct(TEACHER, made, Wording(text))
    clock.advance(seconds=3)
    await all_turns(post)
    edits = [m for m in letters(pigeon) if m.edits is not None]
    assert {PersonId(m.telegram_id - 1000) for m in edits} == delivered
    assert {m.content.letter.wording.text for m in edits} == {"в 19:00"}  # type: ignore[union-attr]
    assert len(edits) == len(delivered)
    clock.advance(hours=9)
    await all_turns(post)
    [mine] = [m for m in letters(pigeon) if m.telegram_id == school.telegram_id(school.MOTHER)]
    assert (mine.edits, mine.content.letter.wording.text) == (None, "в 19:00")  # type: ignore[union-attr]


async def test_a_veiled_letter_stays_veiled_when_it_is_corrected(
    database: Database, clock: SetClock, post: Delivery, pigeon: Pigeon, following: Following
) -> None:
    async with database.begin() as tx:
        await tx.run(person_settings.insert().values(person_id=school.MOTHER, discreet=True))
    made = await announced(database)
    await all_turns(post)
    await following.correct(TEACHER, made, Wording("в 19:00"))
    clock.advance(seconds=3)
    await all_turns(post)
    first, again = (m for m in pigeon.to(school.MOTHER))
    assert isinstance(first.content, VeiledNews)
    assert again.content == first.content
    assert again.edits is not None


async def test_the_digest_has_it_for_the_child_that_it_is_about(
    database: Database, clock: SetClock, school_time: SchoolTime, post: Delivery, pigeon: Pigeon
) -> None:
    async with database.begin() as tx:
        for pupil in (school.IVANOV, school.IVANOVA_MASHA):
            row = {"person_id": school.MOTHER, "pupil_id": pupil, "kind": "announcement", "mode": "digest"}
            await tx.run(preferences.insert().values(**row))
    await announced(database, text="семьям")
    await announced(database, text="позже", send_at=clock.now() + timedelta(days=2))
    clock.advance(hours=10, minutes=30)
    await digest_queue(database, school_time).queue_due()
    await all_turns(post)
    pages = [m.content.page for m in pigeon.to(school.MOTHER) if isinstance(m.content, DigestNews)]
    told = {page.pupil.given: [one.wording.text for one in page.announcements] for page in pages}
    assert told["Пётр"] == ["семьям"]
    assert told.get("Маша", []) == []


async def test_another_senders_announcement_is_nobodys_to_follow(
    database: Database, following: Following, post: Delivery
) -> None:
    made = await announced(database)
    await all_turns(post)
    for person in (school.DEPUTY, school.ADMIN, school.ALGEBRA_TEACHER, school.MOTHER, school.IVANOV):
        actor = school.actor(person)
        for act in (
            following.state(actor, made),
            following.silent(actor, made),
            following.unreached(actor, made),
            following.take_out(actor, made),
            following.remind(actor, made),
            following.correct(actor, made, Wording("я")),
            following.state(actor, AnnouncementId(made + 99)),
        ):
            with pytest.raises(NotFound):
                await act
