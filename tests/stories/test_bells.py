"""Bells: what rings now for one's own class; whoever keeps them enters new ones by a message."""

from datetime import date, time

import pytest

from domain.errors import NotAllowed, NotFound, Outdated
from domain.ids import BellRuleId, ChangeId
from domain.school.bells import Bell, BellRule
from tests import school
from tests.people import Phone
from tests.stories.conftest import Story

ADMIN = school.actor(school.ADMIN)
RULE = BellRule({1: Bell(time(9), time(9, 35)), 2: Bell(time(9, 55), time(10, 30))}, 1, 1)
EVERYONE = BellRule({})
OTHERS = [
    school.DIRECTOR,
    school.CLASS_TEACHER_7A,
    school.ALGEBRA_TEACHER,
    school.SITE_EDITOR,
    school.MOTHER,
    school.IVANOV,
]


async def _new(phone: Phone, *taps: str) -> None:
    await phone.write("/bells")
    await phone.wait_for("🔔")
    for tap in ("Изменить", "Новые звонки", *taps):
        await phone.press(tap)


async def test_a_family_sees_what_goes_on_and_when_the_bell_rings(story: Story) -> None:
    pupil = await story.phone(school.IVANOV)
    await pupil.write("звонки")
    page = await pupil.wait_for("7А")
    assert "Сейчас 1-й урок, до звонка 35 минут" in page.text
    assert "▶️ 1. 08:30–09:15 · ☕️ 10 мин" in page.text
    assert "5. 12:30–13:15" in page.text
    assert "13:25" not in page.text
    assert "✏️ Изменить" not in page.labels
    await story.later(minutes=37)
    await pupil.write("/bells")
    assert "Перемена, 2-й урок через 8 минут" in (await pupil.wait_for("Перемена")).text


async def test_staff_see_all_grades_by_what_rings_alike(story: Story) -> None:
    director = await story.phone(school.DIRECTOR)
    await director.write("/bells")
    assert "1, 7 кл." in (await director.wait_for("🔔")).text
    await story.application.wiring.services().bell_keeping.keep(ADMIN, [RULE])
    await director.write("/bells")
    page = await director.wait_for("09:35")
    assert "🔔 1 кл." in page.text
    assert "🔔 7 кл." in page.text


async def test_bells_are_entered_by_one_message_seen_first_and_taken_back(story: Story) -> None:
    deputy, mother = await story.phones(school.DEPUTY, school.MOTHER)
    await _new(deputy, "1 кл.", "Всегда")
    await deputy.wait_for("одним сообщением")
    await deputy.write("8:40 по 35, перемены 10 40")
    preview = await deputy.wait_for("Так?")
    assert "1. 08:40–09:15 · ☕️ 10 мин" in preview.text
    assert "3. 10:40–11:15" in preview.text
    assert await _first(story, 1) == time(8, 30)
    await deputy.press("Оставить")
    await deputy.wait_for("Записано")
    assert (await _first(story, 1), await _first(story, 7)) == (time(8, 40), time(8, 30))
    await mother.write("/tomorrow")
    assert "1. 08:40 Математика" in (await mother.wait_for("Маша")).text
    await deputy.press("Отменить")
    await deputy.wait_for("Убрано")
    assert await _first(story, 1) == time(8, 30)


async def test_a_short_day_is_one_days_rule(story: Story) -> None:
    secretary = await story.phone(school.SECRETARY)
    await _new(secretary, "Вся школа", "День или срок")
    await secretary.wait_for("сокращённый день")
    await secretary.write("25 ноября")
    await secretary.wait_for("одним сообщением")
    await secretary.write("1 8:30–9:00\n2. 9.10-9.40")
    await secretary.wait_for("25 ноября, ср")
    await secretary.press("Оставить")
    await secretary.wait_for("Записано")
    day = await story.application.wiring.timetable.day(date(2026, 11, 25))
    assert {one.position: one.bell for one in day.by_class[school.CLASS_7A]}[2] == Bell(time(9, 10), time(9, 40))
    assert await _first(story, 7) == time(8, 30)


