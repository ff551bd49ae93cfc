"""`/year`: the administrator sees what would be done, is asked once more, and begins the year."""

from datetime import datetime

from tests import school
from tests.stories.conftest import Story

JUNE = datetime(2027, 6, 15, 10, 0, tzinfo=school.ZONE)


async def test_the_administrator_begins_the_year(story: Story) -> None:
    admin, mother, secretary = await story.phones(school.ADMIN, school.MOTHER, school.SECRETARY)
    await admin.write("/year")
    await admin.wait_for("Учебный год ещё идёт")
    story.clock.set(JUNE)
    await admin.write("/year")
    shown = await admin.wait_for("🗓 Переход 2026/27 → 2027/28", button="▶️ Перейти на 2027/28")
    assert "1А → 2А, 7А → 8А, 7Б → 8Б" in shown.text
    assert "Переходят вместе с классом: 6, с 15 июня" in shown.text
    await admin.press("📄 Поимённо, файл XLSX")
    sent = await admin.wait_for("Переход на 2027/28")
    assert sent.raw["document"]["file_name"] == "year-2027.xlsx"
    await admin.press("▶️ Перейти на 2027/28")
    await admin.wait_for("Отменить переход нельзя")
    await admin.press("✅ Да, перейти")
    await admin.wait_for("✅ Начат 2027/28 год")
    roster = await story.application.services.rosters.roster()
    assert sorted(one.name for one in roster.classes.values()) == ["2А", "8А", "8Б"]
    await mother.write("/day")
    await mother.wait_for("8А")
    await secretary.write("/year")
    await secretary.wait_for("не")


async def test_a_stale_question_is_shown_anew(story: Story) -> None:
    admin = await story.phone(school.ADMIN)
    story.clock.set(JUNE)
    await admin.write("/year")
    shown = await admin.wait_for("Переход 2026/27", button="▶️ Перейти на 2027/28")
    await admin.press("▶️ Перейти на 2027/28")
    question = await admin.wait_for("Отменить переход нельзя")
    button = question.button("✅ Да, перейти")
    assert button is not None
    assert button.data is not None
    await story.application.services.year_turn.apply(school.actor(school.ADMIN), button.data.split(":")[1])
    answer = await admin.press_raw(shown.id, button.data)
    assert answer is not None
    assert "уже начат" in answer.text
