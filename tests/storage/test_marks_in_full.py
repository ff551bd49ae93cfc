"""Marks as they are kept: places, debts, requests; what is refused, with nothing written."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from bot.services import Services, Wiring
from bot.settings import Settings
from domain.attendance.presence import Presence
from domain.errors import NotFound, Outdated
from domain.ids import MarkId, MarkRequestId, WorkKindId
from domain.journal.debts import DebtBesideMark, DebtDayPassed
from domain.journal.grading import NoMarksInFirstGrade, PupilWasAbsent
from domain.journal.mark_changes import ReasonNeeded, TermIsClosed
from domain.journal.mark_pages import CommentTooLong
from domain.journal.mark_requests import ChangeAskedAlready, OwnRequest
from domain.journal.ports import LessonMark
from domain.journal.scale import MarkOutOfScale
from domain.roles.codes import CodeHasher
from domain.school.timetable import LessonRef
from storage.database import Database
from storage.journal.rules import RuleRows
from storage.tables import grading, journal
from storage.topics import CLOSINGS
from tests import school
from tests.clock import SetClock
from tests.statements import counted

ALGEBRA_7A, GEOMETRY_7B = LessonRef(school.entry_of(0), school.TUESDAY), LessonRef(school.entry_of(6), school.TUESDAY)
TEACHER, DEPUTY, OTHER = (school.actor(one) for one in (school.ALGEBRA_TEACHER, school.DEPUTY, school.ENGLISH_1))
PRIMARY = school.actor(school.PRIMARY)
ANSWER, CONTROL = WorkKindId(1), WorkKindId(4)
FRIDAY = school.TUESDAY + timedelta(days=3)


@pytest.fixture
def services(database: Database) -> Services:
    return Wiring(database, Settings(), "ru", CodeHasher(b"k" * 32)).services()


async def _standing(services: Services) -> tuple[LessonMark, ...]:
    return (await services.my_lessons.page(TEACHER, ALGEBRA_7A)).marks.get(school.IVANOV, ())


async def _put(services: Services, value: str, slot: int = 1) -> LessonMark:
    assert await services.grading.put(TEACHER, ALGEBRA_7A, school.IVANOV, value, ANSWER, slot)
    return next(mark for mark in await _standing(services) if mark.slot == slot)


async def test_a_tap_on_a_mark_costs_four_statements_to_write(services: Services, database: Database) -> None:
    """Beside SQLite's BEGIN, which is counted there alone."""
    await services.grading.put(TEACHER, ALGEBRA_7A, school.PETROVA, "4", ANSWER)
    for value, slot in (("5", 1), ("4", 1), ("3", 2), ("5", 101)):
        with counted(database) as asked:
            assert await services.grading.put(TEACHER, ALGEBRA_7A, school.IVANOV, value, ANSWER, slot)
        assert asked.statements - database.is_sqlite <= 4, (value, slot)


async def test_marks_of_a_kind_stand_side_by_side_and_the_same_tap_twice_makes_one(services: Services) -> None:
    for value, slot in (("5", 1), ("3", 2)):
        await _put(services, value, slot)
        assert not await services.grading.put(TEACHER, ALGEBRA_7A, school.IVANOV, value, ANSWER, slot)
    assert [(mark.value, mark.slot) for mark in await _standing(services)] == [("5", 1), ("3", 2)]
    assert await services.grading.take_back(TEACHER, ALGEBRA_7A, school.IVANOV, ANSWER, 2)
    assert [mark.value for mark in await _standing(services)] == ["5"]


@pytest.mark.parametrize("slot", [0, -1, 10, 100, 1001, 101])
async def test_a_place_that_is_none_and_a_retake_of_nothing_are_refused(slot: int, services: Services) -> None:
    with pytest.raises(NotFound):
        await services.grading.put(TEACHER, ALGEBRA_7A, school.IVANOV, "5", ANSWER, slot)
    assert await _standing(services) == ()


async def test_a_subject_has_the_scale_that_the_school_gave_it(services: Services, database: Database) -> None:
    async with database.begin() as tx:
        await RuleRows(tx).add({"scales": {str(school.ALGEBRA): "credit"}}, None)
    with pytest.raises(MarkOutOfScale):
        await services.grading.put(TEACHER, ALGEBRA_7A, school.IVANOV, "5", ANSWER)
    await _put(services, "зач")
    assert (await services.mark_pages.pad(TEACHER, ALGEBRA_7A)).scale.values == ("зач", "незач")


