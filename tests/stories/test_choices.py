"""What people choose in `/settings`, and what it changes on their phones."""

from tests import school
from tests.stories.conftest import Story


async def put_mark(story: Story, value: str) -> None:
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    await teacher.write("/lesson")
    await teacher.wait_for("Алгебра")
    await teacher.press("Отметки")
    await teacher.press("Иванов Пётр")
    await teacher.press(value)
    await teacher.wait_for("Вид работы", button=f"Иванов Пётр · {value}")


async def test_who_chose_discretion_sees_no_name_until_the_tap(story: Story) -> None:
    mother, father = await story.phones(school.MOTHER, school.FATHER)
    await mother.write("/settings")
    await mother.press("Скрыть подробности")
    await mother.wait_for("О ком настроить", button="Показывать подробности")
    await put_mark(story, "5")
    await story.later(minutes=16)
    assert "Алгебра" in (await father.wait_for("Иванов Пётр")).text
    veiled = await mother.wait_for("Есть новости", button="Показать")
    assert "Пётр" not in veiled.text
    await mother.press("👁 Показать", message=veiled)
    opened = await mother.wait_for("Иванов Пётр")
    assert opened.id == veiled.id
    assert "5" in opened.text


async def test_a_mark_of_the_evening_waits_for_the_hour_that_was_chosen(story: Story) -> None:
    pupil = await story.phone(school.IVANOV)
    await pupil.write("/settings")
    await pupil.press("21:00–07:00")
    await pupil.wait_for("Тихие часы", button="✅ 🌙 21:00")
    await pupil.press("☀️ 08:00")
    await pupil.wait_for("с 21:00 до 08:00", button="✅ ☀️ 08:00")
    await put_mark(story, "4")
    await story.later(hours=13)
    await pupil.stays_silent()
    await story.later(hours=10)
    await pupil.stays_silent()
    await story.later(minutes=30)
    assert "4" in (await pupil.wait_for("Алгебра")).text


async def test_staff_have_working_hours(story: Story) -> None:
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    await teacher.write("/settings")
    shown = await teacher.wait_for("с 07:30 до 19:00, кроме воскресенья")
    assert not any("сразу" in label for label in shown.labels)
    await teacher.press("07:30–19:00")
    await teacher.press("Писать в любое время")
    await teacher.wait_for("пишу вам в любое время, и в воскресенье", button="✅ 🔔 Писать в любое время")
