"""The lesson comes by itself at its bell, to those who want it."""

from tests import school
from tests.people import Phone
from tests.stories.conftest import Story


async def _wants_bells(teacher: Phone) -> None:
    await teacher.write("/settings")
    await teacher.press("🔔 Пусть урок приходит со звонком")
    await teacher.wait_for("Урок приходит сам со звонком", button="🔕 Урок не присылать")


async def test_the_next_lesson_comes_at_its_bell_once_and_is_kept_from_there(story: Story) -> None:
    teacher, other = await story.phones(school.ALGEBRA_TEACHER, school.CLASS_TEACHER_7A)
    await _wants_bells(teacher)
    await story.later(minutes=44)
    await teacher.stays_silent()
    await story.later(minutes=1)
    lesson = await teacher.wait_for("🔔 Звонок на урок")
    assert "Алгебра · 7Б" in lesson.text
    assert "✅ Орлов Глеб" in lesson.labels
    await story.restart()
    await story.later(minutes=1)
    await teacher.stays_silent()
    await other.stays_silent()
    await teacher.press("✅ Орлов Глеб")
    await teacher.wait_for("Нет 1 из 1")


async def test_who_has_begun_to_write_is_not_rung(story: Story) -> None:
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    await _wants_bells(teacher)
    await story.later(minutes=40)
    await teacher.write("/lesson")
    await teacher.press("Другой урок")
    await teacher.press("2. 09:25 Алг 7Б")
    await teacher.press("✅ Готово")
    await teacher.wait_for("отмечено")
    await story.later(minutes=6)
    await teacher.stays_silent()


async def test_it_is_switched_off_again_and_no_family_is_asked(story: Story) -> None:
    teacher, mother = await story.phones(school.ALGEBRA_TEACHER, school.MOTHER)
    await mother.write("/settings")
    assert not any("со звонком" in label for label in (await mother.wait_for("")).labels)
    await _wants_bells(teacher)
    await teacher.press("🔕 Урок не присылать")
    await teacher.wait_for("Урок сам не приходит")
    await story.later(minutes=46)
    await teacher.stays_silent()


async def test_a_first_grades_lesson_comes_too_without_marks(story: Story) -> None:
    teacher = await story.phone(school.PRIMARY)
    await _wants_bells(teacher)
    await story.later(minutes=46)
    lesson = await teacher.wait_for("🔔 Звонок на урок")
    assert "Литературное чтение · 1А" in lesson.text
    assert not any("Отметки" in label for label in lesson.labels)


async def test_what_is_asked_for_discreetly_opens_by_a_tap(story: Story) -> None:
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    await _wants_bells(teacher)
    await teacher.press("🙈 Скрыть подробности")
    await story.later(minutes=46)
    veiled = await teacher.wait_for("Есть новости")
    assert "Алгебра" not in veiled.text
    await teacher.press("👁 Показать")
    await teacher.wait_for("Алгебра · 7Б")
