"""Exemption from a subject: entered by the secretary, seen at the lesson and by the family, no marks meanwhile."""

import pytest

from domain.errors import NotAllowed
from domain.ids import WorkKindId
from domain.school.exemptions import Learning
from domain.school.lesson_access import PupilIsExempt
from domain.school.timetable import LessonRef
from tests import school
from tests.people import Phone
from tests.stories.conftest import Story

LESSON = LessonRef(school.entry_of(0), school.TUESDAY)


async def _exempt(secretary: Phone, days: str, subject: str = "Алг", how: str = "Освобождён: без отметок") -> None:
    await secretary.write("/exempt")
    for label in ("➕ Внести", "7А", "Петрова Анна", subject, how):
        await secretary.press(label)
    await secretary.wait_for("с какого и по какое число")
    await secretary.write(days)


async def test_an_exemption_is_entered_seen_at_the_lesson_and_by_the_family(story: Story) -> None:
    secretary, teacher, mother, other = await story.phones(
        school.SECRETARY, school.ALGEBRA_TEACHER, school.PETROVA_MOTHER, school.MOTHER
    )
    await _exempt(secretary, "23.11–31.05 приказ 45-у")
    line = "Петрова Анна, 7А · Алгебра: освобождение с 23 ноября по 31 мая, приказ 45-у"
    assert line in (await secretary.wait_for("✅ Внесено")).text
    await teacher.write("/lesson")
    await teacher.wait_for("Алгебра", button="✅ Петрова Анна (осв.)")
    await teacher.press("✅ Петрова Анна (осв.)")
    await teacher.wait_for("Нет 1 из 4")
    await teacher.press("🔴 Петрова Анна (осв.) · н")
    await teacher.press("Отметки")
    await teacher.wait_for("Вид работы", button="Петрова Анна (осв.)")
    await teacher.press("Петрова Анна (осв.)")
    assert "5" not in (await teacher.wait_for("Вид работы")).labels
    await mother.write("/exempt")
    assert line in (await mother.wait_for("Освобождения")).text
    await other.write("/exempt")
    assert "Петрова" not in (await other.wait_for("Освобождений и индивидуальных планов нет")).text


async def test_no_mark_is_set_whatever_button_is_forged_until_it_is_taken_back(story: Story) -> None:
    secretary = await story.phone(school.SECRETARY)
    await _exempt(secretary, "с 23.11")
    await secretary.wait_for("✅ Внесено")
    grading, teacher = story.application.wiring.services().grading, school.actor(school.ALGEBRA_TEACHER)
    with pytest.raises(PupilIsExempt):
        await grading.put(teacher, LESSON, school.PETROVA, "5", WorkKindId(1))
    assert await grading.put(teacher, LESSON, school.IVANOV, "5", WorkKindId(1))
    await secretary.press("✕ Петрова Анна · Алг")
    await secretary.wait_for("Освобождений и индивидуальных планов нет")
    services = story.application.wiring.services()
    assert await services.grading.put(teacher, LESSON, school.PETROVA, "5", WorkKindId(1))


async def test_an_individual_plan_is_shown_and_marked(story: Story) -> None:
    secretary, teacher = await story.phones(school.SECRETARY, school.ALGEBRA_TEACHER)
    await _exempt(secretary, "23.11", how="По индивидуальному плану")
    await secretary.wait_for("индивидуальный план с 23 ноября")
    await teacher.write("/lesson")
    await teacher.wait_for("Алгебра", button="✅ Петрова Анна (инд.)")
    grading = story.application.wiring.services().grading
    assert await grading.put(school.actor(school.ALGEBRA_TEACHER), LESSON, school.PETROVA, "5", WorkKindId(1))


@pytest.mark.parametrize("said", ["с сентября", "31.02", "31.05–01.12", "1.12 2.12 3.12"])
async def test_days_that_are_none_are_asked_again(story: Story, said: str) -> None:
    secretary = await story.phone(school.SECRETARY)
    await _exempt(secretary, said)
    await secretary.wait_for("Даты понять не удалось")
    await secretary.write("01.12 приказ 7")
    await secretary.wait_for("освобождение с 1 декабря, приказ 7")


@pytest.mark.parametrize("person", [school.ALGEBRA_TEACHER, school.CLASS_TEACHER_7A, school.DEPUTY, school.MOTHER])
async def test_nobody_else_enters_or_ends_one(story: Story, person: int) -> None:
    exemptions = story.application.wiring.services().exemptions
    actor = school.actor(school.PersonId(person))
    with pytest.raises(NotAllowed):
        await exemptions.put(actor, school.IVANOV, school.ALGEBRA, Learning.EXEMPT, "01.12")
    with pytest.raises(NotAllowed):
        await exemptions.classes(actor)