@pytest.mark.parametrize("word", ["осв.", "н/а", "н", "•"])
async def test_words_that_are_no_current_mark_are_refused(word: str, services: Services) -> None:
    with pytest.raises(MarkOutOfScale):
        await services.grading.put(TEACHER, ALGEBRA_7A, school.IVANOV, word, ANSWER)


async def test_an_old_mark_is_free_no_more_however_often_it_was_changed(services: Services, clock: SetClock) -> None:
    await _put(services, "5")
    clock.advance(days=6)
    await _put(services, "4")
    clock.advance(days=2)
    for change in (
        services.grading.put(TEACHER, ALGEBRA_7A, school.IVANOV, "3", ANSWER),
        services.grading.take_back(TEACHER, ALGEBRA_7A, school.IVANOV, ANSWER),
    ):
        with pytest.raises(ReasonNeeded):
            await change
    assert [mark.value for mark in await _standing(services)] == ["4"]


async def test_into_a_closed_term_nothing_is_written_but_through_the_deputy(
    services: Services, database: Database
) -> None:
    mark = await _put(services, "5")
    async with database.begin() as tx:
        row = {"term_id": 2, "class_id": school.CLASS_7A, "closed_by": school.DEPUTY, "closed_at": school.MORNING}
        await tx.run(grading.term_closings.insert().values(**row))
        tx.touch(CLOSINGS)
    with pytest.raises(TermIsClosed):
        await services.grading.put(TEACHER, ALGEBRA_7A, school.PETROVA, "5", ANSWER)
    with pytest.raises(TermIsClosed):
        await services.debts.set(TEACHER, ALGEBRA_7A, school.PETROVA, ANSWER, FRIDAY)
    with pytest.raises(ReasonNeeded):
        await services.grading.put(TEACHER, ALGEBRA_7A, school.IVANOV, "4", ANSWER)
    await services.mark_requests.ask(TEACHER, mark.id, "4", "Ошибка в подсчёте")
    (card,) = await services.mark_requests.waiting(DEPUTY)
    await services.mark_requests.decide(DEPUTY, card.request, accept=True)
    assert [mark.value for mark in await _standing(services)] == ["4"]


async def test_requests_wait_one_at_a_time_and_the_first_answer_stands(services: Services) -> None:
    mark = await _put(services, "5")
    await services.mark_requests.ask(TEACHER, mark.id, None, "Не его работа")
    with pytest.raises(ChangeAskedAlready):
        await services.mark_requests.ask(TEACHER, mark.id, "4", "Другая причина")
    (card,) = await services.mark_requests.waiting(DEPUTY)
    _, first = await services.mark_requests.decide(DEPUTY, card.request, accept=False)
    again, second = await services.mark_requests.decide(school.actor(school.DIRECTOR), card.request, accept=True)
    assert (first, second, again.state) == (True, False, "declined")
    assert [mark.value for mark in await _standing(services)] == ["5"]


async def test_nobody_consents_to_their_own_request(services: Services, clock: SetClock) -> None:
    clock.advance(hours=2)
    await services.grading.put(DEPUTY, GEOMETRY_7B, school.ORLOV, "5", ANSWER)
    await services.mark_requests.ask(DEPUTY, MarkId(1), "4", "Ошиблась")
    with pytest.raises(OwnRequest):
        await services.mark_requests.decide(DEPUTY, MarkRequestId(1), accept=True)


async def test_a_mark_out_of_reach_is_not_found(services: Services) -> None:
    mark = await _put(services, "5")
    for stranger in (OTHER, school.actor(school.MOTHER)):
        for act in (
            services.mark_pages.page(stranger, mark.id),
            services.mark_pages.comment(stranger, mark.id, "слово"),
            services.mark_pages.undo(stranger, mark.id, 1),
            services.mark_requests.ask(stranger, mark.id, "2", "причина"),
        ):
            with pytest.raises(NotFound):
                await act
    with pytest.raises(NotFound):
        await services.mark_pages.page(TEACHER, MarkId(10**9))
    with pytest.raises(NotFound):
        await services.mark_requests.decide(DEPUTY, MarkRequestId(10**9), accept=True)


