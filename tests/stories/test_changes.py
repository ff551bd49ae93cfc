"""A substitution of tomorrow's lesson: who makes it, who hears of it, whose the journal then is."""

from datetime import timedelta

from tests import school
from tests.people import Phone
from tests.stories.conftest import Story


async def _substitute(deputy: Phone, teacher: str = "Алгебрина А. Б.") -> None:
    """Of the first subgroup's English in 7А tomorrow."""
    await deputy.write("/subs")
    await deputy.wait_for("Замены и изменения")
    for label in ("✏️ ср 25.11", "7А", "3. Английский язык /1", "🔁 Заменить учителя", teacher):
        await deputy.press(label)
    await deputy.wait_for("✅")


async def test_a_substitution_is_heard_once_by_whom_it_concerns_and_by_nobody_else(story: Story) -> None:
    deputy, mother, pupil, old, new = await story.phones(
        school.DEPUTY, school.MOTHER, school.IVANOV, school.ENGLISH_1, school.ALGEBRA_TEACHER
    )
    others = await story.phones(school.SIDOROV_MOTHER, school.ORLOV_MOTHER, school.ENGLISH_2, school.CLASS_TEACHER_7A)
    await _substitute(deputy)
    await story.later(minutes=4)
    for family in (mother, pupil):
        told = await family.wait_for("Завтра, среда, 25 ноября, 7А")
        assert "3. Английский язык (группа 1) — 🔁 Алгебрина А. Б." in told.text
        assert "Иванов" not in told.text
    assert "3. 7А/1 · Английский язык — 🔁 Алгебрина А. Б." in (await old.wait_for("ваши уроки")).text
    assert "3. 7А/1 · Английский язык — 🔁 ведёте вы" in (await new.wait_for("ваши уроки")).text
    await story.later(minutes=30)
    for phone in (*others, mother, pupil, old, new):
        await phone.stays_silent(0.2)


async def test_who_substitutes_takes_the_roll_and_marks_and_the_other_cannot(story: Story) -> None:
    deputy, old, new, director = await story.phones(
        school.DEPUTY, school.ENGLISH_1, school.ALGEBRA_TEACHER, school.DIRECTOR
    )
    await _substitute(deputy)
    story.clock.set(school.MORNING + timedelta(days=1, hours=1, minutes=55))
    await new.write("/lesson")
    await new.press("✅ Иванов Пётр", message=await new.wait_for("3-й урок"))
    await new.wait_for("Нет 1 из 2")
    await old.write("/lesson")
    assert "✅ Иванов Пётр" not in (await old.wait_for("")).labels
    await director.write("/subs")
    assert "3. 7А/1 · Английский язык — 🔁 Алгебрина А. Б." in (await director.wait_for("Замены")).text
