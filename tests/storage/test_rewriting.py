"""What goes into the paper journal, on both databases: the own lessons of a day, and what was entered late that day."""

from datetime import date, datetime, time, timedelta

import pytest

from bot.services import Services
from domain.attendance.presence import Presence
from domain.control.paper_day import MarkChange, PaperDay, PaperLesson
from domain.errors import NotAllowed, NotFound
from domain.ids import WorkKindId
from domain.journal.homework_meant import Understood
from domain.roles.exports import ExportKind
from domain.school.timetable import LessonRef
from storage.database import Database
from tests import school
from tests.clock import SetClock
from tests.storage.statement_cases import CLASS_TEACHER, MOTHER, TEACHER, wired

MONDAY, TUESDAY = school.TUESDAY - timedelta(days=1), school.TUESDAY
ANSWER, CONTROL = WorkKindId(1), WorkKindId(4)
ALGEBRA_7A, RUSSIAN_7A, SPORTS = 0, 1, 4


def _at(line: int, day: date = TUESDAY) -> LessonRef:
    return LessonRef(school.entry_of(line, day.isoweekday()), day)


def _evening(clock: SetClock, day: date) -> None:
    clock.set(datetime.combine(day, time(18, 0), school.ZONE))


@pytest.fixture
def services(database: Database) -> Services:
    return wired(database).services()


def _algebra(shown: PaperDay) -> PaperLesson:
    """Of the day itself, of 7А."""
    return shown.pages[0].lessons[0]


async def test_the_days_lessons_are_there_page_by_page(services: Services) -> None:
    await services.roll_call.set_status(TEACHER, _at(ALGEBRA_7A), school.IVANOV, Presence.ABSENT)
    await services.roll_call.set_status(TEACHER, _at(ALGEBRA_7A), school.PETROVA, Presence.LATE)
    await services.grading.put(TEACHER, _at(ALGEBRA_7A), school.PETROVA, "5", CONTROL)
    await services.my_lessons.set_topic(TEACHER, _at(ALGEBRA_7A), "Степени")
    meant = await services.homework_book.understand(TEACHER, "7А алгебра № 345")
    assert isinstance(meant, Understood)
    await services.homework_book.set(TEACHER, meant, ())
    shown = await services.rewriting.day(TEACHER)
    assert [(page.class_name, page.subject_name) for page in shown.pages] == [("7А", "Алгебра"), ("7Б", "Алгебра")]
    lesson = _algebra(shown)
    assert [(name.surname, status) for name, status in lesson.away] == [
        ("Иванов", Presence.ABSENT),
        ("Петрова", Presence.LATE),
    ]
    assert [(one.name.surname, one.value, one.work, one.change) for one in lesson.marks] == [
        ("Петрова", "5", "кр", MarkChange.NEW)
    ]
    assert lesson.topic == "Степени"
    assert [one.text for one in lesson.homework] == ["№ 345"]
    assert shown.pages[1].lessons[0].empty
    assert shown.missed == ()


async def test_that_all_were_there_is_to_be_known_too(services: Services) -> None:
    await services.roll_call.close(TEACHER, _at(ALGEBRA_7A))
    lesson = _algebra(await services.rewriting.day(TEACHER))
    assert lesson.called
    assert not lesson.away


async def test_what_is_entered_late_stands_on_the_day_on_which_it_was_entered(
    services: Services, clock: SetClock
) -> None:
    _evening(clock, MONDAY)
    await services.grading.put(TEACHER, _at(ALGEBRA_7A, MONDAY), school.PETROVA, "4", ANSWER)
    await services.grading.put(TEACHER, _at(ALGEBRA_7A, MONDAY), school.SIDOROV, "2", ANSWER)
    _evening(clock, TUESDAY)
    await services.grading.put(TEACHER, _at(ALGEBRA_7A, MONDAY), school.PETROVA, "5", ANSWER)
    await services.grading.take_back(TEACHER, _at(ALGEBRA_7A, MONDAY), school.SIDOROV, ANSWER)
    await services.grading.put(TEACHER, _at(ALGEBRA_7A, MONDAY), school.IVANOV, "3", ANSWER)
    await services.my_lessons.set_topic(TEACHER, _at(ALGEBRA_7A, MONDAY), "Одночлены")
    await services.roll_call.set_status(TEACHER, _at(ALGEBRA_7A, MONDAY), school.KUZINA, Presence.ILL)
    lesson, older = (await services.rewriting.day(TEACHER)).pages[0].lessons
    assert lesson.day == TUESDAY
    assert older.day == MONDAY
    assert [(one.name.surname, one.value, one.change) for one in older.marks] == [
        ("Иванов", "3", MarkChange.NEW),
        ("Петрова", "5", MarkChange.CHANGED),
        ("Сидоров", "2", MarkChange.TAKEN_BACK),
    ]
    assert older.topic == "Одночлены"
    assert [(name.surname, status) for name, status in older.away] == [("Кузина", Presence.ILL)]


