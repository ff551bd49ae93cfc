"""«Другой урок»: the last lessons of a class."""

from tests import school
from tests.stories.conftest import Story


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
