"""What is said to whom, once, and never wrongly."""

from datetime import timedelta

import pytest
from sqlalchemy import insert, update

from domain.attendance.answers import Answer
from domain.attendance.presence import Presence
from domain.clock import SchoolTime
from domain.events import AbsenceAnswered, CodesGuessed, HomeworkChanged
from domain.ids import HomeworkId, LessonId, PersonId
from domain.messaging.contents import (
    AbsenceClosed,
    AbsenceNews,
    AnswerNews,
    DigestNews,
    GuessingNews,
    HomeworkNews,
    LostNews,
    MarkNews,
)
from domain.messaging.delivery import Delivery, SendingLimits
from domain.messaging.outbox import Blocked, Retry, Unknown
from domain.messaging.reaching import Reaching
from storage.database import Database
from storage.tables.attendance import absence_answers
from storage.tables.journal import homework
from storage.tables.messaging import facts, preferences
from storage.tables.roles import consents, guardianships
from tests import school
from tests.clock import SetClock
from tests.scheduler.post_office import Pigeon, all_turns, delivery, digest_queue, note, put_mark, rows

MOTHER_ID = school.telegram_id(school.MOTHER)


@pytest.fixture
def pigeon() -> Pigeon:
    return Pigeon()


@pytest.fixture
def post(database: Database, school_time: SchoolTime, pigeon: Pigeon) -> Delivery:
    return delivery(database, school_time, pigeon)


async def test_both_guardians_hear_of_an_absence_after_the_grace(
    database: Database, clock: SetClock, post: Delivery, pigeon: Pigeon
) -> None:
    await note(database, Presence.ABSENT)
    await all_turns(post)
    assert pigeon.carried == []
    clock.advance(minutes=2)
    await all_turns(post)
    assert pigeon.readers == [school.MOTHER, school.FATHER]


async def test_what_is_undone_within_the_grace_is_never_sent(
    database: Database, clock: SetClock, post: Delivery, pigeon: Pigeon
) -> None:
    await note(database, Presence.ABSENT)
    await all_turns(post)
    clock.advance(minutes=1)
    await note(database, Presence.PRESENT)
    await all_turns(post)
    clock.advance(hours=2)
    await all_turns(post)
    assert pigeon.carried == []
    assert {state for _, state, _ in await rows(database)} == {"cancelled"}


async def test_an_absence_undone_before_it_was_told_is_not_sent_even_by_a_due_row(
    database: Database, clock: SetClock, post: Delivery, pigeon: Pigeon
) -> None:
    await note(database, Presence.ABSENT)
    await all_turns(post)
    clock.advance(minutes=3)
    await note(database, Presence.PRESENT)
    await all_turns(post)
    assert pigeon.carried == []


async def test_a_change_after_it_was_sent_brings_one_correction(
    database: Database, clock: SetClock, post: Delivery, pigeon: Pigeon
) -> None:
    await note(database, Presence.ABSENT)
    await all_turns(post)
    clock.advance(minutes=2)
    await all_turns(post)
    await note(database, Presence.LATE)
    await note(database, Presence.PRESENT)
    clock.advance(minutes=2)
    await all_turns(post)
    said = [message.content for message in pigeon.to(school.MOTHER)]
    assert [(news.correction, news.before) for news in said if isinstance(news, AbsenceNews)] == [
        (False, None),
        (True, "absent"),
    ]


async def test_an_absence_that_turns_out_to_be_an_illness_is_no_correction(
    database: Database, clock: SetClock, post: Delivery, pigeon: Pigeon
) -> None:
    await note(database, Presence.ABSENT)
    await all_turns(post)
    clock.advance(minutes=2)
    await all_turns(post)
    await note(database, Presence.ILL)
    clock.advance(minutes=2)
    await all_turns(post)
    assert len(pigeon.to(school.MOTHER)) == 1


async def test_a_mark_goes_to_the_guardians_and_to_the_pupil_and_its_correction_says_what_was(
    database: Database, clock: SetClock, post: Delivery, pigeon: Pigeon
) -> None:
    mark = await put_mark(database, "2")
    await all_turns(post)
    clock.advance(minutes=15)
    await all_turns(post)
    assert pigeon.readers == [school.IVANOV, school.MOTHER, school.FATHER]
    await put_mark(database, "4", mark)
    await all_turns(post)
    clock.advance(minutes=15)
    await all_turns(post)
    await put_mark(database, None, mark)
    await all_turns(post)
    clock.advance(minutes=15)
    await all_turns(post)
    said = [m.content for m in pigeon.to(school.MOTHER) if isinstance(m.content, MarkNews)]
    assert [(news.correction, news.before, news.card.taken_back) for news in said] == [
        (False, None, False),
        (True, "2", False),
        (True, "4", True),
    ]


