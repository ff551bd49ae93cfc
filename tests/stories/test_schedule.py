"""Story 5: tomorrow's lessons."""

from sqlalchemy import insert

from storage.tables.school import lesson_changes
from storage.topics import TIMETABLE
from tests import school
from tests.stories.conftest import Story


async def test_a_guardian_of_two_sees_each_child_named(story: Story) -> None:
    mother = await story.phone(school.MOTHER)
    await mother.write("/tomorrow")
    shown = await mother.wait_for("Пётр")
    assert "среда, 25 ноября" in shown.text
    assert "Маша" in shown.text
    assert "Алгебра" in shown.text
    assert "Литературное чтение" in shown.text


async def test_a_pupil_sees_only_the_own_subgroup(story: Story) -> None:
    pupil = await story.phone(school.IVANOV)
    await pupil.write("завтра")
    shown = await pupil.wait_for("Английский язык")
    assert "Лондонова Н. И." in shown.text
    assert "Темзина" not in shown.text
    assert "08:30" in shown.text
    assert "каб. 12" in shown.text


async def test_days_are_asked_as_people_say_them(story: Story) -> None:
    pupil = await story.phone(school.IVANOV)
    for said, day in (
        ("расписание на пятницу", "пятница, 27 ноября"),
        ("/schedule 27.11", "пятница, 27 ноября"),
        ("расписание", "вторник, 24 ноября"),
        ("/today", "вторник, 24 ноября"),
    ):
        await pupil.write(said)
        await pupil.wait_for(day)


async def test_a_day_off_says_why_and_shows_the_next_school_day(story: Story) -> None:
    pupil = await story.phone(school.IVANOV)
    await pupil.write("/schedule 31.12")
    shown = await pupil.wait_for("Зимние каникулы")
    assert "11 января" in shown.text


async def test_a_substitution_is_shown(story: Story) -> None:
    async with story.application.database.begin() as tx:
        row = {"entry_id": school.entry_of(0, 3), "day": school.TUESDAY.replace(day=25), "kind": "substituted"}
        await tx.run(insert(lesson_changes).values(**row, teacher_id=school.DEPUTY, made_at=school.STARTED))
        tx.touch(TIMETABLE)
    pupil = await story.phone(school.IVANOV)
    await pupil.write("/tomorrow")
    assert "Кузина Е. Ю." in (await pupil.wait_for("замена")).text


async def test_staff_ask_for_a_class_and_families_do_not_see_others(story: Story) -> None:
    director, mother = await story.phones(school.DIRECTOR, school.MOTHER)
    await director.write("расписание 7Б на завтра")
    assert "Геометрия" in (await director.wait_for("7Б")).text
    await mother.write("расписание 7Б на завтра")
    assert "Геометрия" not in (await mother.wait_for("")).text


async def test_a_teacher_sees_the_own_lessons(story: Story) -> None:
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    await teacher.write("/tomorrow")
    shown = await teacher.wait_for("Алгебра")
    assert "7А" in shown.text
    assert "7Б" in shown.text
