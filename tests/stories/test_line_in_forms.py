"""A lesson's line in the middle of another question, one that loads a class too much, and the way to results."""

from collections.abc import Awaitable, Callable

import pytest
from aiogram.fsm.state import StatesGroup
from sqlalchemy import select

from handlers.journal import forms, results_forms
from handlers.journal.lesson_line_router import ANY_TEXT
from storage.tables import journal
from tests import school
from tests.people import Phone
from tests.stories.conftest import Story

LINE = "7а алгебра: Иванов 5, Сидоров н; тема Степени"
LEFT = "Прошлый вопрос оставлен: это строка урока."
Asks = Callable[[Story, Phone], Awaitable[None]]


async def topic(_: Story, teacher: Phone) -> None:
    await teacher.press("📝 Тема")
    await teacher.wait_for("Напишите тему")


async def remark(_: Story, teacher: Phone) -> None:
    await _pad(teacher)
    await teacher.press("В дневник…")
    await teacher.press("Замечание")
    await teacher.wait_for("Напишите")


async def comment(_: Story, teacher: Phone) -> None:
    await _mark(teacher)
    await teacher.press("💬 Комментарий")
    await teacher.wait_for("Напишите комментарий")


async def reason(story: Story, teacher: Phone) -> None:
    """Of a mark too old to be changed freely."""
    await _mark(teacher)
    await story.later(days=8)
    await teacher.press("4")
    await teacher.wait_for("Напишите причину")
    story.clock.set(school.MORNING)


async def _pad(teacher: Phone) -> None:
    await teacher.press("Отметки")
    await teacher.press("Иванов Пётр")


async def _mark(teacher: Phone) -> None:
    await _pad(teacher)
    await teacher.press("3")
    await teacher.press("Иванов Пётр · 3")
    await teacher.press("3 отв")


async def _lesson(teacher: Phone) -> None:
    await teacher.write("/lesson")
    await teacher.wait_for("Алгебра · 7А")


@pytest.mark.parametrize("asks", [topic, remark, comment, reason], ids=lambda asks: asks.__name__)
async def test_a_line_is_not_swallowed_by_a_question_that_was_left(story: Story, asks: Asks) -> None:
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    await _lesson(teacher)
    await asks(story, teacher)
    await teacher.write(LINE)
    card = await teacher.wait_for(LEFT, button="✅ Записать")
    assert "Нет: Сидоров Семён (н)" in card.text
    await teacher.press("✅ Записать")
    await teacher.wait_for("✅ Записано")
    (lesson,) = await story.application.database.reader.rows(select(journal.lessons.c.topic))
    assert lesson.topic == "Степени"


@pytest.mark.parametrize("words", ["7а контрольная работа", "Иванов 5", "Степени: тема 7а", "7б: Пупкин 5"])
async def test_words_that_are_no_line_of_an_own_class_answer_the_question(story: Story, words: str) -> None:
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    await _lesson(teacher)
    await topic(story, teacher)
    await teacher.write(words)
    await teacher.wait_for(f"Тема: {words}")


async def test_of_a_class_that_one_does_not_teach_it_is_an_answer_too(story: Story) -> None:
    teacher = await story.phone(school.ENGLISH_1)
    await story.later(hours=2)
    await teacher.write("/lesson")
    await topic(story, teacher)
    await teacher.write("7б: Орлов 5")
    await teacher.wait_for("Тема: 7б: Орлов 5")


def test_every_form_of_the_journal_lets_a_line_through() -> None:
    groups = [
        kind
        for module in (forms, results_forms)
        for kind in vars(module).values()
        if isinstance(kind, type) and issubclass(kind, StatesGroup) and kind is not StatesGroup
    ]
    asked = {state for group in groups for state in group.__states__}
    assert asked - set(ANY_TEXT) == {forms.LessonLineForm.waiting}


async def test_a_line_that_loads_too_much_warns_with_a_free_day_and_is_written_all_the_same(story: Story) -> None:
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    await teacher.write("7а: все; дз контрольная работа")
    warned = await teacher.wait_for("первый урок", button="✅ Всё равно записать")
    assert "✅ Записать" not in warned.labels
    assert await story.application.database.reader.rows(select(journal.homework)) == []
    await teacher.press("✅ Всё равно записать")
    await teacher.wait_for("✅ Записано")
    assert len(await story.application.database.reader.rows(select(journal.homework))) == 1


async def test_marks_of_a_work_that_was_written_warn_of_nothing(story: Story) -> None:
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    await teacher.write("7а: Иванов 5 кр; дз № 5")
    card = await teacher.wait_for("Иванов Пётр — 5 кр")
    assert "✅ Записать" in card.labels


async def test_the_list_of_lessons_leads_to_the_results_of_own_courses_alone(story: Story) -> None:
    teacher, primary = await story.phones(school.ALGEBRA_TEACHER, school.PRIMARY)
    await _lesson(teacher)
    await teacher.press("Другой урок")
    told = await teacher.wait_for("уроки", button="🏁 Итоги")
    assert told.labels[:2] == ["1. 08:30 Алг 7А", "🏁 Итоги"]
    await teacher.press("🏁 Итоги")
    await teacher.wait_for("Алгебра")
    await primary.write("/lesson")
    await primary.press("Другой урок")
    first_grade = await primary.wait_for("уроки")
    assert "🏁 Итоги" not in first_grade.labels