async def test_a_mark_set_and_taken_back_the_same_day_is_not_copied(services: Services) -> None:
    await services.grading.put(TEACHER, _at(ALGEBRA_7A), school.PETROVA, "2", ANSWER)
    await services.grading.take_back(TEACHER, _at(ALGEBRA_7A), school.PETROVA, ANSWER)
    assert not _algebra(await services.rewriting.day(TEACHER)).marks


async def test_a_topic_written_ahead_is_copied_on_the_lessons_day(services: Services, clock: SetClock) -> None:
    _evening(clock, MONDAY)
    await services.my_lessons.set_topic(TEACHER, _at(ALGEBRA_7A, MONDAY), "Вчера")
    _evening(clock, TUESDAY)
    shown = await services.rewriting.day(TEACHER)
    assert len(shown.pages[0].lessons) == 1
    assert (await services.rewriting.day(TEACHER, MONDAY)).pages[0].lessons[0].topic == "Вчера"


async def test_a_lesson_of_two_classes_stands_on_two_pages_each_with_its_own_pupils(
    services: Services, clock: SetClock
) -> None:
    _evening(clock, TUESDAY)
    sport = school.actor(school.SPORT)
    await services.roll_call.set_status(sport, _at(SPORTS), school.IVANOV, Presence.ABSENT)
    await services.roll_call.set_status(sport, _at(SPORTS), school.ORLOV, Presence.EXCUSED)
    shown = await services.rewriting.day(sport)
    away = {page.class_name: [name.surname for name, _ in page.lessons[0].away] for page in shown.pages}
    assert away == {"7А": ["Иванов"], "7Б": ["Орлов"]}


async def test_lessons_of_others_are_not_there(services: Services) -> None:
    await services.roll_call.set_status(TEACHER, _at(ALGEBRA_7A), school.IVANOV, Presence.ABSENT)
    shown = await services.rewriting.day(CLASS_TEACHER)
    assert [page.subject_name for page in shown.pages] == ["Русский язык"]
    assert shown.pages[0].lessons[0].empty


async def test_the_class_teacher_has_the_summary_of_the_class_beside(services: Services) -> None:
    await services.roll_call.set_status(TEACHER, _at(ALGEBRA_7A), school.IVANOV, Presence.ILL)
    await services.roll_call.set_status(TEACHER, _at(ALGEBRA_7A), school.PETROVA, Presence.LATE)
    (missed,) = (await services.rewriting.day(CLASS_TEACHER)).missed
    assert missed.class_name == "7А"
    assert [(name.surname, total.lessons, total.ill) for name, total in missed.pupils] == [("Иванов", 1, 1)]


async def test_days_to_turn_to_are_those_of_own_lessons(services: Services, clock: SetClock) -> None:
    shown = await services.rewriting.day(TEACHER)
    assert (shown.earlier, shown.later) == (MONDAY, None)
    monday = await services.rewriting.day(TEACHER, MONDAY)
    assert (monday.earlier, monday.later) == (date(2026, 11, 20), TUESDAY)


@pytest.mark.parametrize("day", [TUESDAY + timedelta(days=1), date(2025, 9, 1)])
async def test_days_to_come_and_long_ago_are_none(services: Services, day: date) -> None:
    with pytest.raises(NotFound):
        await services.rewriting.day(TEACHER, day)


async def test_a_family_has_nothing_to_copy(services: Services) -> None:
    with pytest.raises(NotAllowed):
        await services.rewriting.day(MOTHER)


async def test_the_file_is_written_down_and_not_counted(services: Services, database: Database) -> None:
    for _ in range(12):
        await services.rewriting.take(TEACHER)
    async with database.begin() as tx:
        assert await tx.audit.exports_today(TEACHER.person) == 0
        assert await tx.audit.exports_today(TEACHER.person, [ExportKind.REWRITING]) == 12
