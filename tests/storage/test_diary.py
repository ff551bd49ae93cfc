"""The diary and homework on both kinds of database: what is not one's own is not found, ticks, whom homework is for."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import pytest

from bot.services import Services, Wiring
from bot.settings import Settings
from domain.errors import NotAllowed, NotFound
from domain.ids import HomeworkId, SubjectId
from domain.journal.homework_meant import Understood
from domain.roles.codes import CodeHasher
from handlers.journal.day_buttons import DiaryDayOf
from storage.database import Database
from tests import school

MOTHER, PUPIL, OTHER, TEACHER, CLASS_TEACHER = (
    school.actor(one)
    for one in (school.MOTHER, school.IVANOV, school.PETROVA, school.ALGEBRA_TEACHER, school.CLASS_TEACHER_7A)
)
TODAY = school.TUESDAY


@pytest.fixture
def services(database: Database) -> Services:
    return Wiring(database, Settings(), "ru", CodeHasher(b"k" * 32)).services()


async def _set(services: Services, line: str) -> HomeworkId:
    meant = await services.homework_book.understand(TEACHER, line)
    assert isinstance(meant, Understood)
    return (await services.homework_book.set(TEACHER, meant, ())).id


ALGEBRA = SubjectId(school.ALGEBRA)
NOT_OWN: dict[str, Callable[[Services], Awaitable[Any]]] = {
    "day": lambda services: services.diary_pages.day(MOTHER, school.ORLOV, TODAY),
    "week": lambda services: services.diary_pages.week(MOTHER, school.ORLOV, TODAY),
    "marks": lambda services: services.diary.term_marks(MOTHER, school.ORLOV),
    "subject": lambda services: services.subject_pages.page(MOTHER, school.ORLOV, ALGEBRA, 0),
    "homework": lambda services: services.homework_diary.coming(MOTHER, school.ORLOV),
    "nobody": lambda services: services.diary_pages.day(MOTHER, school.ADMIN, TODAY),
    "a classmate": lambda services: services.diary_pages.day(PUPIL, school.PETROVA, TODAY),
    "no such term": lambda services: services.diary.term_marks(MOTHER, school.IVANOV, 9),
    "no marks of the subject": lambda services: services.subject_pages.page(MOTHER, school.IVANOV, SubjectId(99), 0),
    "another class": lambda services: services.diary_pages.day(CLASS_TEACHER, school.ORLOV, TODAY),
}


@pytest.mark.parametrize("what", NOT_OWN)
async def test_what_is_not_ones_own_is_not_found(services: Services, what: str) -> None:
    with pytest.raises(NotFound):
        await NOT_OWN[what](services)


def test_a_button_with_a_day_that_is_none_is_not_found() -> None:
    with pytest.raises(NotFound):
        _ = DiaryDayOf(pupil=1, day="269999").date


async def test_a_class_teacher_reads_the_diary_of_the_own_class(services: Services) -> None:
    page = await services.diary_pages.week(CLASS_TEACHER, school.IVANOV, TODAY)
    assert [one.day for one in page.days] == [TODAY + timedelta(days=n) for n in range(-1, 5)]
    assert not page.ticks


async def test_a_tick_is_written_once_and_taken_back(services: Services) -> None:
    number = await _set(services, "7А алгебра № 345")
    assert await services.homework_ticks.tick(PUPIL, number, True)
    assert not await services.homework_ticks.tick(PUPIL, number, True)
    (task,) = (await services.homework_diary.coming(MOTHER, school.IVANOV)).homework
    assert task.done
    (other,) = (await services.homework_diary.coming(OTHER, school.PETROVA)).homework
    assert not other.done
    assert await services.homework_ticks.tick(PUPIL, number, False)
    assert not (await services.homework_diary.coming(MOTHER, school.IVANOV)).homework[0].done


async def test_only_the_pupil_ticks_off_and_only_the_own(services: Services) -> None:
    alone = await _set(services, "7А алгебра Иванову: № 345")
    with pytest.raises(NotAllowed):
        await services.homework_ticks.tick(MOTHER, alone, True)
    for actor, number in ((OTHER, alone), (school.actor(school.ORLOV), alone), (PUPIL, HomeworkId(99))):
        with pytest.raises(NotFound):
            await services.homework_ticks.tick(actor, number, True)
    none = await _set(services, "7А алгебра на пятницу не задано")
    with pytest.raises(NotFound):
        await services.homework_ticks.tick(PUPIL, none, True)


async def test_files_of_individual_homework_are_for_that_family(services: Services) -> None:
    alone = await _set(services, "7А алгебра Иванову: № 345")
    assert await services.homework_diary.files(MOTHER, alone) == []
    with pytest.raises(NotFound):
        await services.homework_diary.files(OTHER, alone)


async def test_nothing_set_is_kept_once_and_gives_way(services: Services) -> None:
    first = await _set(services, "7А алгебра не задано")
    assert await _set(services, "7А алгебра не задано") == first
    await _set(services, "7А алгебра № 5")
    (task,) = (await services.homework_diary.coming(MOTHER, school.IVANOV)).homework
    assert (task.text, task.none_set) == ("№ 5", False)


async def test_homework_that_is_moved_keeps_for_whom_it_is_and_how_long(services: Services) -> None:
    alone = await _set(services, "7А алгебра Иванову: № 345 ~20 мин")
    moved = await services.homework_book.move(TEACHER, alone, TODAY + timedelta(days=2))
    assert (moved.pupils, moved.minutes, [name.given for name in moved.named]) == (1, 20, ["Пётр"])
    assert (await services.homework_diary.coming(OTHER, school.PETROVA)).homework == ()


async def test_words_of_a_waiting_line_are_read_for_the_class_that_is_chosen(services: Services) -> None:
    taught = await services.homework_book.taught_by(TEACHER, school.CLASS_7B, ALGEBRA)
    meant = await services.homework_book.choose(TEACHER, taught, "Орлову: № 1", None)
    assert [seat.pupil for seat in meant.pupils] == [school.ORLOV]
    assert meant.text == "№ 1"
