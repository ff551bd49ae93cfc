"""A result of a term whose message could reach nobody."""

from datetime import timedelta

from sqlalchemy import insert

from storage.tables import journal
from tests import school
from tests.faults.conftest import quiet, told
from tests.stories.conftest import Story


async def _seven_marks(story: Story) -> None:
    """Ivanov's, in algebra: a 4 for each of the days that led here."""
    database = story.application.database
    async with database.begin() as tx:
        for back in (1, 4, 5, 6, 7, 8, 11):
            day = school.TUESDAY - timedelta(days=back)
            about = {"day": day, "subject_id": school.ALGEBRA}
            row = {
                **about,
                "entry_id": school.entry_of(0, day.isoweekday()),
                "position": 1,
                "teacher_id": school.ALGEBRA_TEACHER,
            }
            lesson = await tx.add(insert(journal.lessons).values(**row))
            await tx.run(insert(journal.lesson_classes).values(lesson_id=lesson, class_id=school.CLASS_7A))
            mark = {**about, "lesson_id": lesson, "pupil_id": school.IVANOV, "kind_id": 1, "value": "4"}
            by = {"set_by": school.ALGEBRA_TEACHER, "set_at": school.STARTED}
            await tx.run(insert(journal.marks).values(**mark, **by))


async def test_a_result_that_could_not_reach_a_guardian_is_in_the_digest_that_meets_their_return(story: Story) -> None:
    await _seven_marks(story)
    teacher, mother, father = await story.phones(school.ALGEBRA_TEACHER, school.MOTHER, school.FATHER)
    await mother.block()
    await teacher.write("/results")
    await teacher.press("7А · Алгебра")
    await teacher.wait_for("2-я четверть", button="✓ 4")
    await teacher.press("✓ 4")
    await teacher.wait_for("2-я четверть", button="✅ 4")
    await story.later(minutes=16)
    await father.wait_for("Алгебра — 4")
    await story.later(hours=1)
    await mother.unblock()
    [digest] = await told(story, school.MOTHER, "🏁 Итоги")
    assert "• Алгебра, 2-я четверть: 4" in digest
    await quiet(story)
    assert await told(story, school.MOTHER, "2-я четверть") == [digest]
    assert len(await told(story, school.FATHER, "2-я четверть")) == 1
