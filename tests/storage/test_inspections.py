"""An inspection on both kinds of database: what is found, what is judged mended, what two taps at once come to."""

import asyncio
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import func, select, update

from bot.services import Wiring
from domain.control.findings import Finding, RemarkState
from domain.control.gaps import CourseKey
from domain.control.inspecting import Card, Deck
from domain.control.inspection_spans import Span
from domain.control.inspections import DueDayWrong, InspectionOver, Remark, RemarkSettled, RemarkTextNeeded
from domain.errors import NotAllowed, NotFound
from domain.ids import InspectionRemarkId
from storage.database import Database
from storage.tables.control import inspection_remarks, inspections
from storage.tables.journal import lessons
from storage.tables.messaging import facts
from tests import inspecting, school
from tests.clock import SetClock
from tests.statements import counted
from tests.storage.statement_cases import wired

DEPUTY, TEACHER, DIRECTOR = (school.actor(one) for one in (school.DEPUTY, school.ALGEBRA_TEACHER, school.DIRECTOR))
AFTERNOON = datetime(2026, 11, 24, 14, 0, tzinfo=school.ZONE)
MONDAY, FRIDAY, THURSDAY = date(2026, 11, 23), date(2026, 11, 20), date(2026, 11, 19)
ALGEBRA = CourseKey(school.CLASS_7A, school.ALGEBRA, school.ALGEBRA_TEACHER)


@pytest.fixture
def wiring(database: Database, clock: SetClock) -> Wiring:
    clock.set(AFTERNOON)
    return wired(database)


async def _deck(wiring: Wiring, **missing: list[date]) -> Deck:
    await inspecting.kept(wiring.database, **missing)
    return await wiring.services().inspecting.begin(DEPUTY, None, school.ALGEBRA_TEACHER, Span.TERM)


def _of_algebra(deck: Deck) -> dict[Finding, Card]:
    return {card.gap.finding: card for card in deck.cards if card.gap.course == ALGEBRA}


async def _told(wiring: Wiring, deck: Deck, *findings: Finding) -> list[Remark]:
    """Remarks of these findings, sent to the teacher."""
    number, services = deck.inspection.id, wiring.services()
    for one in findings:
        deck = await services.inspecting.remark(DEPUTY, number, ALGEBRA, one, lambda gap: str(gap.finding))
    await services.inspecting.finish(DEPUTY, number)
    return list((await services.inspection_pages.page(DEPUTY, number)).remarks)


async def _facts(database: Database, kind: str) -> int:
    row = await database.reader.row(select(func.count()).select_from(facts).where(facts.c.kind == kind))
    assert row is not None
    return int(row[0])


async def test_each_lack_is_a_card_with_its_days(wiring: Wiring) -> None:
    cards = _of_algebra(
        await _deck(
            wiring, topics=[MONDAY, FRIDAY], roll_calls=[MONDAY], at_home=[THURSDAY], late=[FRIDAY], works=[THURSDAY]
        )
    )
    assert {one: card.gap.days for one, card in cards.items() if one is not Finding.FEW_MARKS} == {
        Finding.TOPIC: (FRIDAY, MONDAY),
        Finding.ATTENDANCE: (MONDAY,),
        Finding.HOMEWORK: (THURSDAY,),
        Finding.LATE_HOMEWORK: (FRIDAY,),
    }
    assert len(cards[Finding.FEW_MARKS].gap.pupils) == 4


async def test_a_written_work_is_due_after_its_days(wiring: Wiring, clock: SetClock) -> None:
    deck = await _deck(wiring, works=[THURSDAY])
    assert Finding.WRITTEN_WORK not in _of_algebra(deck)
    clock.advance(days=4)
    again = await wiring.services().inspecting.deck(DEPUTY, deck.inspection.id)
    assert _of_algebra(again)[Finding.WRITTEN_WORK].gap.days == (THURSDAY,)