async def test_a_mistake_is_said_in_a_sentence_and_the_next_message_counts(story: Story) -> None:
    admin = await story.phone(school.ADMIN)
    await _new(admin, "Вся школа", "Понедельник")
    await admin.wait_for("по понедельникам")
    for said, answer in (
        ("как обычно", "Не удалось прочитать: «как обычно»"),
        ("1 8:30–9:15\n2 9:10–9:50", "Проверьте урок 2"),
        ("1 6:00–6:40\n2 20:00–20:40", "больше 12 ч"),
    ):
        await admin.write(said)
        await admin.wait_for(answer)
    await admin.write("1 9:00–9:40")
    await admin.wait_for("Так?")
    await admin.write("1 9:05–9:45")
    await admin.wait_for("09:05")
    await admin.press("Оставить")
    await admin.wait_for("Записано")
    monday = await story.application.wiring.timetable.day(date(2026, 11, 30))
    assert monday.by_class[school.CLASS_7A][0].bell == Bell(time(9, 5), time(9, 45))


async def test_times_of_a_rule_are_changed_and_it_is_taken_away(story: Story) -> None:
    admin = await story.phone(school.ADMIN)
    await admin.write("/bells")
    await admin.wait_for("🔔")
    for tap in ("Изменить", "Вся школа", "Изменить время"):
        await admin.press(tap)
    await admin.wait_for("одним сообщением")
    await admin.write("8:00 по 40, перемены 10 10 10 10")
    assert "Заменят нынешние: 6 уроков" in (await admin.wait_for("Так?")).text
    await admin.press("Оставить")
    await admin.wait_for("Записано")
    assert await _first(story, 7) == time(8, 0)
    assert len((await story.application.wiring.timetable.plan()).bells) == 1
    for tap in ("Назад", "Вся школа", "Убрать"):
        await admin.press(tap)
    await admin.wait_for("Вернуть можно")
    assert (await story.application.wiring.timetable.plan()).bells == ()
    await admin.press("Отменить")
    await admin.wait_for("Записано")
    assert await _first(story, 7) == time(8, 0)


@pytest.mark.parametrize("person", OTHERS)
async def test_nobody_else_changes_bells(story: Story, person: school.PersonId) -> None:
    services, actor = story.application.wiring.services(), school.actor(person)
    keeping = services.bell_keeping
    for attempt in (
        keeping.rules(actor),
        keeping.rule(actor, BellRuleId(1)),
        keeping.classes(actor),
        keeping.whom(actor, "7Б"),
        keeping.named(actor, (EVERYONE,)),
        keeping.days(actor, "завтра"),
        keeping.understood(actor, (RULE,), "1 8:30–9:15"),
        keeping.keep(actor, [RULE]),
        keeping.take_away(actor, BellRuleId(1), EVERYONE),
        keeping.undo(actor, ChangeId(1)),
    ):
        with pytest.raises(NotAllowed):
            await attempt
    assert (await services.bell_pages.today(actor)).tables


async def test_an_old_undo_another_rules_number_and_a_lost_message_do_nothing(story: Story) -> None:
    keeping = story.application.wiring.services().bell_keeping
    change = await keeping.keep(ADMIN, [RULE])
    [kept] = change.rules
    assert kept.id is not None
    with pytest.raises(NotFound):
        await keeping.take_away(ADMIN, kept.id, EVERYONE)
    await keeping.take_away(ADMIN, kept.id, RULE)
    with pytest.raises(Outdated):
        await keeping.undo(ADMIN, change.id)
    admin = await story.phone(school.ADMIN)
    await _new(admin, "Вся школа", "Всегда")
    await admin.write("1 9:00–9:40")
    preview = await admin.wait_for("Так?")
    await admin.write("/cancel")
    await admin.wait_for("")
    answer = await admin.press("Оставить", message=preview)
    assert answer is not None
    assert "изменилась" in answer.text


async def _first(story: Story, grade: int) -> time:
    day = await story.application.wiring.timetable.day(school.TUESDAY)
    lesson = day.by_class[school.CLASS_1A if grade == 1 else school.CLASS_7A][0]
    assert lesson.bell is not None
    return lesson.bell.starts