async def test_telling_the_same_facts_twice_makes_no_second_row(
    database: Database, clock: SetClock, post: Delivery, pigeon: Pigeon, school_time: SchoolTime
) -> None:
    await note(database, Presence.ABSENT)
    await all_turns(post)
    async with database.begin() as tx:
        await tx.run(update(facts).values(told_at=None))
    clock.advance(minutes=2)
    await all_turns(post)
    await all_turns(delivery(database, school_time, pigeon, owner="run 2"))
    assert pigeon.readers == [school.MOTHER, school.FATHER]


async def test_a_restricted_guardian_hears_nothing_even_if_restricted_at_the_last_moment(
    database: Database, clock: SetClock, post: Delivery, pigeon: Pigeon
) -> None:
    await note(database, Presence.ABSENT)
    await all_turns(post)
    async with database.begin() as tx:
        father = guardianships.c.guardian_id == school.FATHER
        await tx.run(update(guardianships).where(father).values(restricted_at=clock.now()))
    clock.advance(minutes=2)
    await all_turns(post)
    assert pigeon.readers == [school.MOTHER]
    await put_mark(database, "5")
    await all_turns(post)
    clock.advance(minutes=15)
    await all_turns(post)
    assert pigeon.to(school.FATHER) == []


async def test_the_author_is_not_told_of_their_own_act(
    database: Database, clock: SetClock, post: Delivery, pigeon: Pigeon
) -> None:
    await note(database, Presence.ABSENT, pupil=school.KUZINA, by=school.DEPUTY)
    await all_turns(post)
    clock.advance(minutes=2)
    await all_turns(post)
    assert pigeon.carried == []


@pytest.mark.parametrize("mode", ["digest", "off"])
async def test_who_chose_otherwise_is_not_rung(
    database: Database, clock: SetClock, post: Delivery, pigeon: Pigeon, mode: str
) -> None:
    choice = {"person_id": school.MOTHER, "pupil_id": school.IVANOV, "kind": "absence", "mode": mode}
    async with database.begin() as tx:
        await tx.run(insert(preferences).values(**choice))
    await note(database, Presence.ABSENT)
    await all_turns(post)
    clock.advance(minutes=2)
    await all_turns(post)
    assert pigeon.readers == [school.FATHER]


async def test_a_crash_between_claim_and_result_brings_one_marked_repeat(
    database: Database, clock: SetClock, post: Delivery, pigeon: Pigeon, school_time: SchoolTime
) -> None:
    await note(database, Presence.ABSENT)
    await all_turns(post)
    clock.advance(minutes=2)
    letters = await post._turn()
    assert len(letters) == 2
    await post._send(*letters[0])
    second = delivery(database, school_time, pigeon, owner="run 2")
    assert await second.recover() == 2
    clock.advance(seconds=30)
    await all_turns(second)
    assert sorted(message.repeat for message in pigeon.carried) == [False, True, True]
    assert {state for _, state, _ in await rows(database)} == {"sent"}


async def test_an_unknown_outcome_is_repeated_once_and_marked(
    database: Database, clock: SetClock, post: Delivery, pigeon: Pigeon
) -> None:
    pigeon.fates[MOTHER_ID] = [Unknown("time-out")]
    await note(database, Presence.ABSENT)
    await all_turns(post)
    clock.advance(minutes=2)
    await all_turns(post)
    assert pigeon.to(school.MOTHER) == []
    clock.advance(seconds=30)
    await all_turns(post)
    assert [message.repeat for message in pigeon.to(school.MOTHER)] == [True]
    pigeon.fates[MOTHER_ID] = [Unknown("time-out"), Unknown("time-out")]
    await put_mark(database, "5")
    await all_turns(post)
    clock.advance(minutes=15)
    await all_turns(post)
    clock.advance(seconds=30)
    await all_turns(post)
    clock.advance(hours=1)
    await all_turns(post)
    assert len(pigeon.to(school.MOTHER)) == 1
    assert ("mark", "undeliverable", "unknown twice: time-out") in await rows(database)


async def test_an_alarm_that_may_have_arrived_is_called_back_when_it_was_taken_back(
    database: Database, clock: SetClock, post: Delivery, pigeon: Pigeon
) -> None:
    pigeon.fates[MOTHER_ID] = [Unknown("reset")]
    await note(database, Presence.ABSENT)
    await all_turns(post)
    clock.advance(minutes=2)
    await all_turns(post)
    await note(database, Presence.PRESENT)
    await all_turns(post)
    clock.advance(minutes=5)
    await all_turns(post)
    said = [message.content for message in pigeon.to(school.MOTHER)]
    assert [(news.correction, news.before) for news in said if isinstance(news, AbsenceNews)] == [(True, "absent")]