async def test_what_of_today_is_not_due_yet_is_no_gap(wiring: Wiring) -> None:
    cards = _of_algebra(await _deck(wiring))
    assert cards.keys() == {Finding.FEW_MARKS}


async def test_a_class_is_looked_through_with_all_its_courses(wiring: Wiring) -> None:
    await inspecting.kept(wiring.database)
    deck = await wiring.services().inspecting.begin(DEPUTY, school.CLASS_7A, None, Span.FORTNIGHT)
    assert {one.subject.id for one in deck.courses} == {
        school.ALGEBRA,
        school.RUSSIAN,
        school.ENGLISH,
        school.SPORTS,
    }
    assert {one.gap.part.id for one in deck.cards} == {school.CLASS_7A}


async def test_a_first_grade_has_no_card_of_marks_or_homework(wiring: Wiring) -> None:
    deck = await wiring.services().inspecting.begin(DEPUTY, school.CLASS_1A, None, Span.TERM)
    assert {one.gap.finding for one in deck.cards} == {Finding.ATTENDANCE, Finding.TOPIC}


async def test_the_same_journal_and_days_go_on_and_one_remark_is_made_once(wiring: Wiring) -> None:
    deck = await _deck(wiring, topics=[MONDAY])
    services = wiring.services()
    again = await services.inspecting.begin(DEPUTY, None, school.ALGEBRA_TEACHER, Span.TERM)
    assert again.inspection.id == deck.inspection.id

    async def made() -> Deck:
        return await services.inspecting.remark(DEPUTY, deck.inspection.id, ALGEBRA, Finding.TOPIC, lambda gap: "Темы")

    await asyncio.gather(made(), made(), made())
    assert len((await made()).remarks) == 1


async def test_a_remark_is_mended_when_the_journal_says_so(wiring: Wiring, database: Database) -> None:
    [remark] = await _told(wiring, await _deck(wiring, topics=[MONDAY, FRIDAY]), Finding.TOPIC)
    mending = wiring.services().mending
    page = await mending.mended(TEACHER, remark.id)
    assert page.remark.state is RemarkState.OPEN
    assert page.still is not None
    assert [ref.day for ref in page.still.lessons] == [FRIDAY, MONDAY]
    await _write_topics(database)
    both = await asyncio.gather(mending.mended(TEACHER, remark.id), mending.mended(TEACHER, remark.id))
    assert {one.remark.state for one in both} == {RemarkState.CLOSED}
    assert await _facts(database, "remark_mended") == 1
    assert (await mending.page(TEACHER, remark.id)).remark.settled_by is None


async def test_what_comes_up_later_keeps_no_remark_open(wiring: Wiring, database: Database, clock: SetClock) -> None:
    [remark] = await _told(wiring, await _deck(wiring, topics=[MONDAY]), Finding.TOPIC)
    await _write_topics(database)
    clock.advance(days=7)
    page = await wiring.services().mending.mended(TEACHER, remark.id)
    assert page.remark.state is RemarkState.CLOSED


async def test_the_look_back_closes_what_is_mended_and_nothing_else(wiring: Wiring, database: Database) -> None:
    deck = await _deck(wiring, topics=[MONDAY], roll_calls=[MONDAY], late=[FRIDAY])
    await _told(wiring, deck, Finding.TOPIC, Finding.ATTENDANCE, Finding.LATE_HOMEWORK)
    await _write_topics(database)
    mending = wiring.services().mending
    assert await mending.close_seen() == 1
    assert await mending.close_seen() == 0
    states = {one.finding: one.state for one in await mending.mine(TEACHER)}
    assert states == {
        Finding.TOPIC: RemarkState.CLOSED,
        Finding.ATTENDANCE: RemarkState.OPEN,
        Finding.LATE_HOMEWORK: RemarkState.OPEN,
    }


