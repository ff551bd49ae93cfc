"""«НЕ ЗНАЛ(А)!»: the class teacher at once, the deputy when nobody answers, and who looks for the child."""

from tests import school
from tests.people import Phone
from tests.stories.conftest import Story


async def test_nobody_answers_and_after_ten_minutes_the_deputy_hears_once(story: Story) -> None:
    mother, class_teacher, deputy = await _alarmed(story)
    await class_teacher.wait_for("родители НЕ ЗНАЛИ", button="Взял(а) на себя")
    await story.later(minutes=9)
    await deputy.stays_silent()
    await story.later(minutes=1, seconds=5)
    await deputy.wait_for("10 минут никто не отозвался", button="Взял(а) на себя")
    await story.later(minutes=10)
    await deputy.stays_silent()

    answer = await deputy.press("Взял(а) на себя")
    assert answer is not None
    assert answer.text == "Остальные и родители увидят, кто ищет"
    await deputy.wait_for("Ребёнка ищет Елена Юрьевна")
    closed = await class_teacher.wait_for("Ребёнка ищет Елена Юрьевна")
    assert closed.labels == []
    await mother.wait_for("уже ищет Елена Юрьевна")


async def test_what_the_class_teacher_takes_does_not_reach_the_deputy(story: Story) -> None:
    mother, class_teacher, deputy = await _alarmed(story)
    await class_teacher.wait_for("родители НЕ ЗНАЛИ")
    await class_teacher.press("Взял(а) на себя")
    await class_teacher.wait_for("Ребёнка ищет Ольга Павловна")
    await mother.wait_for("уже ищет Ольга Павловна")
    await story.later(minutes=15)
    await deputy.stays_silent()


async def test_a_restart_in_between_loses_no_alarm_and_doubles_none(story: Story) -> None:
    _, class_teacher, deputy = await _alarmed(story)
    await class_teacher.wait_for("родители НЕ ЗНАЛИ")
    await story.restart()
    await story.later(minutes=11)
    await deputy.wait_for("10 минут никто не отозвался")
    await story.restart()
    await story.later(minutes=11)
    await deputy.stays_silent()


async def test_a_child_who_is_found_is_looked_for_no_more(story: Story) -> None:
    mother, class_teacher, deputy = await _alarmed(story)
    await class_teacher.wait_for("родители НЕ ЗНАЛИ")
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    await teacher.press("🔴 Иванов Пётр · н")
    await teacher.wait_for("Все на месте")
    await story.later(minutes=11)
    await deputy.stays_silent()
    answer = await class_teacher.press("Взял(а) на себя")
    assert answer is not None
    assert "ребёнок на уроке" in answer.text
    await mother.wait_for("исправлено: нет на уроке → на уроке")


async def _alarmed(story: Story) -> tuple[Phone, Phone, Phone]:
    teacher, mother = await story.phones(school.ALGEBRA_TEACHER, school.MOTHER)
    await teacher.write("/lesson")
    await teacher.wait_for("Алгебра")
    await teacher.press("✅ Иванов Пётр")
    await teacher.wait_for("Нет 1 из 4")
    await story.later(minutes=3)
    await mother.wait_for("нет на уроке")
    class_teacher, deputy = await story.phones(school.CLASS_TEACHER_7A, school.DEPUTY)
    await mother.press("Не знал(а)!")
    await mother.wait_for("Вы ответили: не знал(а)")
    return mother, class_teacher, deputy
