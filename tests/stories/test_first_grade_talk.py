"""A first grade has no marks and no homework (1.2): what its families use is talk."""

from datetime import datetime

from sqlalchemy import insert

from storage.tables.attendance import attendance
from storage.tables.journal import lessons
from tests import school
from tests.stories.conftest import Story

FRIDAY = datetime(2026, 11, 27, 8, 40, tzinfo=school.ZONE)


async def test_a_teacher_of_a_first_grade_tells_her_class_and_sees_who_has_read(story: Story) -> None:
    teacher, mother, father, other = await story.phones(
        school.PRIMARY, school.MOTHER, school.FATHER, school.PETROVA_MOTHER
    )
    await teacher.write("/class Завтра идём в театр, сбор в 9:00")
    await teacher.press("Отправить")
    letter = await mother.wait_for("Завтра идём в театр", button="Ознакомлен")
    assert "Азбукина Вера Петровна" in letter.text
    await father.wait_for("театр")
    await mother.press("Ознакомлен")
    await story.later(seconds=4)
    await teacher.wait_for("1 из 1")
    await other.stays_silent()


async def test_a_gathering_of_a_first_grade_is_answered_by_one_tap(story: Story) -> None:
    teacher, mother, father = await story.phones(school.PRIMARY, school.MOTHER, school.FATHER)
    await teacher.write("/class Собрание в среду в 18:30")
    await teacher.press("📊 Опрос")
    await teacher.press("Приду / не приду")
    await teacher.press("✅ Готово")
    await teacher.press("Отправить")
    letter = await mother.wait_for("Собрание в среду", button="Приду")
    await father.wait_for("Собрание в среду", button="Приду")
    await mother.press("Приду", message=letter)
    await mother.wait_for("Ваш ответ")
    await story.later(seconds=4)
    await teacher.wait_for("Ответили на опрос: 1")


async def test_a_guardian_writes_to_the_first_teacher_and_is_answered(story: Story) -> None:
    mother, teacher = await story.phones(school.MOTHER, school.PRIMARY)
    await mother.write("/write")
    await mother.press("Иванова Маша")
    await mother.press("Вера Петровна")
    await mother.wait_for("Напишите сообщение")
    await mother.write("Маша забыла сменку")
    came = await teacher.wait_for("Маша забыла сменку")
    assert "Иванова Маша, 1А" in came.text
    await teacher.write("Дадим школьную", reply_to=came)
    await mother.wait_for("Дадим школьную")


async def test_the_week_of_a_first_grade_is_signed_without_a_word_of_marks(story: Story) -> None:
    mother, teacher = await story.phones(school.MOTHER, school.PRIMARY)
    async with story.application.database.begin() as tx:
        lesson = {"id": 900, "entry_id": school.entry_of(7, 1), "day": school.TUESDAY, "position": 1}
        await tx.run(insert(lessons).values(**lesson, subject_id=school.MATHS_1, teacher_id=school.PRIMARY))
        noted = {"lesson_id": 900, "pupil_id": school.IVANOVA_MASHA, "day": school.TUESDAY, "status": "ill"}
        await tx.run(insert(attendance).values(**noted, noted_by=school.PRIMARY, noted_at=school.MORNING))
    story.clock.set(FRIDAY)
    await story.later(hours=9, minutes=22)
    week = await mother.wait_for("Иванова Маша", button="Видел(а) неделю")
    assert "пропущен 1 урок" in week.text
    assert "отмет" not in week.text
    await mother.press("Видел(а) неделю", message=week)
    await teacher.write("/signatures")
    page = await teacher.wait_for("1А · подписи дневника")
    assert "1 из 1" in page.text
    assert "✅ Иванова Маша — мать" in page.text
