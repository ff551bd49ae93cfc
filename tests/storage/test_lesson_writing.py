"""A whole lesson is written in one transaction: all of the card, or nothing."""

import asyncio
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import func, insert, select

from bot.services import Services, Wiring
from bot.settings import Settings
from domain.attendance.presence import Presence
from domain.errors import NotAllowed, NotFound, Refused
from domain.ids import WorkKindId
from domain.journal.grading import NoMarksInFirstGrade, PupilWasAbsent
from domain.journal.homework_meant import HomeworkTooLong
from domain.journal.lesson_line_meant import Answers, LeftOut, LessonCard, WhichLesson, Why
from domain.journal.mark_changes import ReasonNeeded
from domain.roles.codes import CodeHasher
from domain.school.lesson_access import LessonNotBegun, PupilNotAtLesson
from domain.school.timetable import LessonRef
from storage.database import Database
from storage.tables import journal
from storage.tables.attendance import attendance
from storage.tables.curriculum import pupil_subjects
from storage.tables.messaging import facts
from tests import school
from tests.clock import SetClock
from tests.statements import counted

TEACHER, PRIMARY = school.actor(school.ALGEBRA_TEACHER), school.actor(school.PRIMARY)
NOW = LessonRef(school.entry_of(0), school.TUESDAY)
LINE = "Иванов 5, Петрова 4 кр, Сидоров н; тема Степени; дз № 345"


@pytest.fixture
def services(database: Database) -> Services:
    return Wiring(database, Settings(), "ru", CodeHasher(b"k" * 32)).services()


async def _card(services: Services, line: str = LINE) -> LessonCard:
    card = await services.lesson_lines.understand(TEACHER, line, Answers())
    assert isinstance(card, LessonCard)
    return card


async def _rows(database: Database) -> int:
    counts = []
    for table in (journal.marks, journal.homework, attendance, journal.lessons, journal.change_log, facts):
        row: Any = await database.reader.row(select(func.count()).select_from(table))
        counts.append(row[0])
    return sum(counts)


async def test_understanding_writes_nothing(services: Services, database: Database) -> None:
    assert (await _card(services)).closes
    assert await _rows(database) == 0


@pytest.mark.parametrize(
    ("spoiled", "refused"),
    [
        ("another class's pupil", PupilNotAtLesson),
        ("homework too long", HomeworkTooLong),
        ("away meanwhile", PupilWasAbsent),
    ],
)
async def test_what_cannot_be_written_takes_all_the_rest_with_it(
    services: Services, database: Database, spoiled: str, refused: type[Refused]
) -> None:
    card = await _card(services)
    if refused is PupilNotAtLesson:
        seat = replace(card.seats[0], pupil=school.ORLOV)
        card = replace(card, pupils=(*card.pupils, replace(card.pupils[0], seat=seat)))
    elif refused is HomeworkTooLong:
        card = replace(card, homework=(replace(card.homework[0], text="№ 5 " * 1000),))
    else:
        await services.roll_call.set_status(TEACHER, NOW, school.IVANOV, Presence.ABSENT)
    before = await _rows(database)
    with pytest.raises(refused):
        await services.lesson_writing.write(TEACHER, card)
    assert await _rows(database) == before


async def test_an_old_mark_is_not_changed_by_a_line(services: Services, database: Database, clock: SetClock) -> None:
    await services.lesson_writing.write(TEACHER, await _card(services))
    clock.advance(days=8)
    again = await services.lesson_lines.understand(TEACHER, "Иванов 4; тема Корни", Answers(NOW))
    assert isinstance(again, LessonCard)
    before = await _rows(database)
    with pytest.raises(ReasonNeeded):
        await services.lesson_writing.write(TEACHER, again)
    assert await _rows(database) == before
    row: Any = await database.reader.row(select(journal.lessons.c.topic))
    assert row.topic == "Степени"


async def test_another_teachers_card_is_theirs(services: Services, database: Database) -> None:
    card = await _card(services)
    for stranger in (PRIMARY, school.actor(school.MOTHER), school.actor(school.DIRECTOR)):
        with pytest.raises(NotAllowed):
            await services.lesson_writing.write(stranger, card)
    assert await _rows(database) == 0


async def test_a_family_or_an_office_has_no_lines_of_lessons(services: Services) -> None:
    for person in (school.MOTHER, school.IVANOV, school.DIRECTOR, school.SECRETARY):
        assert await services.lesson_lines.understand(school.actor(person), LINE, Answers()) is None


async def test_a_forged_lesson_is_not_found_and_a_coming_one_has_not_begun(services: Services) -> None:
    for ref, refused in (
        (LessonRef(school.entry_of(0), school.TUESDAY.replace(day=25)), NotFound),
        (LessonRef(school.entry_of(1), school.TUESDAY), NotAllowed),
        (LessonRef(school.entry_of(5), school.TUESDAY), LessonNotBegun),
    ):
        with pytest.raises(refused):
            await services.lesson_lines.understand(TEACHER, LINE, Answers(ref))


