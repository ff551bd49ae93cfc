"""The class teacher's daily check: in the evening by itself, each teacher asked by a tap; dates, and who is late."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import func, select

from domain.attendance.presence import Presence
from domain.control.duties import Duty
from domain.ids import PersonId
from domain.school.teacher_absences import Why
from domain.school.timetable import LessonRef
from storage.tables.messaging import outbox
from tests import school
from tests.people import Message, Phone
from tests.stories.conftest import Story
from tests.stories.forging import forged

EVENING = datetime(2026, 11, 24, 17, 1, tzinfo=school.ZONE)
HEADING = "7А · вторник, 24 ноября"
DAY, CLASS = "261124", school.CLASS_7A
REMINDED = f"kkr:{CLASS}:{DAY}:{school.ALGEBRA_TEACHER}:0"
NOT_FOUND = "Не нашлось. Возможно, запись изменилась — откройте /menu и попробуйте ещё раз."
NOT_ALLOWED = "Это действие вам недоступно. Если так быть не должно — спросите администратора журнала."


async def _tick(story: Story, at: datetime | None = EVENING) -> None:
    if at is not None:
        story.clock.set(at)
    await story.application.jobs.tell_duties()
    story.application.nudge()


async def _check(phone: Phone) -> Message:
    await phone.write("/check")
    return await phone.wait_for("7А ·")


async def _tap(story: Story, person: PersonId, data: str) -> str:
    return str((await forged(story, school.telegram_id(person), data))["text"])


async def _filled(story: Story, line: int, teacher: PersonId) -> None:
    """A lesson of the Tuesday, with all that it owes."""
    ref, services = LessonRef(school.entry_of(line), school.TUESDAY), story.application.services
    await services.roll_call.close(school.actor(teacher), ref)
    await services.my_lessons.set_topic(school.actor(teacher), ref, "Степени")
    await services.homework_after.set_none(school.actor(teacher), ref)


async def _messages(story: Story, kind: str) -> int:
    asked = select(func.count()).select_from(outbox).where(outbox.c.kind == kind)
    return int((await story.application.database.reader.row(asked))[0])  # type: ignore[index]


async def test_in_the_evening_the_class_stands_below_the_own_lessons_in_one_message(story: Story) -> None:
    teacher = await story.phone(school.CLASS_TEACHER_7A)
    await _tick(story)
    card = await teacher.wait_for(HEADING)
    assert "Осталось сделать" in card.text
    assert "Не всё заполнено: 4 из 5 уроков" in card.text
    assert "▫️ Алгебрина А. Б.: 1-й, Алгебра — кто был, тема, дом. задание" in card.text
    assert "Павлова" not in card.text, "the own lessons stand above"
    await _tick(story, None)
    await story.restart()
    await _tick(story, None)
    await teacher.stays_silent()


async def test_one_tap_asks_a_teacher_once_and_the_message_stays_one(story: Story) -> None:
    teacher, algebra = await story.phones(school.CLASS_TEACHER_7A, school.ALGEBRA_TEACHER)
    await _tick(story)
    await algebra.wait_for("Осталось сделать")
    card = await teacher.wait_for(HEADING)
    await teacher.press("🔔 Алгебрина А. Б.", message=card)
    shown = await teacher.wait_for("напоминание отправлено")
    assert shown.button("🔔 Алгебрина А. Б.") is None
    asked = await algebra.wait_for("Ольга Павловна просит дозаполнить журнал", button="1-й, Алгебра")
    assert HEADING in asked.text
    await algebra.press("1-й, Алгебра", message=asked)
    await algebra.wait_for("", button="Все на месте")
    assert await _tap(story, school.CLASS_TEACHER_7A, REMINDED) == (
        "Алгебрина А. Б.: напоминание уже отправлено в 17:01."
    )
    assert "напоминание в 17:01" in (await _check(teacher)).text
    assert await _messages(story, "duty_reminded") == 1


async def test_the_message_shrinks_as_teachers_fill_in(story: Story) -> None:
    teacher = await story.phone(school.CLASS_TEACHER_7A)
    await _tick(story)
    await teacher.wait_for("Не всё заполнено: 4 из 5")
    await _filled(story, 0, school.ALGEBRA_TEACHER)
    story.clock.advance(minutes=2)
    await _tick(story, None)
    edited = await teacher.wait_for("Не всё заполнено: 3 из 5")
    assert "Алгебрина" not in edited.text
    rows = await _messages(story, "duties_edited")
    for _ in range(3):
        story.clock.advance(minutes=1)
        await _tick(story, None)
    assert await _messages(story, "duties_edited") == rows, "nothing changed, nothing is added"


async def test_who_is_busy_keeps_the_screen_until_they_rest(story: Story) -> None:
    teacher = await story.phone(school.CLASS_TEACHER_7A)
    await _tick(story)
    await teacher.press("7А: весь день", message=await teacher.wait_for(HEADING))
    await teacher.wait_for("", button="Другой класс")
    await _filled(story, 0, school.ALGEBRA_TEACHER)
    story.clock.advance(seconds=30)
    await _tick(story, None)
    assert await _messages(story, "duties_edited") == 0
    story.clock.advance(minutes=2)
    await _tick(story, None)
    await teacher.wait_for("Не всё заполнено: 3 из 5", button="7А: весь день")


async def test_in_the_last_days_of_a_term_the_evening_counts_results_that_are_not_set(story: Story) -> None:
    algebra = await story.phone(school.ALGEBRA_TEACHER)
    await _tick(story, datetime(2026, 12, 25, 17, 1, tzinfo=school.ZONE))
    assert "Период заканчивается" not in (await algebra.wait_for("Осталось сделать")).text
    await _tick(story, datetime(2026, 12, 28, 17, 1, tzinfo=school.ZONE))
    card = await algebra.wait_for("Период заканчивается 30 декабря")
    await algebra.press("7А · Алгебра: осталось 4", message=card)
    await algebra.wait_for("2-я четверть", button="● 2 четв.")


async def test_a_reminder_that_came_too_late_is_not_sent(story: Story) -> None:
    """In quiet hours it waits for the morning; by then the lesson is filled in."""
    algebra = await story.phone(school.ALGEBRA_TEACHER)
    story.clock.set(EVENING.replace(hour=20))
    page = await story.application.services.class_checks.remind(
        school.actor(school.CLASS_TEACHER_7A), CLASS, school.TUESDAY, school.ALGEBRA_TEACHER
    )
    assert page.card.of(school.ALGEBRA_TEACHER) is not None
    story.application.nudge()
    await algebra.stays_silent()
    await _filled(story, 0, school.ALGEBRA_TEACHER)
    story.clock.set(datetime(2026, 11, 25, 7, 31, tzinfo=school.ZONE))
    story.application.nudge()
    await algebra.stays_silent()


async def test_who_is_asked_on_a_day_off_hears_of_it_on_the_next_school_day(story: Story) -> None:
    algebra = await story.phone(school.ALGEBRA_TEACHER)
    story.clock.set(datetime(2026, 11, 22, 12, 0, tzinfo=school.ZONE))
    assert await _tap(story, school.CLASS_TEACHER_7A, f"kkr:{CLASS}:261120:{school.ALGEBRA_TEACHER}:0") == (
        "Напомним в рабочее время, с вашим именем."
    )
    await algebra.stays_silent()
    story.clock.set(datetime(2026, 11, 23, 8, 0, 1, tzinfo=school.ZONE))
    story.application.nudge()
    await algebra.wait_for("7А · пятница, 20 ноября")


async def test_when_all_is_filled_in_the_page_says_so_and_no_class_stands_in_the_message(story: Story) -> None:
    for line, teacher in ((0, school.ALGEBRA_TEACHER), (2, school.ENGLISH_1), (3, school.ENGLISH_2), (4, school.SPORT)):
        story.clock.set(EVENING)
        await _filled(story, line, teacher)
    phone = await story.phone(school.CLASS_TEACHER_7A)
    await _tick(story)
    card = await phone.wait_for("Осталось сделать")
    assert "7А · вторник" not in card.text
    await _filled(story, 1, school.CLASS_TEACHER_7A)
    assert "✅ Всё заполнено: 5 уроков" in (await _check(phone)).text


async def test_an_earlier_day_is_looked_at_and_one_before_the_last_two_weeks_is_not(story: Story) -> None:
    teacher = await story.phone(school.CLASS_TEACHER_7A)
    story.clock.set(EVENING)
    await _check(teacher)
    await teacher.press("‹ пн 23.11")
    page = await teacher.wait_for("7А · понедельник, 23 ноября")
    assert "❗️ Алгебрина А. Б.: 1-й, Алгебра — кто был, тема" in page.text
    assert "дом. задание" not in page.text, "the next lesson is over: it is too late for any"
    assert page.button("вт 24.11 ›") is not None
    for day in ("261109", "261122", "251124", "x"):
        assert await _tap(story, school.CLASS_TEACHER_7A, f"kk:{CLASS}:{day}") == NOT_FOUND


async def test_nobody_is_told_or_asked_on_a_holiday_or_while_away(story: Story) -> None:
    teacher, algebra = await story.phones(school.CLASS_TEACHER_7A, school.ALGEBRA_TEACHER)
    await _tick(story, datetime(2026, 10, 30, 17, 1, tzinfo=school.ZONE))
    assert await _messages(story, "duties") == 0
    story.clock.set(EVENING)
    absent, deputy = story.application.services.absent_teachers, school.actor(school.DEPUTY)
    await absent.note(deputy, school.ALGEBRA_TEACHER, school.TUESDAY, school.TUESDAY, Why.SICK)
    await _tick(story)
    card = await teacher.wait_for(HEADING)
    assert "🏠 Алгебрина А. Б." in card.text
    assert card.button("🔔 Алгебрина А. Б.") is None
    assert await _tap(story, school.CLASS_TEACHER_7A, REMINDED) == (
        "Алгебрина А. Б. сегодня отсутствует: напоминание не отправлено."
    )
    await algebra.stays_silent()


async def test_the_deputy_looks_at_any_class_and_asks_the_director_only_looks(story: Story) -> None:
    deputy, director, algebra = await story.phones(school.DEPUTY, school.DIRECTOR, school.ALGEBRA_TEACHER)
    story.clock.set(EVENING)
    await deputy.write("/check")
    await deputy.press("7А", message=await deputy.wait_for("Журнал какого класса"))
    await deputy.press("🔔 Алгебрина А. Б.", message=await deputy.wait_for(HEADING))
    await algebra.wait_for("Елена Юрьевна просит дозаполнить журнал")
    await director.write("/check")
    await director.press("7А", message=await director.wait_for("Журнал какого класса"))
    page = await director.wait_for(HEADING)
    assert page.button("🔔 Алгебрина А. Б.") is None
    assert await _tap(story, school.DIRECTOR, REMINDED) == NOT_FOUND


@pytest.mark.parametrize(
    "person",
    [school.PRIMARY, school.ALGEBRA_TEACHER, school.MOTHER, school.IVANOV, school.SECRETARY],
    ids=["other class teacher", "teacher", "guardian", "pupil", "secretary"],
)
async def test_nobody_else_sees_or_asks(story: Story, person: PersonId) -> None:
    story.clock.set(EVENING)
    assert await _tap(story, person, f"kk:{CLASS}:{DAY}") == NOT_FOUND
    assert await _tap(story, person, REMINDED) == NOT_FOUND
    for data in ("kkl", f"kkd:{Duty.TOPIC}:0", f"kkp:{Duty.TOPIC}:{school.ALGEBRA_TEACHER}"):
        assert await _tap(story, person, data) == NOT_ALLOWED
    assert await _messages(story, "duty_reminded") == 0


async def test_a_stranger_gets_nothing(story: Story) -> None:
    stranger = await story.stranger()
    await stranger.write("/check")
    assert "7А" not in (await stranger.wait_for("")).text


async def test_dates_of_a_class_teacher_lead_to_where_it_is_done(story: Story) -> None:
    teacher = await story.phone(school.CLASS_TEACHER_7A)
    story.clock.set(EVENING)
    ref = LessonRef(school.entry_of(0), school.TUESDAY)
    actor = school.actor(school.ALGEBRA_TEACHER)
    await story.application.services.roll_call.set_status(actor, ref, school.PETROVA, Presence.ABSENT)
    await teacher.write("/deadlines")
    page = await teacher.wait_for("Сроки")
    assert "❗️ Список класса 7А не подтверждён — срок был 5 сентября" in page.text
    assert "▫️ Причины пропусков, 7А: 1 — до 25 ноября" in page.text
    assert "▫️ Проверка журнала 7А за 24 ноября: не заполнено 4 — до 24 ноября" in page.text
    await teacher.press("Список класса 7А")
    await teacher.wait_for("7А", button="Список верен")


async def test_who_is_late_is_counted_by_duty_and_opens_to_people(story: Story) -> None:
    deputy = await story.phone(school.DEPUTY)
    story.clock.set(EVENING)
    await deputy.write("/deadlines")
    await deputy.press("Кто опаздывает", message=await deputy.wait_for("Сроки"))
    late = await deputy.wait_for("Срок прошёл", button="Темы уроков")
    assert "Списки классов: 2 (2 человека)" in late.text
    await deputy.press("Темы уроков", message=late)
    people = await deputy.wait_for("Темы уроков: срок прошёл")
    assert "Алгебрина А. Б.: 20, с 10 ноября" in people.text
    await deputy.press("Алгебрина А. Б. · 20", message=people)
    one = await deputy.wait_for("Алгебрина Алла Борисовна", button="7А · Алгебра: тема")
    await deputy.press("7А · Алгебра: тема", message=one)
    await deputy.wait_for("7А ·", button="🔔 Алгебрина А. Б.")


async def test_lessons_of_days_on_which_somebody_was_away_are_not_theirs(story: Story) -> None:
    deputy, absent = await story.phone(school.DEPUTY), story.application.services.absent_teachers
    story.clock.set(EVENING)
    ill_since = school.TUESDAY - timedelta(days=8)
    await absent.note(school.actor(school.DEPUTY), school.ALGEBRA_TEACHER, ill_since, school.TUESDAY, Why.SICK)
    await deputy.write("/deadlines")
    await deputy.press("Кто опаздывает", message=await deputy.wait_for("Сроки"))
    await deputy.press("Темы уроков", message=await deputy.wait_for("Срок прошёл", button="Темы уроков"))
    assert "Алгебрина А. Б.: 8, с 10 ноября" in (await deputy.wait_for("Темы уроков: срок прошёл")).text
