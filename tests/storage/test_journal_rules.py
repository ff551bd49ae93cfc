"""What the school's rules refuse at the journal, with nothing written: in first grades, of absent pupils, by others."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from bot.services import Services, Wiring
from bot.settings import Settings
from domain.attendance.presence import Presence
from domain.errors import NotAllowed, NotFound, Refused
from domain.ids import PersonId, WorkKindId
from domain.journal.grading import NoMarksInFirstGrade, PupilWasAbsent, UnknownWorkKind
from domain.journal.homework_meant import HomeworkEmpty, NoHomeworkInFirstGrade, Understood
from domain.journal.scale import MarkOutOfScale
from domain.roles.codes import CodeHasher
from domain.school.lesson_access import LessonNotBegun
from domain.school.timetable import LessonRef
from storage.database import Database
from storage.tables import journal
from storage.tables.attendance import attendance
from storage.tables.messaging import facts
from tests import school

ALGEBRA_7A, MATHS_1A = (LessonRef(school.entry_of(line), school.TUESDAY) for line in (0, 7))
TEACHER, PRIMARY = school.actor(school.ALGEBRA_TEACHER), school.actor(school.PRIMARY)
ANSWER = WorkKindId(1)


@pytest.fixture
def services(database: Database) -> Services:
    return Wiring(database, Settings(), "ru", CodeHasher(b"k" * 32)).services()


async def _rows(database: Database) -> dict[str, int]:
    counts: dict[str, int] = {}
    for table in (journal.marks, journal.homework, attendance, journal.change_log, facts):
        row: Any = await database.reader.row(select(func.count()).select_from(table))
        counts[table.name] = row[0]
    return counts


async def test_first_grades_refuse_marks(services: Services, database: Database) -> None:
    with pytest.raises(NoMarksInFirstGrade):
        await services.grading.put(PRIMARY, MATHS_1A, school.IVANOVA_MASHA, "5", ANSWER)
    with pytest.raises(NoMarksInFirstGrade):
        await services.grading.take_back(PRIMARY, MATHS_1A, school.IVANOVA_MASHA, ANSWER)
    assert not any((await _rows(database)).values())
    assert not (await services.diary.term_marks(school.actor(school.MOTHER), school.IVANOVA_MASHA)).marked


async def test_first_grades_refuse_homework(services: Services, database: Database) -> None:
    for line in ("1А математика № 5", "№ 5", "1А чтение на завтра стр. 3"):
        with pytest.raises(NoHomeworkInFirstGrade):
            await services.homework_book.understand(PRIMARY, line)
    assert not any((await _rows(database)).values())
    assert (await services.homework_diary.coming(school.actor(school.MOTHER), school.IVANOVA_MASHA)).first_grade


async def test_first_grades_have_a_roll_call_like_any(services: Services, database: Database) -> None:
    assert await services.roll_call.set_status(PRIMARY, MATHS_1A, school.IVANOVA_MASHA, Presence.ABSENT)
    counts = await _rows(database)
    assert (counts["attendance"], counts["change_log"], counts["facts"]) == (1, 1, 1)


@pytest.mark.parametrize("status", [Presence.ABSENT, Presence.ILL, Presence.EXCUSED])
async def test_who_was_away_gets_no_mark_until_that_is_put_right(
    services: Services, database: Database, status: Presence
) -> None:
    await services.roll_call.set_status(TEACHER, ALGEBRA_7A, school.IVANOV, status)
    with pytest.raises(PupilWasAbsent):
        await services.grading.put(TEACHER, ALGEBRA_7A, school.IVANOV, "5", ANSWER)
    assert (await _rows(database))["marks"] == 0
    await services.roll_call.set_status(TEACHER, ALGEBRA_7A, school.IVANOV, Presence.LATE)
    assert await services.grading.put(TEACHER, ALGEBRA_7A, school.IVANOV, "5", ANSWER)


@pytest.mark.parametrize(
    ("pupil", "value", "kind", "refused"),
    [
        (school.IVANOV, "6", ANSWER, MarkOutOfScale),
        (school.IVANOV, "н", ANSWER, MarkOutOfScale),
        (school.IVANOV, "5", WorkKindId(99), UnknownWorkKind),
        (school.ORLOV, "5", ANSWER, NotFound),
        (PersonId(987_654), "5", ANSWER, NotFound),
    ],
)
async def test_a_mark_that_cannot_be_is_refused_and_leaves_no_trace(
    services: Services, database: Database, pupil: PersonId, value: str, kind: WorkKindId, refused: type[Refused]
) -> None:
    with pytest.raises(refused):
        await services.grading.put(TEACHER, ALGEBRA_7A, pupil, value, kind)
    assert not any((await _rows(database)).values())


async def test_the_same_again_writes_nothing(services: Services, database: Database) -> None:
    for _ in range(2):
        await services.grading.put(TEACHER, ALGEBRA_7A, school.PETROVA, "5", ANSWER)
        await services.roll_call.set_status(TEACHER, ALGEBRA_7A, school.IVANOV, Presence.ABSENT)
    assert await _rows(database) == {"marks": 1, "homework": 0, "attendance": 1, "change_log": 2, "facts": 2}


async def test_another_teachers_lesson_is_not_theirs(services: Services, database: Database) -> None:
    for stranger in (PRIMARY, school.actor(school.MOTHER), school.actor(school.IVANOV), school.actor(school.DIRECTOR)):
        with pytest.raises(NotAllowed):
            await services.roll_call.set_status(stranger, ALGEBRA_7A, school.IVANOV, Presence.ABSENT)
        with pytest.raises(NotAllowed):
            await services.grading.put(stranger, ALGEBRA_7A, school.IVANOV, "5", ANSWER)
    assert not any((await _rows(database)).values())


async def test_a_lesson_that_has_not_begun_takes_nothing(services: Services) -> None:
    tomorrow = LessonRef(school.entry_of(0, 3), school.TUESDAY + timedelta(days=1))
    with pytest.raises(LessonNotBegun):
        await services.roll_call.set_all(TEACHER, tomorrow, Presence.ABSENT)
    with pytest.raises(NotFound):
        await services.roll_call.set_all(TEACHER, LessonRef(school.entry_of(0), tomorrow.day), Presence.ABSENT)


async def test_homework_without_words_and_files_is_none(services: Services, database: Database) -> None:
    meant = await services.homework_book.understand(TEACHER, "7А алгебра")
    assert isinstance(meant, Understood)
    with pytest.raises(HomeworkEmpty):
        await services.homework_book.set(TEACHER, meant, [])
    assert (await _rows(database))["homework"] == 0