async def test_a_forged_answer_is_asked_again(services: Services) -> None:
    asked = await services.lesson_lines.understand(TEACHER, "Анна 5", Answers(who={0: school.ORLOV}))
    assert isinstance(asked, LessonCard)
    assert [one.likely[0].pupil for one in asked.questions] == [school.PETROVA]
    assert (asked.pupils, asked.closes) == ((), False)


async def test_marks_do_not_get_into_a_first_grade_by_a_card_either(services: Services) -> None:
    card = await services.lesson_lines.understand(PRIMARY, "Иванова н", Answers())
    assert isinstance(card, LessonCard)
    marks = (await _card(services)).pupils[0].marks
    forged = replace(card, pupils=(replace(card.pupils[0], presence=None, marks=marks),))
    with pytest.raises(NoMarksInFirstGrade):
        await services.lesson_writing.write(PRIMARY, forged)


async def test_one_pupil_said_in_two_places_is_one_and_a_contradiction_is_said(services: Services) -> None:
    card = await _card(services, "Иванов 5, Петрова н, Пётр Иванов 4, Петрова А. 5, Кузина 3 отв 4 кр 5")
    marks = {one.seat.pupil: [(m.value, m.kind.short, m.slot) for m in one.marks] for one in card.pupils}
    assert marks == {
        school.IVANOV: [("5", "отв", 1), ("4", "отв", 2)],
        school.KUZINA: [("3", "отв", 1), ("4", "кр", 1), ("5", "отв", 2)],
    }
    assert card.left_out == (LeftOut("Петрова н / Петрова А. 5", Why.CONTRADICTS),)


async def test_who_is_exempt_has_no_mark_and_the_line_says_so(services: Services, database: Database) -> None:
    exempt = {"pupil_id": school.IVANOV, "subject_id": school.ALGEBRA, "kind": "exempt", "from_day": school.TUESDAY}
    async with database.begin() as tx:
        await tx.run(insert(pupil_subjects).values(**exempt))
    card = await _card(services)
    assert card.left_out == (LeftOut("Иванов 5", Why.EXEMPT),)
    assert card.closes


async def test_everyone_is_here_puts_right_who_was_noted_as_away(services: Services, database: Database) -> None:
    await services.roll_call.set_all(TEACHER, NOW, Presence.ABSENT)
    await services.lesson_writing.write(TEACHER, await _card(services, "все на месте, Сидоров оп 10"))
    rows = await database.reader.rows(select(attendance))
    assert {row.pupil_id: (row.status, row.minutes) for row in rows} == {
        school.IVANOV: ("present", None),
        school.PETROVA: ("present", None),
        school.KUZINA: ("present", None),
        school.SIDOROV: ("late", 10),
    }


async def test_who_was_noted_before_stays_so_unless_the_line_says_otherwise(
    services: Services, database: Database
) -> None:
    await services.roll_call.set_status(TEACHER, NOW, school.KUZINA, Presence.ILL)
    await services.lesson_writing.write(TEACHER, await _card(services, "Сидоров н"))
    rows = await database.reader.rows(select(attendance))
    assert {row.pupil_id: row.status for row in rows} == {school.KUZINA: "ill", school.SIDOROV: "absent"}


async def test_without_a_class_and_a_lesson_going_on_the_lesson_is_asked(services: Services, clock: SetClock) -> None:
    clock.advance(hours=4)
    found = await services.lesson_lines.understand(TEACHER, "все на месте", Answers())
    assert isinstance(found, WhichLesson)
    assert [lesson.ref.entry for lesson in found.lessons] == [school.entry_of(0), school.entry_of(5)]


async def test_a_control_work_of_a_whole_class_costs_as_much_as_one_mark(
    services: Services, database: Database
) -> None:
    spent = []
    await services.roll_call.close(TEACHER, NOW)
    for line in ("Иванов 5 кр", "Петрова 5 кр, Сидоров 4 кр, Кузина 3 кр"):
        card = await _card(services, line)
        with counted(database) as asked:
            await services.lesson_writing.write(TEACHER, card)
        spent.append(asked.statements)
    assert spent[1] <= spent[0]


async def test_two_first_taps_at_once_are_of_one_lesson(services: Services, database: Database) -> None:
    """PostgreSQL has several writers: neither of them may fail for the other's row."""
    taps = [services.roll_call.set_status(TEACHER, NOW, one, Presence.ABSENT) for one in (school.KUZINA, school.IVANOV)]
    assert await asyncio.gather(*taps, services.grading.put(TEACHER, NOW, school.PETROVA, "5", WorkKindId(1)))
    assert len(await database.reader.rows(select(journal.lessons))) == 1
    noted = await database.reader.rows(select(attendance.c.pupil_id))
    assert {row.pupil_id for row in noted} == {school.KUZINA, school.IVANOV}
