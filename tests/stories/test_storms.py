"""«Нет всех» by a slip of the finger, and by a real emergency."""

from tests import school
from tests.stories.conftest import Story


async def test_nobody_of_a_class_is_there_and_the_deputy_decides(story: Story) -> None:
    teacher, deputy, director, mother = await story.phones(
        school.ALGEBRA_TEACHER, school.DEPUTY, school.DIRECTOR, school.PETROVA_MOTHER
    )
    await _nobody_is_there(story)
    question = await deputy.wait_for("отсутствуют 4 из 4", button="Отправить")
    assert "7А" in question.text
    assert "Отправить 5 сообщений?" in question.text
    await teacher.wait_for("задержаны")
    await story.later(minutes=5)
    await mother.stays_silent()
    await director.stays_silent()
    await deputy.press("Показать")
    await deputy.wait_for("Петрова Анна", button="Назад")
    await deputy.press("Назад")
    await deputy.wait_for("Отправить 5 сообщений?", button="Отправить")
    await deputy.press("Отправить")
    await deputy.wait_for("5 сообщений отправляются. Решение: Кузина")
    await mother.wait_for("нет на уроке", button="Болеет")
    await teacher.wait_for("Сообщения родителям отправлены")


async def test_a_slip_of_the_finger_frightens_nobody(story: Story) -> None:
    teacher, deputy, mother = await story.phones(school.ALGEBRA_TEACHER, school.DEPUTY, school.PETROVA_MOTHER)
    await _nobody_is_there(story)
    await deputy.wait_for("отсутствуют 4 из 4", button="Не отправлять")
    await deputy.press("Не отправлять")
    await deputy.wait_for("5 сообщений не отправлены. Решение: Кузина")
    await teacher.wait_for("Сообщения родителям не отправлены")
    await story.later(minutes=45)
    await mother.stays_silent()


async def test_where_nobody_answers_the_families_hear_all_the_same(story: Story) -> None:
    deputy, mother = await story.phones(school.DEPUTY, school.PETROVA_MOTHER)
    await _nobody_is_there(story)
    await deputy.wait_for("отсутствуют 4 из 4")
    await story.restart()
    await story.later(minutes=31)
    await mother.wait_for("нет на уроке")
    await deputy.wait_for("ушли сами")


async def test_the_teacher_mends_the_slip_and_there_is_nothing_left_to_decide(story: Story) -> None:
    teacher, deputy, mother = await story.phones(school.ALGEBRA_TEACHER, school.DEPUTY, school.PETROVA_MOTHER)
    await _nobody_is_there(story)
    await deputy.wait_for("отсутствуют 4 из 4", button="Отправить")
    for name in ("Иванов", "Кузина", "Петрова", "Сидоров"):
        await teacher.press(f"🔴 {name}")
    await deputy.stays_silent(1.0)
    await story.later(seconds=10)
    closed = await deputy.wait_for("уже нечего")
    assert closed.button("Отправить") is None
    await story.later(minutes=45)
    await mother.stays_silent()


async def _nobody_is_there(story: Story) -> None:
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    await teacher.write("/lesson")
    await teacher.wait_for("Алгебра")
    await teacher.press("Нет всех")
