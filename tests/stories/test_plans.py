"""The curriculum plan: a file sent to the bot, its next topic by one tap, the plan against the fact, looking back."""

import csv
import io
from collections.abc import Sequence

import pytest
from sqlalchemy import insert, select

from domain.errors import NotAllowed, NotFound
from domain.ids import PlanTopicId
from domain.school.timetable import LessonRef
from storage.tables import curriculum
from storage.tables import school as t
from tests import school
from tests.people import Phone
from tests.stories.conftest import Story

TOPICS = (
    ("№", "Тема урока", "Часы", "Дата"),
    ("1", "Степень с натуральным показателем", "2", "23.11"),
    ("2", "Умножение степеней", "1", "26.11"),
    ("3", "Контрольная работа", "1", "27.11"),
)
BRING = "КТП 7а алгебра"
THURSDAY = school.TUESDAY.replace(day=26)


def plan_file(rows: Sequence[Sequence[str]] = TOPICS) -> bytes:
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows(rows)
    return text.getvalue().encode("cp1251")


async def _bring(teacher: Phone, rows: Sequence[Sequence[str]] = TOPICS, caption: str = BRING) -> None:
    await teacher.file(plan_file(rows), "план.csv", caption)
    await teacher.wait_for("Пока ничего не записано", button="✅ Записать план")
    await teacher.press("✅ Записать план")
    await teacher.wait_for("✅ Записано")


async def test_a_plan_is_looked_at_taken_by_one_tap_and_the_same_file_changes_nothing(story: Story) -> None:
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    await teacher.file(plan_file(), "план.csv", BRING)
    told = await teacher.wait_for("Алгебра · 7А")
    assert "тем: 3, часов: 4" in told.text
    assert "Новых тем: 3, изменённых: 0, убранных: 0" in told.text
    await teacher.press("✅ Записать план")
    await teacher.wait_for("✅ Записано. Новых тем: 3")
    await teacher.file(plan_file(), "план.csv", BRING)
    assert "✅ Записать план" not in (await teacher.wait_for("менять нечего")).labels


async def test_nothing_is_written_before_the_tap_and_the_tap_survives_a_restart(story: Story) -> None:
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    await teacher.file(plan_file(), "план.csv", BRING)
    await teacher.wait_for("Пока ничего не записано")
    assert await story.application.database.reader.rows(select(curriculum.plan_topics.c.id)) == []
    await story.restart()
    await teacher.press("✅ Записать план")
    await teacher.wait_for("✅ Записано")


async def test_a_file_with_mistakes_says_each_with_its_place_and_takes_nothing(story: Story) -> None:
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    await teacher.file(plan_file([*TOPICS, ("4", "Итог", "полтора", "31.02")]), "план.csv", BRING)
    told = await teacher.wait_for("нужно поправить 2 места")
    assert "строка 5, столбец C: «полтора» — нужно целое число часов от 1 до 100" in told.text
    assert "строка 5, столбец D: «31.02» — нужна дата" in told.text
    assert "✅ Записать план" not in told.labels


async def test_what_is_no_spreadsheet_or_another_teachers_class_is_refused_in_words(story: Story) -> None:
    teacher, mother = await story.phones(school.ALGEBRA_TEACHER, school.MOTHER)
    await teacher.file(b"%PDF-1.4\0\0", "план.pdf", BRING)
    await teacher.wait_for("Это не таблица или она повреждена")
    await teacher.file(plan_file(), "план.csv", "КТП 7А русский")
    await teacher.wait_for("Чей это план, понять не удалось")
    await teacher.file(plan_file(), "план.csv", "КТП")
    await teacher.wait_for("Чей это план, понять не удалось")
    await mother.file(plan_file(), "план.csv", BRING)
    await mother.wait_for("Чей это план, понять не удалось")


async def test_the_next_topic_is_accepted_by_one_tap_and_counts_by_hours(story: Story) -> None:
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    await _bring(teacher)
    await teacher.write("/lesson")
    await teacher.wait_for("Алгебра", button="📝 Степень с натуральным показателем ✓")
    answer = await teacher.press("📝 Степень с натуральным показателем ✓")
    assert answer is not None
    assert answer.text == "📝 Тема записана"
    screen = await teacher.wait_for("Тема: Степень с натуральным показателем")
    assert not any(label.endswith("✓") for label in screen.labels)
    await story.later(days=1)
    await teacher.write("/lesson")
    await teacher.press("📝 Степень с натуральным показателем ✓")
    await story.later(days=1)
    await teacher.write("/lesson")
    await teacher.wait_for("26.11", button="📝 Умножение степеней ✓")


