"""Changes said in one line, by who changes the timetable; the same words by others are no such line."""

import pytest

from tests import school
from tests.stories.conftest import Story


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("завтра 7А 1 урок замена Бегунов", "1. 7А · Алгебра — 🔁 Бегунов И. О."),
        ("отменить 7а 1 урок завтра", "1. 7А · Алгебра — ✖️ отменяется"),
        ("7а 2 урок каб 214", "2. 7А · Русский язык — 🚪 каб. 214"),
        ("25.11 7 А урок 2 кабинет актовый зал", "2. 7А · Русский язык — 🚪 Актовый зал"),
        ("перенести 7б 3 урок завтра на пятницу 4 урок", "3. 7Б · Геометрия — ➡️ переносится: пт 27.11, 4-й урок"),
    ],
)
async def test_a_line_is_done_at_once(story: Story, line: str, said: str) -> None:
    deputy = await story.phone(school.DEPUTY)
    await deputy.write(line)
    assert said in (await deputy.wait_for("✅")).text


async def test_a_line_that_clashes_is_asked_before_it_is_kept(story: Story) -> None:
    deputy = await story.phone(school.DEPUTY)
    await deputy.write("завтра 7А 2 урок замена Алгебрина")
    asked = await deputy.wait_for("Есть накладка")
    assert "• учитель в это время ведёт: 7Б · Алгебра" in asked.text
    await deputy.write("/subs")
    assert (await deputy.wait_for("Замены")).text.count("Всё по расписанию") == 2
    await deputy.press("Всё равно поставить", message=asked)
    assert "🔁 Алгебрина А. Б." in (await deputy.wait_for("✅")).text


async def test_subgroups_are_asked_which(story: Story) -> None:
    deputy = await story.phone(school.DEPUTY)
    await deputy.write("отменить 7а 3 урок завтра")
    asked = await deputy.wait_for("Какой урок?")
    assert [label for label in asked.labels if "Английский" in label] == [
        "3. Английский язык /1",
        "3. Английский язык /2",
    ]


async def test_a_lesson_that_there_is_not_is_said_so(story: Story) -> None:
    deputy = await story.phone(school.DEPUTY)
    await deputy.write("отменить 7а 6 урок завтра")
    await deputy.wait_for("урока с номером 6 в этот день нет")


@pytest.mark.parametrize("person", [school.SECRETARY, school.DIRECTOR, school.CLASS_TEACHER_7A, school.MOTHER])
async def test_nobody_else_changes_anything_by_a_line(story: Story, person: school.PersonId) -> None:
    phone, deputy = await story.phone(person), await story.phone(school.DEPUTY)
    await phone.write("отменить 7а 1 урок завтра")
    assert "✅" not in (await phone.wait_for()).text
    await deputy.write("/subs")
    assert "отменяется" not in (await deputy.wait_for("Замены")).text


async def test_a_teachers_illness_in_one_line_opens_the_lessons_with_who_can_give_them(story: Story) -> None:
    deputy, teacher = await story.phones(school.DEPUTY, school.ALGEBRA_TEACHER)
    await deputy.write("Павлова болеет 26–27 ноября")
    page = await deputy.wait_for("Назначено 0 из 2")
    assert "26 ноября — 27 ноября · 🤒 Болеет" in page.text
    await deputy.press("Бегунов И. О.")
    await deputy.wait_for("Назначено 1 из 2")
    await deputy.press("✖️ Отменить")
    done = await deputy.wait_for("Назначено 2 из 2")
    assert "✅ чт 26.11 · 2. 7А · Русский язык — 🔁 Бегунов И. О." in done.text
    assert "✅ пт 27.11 · 2. 7А · Русский язык — ✖️ отменяется" in done.text
    await teacher.write("/subs")
    assert "Болеет" not in (await teacher.wait_for("Замены")).text
