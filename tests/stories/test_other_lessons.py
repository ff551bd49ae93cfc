"""«Другой урок»: by class, and what is not filled in."""

from sqlalchemy import insert

from storage.tables import journal
from tests import school
from tests.stories.conftest import Story

DAYS = [day for day in range(10, 25) if day not in (14, 15, 21, 22)]
"""School days of the two weeks before the Tuesday, and itself."""


async def test_a_lesson_leaves_the_list_once_everything_of_it_is_there(story: Story) -> None:
    teacher = await story.phone(school.PRIMARY)
    await _fill(story, DAYS[:-1])
    await story.later(minutes=40)
    await teacher.write("/owed")
    told = await teacher.wait_for("Не заполнен 1 урок")
    assert told.labels[0] == "вт 24.11, 1. Мат 1А · кто есть, тема"
    await teacher.press("вт 24.11, 1. Мат 1А · кто есть, тема")
    await teacher.wait_for("Математика · 1А")
    await teacher.press("✅ Готово")
    await teacher.press("📝 Тема")
    await teacher.write("Счёт до 20")
    await teacher.wait_for("Тема: Счёт до 20")
    await teacher.write("/owed")
    await teacher.wait_for("заполнено всё")


async def test_homework_is_owed_until_it_is_set_or_said_to_be_none(story: Story) -> None:
    teacher = await story.phone(school.ENGLISH_1)
    await story.later(hours=3)
    await teacher.write("/owed")
    told = await teacher.wait_for("Не заполнены")
    assert "вт 24.11, 3. Английский 7А (1)" not in told.labels
    assert told.labels[0] == "вт 24.11, 3. Англ 7А (1) · кто есть, тема, дз"
    await teacher.write("/dz 7А английский слова")
    await teacher.wait_for("слова")
    await teacher.write("/owed")
    told = await teacher.wait_for("Не заполнены")
    assert told.labels[0] == "вт 24.11, 3. Англ 7А (1) · кто есть, тема"


async def test_a_class_leads_to_its_last_lessons_and_each_to_its_screen(story: Story) -> None:
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    await teacher.write("/lesson")
    await teacher.press("Другой урок")
    await teacher.press("По классу")
    told = await teacher.wait_for("выберите класс и предмет")
    assert told.labels[:2] == ["7А · Алг", "7Б · Алг"]
    await teacher.press("7Б · Алг")
    told = await teacher.wait_for("Последние уроки")
    assert told.labels[:3] == ["вт 24.11, 2. Алг 7Б", "пн 23.11, 2. Алг 7Б", "пт 20.11, 2. Алг 7Б"]
    await teacher.press("пн 23.11, 2. Алг 7Б")
    await teacher.wait_for("Алгебра · 7Б")


async def test_who_teaches_nothing_owes_nothing(story: Story) -> None:
    mother = await story.phone(school.MOTHER)
    await mother.write("/owed")
    told = await mother.wait_for("")
    assert "заполнено всё" not in told.text


async def _fill(story: Story, days: list[int]) -> None:
    """Both lessons of the first grade on those days of November."""
    rows = [
        {
            "entry_id": school.entry_of(line, school.TUESDAY.replace(day=day).isoweekday()),
            "day": school.TUESDAY.replace(day=day),
            "position": position,
            "subject_id": subject,
            "teacher_id": school.PRIMARY,
            "topic": "Счёт",
            "roll_call_closed_at": school.MORNING,
        }
        for day in days
        for line, position, subject in ((7, 1, school.MATHS_1), (8, 2, school.READING_1))
    ]
    async with story.application.database.begin() as tx:
        await tx.run(insert(journal.lessons), rows)
