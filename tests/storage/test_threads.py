"""Threads on both databases: who stands in them, what goes on, what a card says."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import insert, update

from bot.talk_wiring import talking
from domain.errors import NotAllowed, NotFound
from domain.ids import PersonId
from domain.roles.people import Role
from domain.talk.openings import NobodyInFamily, To
from domain.talk.talking import Talking
from domain.talk.thread_pages import EditTooLate, NothingSaid, OnlyWatched
from domain.talk.threads import Desk, Party, Side, ThreadKind
from domain.talk.wording import Attachment, Entity, FileKind, Style, Wording, Writing
from storage.database import Database
from storage.tables import roles, talk
from storage.tables import school as t
from tests import school
from tests.clock import SetClock
from tests.storage.statement_cases import wired

MOTHER, FATHER, TEACHER, LEADS = (
    school.actor(one) for one in (school.MOTHER, school.FATHER, school.ALGEBRA_TEACHER, school.CLASS_TEACHER_7A)
)
IVANOV, DEPUTY, DIRECTOR = (school.actor(one) for one in (school.IVANOV, school.DEPUTY, school.DIRECTOR))
STRANGER = school.actor(school.ORLOV_MOTHER)
TO_TEACHER = To(pupil=school.IVANOV, person=school.ALGEBRA_TEACHER)


@pytest.fixture
def threads(database: Database) -> Talking:
    return talking(wired(database))


_numbers = iter(range(1, 10_000))


def said(text: str = "Здравствуйте", **more: Any) -> Writing:
    return Writing(Wording(text), account_message=next(_numbers), **more)


async def test_a_guardian_writes_to_a_subject_teacher_who_answers(threads: Talking) -> None:
    written = await threads.open(MOTHER, TO_TEACHER, said("Когда пересдача?"))
    head = written.card.head
    assert (head.kind, head.desk, head.subject, head.class_name) == (ThreadKind.GUARDIAN, None, "Алгебра", "7А")
    assert written.card.spoken.speaker.relation == "mother"
    answer = await threads.write(TEACHER, written.thread, said("В среду"), written.card.spoken.id)
    assert answer.card.spoken.reply_to is not None
    assert answer.card.spoken.reply_to.wording.text == "Когда пересдача?"
    page = await threads.page(MOTHER, written.thread)
    assert [one.wording.text for one in page.spoken] == ["Когда пересдача?", "В среду"]
    assert [one.person for one in page.others] == [school.ALGEBRA_TEACHER]
    assert (page.owes, page.standing.side) == (True, Side.FAMILY)


async def test_the_same_people_about_the_same_child_go_on_in_one_thread(threads: Talking) -> None:
    first = await threads.open(MOTHER, TO_TEACHER, said())
    assert (await threads.open(MOTHER, TO_TEACHER, said())).thread == first.thread
    to_mother = To(pupil=school.IVANOV, person=school.MOTHER)
    assert (await threads.open(TEACHER, to_mother, said())).thread == first.thread
    others = [
        await threads.open(MOTHER, replace(TO_TEACHER, matter="Олимпиада"), said()),
        await threads.open(FATHER, TO_TEACHER, said()),
        await threads.open(TEACHER, To(pupil=school.IVANOV, guardians=True), said()),
    ]
    assert len({first.thread, *(one.thread for one in others)}) == 4


async def test_a_colleague_who_was_written_to_first_stays_the_asked_one(threads: Talking) -> None:
    first = await threads.open(TEACHER, To(person=school.DEPUTY), said())
    back = await threads.open(DEPUTY, To(person=school.ALGEBRA_TEACHER), said())
    assert back.thread == first.thread
    assert back.card.spoken.party is Party.ASKED


async def test_the_desk_of_the_class_teacher_is_the_same_from_both_sides(threads: Talking) -> None:
    first = await threads.open(MOTHER, To(pupil=school.IVANOV, desk=Desk.CLASS_TEACHER), said())
    back = await threads.open(LEADS, To(pupil=school.IVANOV, person=school.MOTHER), said())
    assert back.thread == first.thread
    assert (back.card.spoken.party, back.card.spoken.speaker.side) == (Party.ASKED, Side.STAFF)


async def test_what_the_same_message_says_twice_is_said_once(threads: Talking) -> None:
    writing = said()
    first = await threads.open(MOTHER, TO_TEACHER, writing)
    again = await threads.open(MOTHER, TO_TEACHER, writing)
    assert again.card.spoken.id == first.card.spoken.id
    assert len((await threads.page(MOTHER, first.thread)).spoken) == 1


@pytest.mark.parametrize(
    ("actor", "to", "refusal"),
    [
        (STRANGER, TO_TEACHER, NotFound),
        (IVANOV, To(pupil=school.IVANOV, desk=Desk.ADMINISTRATION), NotFound),
        (IVANOV, To(person=school.ALGEBRA_TEACHER), NotAllowed),
        (MOTHER, To(person=school.ALGEBRA_TEACHER), NotAllowed),
        (MOTHER, To(pupil=school.IVANOV, person=school.ENGLISH_2), NotFound),
        (MOTHER, To(pupil=school.IVANOV, person=school.PETROVA_MOTHER), NotFound),
        (MOTHER, To(pupil=school.ORLOV, desk=Desk.CLASS_TEACHER), NotFound),
        (TEACHER, To(pupil=school.IVANOVA_MASHA, person=school.MOTHER), NotAllowed),
        (TEACHER, To(pupil=school.IVANOV, person=school.PETROVA_MOTHER), NotFound),
        (TEACHER, To(person=school.ALGEBRA_TEACHER), NotFound),
        (TEACHER, To(person=school.MOTHER), NotFound),
        (TEACHER, To(pupil=PersonId(999_999), person=school.MOTHER), NotAllowed),
        (school.actor(school.SECRETARY), To(pupil=school.IVANOV, guardians=True), NotAllowed),
        (MOTHER, To(announcement=999_999), NotFound),  # type: ignore[arg-type]
    ],
)
async def test_who_may_not_begin_a_thread_begins_none(
    threads: Talking, actor: Any, to: To, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        await threads.open(actor, to, said())


async def test_an_empty_message_says_nothing(threads: Talking) -> None:
    with pytest.raises(NothingSaid):
        await threads.open(MOTHER, TO_TEACHER, said("  "))


async def test_a_pupil_without_guardians_has_no_family_to_write_to(threads: Talking, database: Database) -> None:
    async with database.begin() as tx:
        await tx.run(update(roles.guardianships).values(restricted_at=school.STARTED))
    with pytest.raises(NobodyInFamily):
        await threads.open(TEACHER, To(pupil=school.IVANOV, guardians=True), said())


@pytest.mark.parametrize("actor", [STRANGER, FATHER, IVANOV, DIRECTOR, LEADS, school.actor(school.SPORT)])
async def test_who_is_no_part_of_a_thread_finds_nothing_there(threads: Talking, actor: Any) -> None:
    thread = (await threads.open(MOTHER, TO_TEACHER, said())).thread
    for act in (threads.page(actor, thread), threads.write(actor, thread, said()), threads.settle(actor, thread)):
        with pytest.raises(NotFound):
            await act
    assert await threads.thread_at(actor, 1) is None


async def test_a_guardian_s_code_of_a_teacher_opens_no_thread_of_the_teacher(threads: Talking) -> None:
    thread = (await threads.open(MOTHER, TO_TEACHER, said())).thread
    as_guardian = replace(TEACHER, roles=frozenset({Role.GUARDIAN}))
    with pytest.raises(NotFound):
        await threads.page(as_guardian, thread)


async def test_guardians_watch_what_a_pupil_of_grade_7_writes_and_answer_nothing(threads: Talking) -> None:
    thread = (await threads.open(IVANOV, TO_TEACHER, said())).thread
    page = await threads.page(MOTHER, thread)
    assert page.standing.watches
    assert {one.person for one in page.others} == {school.IVANOV, school.ALGEBRA_TEACHER}
    with pytest.raises(OnlyWatched):
        await threads.write(MOTHER, thread, said())
    with pytest.raises(NotFound):
        await threads.page(STRANGER, thread)


async def test_a_court_s_order_and_leaving_end_a_guardian_s_standing(threads: Talking, database: Database) -> None:
    thread = (await threads.open(MOTHER, TO_TEACHER, said())).thread
    kin = roles.guardianships.c
    async with database.begin() as tx:
        await tx.run(
            update(roles.guardianships)
            .where(kin.guardian_id == school.MOTHER, kin.pupil_id == school.IVANOV)
            .values(restricted_at=school.STARTED)
        )
    with pytest.raises(NotFound):
        await threads.page(MOTHER, thread)
    async with database.begin() as tx:
        await tx.run(update(roles.guardianships).values(restricted_at=None))
        await tx.run(
            update(t.enrolments)
            .where(t.enrolments.c.pupil_id == school.IVANOV)
            .values(until_day=school.TUESDAY - timedelta(days=1))
        )
    with pytest.raises(NotFound):
        await threads.page(MOTHER, thread)
    assert (await threads.page(TEACHER, thread)).head.class_name is None


async def test_a_new_class_teacher_sees_the_year_and_the_old_one_no_more(threads: Talking, database: Database) -> None:
    thread = (await threads.open(MOTHER, To(pupil=school.IVANOV, desk=Desk.CLASS_TEACHER), said())).thread
    assert (await threads.page(LEADS, thread)).standing.since is not None
    async with database.begin() as tx:
        await tx.run(
            update(t.class_teachers)
            .where(t.class_teachers.c.class_id == school.CLASS_7A)
            .values(until_day=school.TUESDAY - timedelta(days=1))
        )
        new = {"class_id": school.CLASS_7A, "person_id": school.SPORT, "from_day": school.TUESDAY}
        await tx.run(insert(t.class_teachers).values(**new))
    with pytest.raises(NotFound):
        await threads.page(LEADS, thread)
    sport = school.actor(school.SPORT)
    leads = replace(sport, roles=sport.roles | {Role.CLASS_TEACHER}, own_classes=(school.CLASS_7A,))
    assert len((await threads.page(leads, thread)).spoken) == 1


async def test_who_stands_in_sees_from_the_date_and_answers(
    threads: Talking, database: Database, clock: SetClock
) -> None:
    thread = (await threads.open(MOTHER, TO_TEACHER, said("Раньше"))).thread
    clock.advance(days=1)
    await threads.write(MOTHER, thread, said("Позже"))
    row = {
        "from_id": school.ALGEBRA_TEACHER,
        "to_id": school.SPORT,
        "history_from": date(2026, 11, 25),
        "from_day": date(2026, 11, 25),
        "until_day": date(2026, 11, 27),
        "made_by": school.DEPUTY,
        "made_at": clock.now(),
    }
    async with database.begin() as tx:
        await tx.run(insert(talk.handovers).values(**row))
    sport = school.actor(school.SPORT)
    assert [one.wording.text for one in (await threads.page(sport, thread)).spoken] == ["Позже"]
    answer = await threads.write(sport, thread, said("Отвечаю за коллегу"))
    assert answer.card.spoken.party is Party.ASKED
    assert len((await threads.page(TEACHER, thread)).spoken) == 3
    clock.advance(days=3)
    with pytest.raises(NotFound):
        await threads.page(sport, thread)


async def test_the_administration_answers_by_its_roles_of_today(threads: Talking) -> None:
    thread = (await threads.open(MOTHER, To(pupil=school.IVANOV, desk=Desk.ADMINISTRATION), said())).thread
    for leader in (DIRECTOR, DEPUTY):
        assert (await threads.page(leader, thread)).standing.party is Party.ASKED
    with pytest.raises(NotFound):
        await threads.page(school.actor(school.ADMIN), thread)


async def test_a_deputy_who_asks_as_a_mother_is_not_asked_herself(threads: Talking) -> None:
    to = To(pupil=school.KUZINA, desk=Desk.ADMINISTRATION)
    thread = (await threads.open(DEPUTY, to, said())).thread
    assert (await threads.page(DEPUTY, thread)).standing.party is Party.ASKING
    assert not (await threads.page(DEPUTY, thread)).owes
    assert (await threads.page(DIRECTOR, thread)).owes


async def test_no_answer_is_owed_once_it_is_settled_or_given(threads: Talking) -> None:
    thread = (await threads.open(MOTHER, TO_TEACHER, said())).thread
    assert (await threads.page(TEACHER, thread)).owes
    assert not (await threads.settle(TEACHER, thread)).owes
    await threads.write(MOTHER, thread, said())
    await threads.write(TEACHER, thread, said())
    assert not (await threads.page(TEACHER, thread)).owes


async def test_an_album_is_one_message_and_its_caption_may_come_late(threads: Talking) -> None:
    photo = Attachment(FileKind.PHOTO, "one", source=501)
    first = await threads.open(MOTHER, TO_TEACHER, Writing(Wording(""), (photo,), 501, "album"))
    more = Attachment(FileKind.PHOTO, "two", source=502)
    joined = await threads.join(MOTHER, Writing(Wording("Справка"), (more,), 502, "album"))
    again = await threads.join(MOTHER, Writing(Wording("Справка"), (more,), 502, "album"))
    assert joined is not None
    assert again is not None
    assert again.card.spoken.id == first.card.spoken.id
    assert [one.file_id for one in again.card.spoken.files] == ["one", "two"]
    assert again.card.spoken.wording.text == "Справка"
    assert await threads.join(FATHER, Writing(Wording(""), (more,), 502, "album")) is None
    assert await threads.thread_at(MOTHER, 502) == first.thread


async def test_within_fifteen_minutes_words_change_and_the_earlier_ones_stay(
    threads: Talking, database: Database, clock: SetClock
) -> None:
    written = await threads.open(MOTHER, TO_TEACHER, Writing(Wording("До среды"), account_message=700))
    bold = Wording("До пятницы", (Entity(Style.BOLD, 3, 7),))
    clock.advance(minutes=14)
    reworded = await threads.reword(MOTHER, 700, Writing(bold, account_message=700))
    assert reworded is not None
    assert (reworded.card.spoken.wording, reworded.card.spoken.version) == (bold, 2)
    assert reworded.card.spoken.edited_at is not None
    assert await threads.reword(MOTHER, 700, Writing(bold, account_message=700)) is None
    assert await threads.reword(FATHER, 700, Writing(bold, account_message=700)) is None
    clock.advance(minutes=2)
    with pytest.raises(EditTooLate):
        await threads.reword(MOTHER, 700, Writing(Wording("Вчера"), account_message=700))
    earlier = await database.reader.rows(talk.thread_message_versions.select())
    assert [(row.message_id, row.version, row.text) for row in earlier] == [(written.card.spoken.id, 1, "До среды")]


async def test_older_pages_end_where_the_thread_began(threads: Talking) -> None:
    thread = (await threads.open(MOTHER, TO_TEACHER, said("0"))).thread
    for number in range(1, 12):
        await threads.write(MOTHER, thread, said(str(number)))
    newest = await threads.page(TEACHER, thread)
    assert [one.wording.text for one in newest.spoken] == [str(n) for n in range(2, 12)]
    assert newest.before is not None
    older = await threads.page(TEACHER, thread, newest.before)
    assert [one.wording.text for one in older.spoken] == ["0", "1"]
    assert older.before is None


async def test_an_answer_does_not_name_a_message_of_another_thread(threads: Talking) -> None:
    mine = (await threads.open(MOTHER, TO_TEACHER, said())).thread
    other = await threads.open(STRANGER, To(pupil=school.ORLOV, person=school.ALGEBRA_TEACHER), said("Чужое"))
    forged = await threads.write(MOTHER, mine, said(), other.card.spoken.id)
    assert forged.card.spoken.reply_to is None


async def test_listeners_are_accounts_with_the_right_of_today(threads: Talking, database: Database) -> None:
    thread = (await threads.open(IVANOV, TO_TEACHER, said())).thread
    standings = wired(database).standings
    persons = {person for person, _ in (await standings.listeners([thread]))[thread].values()}
    assert persons == {school.IVANOV, school.ALGEBRA_TEACHER, school.MOTHER, school.FATHER}
    async with database.begin() as tx:
        no = {"person_id": school.FATHER, "version": 1, "accepted": False, "at": school.STARTED}
        await tx.run(insert(roles.consents).values(**no))
        mother = roles.bindings.c.person_id == school.MOTHER
        await tx.run(update(roles.bindings).where(mother).values(confirmed_at=None))
    persons = {person for person, _ in (await standings.listeners([thread]))[thread].values()}
    assert persons == {school.IVANOV, school.ALGEBRA_TEACHER}


async def test_a_guardian_is_offered_class_teacher_subjects_and_administration(threads: Talking) -> None:
    offered = await threads.partners(MOTHER, school.IVANOV)
    shown = [(one.desk, one.person, one.subjects) for one in offered.partners]
    assert shown[0][0] is Desk.CLASS_TEACHER
    assert (None, school.ALGEBRA_TEACHER, ("Алгебра",)) in shown
    assert (None, school.ENGLISH_1, ("Английский язык",)) in shown
    assert school.ENGLISH_2 not in {person for _, person, _ in shown}
    assert shown[-1][0] is Desk.ADMINISTRATION
    of_pupil = await threads.partners(IVANOV, school.IVANOV)
    assert Desk.ADMINISTRATION not in {one.desk for one in of_pupil.partners}


async def test_the_actor_s_threads_are_one_statement(threads: Talking, database: Database) -> None:
    first = (await threads.open(MOTHER, TO_TEACHER, said())).thread
    second = (await threads.open(IVANOV, TO_TEACHER, said())).thread
    stands = await wired(database).standings.of_person(MOTHER)
    assert {thread: one.watches for thread, one in stands.items()} == {first: False, second: True}
    assert await wired(database).standings.of_person(STRANGER) == {}