async def test_an_absence_goes_before_a_mark_that_waited_longer(
    database: Database, clock: SetClock, pigeon: Pigeon, school_time: SchoolTime
) -> None:
    post = delivery(database, school_time, pigeon, limits=SendingLimits(in_flight=1, per_chat=1000))
    await put_mark(database, "5", pupil=school.PETROVA)
    await all_turns(post)
    clock.advance(minutes=14)
    await note(database, Presence.ABSENT, pupil=school.SIDOROV)
    await all_turns(post)
    clock.advance(minutes=2)
    await all_turns(post)
    assert [message.telegram_id - 1000 for message in pigeon.carried] == [
        school.SIDOROV_MOTHER,
        school.PETROVA_MOTHER,
        school.PETROVA,
    ]


async def test_a_blocked_account_ends_what_waits_for_it_and_the_class_teacher_hears_once(
    database: Database, clock: SetClock, post: Delivery, pigeon: Pigeon
) -> None:
    pigeon.fates[MOTHER_ID] = [Blocked("bot was blocked by the user")]
    mark = await put_mark(database, "5")
    await note(database, Presence.ABSENT)
    await all_turns(post)
    clock.advance(minutes=15)
    await all_turns(post)
    await put_mark(database, "4", mark)
    await all_turns(post)
    clock.advance(minutes=15)
    await all_turns(post)
    assert pigeon.to(school.MOTHER) == []
    told = [m.content for m in pigeon.carried if isinstance(m.content, LostNews)]
    assert [news.person.name for news in told] == [school.PEOPLE[school.MOTHER]] * len(told)
    assert {m.telegram_id - 1000 for m in pigeon.carried if isinstance(m.content, LostNews)} == {
        school.CLASS_TEACHER_7A,
        school.PRIMARY,
    }
    assert len(told) == 2


async def test_429_makes_everyone_wait(
    database: Database, clock: SetClock, pigeon: Pigeon, school_time: SchoolTime
) -> None:
    post = delivery(database, school_time, pigeon, limits=SendingLimits(in_flight=1, per_chat=1000))
    pigeon.fates[MOTHER_ID] = [Retry("Too Many Requests", after=0.2, everyone=True)]
    await note(database, Presence.ABSENT)
    await all_turns(post)
    clock.advance(minutes=2)
    await all_turns(post)
    assert pigeon.carried == []
    post._paused_until = 0.0
    clock.advance(seconds=1)
    await all_turns(post)
    assert pigeon.readers == [school.MOTHER, school.FATHER]


async def test_what_surely_failed_is_tried_again_later_and_later(
    database: Database, clock: SetClock, post: Delivery, pigeon: Pigeon
) -> None:
    pigeon.fates[MOTHER_ID] = [Retry("Bad Gateway")] * 3
    await note(database, Presence.ABSENT)
    await all_turns(post)
    clock.advance(minutes=2)
    waits = []
    for _ in range(12):
        await all_turns(post)
        if pigeon.to(school.MOTHER):
            break
        waits.append(1)
        clock.advance(seconds=1)
    assert len(waits) == 1 + 2 + 4
    assert [message.repeat for message in pigeon.to(school.MOTHER)] == [False]


async def test_an_absence_is_not_told_on_the_next_day(
    database: Database, clock: SetClock, post: Delivery, pigeon: Pigeon
) -> None:
    await note(database, Presence.ABSENT)
    await all_turns(post)
    clock.set(clock.now() + timedelta(days=1))
    await all_turns(post)
    assert pigeon.carried == []
    assert {reason for _, _, reason in await rows(database)} == {"in the digest"}


async def answer(database: Database, lesson: LessonId, by: PersonId) -> None:
    row = {"lesson_id": lesson, "pupil_id": school.IVANOV, "guardian_id": by, "answer": Answer.ILL}
    async with database.begin() as tx:
        await tx.run(insert(absence_answers).values(**row, at=database.clock.now()))
        await tx.facts.add(AbsenceAnswered(by, lesson, school.IVANOV))


async def test_an_answer_reaches_the_teacher_and_the_class_teacher_and_closes_the_other_guardians_card(
    database: Database, clock: SetClock, post: Delivery, pigeon: Pigeon
) -> None:
    lesson = await note(database, Presence.ABSENT)
    await all_turns(post)
    clock.advance(minutes=2)
    await all_turns(post)
    sent = {message.telegram_id: 501 + n for n, message in enumerate(pigeon.carried)}
    await answer(database, lesson, school.MOTHER)
    await all_turns(post)
    later = pigeon.carried[2:]
    assert {m.telegram_id - 1000 for m in later if isinstance(m.content, AnswerNews)} == {
        school.ALGEBRA_TEACHER,
        school.CLASS_TEACHER_7A,
    }
    closed = [(m.telegram_id, m.edits) for m in later if isinstance(m.content, AbsenceClosed)]
    father = school.telegram_id(school.FATHER)
    assert closed == [(father, sent[father])]
    assert len(later) == 3


