"""Class lists by 5 September: class teachers are reminded in the morning, the deputy hears which are left."""

from datetime import datetime

import pytest
from sqlalchemy import func, select

from domain.errors import NotAllowed, Outdated
from domain.ids import PersonId
from storage.tables.messaging import outbox
from tests import school
from tests.stories.conftest import Story


async def _at(story: Story, day: int, hour: int = 8, minute: int = 5) -> None:
    story.clock.set(datetime(2026, 9, day, hour, minute, tzinfo=school.ZONE))
    await story.application.jobs.remind_of_lists()
    story.application.nudge()


async def _queued(story: Story) -> int:
    row = await story.application.database.reader.row(select(func.count()).select_from(outbox))
    assert row is not None
    return int(row[0])


async def test_a_class_teacher_is_asked_each_morning_until_the_list_is_confirmed(story: Story) -> None:
    teacher, primary = await story.phones(school.CLASS_TEACHER_7A, school.PRIMARY)
    await _at(story, 2)
    asked = await teacher.wait_for("Список класса 7А: 4 ученика. Проверьте его", button="Открыть список")
    assert "до 5 сентября" in asked.text
    await primary.wait_for("Список класса 1А: 1 ученик.")
    await teacher.press("Открыть список")
    await teacher.wait_for("1. Иванов Пётр Олегович")
    await teacher.press("✅ Список верен")
    await teacher.wait_for("✅ 7А: 4, 2 сентября, Павлова О. П.")
    await _at(story, 3)
    await primary.wait_for("Список класса 1А")
    await teacher.stays_silent()


async def test_a_restart_and_a_second_tick_ask_nothing_twice(story: Story) -> None:
    await _at(story, 1, 7, 50)
    assert await _queued(story) == 0
    await _at(story, 1)
    assert await _queued(story) == 2
    await story.restart()
    await _at(story, 1, 11, 0)
    assert await _queued(story) == 2


async def test_what_is_confirmed_before_the_message_goes_is_not_asked(story: Story) -> None:
    teacher = await story.phone(school.CLASS_TEACHER_7A)
    story.clock.set(datetime(2026, 9, 2, 8, 5, tzinfo=school.ZONE))
    delivery = story.application.delivery.delivery
    delivery._paused_until = float("inf")
    await story.application.wiring.list_reminders().remind()
    await story.application.services.class_lists.confirm(school.actor(school.CLASS_TEACHER_7A), school.CLASS_7A, 4)
    delivery._paused_until = 0.0
    story.application.nudge()
    await teacher.stays_silent()


async def test_on_the_sixth_the_deputy_hears_which_are_left(story: Story) -> None:
    deputy, teacher = await story.phones(school.DEPUTY, school.CLASS_TEACHER_7A)
    story.clock.set(datetime(2026, 9, 4, 12, 0, tzinfo=school.ZONE))
    await story.application.services.class_lists.confirm(school.actor(school.CLASS_TEACHER_7A), school.CLASS_7A, 4)
    await _at(story, 6)
    told = await deputy.wait_for("Списки классов ещё не подтверждены: 1А, 7Б.", button="Списки классов")
    await deputy.press("Списки классов", message=told)
    await deputy.wait_for("⏳ 7Б: 1, не подтверждён")
    await teacher.stays_silent()
    before = await _queued(story)
    await _at(story, 7)
    assert await _queued(story) == before


@pytest.mark.parametrize("person", [school.PRIMARY, school.SECRETARY, school.DEPUTY, school.MOTHER])
async def test_only_the_class_teacher_confirms_and_only_what_was_looked_at(story: Story, person: int) -> None:
    lists = story.application.services.class_lists
    with pytest.raises(NotAllowed):
        await lists.confirm(school.actor(PersonId(person)), school.CLASS_7A, 4)
    with pytest.raises(Outdated):
        await lists.confirm(school.actor(school.CLASS_TEACHER_7A), school.CLASS_7A, 5)
