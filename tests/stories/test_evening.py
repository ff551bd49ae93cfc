"""What a debt and an exemption look like in a family's days, and what the evening says of debts."""

from tests import school
from tests.people import Phone
from tests.stories.conftest import Story


async def _owe(story: Story, teacher: Phone, until: str) -> None:
    """Ivanov owes the answer of the Tuesday's lesson."""
    await teacher.write("/lesson")
    await teacher.press("Отметки")
    await teacher.wait_for("Вид работы")
    await teacher.press("Иванов Пётр")
    await teacher.wait_for("Вид работы", button="• долг")
    await teacher.press("• долг")
    await teacher.wait_for("До какого дня можно сдать?", button=until)
    await teacher.press(until)
    await teacher.wait_for("Вид работы", button="Иванов Пётр · •")


async def test_a_debt_stands_on_its_day_and_in_the_evenings_before_until_the_teacher_ends_it(story: Story) -> None:
    teacher, mother, other = await story.phones(school.ALGEBRA_TEACHER, school.MOTHER, school.SIDOROV_MOTHER)
    await _owe(story, teacher, "пт 27.11")
    await story.later(minutes=16)
    await mother.wait_for("Сдать до 27 ноября")
    await mother.write("/week")
    week = (await mother.wait_for("24 ноября")).text
    assert week.index("27 ноября") < week.index("📌 Сдать: Алгебра, ответ на уроке (24 ноября)")
    await story.later(hours=9, minutes=10)
    evening = await mother.wait_for("📌 Долги")
    assert "Алгебра, ответ на уроке (24 ноября) — до 27 ноября" in evening.text
    await other.stays_silent()
    await story.later(days=4)
    await mother.write("/day")
    await mother.wait_for("📌 Долг, срок был 27 ноября: Алгебра, ответ на уроке (24 ноября)")
    await other.write("/day")
    assert "📌" not in (await other.wait_for("28 ноября")).text


async def test_an_exemption_is_read_by_the_family_in_the_day_the_week_and_the_subject(story: Story) -> None:
    secretary, teacher, mother, other = await story.phones(
        school.SECRETARY, school.ALGEBRA_TEACHER, school.MOTHER, school.SIDOROV_MOTHER
    )
    await teacher.write("/lesson")
    await teacher.press("Отметки")
    await teacher.press("Иванов Пётр")
    await teacher.press("4")
    await teacher.wait_for("Вид работы", button="Иванов Пётр · 4")
    await secretary.write("/exempt")
    for label in ("➕ Внести", "7А", "Иванов Пётр", "Алг", "Освобождён: без отметок"):
        await secretary.press(label)
    await secretary.wait_for("с какого и по какое число")
    await secretary.write("25.11–26.11 приказ 45-у")
    await secretary.wait_for("✅ Внесено")
    await mother.write("/day")
    assert "освобождение" not in (await mother.wait_for("24 ноября")).text
    await mother.press("ср 25.11 ›")
    day = (await mother.wait_for("25 ноября")).text
    assert "Алгебра · каб. 12 · освобождение до 26 ноября" in day
    await mother.write("/week")
    assert (await mother.wait_for("24 ноября")).text.count("Алг · освобождение до 26 ноября") == 2
    await mother.write("/marks")
    await mother.press("Алгебра")
    page = await mother.wait_for("Средний балл")
    assert "📄 Освобождение с 25 ноября по 26 ноября, приказ 45-у: без отметок" in page.text
    await other.write("/week")
    assert "освобождение" not in (await other.wait_for("24 ноября")).text
