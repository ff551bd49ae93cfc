"""The deputy looks through a journal card by card; the teacher mends; the program sees it and closes the remark."""

from datetime import date, datetime

from tests import inspecting, school
from tests.people import Message, Phone
from tests.stories.conftest import Story

MONDAY = date(2026, 11, 23)
AFTERNOON = datetime(2026, 11, 24, 15, 0, tzinfo=school.ZONE)


async def _gaps(story: Story, **missing: list[date]) -> None:
    story.clock.set(AFTERNOON)
    await inspecting.kept(story.application.database, **missing)


async def _deck(deputy: Phone, whose: str = "Алгебрина А. Б.") -> Message:
    await deputy.write("/inspections")
    await deputy.wait_for("Проверка журнала", button="Новая проверка")
    await deputy.press("Новая проверка")
    await deputy.wait_for("Чей журнал", button="По учителю")
    await deputy.press("По учителю")
    await deputy.wait_for("Журнал какого учителя", button=whose)
    await deputy.press(whose)
    await deputy.wait_for("За какие дни", button="Две недели")
    await deputy.press("Две недели")
    return await deputy.wait_for("карточ", button="Смотреть карточки")


async def test_a_gap_is_remarked_mended_and_closed_by_the_fact(story: Story) -> None:
    await _gaps(story, topics=[MONDAY])
    deputy, teacher = await story.phones(school.DEPUTY, school.ALGEBRA_TEACHER)
    await _deck(deputy)
    await deputy.press("Смотреть карточки")
    card = await deputy.wait_for("Карточка 1")
    assert "7А · Алгебра · Алгебрина А. Б." in card.text
    assert "Нет темы в 1 уроке: 23 ноября" in card.text
    await deputy.press("✍️ Замечание")
    made = await deputy.wait_for("Записать темы уроков: 23 ноября.")
    assert "вторник, 1 декабря" in made.text
    await deputy.press("3 дня")
    assert "пятница, 27 ноября" in (await deputy.wait_for("Исправить до")).text
    await deputy.press("К проверке")
    await teacher.stays_silent()
    await deputy.press("Завершить и отправить")

    news = await teacher.wait_for("Журнал проверен", button="1. Открыть")
    await teacher.press("Исправлено", message=news)
    refused = await teacher.wait_for("Программа пока видит 1 урок: 23 ноября")
    await teacher.press("пн 23.11")
    lesson = await teacher.wait_for("Алг", button="Тема")
    await teacher.press("Тема", message=lesson)
    await teacher.write("Степень с целым показателем")
    await teacher.wait_for("Степень с целым")
    answer = await teacher.press("✅ Исправлено", message=refused)
    assert answer is not None
    assert answer.text == "Спасибо! Замечание закрыто ✅"
    await deputy.wait_for("исправлено. Записать темы")
    await deputy.write("/inspections")
    assert "1 из 1" in " ".join((await deputy.wait_for("Проверка журнала")).labels)
