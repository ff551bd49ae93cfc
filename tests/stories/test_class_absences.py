"""«Пропуски класса»: reasons settled with a tap, totals, contradictions; and a family's page of the same."""

from sqlalchemy import select

from storage.tables.attendance import absence_reasons, attendance
from storage.tables.journal import change_log
from tests import school
from tests.people import Phone
from tests.stories.conftest import Story


async def test_the_class_teacher_settles_a_day_with_one_tap_and_the_family_reads_why(story: Story) -> None:
    await _absent(story, await story.phone(school.ALGEBRA_TEACHER))
    class_teacher, mother = await story.phones(school.CLASS_TEACHER_7A, school.MOTHER)
    await class_teacher.write("/absences")
    page = await class_teacher.wait_for("7А: пропуски с 2 ноября · не выяснено: 1")
    assert "1. ❔ Иванов П. О. · вт 24.11 · урок 1" in page.text
    answer = await class_teacher.press("1 · 📄")
    assert answer is not None
    assert answer.text == "Записано: уважительная причина"
    await class_teacher.wait_for("1. 📄 Иванов П. О.", button="1 · 📄 ✓")
    await mother.write("/absences")
    await mother.wait_for("📄 урок 1: уважительная причина")

    database = story.application.database
    fact = await database.reader.row(select(attendance.c.status))
    reason = await database.reader.row(select(absence_reasons.c.reason))
    logged = await database.reader.row(select(change_log).where(change_log.c.what == "absence_reason"))
    assert fact is not None
    assert reason is not None
    assert logged is not None
    assert (fact.status, reason.reason) == ("absent", "excused")
    assert (logged.person_id, logged.after) == (school.CLASS_TEACHER_7A, {"reason": "excused"})


async def test_totals_are_by_pupil_and_the_deputy_reads_without_settling(story: Story) -> None:
    await _absent(story, await story.phone(school.ALGEBRA_TEACHER))
    director = await story.phone(school.DIRECTOR)
    await director.write("/absences")
    await director.wait_for("Пропуски какого класса", button="7А")
    await director.press("7А")
    page = await director.wait_for("7А: пропуски")
    assert not any("❌" in label for label in page.labels)
    await director.press("Итоги")
    await director.wait_for("Иванов П. О.: 1 · ❔ 1")
    await director.press("неделя")
    await director.wait_for("7А: пропуски с 23 ноября")


async def test_presence_though_announced_is_listed_to_be_checked(story: Story) -> None:
    mother, teacher = await story.phones(school.MOTHER, school.ALGEBRA_TEACHER)
    await mother.write("/absent Пётр сегодня болеет")
    await mother.wait_for("Записано")
    await teacher.write("/lesson")
    await teacher.wait_for("Алгебра", button="📨 Иванов Пётр · б")
    await teacher.press("📨 Иванов Пётр · б")
    await teacher.wait_for("Все на месте")
    await teacher.press("Готово")
    await teacher.wait_for("Все на месте", button="Открыть")
    class_teacher = await story.phone(school.CLASS_TEACHER_7A)
    await class_teacher.write("/absences")
    await class_teacher.wait_for("7А", button="Проверить: 1")
    await class_teacher.press("Проверить: 1")
    await class_teacher.wait_for("предупредили о пропуске, а на уроке 1 отмечен(а) на месте")


async def test_minutes_of_lateness_are_a_tap_and_the_family_sees_them(story: Story) -> None:
    teacher, mother = await story.phones(school.ALGEBRA_TEACHER, school.MOTHER)
    await teacher.write("/lesson")
    await teacher.wait_for("Алгебра", button="оп")
    await teacher.press("оп")
    await teacher.wait_for("Алгебра", button="оп 10")
    await teacher.press("оп 10")
    await teacher.wait_for("Алгебра", button="🕐 Иванов Пётр · оп 10")
    await mother.write("/absences")
    await mother.wait_for("опоздание на 1-й урок, 10 минут")


async def test_who_has_neither_a_class_nor_a_child_is_told_so(story: Story) -> None:
    primary, teacher = await story.phones(school.PRIMARY, school.ENGLISH_1)
    await primary.write("/absences")
    await primary.wait_for("1А: пропуски")
    await teacher.write("/absences")
    await teacher.wait_for("никого из учеников не представляете")


async def _absent(story: Story, teacher: Phone) -> None:
    await teacher.write("/lesson")
    await teacher.wait_for("Алгебра")
    await teacher.press("✅ Иванов Пётр")
    await teacher.wait_for("Нет 1 из 4")