async def test_what_the_program_cannot_see_goes_to_who_looked(wiring: Wiring) -> None:
    [remark] = await _told(wiring, await _deck(wiring, late=[FRIDAY]), Finding.LATE_HOMEWORK)
    services = wiring.services()
    assert (await services.mending.mended(TEACHER, remark.id)).remark.state is RemarkState.FIXED
    reopened = await services.inspecting.settle(DEPUTY, remark.id, RemarkState.OPEN)
    assert (reopened.state, reopened.fixed_at) == (RemarkState.OPEN, None)
    await services.mending.mended(TEACHER, remark.id)
    closed = await services.inspecting.settle(DEPUTY, remark.id, RemarkState.CLOSED)
    assert (closed.state, closed.settled_by) == (RemarkState.CLOSED, school.DEPUTY)
    with pytest.raises(RemarkSettled):
        await services.inspecting.settle(DEPUTY, remark.id, RemarkState.WITHDRAWN)


async def test_it_can_be_passed_on_though_something_is_seen(wiring: Wiring) -> None:
    [remark] = await _told(wiring, await _deck(wiring, topics=[MONDAY]), Finding.TOPIC)
    page = await wiring.services().mending.mended(TEACHER, remark.id, anyway=True)
    assert page.remark.state is RemarkState.FIXED


async def test_nobody_reaches_anothers_remark_nor_one_that_was_not_sent(wiring: Wiring) -> None:
    deck = await _deck(wiring, topics=[MONDAY])
    services = wiring.services()
    made = await services.inspecting.remark(DEPUTY, deck.inspection.id, ALGEBRA, Finding.TOPIC, lambda gap: "Темы")
    number = made.remarks[0].id
    with pytest.raises(NotFound):
        await services.mending.page(TEACHER, number)
    await services.inspecting.finish(DEPUTY, deck.inspection.id)
    for other in (school.actor(school.SPORT), DEPUTY):
        with pytest.raises(NotFound):
            await services.mending.mended(other, number)
    with pytest.raises(NotAllowed):
        await services.mending.mended(school.actor(school.MOTHER), number)
    for person in (DIRECTOR, TEACHER, school.actor(school.ADMIN)):
        with pytest.raises(NotAllowed):
            await services.inspecting.settle(person, number, RemarkState.CLOSED)
    assert (await services.inspection_pages.remark(DIRECTOR, number)).remark.id == number
    with pytest.raises(NotFound):
        await services.inspection_pages.remark(DIRECTOR, InspectionRemarkId(999))


async def test_nothing_is_changed_after_the_end(wiring: Wiring, database: Database) -> None:
    deck = await _deck(wiring, topics=[MONDAY])
    [remark] = await _told(wiring, deck, Finding.TOPIC)
    services, number = wiring.services(), deck.inspection.id
    await services.inspecting.finish(DEPUTY, number)
    assert await _facts(database, "inspection") == 1
    for act in (
        services.inspecting.reword(DEPUTY, remark.id, "Другое"),
        services.inspecting.conclude(DEPUTY, number, "Вывод"),
        services.inspecting.drop(DEPUTY, number),
        services.inspecting.other(DEPUTY, number, ALGEBRA, "Ещё"),
    ):
        with pytest.raises(InspectionOver):
            await act
    later = await services.inspecting.put_off(DEPUTY, remark.id, MONDAY + timedelta(days=20))
    assert later.due == MONDAY + timedelta(days=20)


async def test_words_and_days_are_looked_at(wiring: Wiring) -> None:
    deck = await _deck(wiring, topics=[MONDAY])
    services, number = wiring.services(), deck.inspection.id
    for text in ("", " \n ", "а" * 501):
        with pytest.raises(RemarkTextNeeded):
            await services.inspecting.other(DEPUTY, number, ALGEBRA, text)
    made = await services.inspecting.other(DEPUTY, number, ALGEBRA, "  Заполнить \n титул  ")
    [remark] = made.others
    assert remark.text == "Заполнить титул"
    for day in (MONDAY, MONDAY + timedelta(days=120)):
        with pytest.raises(DueDayWrong):
            await services.inspecting.put_off(DEPUTY, remark.id, day)
    with pytest.raises(NotFound):
        await services.inspecting.other(DEPUTY, number, CourseKey(school.CLASS_1A, school.MATHS_1, school.PRIMARY), "а")


