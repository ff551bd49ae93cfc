"""Results: the teacher accepts what is proposed, families are told and see how it came about, the deputy closes."""

from datetime import date, timedelta

from sqlalchemy import insert, select

from domain.ids import PersonId
from storage.tables import grading, journal
from tests import school
from tests.people import Phone
from tests.stories.conftest import Story

FIRST = date(2026, 11, 9)


async def _marks(story: Story, given: dict[PersonId, str], kind: int = 1) -> None:
    """So many marks in algebra of 7А, one a day from Monday the ninth on."""
    database = story.application.database
    async with database.begin() as tx:
        for day in range(max(len(marks) for marks in given.values())):
            on = FIRST + timedelta(days=day % 5 + day // 5 * 7)
            row = {
                "entry_id": school.entry_of(0, on.isoweekday()),
                "day": on,
                "position": 1,
                "subject_id": school.ALGEBRA,
                "teacher_id": school.ALGEBRA_TEACHER,
            }
            lesson = await tx.add(insert(journal.lessons).values(**row))
            await tx.run(insert(journal.lesson_classes), [{"lesson_id": lesson, "class_id": school.CLASS_7A}])
            rows = [
                {
                    "lesson_id": lesson,
                    "pupil_id": pupil,
                    "day": on,
                    "subject_id": school.ALGEBRA,
                    "kind_id": kind,
                    "value": marks[day],
                    "set_by": school.ALGEBRA_TEACHER,
                    "set_at": school.STARTED,
                }
                for pupil, marks in given.items()
                if day < len(marks)
            ]
            await tx.run(insert(journal.marks), rows)


GIVEN = {school.IVANOV: "5445444", school.PETROVA: "5554555", school.SIDOROV: "333", school.KUZINA: "4444444"}


async def test_the_teacher_accepts_all_and_the_family_sees_how_it_was_computed(story: Story) -> None:
    await _marks(story, GIVEN)
    teacher, mother, other = await story.phones(school.ALGEBRA_TEACHER, school.MOTHER, school.SIDOROV_MOTHER)
    await teacher.write("/results")
    await teacher.wait_for("Выберите класс и предмет")
    await teacher.press("7А · Алгебра")
    sheet = await teacher.wait_for("2-я четверть", button="✓ 5")
    assert "У 1 ученика отметок меньше, чем нужно для аттестации (7)" in sheet.text
    assert "✓ 4 · 4,29 (7)" in sheet.labels
    assert "Сидоров Семён · 3,00 (3/7)" in sheet.labels
    answer = await teacher.press("Принять все предложенные: 3")
    assert answer is not None
    assert answer.text == "Выставлено 3 отметки"
    await teacher.wait_for("2-я четверть", button="✅ 5")
    await mother.stays_silent()
    await story.later(minutes=16)
    told = await mother.wait_for("Алгебра — 4")
    assert "Иванов Пётр" in told.text
    await other.stays_silent()
    await mother.press("Как посчитано?")
    shown = await mother.wait_for("Иванов Пётр", button="Назад")
    assert "(5 + 4 + 4 + 5 + 4 + 4 + 4) / 7 = 30 / 7 = 4,29" in shown.text
    assert "Выходит 4 (5 — от 4,5, 4 — от 3,5, 3 — от 2,5)" in shown.text
    assert "Выставлено: 4" in shown.text
    assert "Правила школы: обычные" in shown.text
    await mother.write("/marks")
    await mother.press("🏁 Итоги")
    page = await mother.wait_for("Алгебра: 2 четв. — 4")
    assert "Русский язык: отметок пока нет" in page.text


async def _open_sheet(story: Story) -> Phone:
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    await teacher.write("/results")
    await teacher.press("7А · Алгебра")
    await teacher.wait_for("2-я четверть")
    return teacher


async def test_a_mark_that_does_not_follow_takes_a_reason_and_is_flagged(story: Story) -> None:
    await _marks(story, GIVEN)
    teacher = await _open_sheet(story)
    await teacher.press("Иванов Пётр")
    await teacher.wait_for("2-я четверть", button="н/а")
    await teacher.press("5")
    asked = await teacher.wait_for("вы ставите 5, а по отметкам выходит 4")
    await teacher.write("Победил в олимпиаде")
    await teacher.wait_for("2-я четверть", button="❗ 5")
    assert "Напишите причину" in asked.text
    await teacher.press("❗ 5")
    await teacher.press("Как посчитано?")
    shown = await teacher.wait_for("Причина: Победил в олимпиаде")
    assert "Выходит 4" in shown.text
    rows = await story.application.database.reader.rows(
        select(grading.results.c.value, grading.results.c.proposed, grading.results.c.reason)
    )
    assert [tuple(row) for row in rows] == [("5", "4", "Победил в олимпиаде")]


async def test_a_result_that_is_changed_is_told_as_a_correction(story: Story) -> None:
    await _marks(story, GIVEN)
    teacher, mother = await _open_sheet(story), await story.phone(school.MOTHER)
    await teacher.press("✓ 4")
    await teacher.wait_for("2-я четверть", button="✅ 4")
    await story.later(minutes=16)
    await mother.wait_for("Алгебра — 4")
    await teacher.press("✅ 4")
    await teacher.press("✕ убрать")
    await teacher.wait_for("2-я четверть", button="✓ 4")
    await story.later(minutes=16)
    await mother.wait_for("отметка 4 снята")


async def test_the_deputy_closes_a_term_and_opens_it_again(story: Story) -> None:
    await _marks(story, GIVEN)
    teacher, deputy = await _open_sheet(story), await story.phone(school.DEPUTY)
    await deputy.write("/closing")
    await deputy.wait_for("Закрытие периода")
    await deputy.press("7А · 16")
    page = await deputy.wait_for("Не выставлено: 16")
    assert "Алгебра (Алгебрина А. Б.): 4 — Иванов П. О., Кузина В. Р., Петрова А. С., Сидоров С. И." in page.text
    await deputy.press("Закрыть, хотя не всё выставлено")
    closed = await deputy.wait_for("Закрыл(а) Кузина Е. Ю.", button="Открыть снова")
    answer = await teacher.press("✓ 4")
    assert answer is not None
    assert "период закрыт завучем" in answer.text
    assert "🔒" in closed.text
    await teacher.write("/results")
    await teacher.press("7А · Алгебра")
    sheet = await teacher.wait_for("Период закрыт завучем")
    assert not any(label.startswith("✓") for label in sheet.labels)
    await deputy.press("Открыть снова")
    await deputy.wait_for("напишите, зачем")
    await deputy.write("Забыли контрольную")
    await deputy.wait_for("Забыли контрольную", button="Закрыть, хотя не всё выставлено")
    await teacher.write("/results")
    await teacher.press("7А · Алгебра")
    await teacher.wait_for("2-я четверть", button="✓ 4")
    await teacher.press("✓ 4")
    await teacher.wait_for("2-я четверть", button="✅ 4")
    logged = await story.application.database.reader.rows(
        select(journal.change_log.c.after)
        .where(journal.change_log.c.what == "closing")
        .order_by(journal.change_log.c.id)
    )
    assert [(row.after["closed"], row.after["reason"]) for row in logged] == [
        (True, None),
        (False, "Забыли контрольную"),
    ]


async def test_a_parent_tries_marks_out(story: Story) -> None:
    await _marks(story, {school.IVANOV: "3334333"})
    mother = await story.phone(school.MOTHER)
    await mother.write("/what if 5 4 кр")
    page = await mother.wait_for("Если получить 5, 4 (кр)")
    assert "Алгебра: 3,14 → 3,44, итог 3" in page.text
    await mother.press("Алгебра")
    shown = await mother.wait_for("3,44, итог 3")
    assert "Для 4 хватит двух 5 или пяти 4." in shown.text
    await mother.press("+ 5")
    await mother.wait_for("5, 4 (кр), 5: 3,60, итог 4")
    await mother.press("Сбросить")
    await mother.wait_for("В журнал ничего не пишется")
    await mother.write("/что если пять")
    await mother.wait_for("/what if 5 4 кр")


async def test_first_grades_and_families_set_no_results(story: Story) -> None:
    primary, mother = await story.phones(school.PRIMARY, school.MOTHER)
    await primary.write("/results")
    await primary.wait_for("Ваших предметов нет")
    await mother.write("/results")
    await mother.wait_for("Это действие вам недоступно")
    await mother.write("/closing")
    await mother.wait_for("Это действие вам недоступно")


async def test_the_deputy_closes_the_year_of_a_class(story: Story) -> None:
    await story.later(days=181)
    [deputy] = await story.phones(school.DEPUTY)
    await deputy.write("/closing")
    await deputy.wait_for("Закрытие периода")
    await deputy.press("7Б · 3")
    await deputy.wait_for("4-я четверть", button="Закрыть, хотя не всё выставлено")
    await deputy.press("Закрыть, хотя не всё выставлено")
    await deputy.wait_for("Закрыл(а)", button="Год")
    await deputy.press("‹ Назад")
    await deputy.wait_for("Закрытие периода", button="7Б, год · 3")
    await deputy.press("7Б, год · 3")
    await deputy.wait_for("7Б, Год", button="Закрыть, хотя не всё выставлено")
    await deputy.press("Закрыть, хотя не всё выставлено")
    await deputy.wait_for("Закрыл(а)", button="Открыть снова")
    await deputy.press("1 четв.")
    term = await deputy.wait_for("Период закрыт вместе с годом")
    assert "Открыть снова" not in " ".join(term.labels)
    await deputy.press("Год")
    await deputy.wait_for("7Б, Год", button="Открыть снова")
    await deputy.press("Открыть снова")
    await deputy.wait_for("напишите, зачем")
    await deputy.write("Не выставлена геометрия")
    await deputy.wait_for("Не выставлена геометрия", button="Закрыть, хотя не всё выставлено")