async def test_a_history_is_of_that_mark_alone(services: Services) -> None:
    first, second = await _put(services, "5"), await _put(services, "3", 2)
    await _put(services, "4")
    await services.mark_pages.comment(TEACHER, first.id, "Молодец")
    _, events = await services.mark_pages.history(TEACHER, first.id)
    assert [(one.before, one.after, one.words) for one in events] == [
        (None, "5", None),
        ("5", "4", None),
        (None, None, "Молодец"),
    ]
    _, events = await services.mark_pages.history(TEACHER, second.id)
    assert [(one.before, one.after) for one in events] == [(None, "3")]
    with pytest.raises(CommentTooLong):
        await services.mark_pages.comment(TEACHER, first.id, "а" * 301)


async def test_an_own_change_is_no_touch_and_cannot_be_undone_so(services: Services) -> None:
    mark = await _put(services, "5")
    await _put(services, "4")
    with pytest.raises((NotFound, Outdated)):
        await services.mark_pages.undo(OTHER, mark.id, 2)


async def test_a_debt_has_a_day_ahead_and_stands_beside_no_mark(services: Services) -> None:
    for due in (school.TUESDAY - timedelta(days=1), school.TUESDAY + timedelta(days=100)):
        with pytest.raises(DebtDayPassed):
            await services.debts.set(TEACHER, ALGEBRA_7A, school.IVANOV, CONTROL, due)
    await services.grading.put(TEACHER, ALGEBRA_7A, school.IVANOV, "4", CONTROL)
    with pytest.raises(DebtBesideMark):
        await services.debts.set(TEACHER, ALGEBRA_7A, school.IVANOV, CONTROL, FRIDAY)
    with pytest.raises(NoMarksInFirstGrade):
        await services.debts.set(
            PRIMARY, LessonRef(school.entry_of(7), school.TUESDAY), school.IVANOVA_MASHA, ANSWER, FRIDAY
        )


async def test_a_debt_ends_with_the_mark_and_can_begin_anew(services: Services, database: Database) -> None:
    mother = school.actor(school.MOTHER)
    set_debt = services.debts.set
    assert await set_debt(TEACHER, ALGEBRA_7A, school.IVANOV, CONTROL, FRIDAY)
    assert not await set_debt(TEACHER, ALGEBRA_7A, school.IVANOV, CONTROL, FRIDAY)
    assert [one.due for one in await services.debts.of_pupil(mother, school.IVANOV)] == [FRIDAY]
    with pytest.raises(NotFound):
        await services.debts.of_pupil(mother, school.PETROVA)
    await services.grading.put(TEACHER, ALGEBRA_7A, school.IVANOV, "2", CONTROL)
    assert await services.debts.of_pupil(mother, school.IVANOV) == []
    await services.grading.take_back(TEACHER, ALGEBRA_7A, school.IVANOV, CONTROL)
    assert await set_debt(TEACHER, ALGEBRA_7A, school.IVANOV, CONTROL, FRIDAY)
    row = await database.reader.row(select(func.count()).select_from(grading.debts))
    assert row is not None
    assert row[0] == 1
    assert await services.debts.take_back(TEACHER, ALGEBRA_7A, school.IVANOV, CONTROL)
    assert not await services.debts.take_back(TEACHER, ALGEBRA_7A, school.IVANOV, CONTROL)


async def test_who_was_away_gets_a_debt_but_no_mark(services: Services) -> None:
    await services.roll_call.set_all(TEACHER, ALGEBRA_7A, Presence.ABSENT)
    with pytest.raises(PupilWasAbsent):
        await services.grading.put(TEACHER, ALGEBRA_7A, school.IVANOV, "2", ANSWER)
    assert await services.debts.set(TEACHER, ALGEBRA_7A, school.IVANOV, ANSWER, FRIDAY)


async def test_nothing_is_ever_deleted(services: Services, database: Database) -> None:
    await _put(services, "5")
    await services.grading.take_back(TEACHER, ALGEBRA_7A, school.IVANOV, ANSWER)
    rows = await database.reader.rows(select(journal.marks.c.value, journal.marks.c.taken_back))
    assert [tuple(row) for row in rows] == [("5", True)]
