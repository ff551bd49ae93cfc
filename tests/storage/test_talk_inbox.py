"""The inbox from both databases: its order, its counts, whom it shows what, and what it costs."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import insert

from bot import inbox_wiring
from bot.services import Services
from domain.ids import PersonId
from domain.talk.inbox import ON_A_PAGE, Heading, InboxCount, InboxLine
from domain.talk.openings import To
from domain.talk.threads import Party, Side, ThreadKind
from storage.database import Database
from storage.tables.talk import thread_members, thread_messages, threads
from tests import school
from tests.clock import SetClock
from tests.statements import counted
from tests.storage.statement_cases import wired
from tests.talks import TO_ALGEBRA, TO_CLASS_TEACHER, answer, begin

TEACHER, MOTHER = school.actor(school.ALGEBRA_TEACHER), school.actor(school.MOTHER)
NOW = school.MORNING
OLD = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Thread:
    at: datetime = NOW
    kind: ThreadKind = ThreadKind.GUARDIAN
    owed: bool = True
    author: PersonId = school.MOTHER


async def _put(database: Database, *wanted: Thread) -> None:
    """Between the mother and the teacher of algebra, about the son."""
    async with database.begin() as tx:
        for one in wanted:
            party = Party.ASKING if one.author == school.MOTHER else Party.ASKED
            owed = {"owed_by": Party.ASKED.value, "owed_since": one.at} if one.owed else {}
            about = {"kind": one.kind.value, "pupil_id": school.IVANOV, "opened_by": school.MOTHER}
            row = {**about, "opened_at": one.at, "last_at": one.at, **owed}
            thread = await tx.add(insert(threads).values(**row))
            members = ((school.MOTHER, Party.ASKING, Side.FAMILY), (school.ALGEBRA_TEACHER, Party.ASKED, Side.STAFF))
            rows = [
                {"thread_id": thread, "person_id": person, "party": of.value, "side": side.value, "joined_at": one.at}
                for person, of, side in members
            ]
            await tx.run(insert(thread_members), rows)
            said = {
                "thread_id": thread,
                "author_id": one.author,
                "party": party.value,
                "text": f"Вопрос {thread}",
                "written_at": one.at,
                "source_account_id": school.account_of(one.author),
                "source_message_id": thread,
            }
            message = await tx.add(insert(thread_messages).values(**said))
            await tx.run(threads.update().where(threads.c.id == thread).values(last_message_id=message))


async def test_three_hundred_threads_cost_no_statement_more_than_one(database: Database, clock: SetClock) -> None:
    spent = []
    for more in (1, 299):
        await _put(database, *(Thread(NOW - n * timedelta(hours=1)) for n in range(more)))
        services = wired(database).services()
        await services.inbox.page(TEACHER)
        with counted(database) as asked:
            page = await services.inbox.page(TEACHER)
        spent.append(asked.statements)
    assert page.counted == InboxCount(300, 300)
    assert (len(page.lines), page.pages) == (ON_A_PAGE, 38)
    assert spent[0] == spent[1] <= 8


async def test_the_morning_asks_no_more_of_three_hundred_threads(database: Database, clock: SetClock) -> None:
    spent = []
    for more in (1, 299):
        await _put(database, *(Thread(NOW - OLD) for _ in range(more)))
        with counted(database) as asked:
            owed = await inbox_wiring._owed(wired(database)).owed(NOW - OLD)
        spent.append(asked.statements)
    assert owed == {school.ALGEBRA_TEACHER: 300}
    assert spent[0] == spent[1]


async def test_what_has_waited_for_three_days_stands_first_and_the_longest_before_all(database: Database) -> None:
    late, later = NOW - OLD, NOW - 2 * OLD
    await _put(database, Thread(), Thread(late), Thread(late, owed=False), Thread(later), Thread(late + OLD / 300))
    page = await wired(database).services().inbox.page(TEACHER)
    assert [(one.thread.id, one.owed) for one in page.lines] == [
        (4, True),
        (2, True),
        (1, False),
        (5, False),
        (3, False),
    ]
    assert page.owed == 2
    family = await wired(database).services().inbox.page(MOTHER)
    assert [one.thread.id for one in family.lines] == [1, 5, 3, 2, 4]
    assert family.owed == 0


async def test_threads_are_counted_by_who_talks_and_turned_over_by_heading(database: Database) -> None:
    kinds = (ThreadKind.GUARDIAN, ThreadKind.GUARDIAN, ThreadKind.PUPIL, ThreadKind.ANSWER)
    await _put(database, *(Thread(kind=kind) for kind in kinds), Thread(author=school.ALGEBRA_TEACHER, owed=False))
    services = wired(database).services()
    page = await services.inbox.page(TEACHER)
    assert page.counts == {
        Heading.FAMILIES: InboxCount(3, 2),
        Heading.PUPILS: InboxCount(1, 1),
        Heading.ANSWERS: InboxCount(1, 1),
    }
    only = await services.inbox.page(TEACHER, Heading.PUPILS, 99)
    assert [one.thread.id for one in only.lines] == [3]
    assert only.number == 0
    family = await services.inbox.page(MOTHER)
    assert family.counts == {Heading.SCHOOL: InboxCount(5, 1)}


async def test_reading_and_answering_and_what_needs_no_answer(database: Database, clock: SetClock) -> None:
    services = wired(database).services()
    thread = await begin(services, school.MOTHER, TO_ALGEBRA, "Вопрос")
    clock.advance(days=4)
    [line] = await _lines(services, school.ALGEBRA_TEACHER)
    assert (line.unread, line.owed, line.own) == (True, True, False)
    assert [one.name.full for one in line.others] == ["Иванова Мария Петровна"]
    await services.talking.page(TEACHER, thread)
    [line] = await _lines(services, school.ALGEBRA_TEACHER)
    assert (line.unread, line.owed) == (False, True)
    await services.talking.settle(TEACHER, thread)
    [line] = await _lines(services, school.ALGEBRA_TEACHER)
    assert not line.owed
    await answer(services, school.ALGEBRA_TEACHER, thread, "Ответ")
    clock.advance(days=4)
    [line] = await _lines(services, school.MOTHER)
    assert (line.unread, line.owed, line.own) == (True, False, False)
    [line] = await _lines(services, school.ALGEBRA_TEACHER)
    assert (line.own, line.unread) == (True, False)


async def test_a_desk_is_listed_by_who_sits_there_and_by_nobody_else(database: Database, clock: SetClock) -> None:
    services = wired(database).services()
    await begin(services, school.MOTHER, TO_CLASS_TEACHER, "Вопрос")
    [line] = await _lines(services, school.CLASS_TEACHER_7A)
    assert [one.name.full for one in line.others] == ["Иванова Мария Петровна"]
    [line] = await _lines(services, school.MOTHER)
    assert line.others == ()
    for other in (
        *(school.PRIMARY, school.ALGEBRA_TEACHER, school.DIRECTOR, school.ADMIN, school.SECRETARY),
        *(school.PETROVA_MOTHER, school.ORLOV_MOTHER, school.PETROVA),
    ):
        assert await _lines(services, other) == ()


async def test_a_guardian_who_watches_lists_both_sides_owes_nothing_and_takes_it_out(
    database: Database, clock: SetClock
) -> None:
    services = wired(database).services()
    thread = await begin(services, school.IVANOV, To(pupil=school.IVANOV, person=school.ALGEBRA_TEACHER), "Вопрос")
    clock.advance(days=4)
    for guardian in (school.MOTHER, school.FATHER):
        [line] = await _lines(services, guardian)
        assert (line.thread.heading, line.thread.standing.watches, line.owed) == (Heading.SCHOOL, True, False)
        assert [one.name.surname for one in line.others] == ["Алгебрина", "Иванов"]
        assert len((await services.thread_records.take(school.actor(guardian), thread)).talk) == 1
    assert await _lines(services, school.PETROVA_MOTHER) == ()


async def _lines(services: Services, person: PersonId) -> tuple[InboxLine, ...]:
    return (await services.inbox.page(school.actor(person))).lines