async def test_another_topic_is_chosen_typed_by_number_and_taken_back(story: Story) -> None:
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    await _bring(teacher)
    await teacher.write("/lesson")
    await teacher.press("Другая тема")
    asked = await teacher.wait_for("напишите: тему словами либо её номер")
    assert asked.labels[:3] == [
        "1. Степень с натуральным показателем",
        "2. Умножение степеней",
        "3. Контрольная работа",
    ]
    await teacher.press("2. Умножение степеней")
    await teacher.wait_for("Тема: Умножение степеней")
    await teacher.press("📝 Тема")
    await teacher.wait_for("Сейчас записано: Умножение степеней")
    await teacher.write("3")
    await teacher.wait_for("Тема: Контрольная работа")
    await teacher.press("📝 Тема")
    await teacher.press("✕ убрать тему")
    await teacher.wait_for("Тема ещё не записана")


async def test_the_plan_against_the_fact(story: Story) -> None:
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    await _bring(teacher)
    await teacher.write("/lesson")
    await teacher.press("📝 Степень с натуральным показателем ✓")
    await teacher.press("📝 Тема")
    await teacher.press("📈 План и факт")
    told = await teacher.wait_for("план и факт")
    assert "Дано часов: 1 из 4, по плану к сегодняшнему дню: 2." in told.text
    assert "Отставание: 1 час." in told.text
    assert "праздники — 1" in told.text
    assert "план закончится 27 ноября" in told.text
    await teacher.press("‹ К уроку")
    await teacher.wait_for("Тема: Степень")


async def test_a_topic_of_another_plan_is_not_found(story: Story) -> None:
    teacher, other = await story.phones(school.ALGEBRA_TEACHER, school.DEPUTY)
    await _bring(other, caption="КТП 7Б геометрия")
    await _bring(teacher)
    plans, lesson = story.application.wiring.services().plans, LessonRef(school.entry_of(0), school.TUESDAY)
    with pytest.raises(NotFound):
        await plans.accept(school.actor(school.ALGEBRA_TEACHER), lesson, PlanTopicId(1))
    accepted = await plans.accept(school.actor(school.ALGEBRA_TEACHER), lesson, PlanTopicId(4))
    assert accepted.topic == TOPICS[1][1]


async def test_lessons_written_before_the_plan_came_count_by_their_words(story: Story) -> None:
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    await teacher.write("/lesson")
    await teacher.press("📝 Тема")
    await teacher.wait_for("КТП 7А алгебра")
    await teacher.write("степень с натуральным показателем")
    await teacher.wait_for("Тема: степень")
    await _bring(teacher)
    await teacher.write("/lesson")
    await teacher.press("📝 Тема")
    await teacher.press("📈 План и факт")
    await teacher.wait_for("Дано часов: 1 из 4")


async def test_subgroups_without_plans_of_their_own_count_apart_in_the_classs(story: Story) -> None:
    first, second, admin = await story.phones(school.ENGLISH_1, school.ENGLISH_2, school.ADMIN)
    await _bring(admin, caption="КТП 7А английский")
    story.clock.advance(hours=2)
    await first.write("/lesson")
    await first.press("📝 Степень с натуральным показателем ✓")
    await first.wait_for("Тема: Степень")
    await second.write("/lesson")
    await second.press("Другая тема")
    await second.press("📈 План и факт")
    await second.wait_for("Дано часов: 0 из 4")


async def test_a_substitute_sees_what_was_and_has_the_lesson_that_day_alone(story: Story) -> None:
    teacher, substitute = await story.phones(school.ALGEBRA_TEACHER, school.CLASS_TEACHER_7A)
    await teacher.write("/lesson")
    await teacher.press("📝 Тема")
    await teacher.write("Одночлены")
    await teacher.wait_for("Тема: Одночлены")
    await teacher.write("/dz 7А алгебра № 345")
    await teacher.wait_for("№ 345")
    await _substitute(story)
    await story.later(days=1)
    await substitute.write("/lesson")
    await substitute.wait_for("Алгебра · 7А", button="👀 Что было")
    await substitute.press("👀 Что было")
    told = await substitute.wait_for("что было")
    assert "вт 24.11: Одночлены" in told.text
    assert "к ср 25.11: № 345" in told.text
    await substitute.press("‹ К уроку")
    await substitute.press("Петрова Анна")
    await substitute.wait_for("Нет 1 из 4")
    await story.later(days=1)
    rights = story.application.wiring.services().roll_call
    with pytest.raises(NotAllowed):
        await rights.close(school.actor(school.CLASS_TEACHER_7A), LessonRef(school.entry_of(0, 4), THURSDAY))


async def _substitute(story: Story) -> None:
    """On Wednesday the class teacher gives the algebra lesson."""
    row = {"entry_id": school.entry_of(0, 3), "day": school.TUESDAY.replace(day=25), "kind": "substituted"}
    async with story.application.database.begin() as tx:
        made = {"teacher_id": school.CLASS_TEACHER_7A, "made_at": school.MORNING}
        await tx.run(insert(t.lesson_changes).values(**row, **made))
        tx.touch("timetable")
