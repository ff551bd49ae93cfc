"""The lesson that comes at its bell brings the plan's next topic along."""

from sqlalchemy import insert, select

from storage.tables import curriculum, journal
from tests import school
from tests.people import Phone
from tests.stories.conftest import Story

FIRST, SECOND = "Степень с натуральным показателем", "Умножение степеней"


async def _plan_of_7b(story: Story) -> None:
    async with story.application.database.begin() as tx:
        row = {"year_id": 1, "class_id": school.CLASS_7B, "subject_id": school.ALGEBRA, "imported_at": school.STARTED}
        plan = await tx.add(insert(curriculum.curriculum_plans).values(**row))
        topics = [
            {"plan_id": plan, "number": number, "topic": topic, "hours": 1}
            for number, topic in enumerate((FIRST, SECOND), 1)
        ]
        await tx.run(insert(curriculum.plan_topics), topics)


async def _wants_bells(teacher: Phone) -> None:
    await teacher.write("/settings")
    await teacher.press("🔔 Пусть урок приходит со звонком")
    await teacher.wait_for("Урок приходит сам со звонком")


async def test_the_topic_of_the_plan_is_one_tap_on_the_bells_own_message(story: Story) -> None:
    await _plan_of_7b(story)
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    await _wants_bells(teacher)
    await story.later(minutes=46)
    rung = await teacher.wait_for("🔔 Звонок на урок", button=f"📝 {FIRST} ✓")
    assert "Тема ещё не записана" in rung.text
    await teacher.press(f"📝 {FIRST} ✓")
    await teacher.wait_for(f"Тема: {FIRST}")
    rows = await story.application.database.reader.rows(select(journal.lessons.c.topic))
    assert [row.topic for row in rows] == [FIRST]
    await story.later(days=1)
    await teacher.wait_for("🔔 Звонок на урок", button=f"📝 {SECOND} ✓")


async def test_without_a_plan_the_message_proposes_nothing(story: Story) -> None:
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    await _wants_bells(teacher)
    await story.later(minutes=46)
    rung = await teacher.wait_for("🔔 Звонок на урок")
    assert not any(label.endswith("✓") for label in rung.labels)
