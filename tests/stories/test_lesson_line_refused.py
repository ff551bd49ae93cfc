"""What a lesson's line never does: talk is no line, families and groups have none, first grades have no marks."""

import pytest

from tests import school
from tests.stories.conftest import Story
from tests.stories.test_lesson_line import LINE, _presence, _rows, _tap_again, _write_button


async def test_first_grades_have_no_marks_and_no_homework_but_a_roll_call(story: Story) -> None:
    teacher = await story.phone(school.PRIMARY)
    await teacher.write("1а математика: Иванова 5")
    await teacher.wait_for("В первых классах отметок не ставят (п. 1.2 положения)")
    await teacher.write("все; дз № 5; тема Счёт")
    await teacher.wait_for("домашних заданий не задают (п. 1.2 положения)")
    await teacher.write("Иванова н; тема Счёт")
    card = await teacher.wait_for("Математика · 1А", button="✅ Записать")
    assert "Нет: Иванова Маша (н)" in card.text
    assert not any((await _rows(story)).values())
    await teacher.press("✅ Записать")
    await teacher.wait_for("Записано")
    assert await _presence(story) == {school.IVANOVA_MASHA: ("absent", None)}


@pytest.mark.parametrize("said", ["Добрый день!", "Спасибо, всем 5", "7а завтра идём в музей", "Пупкин 5"])
async def test_talk_is_no_line_of_a_lesson(story: Story, said: str) -> None:
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    await teacher.write(said)
    await teacher.wait_for("Не понял")


async def test_from_a_family_and_in_a_group_such_a_line_does_nothing(story: Story) -> None:
    mother, pupil, teacher = await story.phones(school.MOTHER, school.IVANOV, school.ALGEBRA_TEACHER)
    for person in (mother, pupil):
        await person.write(LINE)
        await person.wait_for("Не понял")
    group = teacher.in_group(await story.people.group("7А", [teacher]))
    await group.write(LINE)
    await group.stays_silent()
    assert not any((await _rows(story)).values())


async def test_another_teachers_lesson_is_not_written_by_a_line(story: Story) -> None:
    teacher, other = await story.phones(school.ALGEBRA_TEACHER, school.CLASS_TEACHER_7A)
    await other.write(LINE)
    await other.wait_for("такого урока у вас нет")
    await teacher.write(LINE)
    card = await teacher.wait_for("Степени", button="✅ Записать")
    await other.write("/menu")
    menu = await other.wait_for("")
    await _tap_again(story, other, menu, _write_button(card), 900_003)
    assert not any((await _rows(story)).values())
