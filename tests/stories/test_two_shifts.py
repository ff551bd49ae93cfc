"""Two shifts: 7Б learns after dinner while 7А is in the morning; everything that follows the bell follows its own."""

from datetime import date, time

from tests import school
from tests.people import Phone
from tests.stories.conftest import Story
from tests.stories.forging import forged

SHIFT = "13:10 по 40, перемены 10 10 10 10"
"""The second lesson is from 14:00 to 14:40."""


async def _whom(deputy: Phone) -> None:
    await deputy.write("/bells")
    await deputy.wait_for("🔔")
    for tap in ("Изменить", "Новые звонки"):
        await deputy.press(tap)
    await deputy.wait_for("Для кого")


async def _second_shift(story: Story) -> Phone:
    deputy = await story.phone(school.DEPUTY)
    await _whom(deputy)
    await deputy.write(f"7Б {SHIFT}")
    preview = await deputy.wait_for("Так?")
    assert "🔔 7Б" in preview.text
    assert "2. 14:00–14:40" in preview.text
    await deputy.press("Оставить")
    await deputy.wait_for("Записано")
    return deputy


async def test_one_message_puts_a_class_into_the_second_shift_and_its_people_see_it(story: Story) -> None:
    pupil, neighbour, teacher = await story.phones(school.ORLOV, school.IVANOV, school.ALGEBRA_TEACHER)
    deputy = await _second_shift(story)
    await pupil.write("/tomorrow")
    assert "2. 14:00 Алгебра" in (await pupil.wait_for("Алгебра")).text
    await neighbour.write("/tomorrow")
    assert "1. 08:30 Алгебра" in (await neighbour.wait_for("Алгебра")).text
    await teacher.write("/tomorrow")
    told = (await teacher.wait_for("Алгебра")).text
    assert "08:30" in told
    assert "14:00" in told
    await pupil.write("/bells")
    page = (await pupil.wait_for("7Б")).text
    assert "2. 14:00–14:40" in page
    assert "08:30" not in page
    await deputy.press("Отменить")
    await deputy.wait_for("Убрано")
    await pupil.write("/tomorrow")
    assert "2. 09:25 Алгебра" in (await pupil.wait_for("Алгебра")).text


async def test_the_lesson_is_found_by_the_bell_of_its_class_and_comes_at_it(story: Story) -> None:
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    await _second_shift(story)
    await teacher.write("/settings")
    await teacher.press("🔔 Пусть урок приходит со звонком")
    await teacher.wait_for("Урок приходит сам со звонком")
    await story.later(minutes=46)
    await teacher.stays_silent()
    await story.later(minutes=273)
    await teacher.stays_silent()
    await story.later(minutes=1)
    lesson = await teacher.wait_for("🔔 Звонок на урок")
    assert "Алгебра · 7Б" in lesson.text
    await story.later(minutes=20)
    await teacher.write("/lesson")
    assert "Алгебра · 7Б" in (await teacher.wait_for("Алгебра")).text


async def test_classes_are_ticked_and_have_a_monday_of_their_own(story: Story) -> None:
    deputy = await story.phone(school.DEPUTY)
    await _whom(deputy)
    for tap in ("Классы…", "7Б", "1А", "7А", "✅ 1А"):
        await deputy.press(tap)
    assert "7А, 7Б" in (await deputy.wait_for("ещё кто-нибудь")).text
    for tap in ("Дальше", "Понедельник"):
        await deputy.press(tap)
    assert "7А, 7Б · по понедельникам" in (await deputy.wait_for("одним сообщением")).text
    await deputy.write("1 9:00–9:40\n2 9:50–10:30")
    await deputy.wait_for("Так?")
    await deputy.press("Оставить")
    await deputy.wait_for("Записано")
    monday = await story.application.wiring.timetable.day(date(2026, 11, 30))
    first = {one: monday.by_class[one][0].bell for one in (school.CLASS_1A, school.CLASS_7A, school.CLASS_7B)}
    starts = [bell.starts for bell in first.values() if bell]
    assert starts == [time(8, 30), time(9), time(9, 50)]
    tuesday = await story.application.wiring.timetable.day(school.TUESDAY)
    bell = tuesday.by_class[school.CLASS_7B][0].bell
    assert bell is not None
    assert bell.starts == time(9, 25)


async def test_classes_written_alone_are_asked_when_and_who_is_unknown_is_said(story: Story) -> None:
    deputy = await story.phone(school.DEPUTY)
    await _whom(deputy)
    await deputy.write("7Б, 9Я")
    await deputy.wait_for("Не нашлось классов в «9Я»")
    await deputy.write("7А, 7Б")
    await deputy.wait_for("7А, 7Б — когда?")
    await deputy.press("Всегда")
    await deputy.wait_for("7А, 7Б")
    await deputy.write(SHIFT)
    await deputy.wait_for("Так?")
    await deputy.press("Оставить")
    await deputy.wait_for("Записано")
    await deputy.press("Назад")
    page = await deputy.wait_for("Правило")
    assert [label for label in page.labels if "13:10" in label] == ["7А · 13:10", "7Б · 13:10"]
    for tap in ("7Б", "Убрать"):
        await deputy.press(tap)
    await deputy.wait_for("Вернуть можно")
    director = await story.phone(school.DIRECTOR)
    await director.write("/bells")
    page = await director.wait_for("🔔")
    assert "🔔 1 кл., 7Б" in page.text
    assert "🔔 7А" in page.text


async def test_a_short_day_of_the_school_says_whose_own_bells_it_is_over(story: Story) -> None:
    deputy = await _second_shift(story)
    await _whom(deputy)
    for tap in ("Вся школа", "День или срок"):
        await deputy.press(tap)
    await deputy.write("25 ноября")
    await deputy.wait_for("одним сообщением")
    await deputy.write("8:30 по 30, перемены 5 5 5 5")
    assert "у классов со своими звонками: 7Б" in (await deputy.wait_for("Так?")).text
    await deputy.press("Оставить")
    await deputy.wait_for("Записано")
    pupil = await story.phone(school.ORLOV)
    await pupil.write("/tomorrow")
    assert "2. 09:05 Алгебра" in (await pupil.wait_for("Алгебра")).text


async def test_buttons_of_who_keeps_bells_open_nothing_to_others(story: Story) -> None:
    for person in (school.CLASS_TEACHER_7A, school.ORLOV):
        for data in ("bc:", "bc:3.1", "bw:3.1", "bd:3.1", "bt:3.1:0:0", "bx:1:1-12"):
            answer = await forged(story, school.telegram_id(person), data)
            assert "недоступно" in answer["text"]


async def test_a_button_of_no_class_or_day_is_answered(story: Story) -> None:
    for data in ("bc:x", "bw:99.1", "bd:1-13", "bt:3.1:8:0", "bt:3.1:0:261301261301", "bx:1:3.1"):
        answer = await forged(story, school.telegram_id(school.ADMIN), data)
        assert "не наш" in answer["text"].lower()
    assert len((await story.application.wiring.timetable.plan()).bells) == 1