async def test_who_has_answered_already_is_not_rung_and_the_other_guardian_sees_the_answer_at_once(
    database: Database, clock: SetClock, post: Delivery, pigeon: Pigeon
) -> None:
    lesson = await note(database, Presence.ABSENT)
    await all_turns(post)
    await answer(database, lesson, school.MOTHER)
    clock.advance(minutes=2)
    await all_turns(post)
    told = [m for m in pigeon.carried if isinstance(m.content, AbsenceNews)]
    assert [(m.telegram_id - 1000, m.content.card.answer) for m in told] == [(school.FATHER, Answer.ILL)]


async def test_homework_goes_at_once_to_who_wants_it_so_and_a_correction_to_who_was_told(
    database: Database, clock: SetClock, post: Delivery, pigeon: Pigeon
) -> None:
    choice = {"person_id": school.MOTHER, "pupil_id": school.IVANOV, "kind": "homework", "mode": "now"}
    row = {"subject_id": school.ALGEBRA, "class_id": school.CLASS_7A, "due_day": school.TUESDAY, "text": "№ 1"}
    async with database.begin() as tx:
        await tx.run(insert(preferences).values(**choice))
        made = await tx.add(insert(homework).values(**row, set_by=school.ALGEBRA_TEACHER, set_at=clock.now()))
        await tx.facts.add(HomeworkChanged(school.ALGEBRA_TEACHER, HomeworkId(made), 1))
    await all_turns(post)
    clock.advance(minutes=5)
    await all_turns(post)
    async with database.begin() as tx:
        await tx.run(update(homework).values(text="№ 2", version=2))
        await tx.facts.add(HomeworkChanged(school.ALGEBRA_TEACHER, HomeworkId(made), 2))
    await all_turns(post)
    clock.advance(minutes=5)
    await all_turns(post)
    assert pigeon.readers == [school.MOTHER, school.MOTHER]
    assert [m.content.correction for m in pigeon.carried if isinstance(m.content, HomeworkNews)] == [False, True]


async def test_who_declined_the_consent_hears_nothing(
    database: Database, clock: SetClock, post: Delivery, pigeon: Pigeon
) -> None:
    declined = {"person_id": school.FATHER, "version": 1, "accepted": False, "at": clock.now()}
    async with database.begin() as tx:
        await tx.run(insert(consents).values(**declined))
    await note(database, Presence.ABSENT)
    await all_turns(post)
    clock.advance(minutes=2)
    await all_turns(post)
    assert pigeon.readers == [school.MOTHER]


async def test_through_an_outage_of_telegrams_the_repeats_go_on(
    database: Database, clock: SetClock, post: Delivery, pigeon: Pigeon
) -> None:
    pigeon.fates[MOTHER_ID] = [Unknown("Bad Gateway", answered=True)] * 5
    await note(database, Presence.ABSENT)
    await all_turns(post)
    clock.advance(minutes=2)
    for _ in range(10):
        await all_turns(post)
        clock.advance(minutes=1)
    assert [message.repeat for message in pigeon.to(school.MOTHER)] == [True]


async def test_the_administrators_hear_that_codes_are_being_guessed(
    database: Database, post: Delivery, pigeon: Pigeon
) -> None:
    async with database.begin() as tx:
        await tx.facts.add(CodesGuessed(None, 40))
    await all_turns(post)
    assert [(m.telegram_id - 1000, m.content) for m in pigeon.carried] == [(school.ADMIN, GuessingNews(40))]


async def test_who_comes_back_is_written_to_again(
    database: Database, clock: SetClock, post: Delivery, pigeon: Pigeon, school_time: SchoolTime
) -> None:
    reaching = Reaching(database.begin, digest_queue(database, school_time))
    await reaching.gone(MOTHER_ID, "bot was blocked by the user")
    await reaching.gone(MOTHER_ID, "bot was blocked by the user")
    await note(database, Presence.ABSENT)
    await all_turns(post)
    clock.advance(minutes=2)
    await all_turns(post)
    assert pigeon.to(school.MOTHER) == []
    assert len([m for m in pigeon.carried if isinstance(m.content, LostNews)]) == 2
    assert await reaching.back(MOTHER_ID)
    assert not await reaching.back(MOTHER_ID)
    await put_mark(database, "5")
    await all_turns(post)
    clock.advance(minutes=15)
    await all_turns(post)
    assert {type(one.content) for one in pigeon.to(school.MOTHER)} == {DigestNews, MarkNews}