async def test_a_dropped_inspection_is_told_to_nobody_and_not_listed(wiring: Wiring, database: Database) -> None:
    deck = await _deck(wiring, topics=[MONDAY])
    services = wiring.services()
    await services.inspecting.drop(DEPUTY, deck.inspection.id)
    assert not (await services.inspection_pages.listed(DEPUTY)).lines
    with pytest.raises(InspectionOver):
        await services.inspecting.finish(DEPUTY, deck.inspection.id)
    assert await _facts(database, "inspection") == 0


async def test_overdue_remarks_stand_on_top(wiring: Wiring, clock: SetClock) -> None:
    deck = await _deck(wiring, topics=[MONDAY], late=[FRIDAY], roll_calls=[THURSDAY])
    remarks = await _told(wiring, deck, Finding.TOPIC, Finding.LATE_HOMEWORK, Finding.ATTENDANCE)
    services = wiring.services()
    late = next(one for one in remarks if one.finding is Finding.LATE_HOMEWORK)
    await services.mending.mended(TEACHER, late.id)
    await services.inspecting.put_off(DEPUTY, remarks[0].id, MONDAY + timedelta(days=30))
    clock.advance(days=10)
    listed = await services.inspection_pages.listed(DIRECTOR)
    assert [one.finding for one in listed.urgent] == [Finding.ATTENDANCE, Finding.LATE_HOMEWORK]
    assert (listed.open, listed.inspects) == (3, False)
    [line] = listed.lines
    assert (line.counts.all, line.counts.open, line.counts.overdue, line.counts.fixed) == (3, 2, 1, 1)


async def test_statements_do_not_grow_with_the_remarks(wiring: Wiring, database: Database) -> None:
    deck = await _deck(wiring, topics=[MONDAY], roll_calls=[MONDAY])
    services, number = wiring.services(), deck.inspection.id
    remarks = await _told(wiring, deck, Finding.TOPIC, Finding.ATTENDANCE, Finding.FEW_MARKS)

    async def read() -> None:
        await services.inspection_pages.listed(DEPUTY)
        await services.inspection_pages.page(DEPUTY, number)
        await services.inspection_pages.remark(DEPUTY, remarks[0].id)
        await services.mending.mine(TEACHER)
        await services.mending.page(TEACHER, remarks[0].id)
        assert await services.mending.close_seen() == 0

    await read()
    with counted(database) as few:
        await read()
    rows = [dict(row._mapping) for row in await database.reader.rows(select(inspection_remarks))]
    async with database.begin() as tx:
        for _ in range(30):
            for row in rows:
                await tx.add(inspection_remarks.insert().values({k: v for k, v in row.items() if k != "id"}))
    with counted(database) as many:
        await read()
    assert many.statements == few.statements <= 60


async def _write_topics(database: Database) -> None:
    async with database.begin() as tx:
        bare = update(lessons).where(lessons.c.topic.is_(None))
        await tx.run(bare.values(topic="Степени", topic_set_at=AFTERNOON))


async def test_an_inspection_goes_with_the_journal_of_its_days(
    wiring: Wiring, database: Database, clock: SetClock
) -> None:
    await _told(wiring, await _deck(wiring, topics=[MONDAY]), Finding.TOPIC)
    clock.set(datetime(2032, 12, 31, 12, tzinfo=school.ZONE))
    assert "inspections" not in {one.table for one in await wiring.retention().overdue()}
    clock.set(datetime(2033, 1, 1, 12, tzinfo=school.ZONE))
    await wiring.retention().erase()
    for table in (inspections, inspection_remarks):
        assert await database.reader.rows(select(table)) == []
