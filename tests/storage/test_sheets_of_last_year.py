"""Sheets of the year that was closed last, and of a pupil who moved within it, on both databases."""

from dataclasses import replace
from datetime import datetime

import pytest

from bot.services import Services
from domain.errors import NotAllowed, NotFound
from domain.ids import WorkKindId
from domain.journal.periods import Period
from domain.journal.results_kept import ResultPlace
from domain.school.movement import MovementKind, Wanted
from domain.school.timetable import LessonRef
from storage.database import Database
from tests import school
from tests.clock import SetClock
from tests.storage.statement_cases import wired

ADMIN, DEPUTY, SECRETARY = (school.actor(one) for one in (school.ADMIN, school.DEPUTY, school.SECRETARY))
TEACHER, LEADER, MOTHER = (
    school.actor(one) for one in (school.ALGEBRA_TEACHER, school.CLASS_TEACHER_7A, school.MOTHER)
)
PLACE = ResultPlace(school.CLASS_7A, school.ALGEBRA, Period.Q2)
JUNE = datetime(2027, 6, 15, 10, 0, tzinfo=school.ZONE)


@pytest.fixture
async def moved(database: Database, clock: SetClock) -> Services:
    """Ivanov and Petrova have marks of the second quarter in 7А; the day after, Ivanov is in 7Б."""
    services = wired(database).services()
    lesson = LessonRef(school.entry_of(0), school.TUESDAY)
    await services.grading.put(TEACHER, lesson, school.PETROVA, "5", WorkKindId(4))
    await services.results.put(TEACHER, PLACE, school.IVANOV, "5", "сдал всё")
    await services.results.put(TEACHER, PLACE, school.PETROVA, "4", "много болела")
    clock.advance(days=1)
    wanted = Wanted(MovementKind.MOVED, clock.now().date(), school.IVANOV, to_class=school.CLASS_7B)
    await services.movements.enter(SECRETARY, wanted)
    clock.advance(days=1)
    return services


@pytest.fixture
async def closed(moved: Services, clock: SetClock) -> Services:
    clock.set(JUNE)
    await moved.year_turn.apply(ADMIN, (await moved.year_turn.dry_run(ADMIN)).mark)
    return moved


async def test_who_moved_brings_the_marks_along_and_is_counted_once(moved: Services) -> None:
    old = await moved.mark_sheets.of(DEPUTY, school.CLASS_7A, Period.Q2)
    new = await moved.mark_sheets.of(DEPUTY, school.CLASS_7B, Period.Q2)
    [algebra] = [one for one in old.subjects if one.subject.id == school.ALGEBRA]
    assert (algebra.counts.n5, algebra.counts.n4) == (0, 1)
    assert [row.pupil.left for row in old.rows if row.pupil.seat.pupil == school.IVANOV] == [school.TUESDAY]
    [row] = [one for one in new.rows if one.pupil.seat.pupil == school.IVANOV]
    assert (row.value(school.ALGEBRA, Period.Q2), row.pupil.counts) == ("5", True)
    [algebra] = [one for one in new.subjects if one.subject.id == school.ALGEBRA]
    assert algebra.counts.n5 == 1


async def test_the_reports_say_who_left_and_who_came(moved: Services) -> None:
    old = (await moved.class_reports.of(LEADER, school.CLASS_7A, Period.Q2)).movement
    new = (await moved.class_reports.of(DEPUTY, school.CLASS_7B, Period.Q2)).movement
    assert (old.start, old.end, len(old.left)) == (4, 3, 1)
    assert (new.start, new.end, len(new.came)) == (1, 2, 1)


async def test_the_teachers_report_counts_works_and_subgroups(moved: Services) -> None:
    report = await moved.teacher_reports.of(TEACHER, school.ALGEBRA_TEACHER, Period.Q2)
    assert [(one.school_class.name, one.pupils) for one in report.lines] == [("7А", 3), ("7Б", 2)]
    assert [sum(one.works.values()) for one in report.lines] == [1, 0]
    english = await moved.teacher_reports.of(DEPUTY, school.ENGLISH_2, Period.Q2)
    assert [(one.group, one.pupils) for one in english.lines] == [("2", 2)]


async def test_the_card_of_who_moved_is_of_the_new_class(moved: Services) -> None:
    card = await moved.report_cards.one(MOTHER, school.IVANOV)
    assert card.school_class.name == "7Б"
    marks = {line.subject.id: dict(line.marks) for line in card.lines}
    assert marks[school.ALGEBRA] == {Period.Q2: "5"}
    assert [one.name.surname for one in await moved.report_cards.take_all(LEADER, school.CLASS_7A)] == [
        "Кузина",
        "Петрова",
        "Сидоров",
    ]


async def test_a_closed_years_sheets_are_as_it_ended(closed: Services) -> None:
    choice = await closed.sheet_classes.choice(DEPUTY, past=True)
    assert school.CLASS_7A in {one.id for one in choice.classes}
    sheet = await closed.mark_sheets.of(DEPUTY, school.CLASS_7A, Period.YEAR)
    assert (sheet.school_class.name, sheet.year, sheet.past) == ("7А", 2026, True)
    found = {row.pupil.seat.pupil: row.value(school.ALGEBRA, Period.Q2) for row in sheet.rows}
    assert found == {school.IVANOV: "5", school.PETROVA: "4", school.SIDOROV: "", school.KUZINA: ""}
    assert {row.pupil.seat.pupil for row in sheet.rows if row.pupil.counts} == {
        school.PETROVA,
        school.SIDOROV,
        school.KUZINA,
    }
    report = await closed.class_reports.of(DEPUTY, school.CLASS_7A, Period.Q4)
    assert (report.past, report.families, report.movement.end) == (True, None, 3)
    of_teacher = await closed.teacher_reports.of(DEPUTY, school.ALGEBRA_TEACHER, Period.Q2, past=True)
    assert [one.counts.total for one in of_teacher.lines] == [1, 1]
    assert len(await closed.report_cards.take_all(DEPUTY, school.CLASS_7A)) == 3


async def test_who_led_a_class_of_it_reads_its_sheets_no_more(closed: Services) -> None:
    for actor in (replace(LEADER, own_classes=()), TEACHER, MOTHER):
        with pytest.raises(NotAllowed):
            await closed.mark_sheets.of(actor, school.CLASS_7A, Period.Q2)


async def test_where_no_year_was_closed_there_is_none_to_look_back_at(moved: Services) -> None:
    assert not (await moved.sheet_classes.choice(DEPUTY)).has_past
    for asked in (moved.sheet_classes.choice(DEPUTY, past=True), moved.teacher_reports.choice(DEPUTY, past=True)):
        with pytest.raises(NotFound):
            await asked
