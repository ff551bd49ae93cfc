"""Remarks on both kinds of database: whose diary one reaches, what is refused, what the log keeps."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from sqlalchemy import select

from bot.services import Services, Wiring
from bot.settings import Settings
from domain.errors import NotAllowed, NotFound, Outdated
from domain.ids import ClassId, PersonId, RemarkId
from domain.journal.remarks import RemarkEmpty, RemarkKind, RemarkTooLong
from domain.roles.codes import CodeHasher
from domain.school.lesson_access import LessonNotBegun, PupilNotAtLesson
from domain.school.timetable import LessonRef
from storage.database import Database
from storage.tables.journal import change_log
from tests import school

TEACHER, LEADER, DEPUTY, MOTHER, SPORT = (
    school.actor(one)
    for one in (school.ALGEBRA_TEACHER, school.CLASS_TEACHER_7A, school.DEPUTY, school.MOTHER, school.SPORT)
)
LESSON = LessonRef(school.entry_of(0), school.TUESDAY)
JOINT = LessonRef(school.entry_of(4, 1), school.TUESDAY.replace(day=23))
"""Physical education of 7А and 7Б together, the day before."""
LATER = LessonRef(school.entry_of(4), school.TUESDAY)
IVANOV, ORLOV = school.IVANOV, school.ORLOV


@pytest.fixture
def services(database: Database) -> Services:
    return Wiring(database, Settings(), "ru", CodeHasher(b"k" * 32)).services()


async def _written(services: Services, words: str = "Опоздал", ref: LessonRef | None = LESSON) -> RemarkId:
    await services.remarks.write(TEACHER if ref else LEADER, IVANOV, RemarkKind.REMARK, words, ref)
    return (await services.remarks.of_pupil(LEADER, IVANOV)).remarks[0].id


async def _write(services: Services, actor: Any, pupil: PersonId, ref: LessonRef | None, words: str = "Да") -> None:
    await services.remarks.write(actor, pupil, RemarkKind.PRAISE, words, ref)


REFUSED: dict[str, tuple[type[Exception], Callable[[Services], Awaitable[Any]]]] = {
    "a mother writes": (NotAllowed, lambda s: _write(s, MOTHER, IVANOV, LESSON)),
    "a mother writes outside a lesson": (NotFound, lambda s: _write(s, MOTHER, IVANOV, None)),
    "another's lesson": (NotAllowed, lambda s: _write(s, SPORT, IVANOV, LESSON)),
    "a teacher outside a lesson": (NotFound, lambda s: _write(s, TEACHER, IVANOV, None)),
    "a pupil of another class": (PupilNotAtLesson, lambda s: _write(s, TEACHER, ORLOV, LESSON)),
    "no such pupil": (NotFound, lambda s: _write(s, LEADER, PersonId(999), None)),
    "another class at a joint lesson": (NotFound, lambda s: _write(s, LEADER, ORLOV, JOINT)),
    "another class outside a lesson": (NotFound, lambda s: _write(s, LEADER, ORLOV, None)),
    "the deputy reads only": (NotFound, lambda s: _write(s, DEPUTY, ORLOV, None)),
    "a lesson to come": (LessonNotBegun, lambda s: _write(s, SPORT, IVANOV, LATER)),
    "nothing but spaces": (RemarkEmpty, lambda s: _write(s, TEACHER, IVANOV, LESSON, " \n ")),
    "too long": (RemarkTooLong, lambda s: _write(s, TEACHER, IVANOV, LESSON, "я" * 301)),
    "a mother reads the staff's page": (NotFound, lambda s: s.remarks.of_pupil(MOTHER, IVANOV)),
    "a mother reads at the lesson": (NotAllowed, lambda s: s.remarks.at_lesson(MOTHER, LESSON, IVANOV)),
    "a teacher reads the class": (NotFound, lambda s: s.remarks.of_class(TEACHER, school.CLASS_7A)),
    "no such class": (NotFound, lambda s: s.remarks.of_class(LEADER, ClassId(99))),
    "no such remark": (NotFound, lambda s: s.remarks.take_back(TEACHER, RemarkId(99))),
}


@pytest.mark.parametrize("what", REFUSED)
async def test_what_is_out_of_reach_is_refused_and_writes_nothing(services: Services, what: str) -> None:
    error, act = REFUSED[what]
    with pytest.raises(error):
        await act(services)
    assert (await services.remarks.of_pupil(LEADER, IVANOV)).remarks == ()


async def test_the_class_teacher_writes_at_another_teachers_lesson_to_the_own_class(services: Services) -> None:
    await _write(services, LEADER, IVANOV, JOINT)
    [remark] = (await services.remarks.at_lesson(SPORT, JOINT, IVANOV)).remarks
    assert (remark.subject, remark.day, remark.author) == ("Физическая культура", JOINT.day, LEADER.person)


async def test_only_the_author_takes_back_and_once(services: Services, database: Database) -> None:
    remark = await _written(services)
    for other in (LEADER, DEPUTY, SPORT, MOTHER):
        with pytest.raises(NotFound):
            await services.remarks.take_back(other, remark)
    await services.remarks.take_back(TEACHER, remark)
    with pytest.raises(Outdated):
        await services.remarks.take_back(TEACHER, remark)
    [stands] = (await services.remarks.of_pupil(LEADER, IVANOV)).remarks
    assert (stands.text, stands.taken_back) == ("Опоздал", True)
    logged = await database.reader.rows(select(change_log).where(change_log.c.what == "remark"))
    assert [(row.person_id, row.pupil_id, row.before, row.after) for row in logged] == [
        (TEACHER.person, IVANOV, None, {"remark": remark, "kind": "remark", "text": "Опоздал"}),
        (TEACHER.person, IVANOV, {"remark": remark, "kind": "remark", "text": "Опоздал"}, {"remark": remark}),
    ]


async def test_a_class_counts_what_stands(services: Services) -> None:
    remark = await _written(services)
    await _written(services, "Снова опоздал")
    await _write(services, LEADER, IVANOV, None)
    await services.remarks.take_back(TEACHER, remark)
    page = await services.remarks.of_class(LEADER, school.CLASS_7A)
    assert page.standing == {IVANOV: {RemarkKind.REMARK: 1, RemarkKind.PRAISE: 1}}


async def test_writing_takes_three_statements_and_reading_one(services: Services, database: Database) -> None:
    await _written(services)
    before = database.statements
    await services.remarks.write(TEACHER, IVANOV, RemarkKind.PRAISE, "Решил", LESSON)
    assert database.statements - before <= 3 + 2, "BEGIN and COMMIT are counted on SQLite"
    before = database.statements
    await services.remarks.at_lesson(TEACHER, LESSON, IVANOV)
    assert database.statements - before == 1
