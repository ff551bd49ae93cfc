"""The director's page: one picture and ten lines, on demand and once a week, over a restart."""

from datetime import datetime

from tests import inspecting, school
from tests.stories.conftest import Story
from tests.stories.forging import forged

FRIDAY = datetime(2026, 11, 27, 16, 5, tzinfo=school.ZONE)


async def _queued(story: Story) -> None:
    await story.application.jobs.queue_overviews()
    story.application.nudge()


async def test_the_page_comes_on_friday_once_over_a_restart(story: Story) -> None:
    await inspecting.kept(story.application.database)
    director, deputy, teacher = await story.phones(school.DIRECTOR, school.DEPUTY, school.ALGEBRA_TEACHER)
    story.clock.set(FRIDAY)
    await _queued(story)
    page = await director.wait_for("Неделя школы: 23 ноября – 27 ноября")
    assert page.file == "photo"
    assert "было" in page.text
    await _queued(story)
    await story.restart()
    await _queued(story)
    await director.stays_silent()
    await deputy.stays_silent()
    await teacher.stays_silent()


async def test_before_its_hour_nothing_comes_nor_in_a_week_of_holidays(story: Story) -> None:
    director = await story.phone(school.DIRECTOR)
    for moment in (datetime(2026, 11, 27, 15, 30), datetime(2027, 1, 8, 16, 5)):
        story.clock.set(moment.replace(tzinfo=school.ZONE))
        await _queued(story)
    await director.stays_silent()


async def test_the_deputy_and_the_director_read_it_on_demand(story: Story) -> None:
    for person in (school.DEPUTY, school.DIRECTOR):
        phone = await story.phone(person)
        await phone.write("/overview")
        page = await phone.wait_for("Неделя школы", button="Проверки")
        assert page.file == "photo"
        await phone.press("Проверки", message=page)
        await phone.wait_for("Проверка журнала")


async def test_nobody_else_reads_it(story: Story) -> None:
    for person in (school.ALGEBRA_TEACHER, school.CLASS_TEACHER_7A, school.MOTHER, school.IVANOV, school.ADMIN):
        answer = await forged(story, school.telegram_id(person), "ko")
        assert "Неделя" not in answer["text"]
        assert answer["text"]
