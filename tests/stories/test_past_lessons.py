"""Lessons that were stay with who sat in the class that day: after a movement, and after the year has turned."""

from datetime import datetime

from domain.ids import WorkKindId
from domain.school.timetable import LessonRef
from tests import school
from tests.people import Phone
from tests.stories.conftest import Story

THURSDAY = school.MORNING.replace(day=26)
LAST_DAY, JUNE = (datetime(2027, month, day, 8, 40, tzinfo=school.ZONE) for month, day in ((5, 25), (6, 1)))


async def _open(teacher: Phone, days_back: int, lesson: str) -> str:
    """The roll call of an own lesson of a day before, as it is shown."""
    await teacher.write("/lesson")
    await teacher.wait_for("Алгебра")
    await teacher.press("Другой урок")
    await _back(teacher, days_back, lesson)
    shown = await teacher.wait_for("Алгебра")
    return "\n".join([shown.text, *shown.labels])


async def _back(teacher: Phone, days: int, lesson: str) -> None:
    for _ in range(days):
        await teacher.wait_for("", button="‹ День раньше")
        await teacher.press("‹ День раньше")
    await teacher.wait_for("Ваши уроки", button=lesson)
    await teacher.press(lesson)


async def test_a_teacher_finds_the_moved_pupil_at_the_lessons_of_the_old_class(story: Story) -> None:
    teacher, secretary = await story.phones(school.ALGEBRA_TEACHER, school.SECRETARY)
    await teacher.write("/lesson")
    await teacher.wait_for("Алгебра")
    await teacher.press("Иванов Пётр")
    await teacher.wait_for("Алгебра", button="Иванов Пётр · н")
    story.clock.advance(days=1)
    await secretary.write("/movement")
    for label in ("Переведён", "7А", "Иванов Пётр", "7Б"):
        await secretary.press(label)
    await secretary.write("сегодня приказ 45-у")
    await secretary.wait_for("✅ Внесено")
    story.clock.set(THURSDAY)
    assert "🔴 Иванов Пётр" in await _open(teacher, 2, "7А")
    await teacher.press("Отметки")
    await teacher.wait_for("Вид работы", button="Иванов Пётр")
    assert "Иванов" not in await _open(teacher, 0, "7А")
    assert "Иванов" not in await _open(teacher, 2, "7Б")
    assert "Иванов Пётр" in await _open(teacher, 0, "7Б")


async def test_after_the_turn_the_old_year_shows_its_pupils_and_is_not_written(story: Story) -> None:
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    story.clock.set(LAST_DAY)
    await teacher.write("/lesson")
    await teacher.wait_for("Алгебра")
    await teacher.press("Иванов Пётр")
    await teacher.wait_for("Алгебра", button="Иванов Пётр · н")
    await teacher.press("здесь")
    ref = LessonRef(school.entry_of(0), LAST_DAY.date())
    services, actor = story.application.services, school.actor(school.ALGEBRA_TEACHER)
    await services.grading.put(actor, ref, school.IVANOV, "5", WorkKindId(1))
    await teacher.press("Кузина Вера")
    await teacher.wait_for("Алгебра", button="Кузина Вера · н")
    story.clock.set(JUNE)
    year_turn, admin = story.application.services.year_turn, school.actor(school.ADMIN)
    await year_turn.apply(admin, (await year_turn.dry_run(admin)).mark)
    await teacher.write("/lesson")
    await teacher.wait_for("уроков у вас нет", button="Уроки за вчера")
    await teacher.press("Уроки за вчера")
    await _back(teacher, 6, "7А")
    shown = await teacher.wait_for("Алгебра · 7А", button="🔴 Кузина Вера · н")
    assert "Нет 1 из 4" in shown.text
    assert "🗄 Прошлый учебный год: можно смотреть, но не менять" in shown.text
    assert {"✅ Готово", "📝 Тема", "📚 Д/з", "оп"}.isdisjoint(shown.labels)
    answer = await teacher.press("Петрова Анна")
    assert answer is not None
    assert "Это урок прошлого учебного года" in answer.text
    await teacher.press("Отметки")
    await teacher.wait_for("Вид работы", button="Иванов Пётр · 5")
    await teacher.press("Иванов Пётр · 5")
    pad = await teacher.wait_for("Вид работы", button="⋯ 5 отв")
    assert {"2", "3", "4", "5", "Точка"}.isdisjoint(pad.labels)
    await teacher.press("⋯ 5 отв")
    assert "Комментарий" not in "".join((await teacher.wait_for("Записал(а)")).labels)


async def test_the_deputy_looks_back_at_the_results_of_last_year(story: Story) -> None:
    deputy, admin = await story.phone(school.DEPUTY), school.actor(school.ADMIN)
    await deputy.write("/results")
    assert "🗄 Прошлый год" not in (await deputy.wait_for("🏁 Итоги")).labels
    story.clock.set(JUNE)
    year_turn = story.application.services.year_turn
    await year_turn.apply(admin, (await year_turn.dry_run(admin)).mark)
    await deputy.write("/results")
    await deputy.wait_for("🏁 Итоги", button="🗄 Прошлый год")
    await deputy.press("🗄 Прошлый год")
    await deputy.wait_for("🗄 Итоги прошлого года", button="7А")
    await deputy.press("7А")
    await deputy.wait_for("Итоги, 7А", button="Алгебра")
    await deputy.press("Алгебра")
    sheet = await deputy.wait_for("🗄 Прошлый учебный год: итоги можно смотреть, но не менять", button="Иванов Пётр")
    assert "✓" not in "".join(sheet.labels)
    await deputy.press("Назад")
    await deputy.wait_for("🗄 Итоги прошлого года")
