"""Marks that anyone can check: several, comments, retakes, debts, changes of old ones, another's touch undone."""

from sqlalchemy import insert

from domain.ids import PersonId
from storage.tables import school as t
from storage.topics import TIMETABLE
from tests import school
from tests.people import Phone
from tests.stories.conftest import Story


async def _marks_tab(story: Story, teacher: Phone) -> None:
    await teacher.write("/lesson")
    await teacher.wait_for("Алгебра")
    await teacher.press("Отметки")
    await teacher.wait_for("Вид работы")


async def _put(story: Story, teacher: Phone, value: str, then: str) -> None:
    """On the open tab, for Ivanov."""
    await teacher.press("Иванов Пётр")
    await teacher.wait_for("Вид работы", button=value)
    await teacher.press(value)
    await teacher.wait_for("Вид работы", button=then)
    await story.later(seconds=11)


async def _second_teacher(story: Story, person: PersonId) -> None:
    """Gives the first lesson of the Tuesday together with its own teacher."""
    async with story.application.wiring.database.begin() as tx:
        row = {"entry_id": school.entry_of(0), "teacher_id": person}
        await tx.run(insert(t.timetable_entry_teachers).values(**row))
        tx.touch(TIMETABLE)


async def test_several_marks_of_a_kind_and_a_comment_that_the_family_sees(story: Story) -> None:
    teacher, mother = await story.phones(school.ALGEBRA_TEACHER, school.MOTHER)
    await _marks_tab(story, teacher)
    await _put(story, teacher, "5", "Иванов Пётр · 5")
    await teacher.press("Иванов Пётр")
    await teacher.wait_for("Вид работы", button="ещё одна")
    await teacher.press("ещё одна")
    await teacher.wait_for("Вид работы", button="3")
    await teacher.press("3")
    await teacher.wait_for("Вид работы", button="Иванов Пётр · 5 3")
    await story.later(seconds=11)
    await teacher.press("Иванов Пётр")
    await teacher.wait_for("Вид работы", button="⋯ 3 отв")
    await teacher.press("⋯ 3 отв")
    await teacher.wait_for("Записал(а): Алгебрина", button="Комментарий")
    await teacher.press("Комментарий")
    await teacher.wait_for("его увидят ученик и родители")
    await teacher.write("Не хватило <одного> шага")
    await teacher.wait_for("💬 Не хватило <одного> шага")
    await mother.stays_silent()
    await story.later(minutes=16)
    told = await mother.wait_for("Не хватило <одного> шага")
    assert "5" in told.text
    await mother.write("/marks")
    assert "Алгебра: 5 3 · средний 4,00" in (await mother.wait_for("2-я четверть")).text


async def test_a_retake_counts_and_the_old_mark_stays_struck_through(story: Story) -> None:
    teacher, mother = await story.phones(school.ALGEBRA_TEACHER, school.MOTHER)
    await _marks_tab(story, teacher)
    await _put(story, teacher, "2", "Иванов Пётр · 2")
    await teacher.press("Иванов Пётр")
    await teacher.wait_for("Вид работы", button="⋯ 2 отв")
    await teacher.press("⋯ 2 отв")
    await teacher.wait_for("Записал(а)", button="Пересдача")
    await teacher.press("Пересдача")
    await teacher.wait_for("Какая отметка за пересдачу?")
    await teacher.press("5")
    await teacher.wait_for("Вид работы", button="Иванов Пётр · 2→5")
    await story.later(minutes=16)
    await mother.wait_for("пересдача")
    await mother.write("/marks")
    marks = await mother.wait_for("2-я четверть")
    assert "Алгебра: 2 5 · средний 5,00" in marks.text
    assert marks.marked("strikethrough") == ["2"]


async def test_a_debt_is_told_shown_and_turned_into_a_mark_by_the_teacher_alone(story: Story) -> None:
    teacher, mother = await story.phones(school.ALGEBRA_TEACHER, school.MOTHER)
    await _marks_tab(story, teacher)
    await teacher.press("Иванов Пётр")
    await teacher.wait_for("Вид работы", button="• долг")
    await teacher.press("• долг")
    asked = await teacher.wait_for("До какого дня можно сдать?")
    assert asked.labels[:3] == ["ср 25.11", "чт 26.11", "пт 27.11"]
    await teacher.press("пт 27.11")
    await teacher.wait_for("Вид работы", button="Иванов Пётр · •")
    await mother.stays_silent()
    await story.later(minutes=16)
    assert "Сдать до 27 ноября" in (await mother.wait_for("долг")).text
    await mother.write("/marks")
    assert "Алгебра, ответ на уроке (24 ноября) — до 27 ноября" in (await mother.wait_for("Долги")).text
    await story.later(days=7)
    await mother.stays_silent()
    await _open_old(teacher)
    await teacher.press("2")
    await teacher.wait_for("Вид работы", button="Иванов Пётр · 2")
    await story.later(minutes=16)
    assert "2" in (await mother.wait_for("Алгебра")).text
    await mother.write("/marks")
    assert "Долги" not in (await mother.wait_for("2-я четверть")).text


async def test_a_debt_taken_back_is_told_to_who_heard_of_it(story: Story) -> None:
    teacher, mother = await story.phones(school.ALGEBRA_TEACHER, school.MOTHER)
    await _marks_tab(story, teacher)
    await teacher.press("Иванов Пётр")
    await teacher.press("• долг")
    await teacher.wait_for("До какого дня")
    await teacher.press("пт 27.11")
    await teacher.wait_for("Вид работы", button="Иванов Пётр · •")
    await story.later(minutes=16)
    await mother.wait_for("долг")
    await teacher.press("Иванов Пётр")
    await teacher.press("• долг до")
    await teacher.wait_for("До какого дня", button="долга нет")
    await teacher.press("долга нет")
    await teacher.wait_for("Вид работы", button="Иванов Пётр")
    await story.later(minutes=16)
    await mother.wait_for("долга больше нет")


async def test_an_old_mark_changes_with_a_reason_and_the_deputys_consent(story: Story) -> None:
    teacher, deputy, mother = await story.phones(school.ALGEBRA_TEACHER, school.DEPUTY, school.MOTHER)
    await _marks_tab(story, teacher)
    await _put(story, teacher, "3", "Иванов Пётр · 3")
    await story.later(minutes=16)
    await mother.wait_for("3")
    await story.later(days=7)
    await _open_old(teacher)
    await teacher.press("5")
    await teacher.wait_for("Напишите причину")
    await teacher.write("Ошиблась строкой")
    await teacher.wait_for("Просьба ушла завучу")
    await story.later(seconds=5)
    asked = await deputy.wait_for("Изменить отметку")
    assert "Ошиблась строкой" in asked.text
    await mother.stays_silent()
    await deputy.press("Принять")
    await deputy.wait_for("Согласовано")
    await teacher.wait_for("Согласовано")
    await story.later(minutes=16)
    assert "3 → 5" in (await mother.wait_for("исправлено")).text
    await teacher.press("К отметке")
    await teacher.wait_for("Записал(а)", button="История")
    await teacher.press("История")
    history = await teacher.wait_for("поставлено 3")
    assert "3 → 5" in history.text
    assert "Причина: Ошиблась строкой" in history.text


async def test_a_declined_change_leaves_the_mark(story: Story) -> None:
    teacher, deputy, mother = await story.phones(school.ALGEBRA_TEACHER, school.DEPUTY, school.MOTHER)
    await _marks_tab(story, teacher)
    await _put(story, teacher, "3", "Иванов Пётр · 3")
    await story.later(minutes=16)
    await mother.wait_for("3")
    await story.later(days=7)
    await _open_old(teacher)
    await teacher.press("убрать")
    await teacher.wait_for("Напишите причину")
    await teacher.write("не")
    await teacher.wait_for("причину словами")
    await teacher.write("Не его работа")
    await teacher.wait_for("Просьба ушла завучу")
    await deputy.write("/requests")
    await deputy.wait_for("1 просьба", button="7А Иванов Пётр · 3 → ✕")
    await deputy.press("7А Иванов Пётр · 3 → ✕")
    await deputy.wait_for("Не его работа")
    await deputy.press("Отклонить")
    await deputy.wait_for("Отметка осталась прежней")
    await teacher.wait_for("Отклонено")
    await mother.write("/marks")
    assert "Алгебра: 3" in (await mother.wait_for("2-я четверть")).text


async def test_whose_mark_another_changed_hears_at_once_and_undoes_it(story: Story) -> None:
    first, second = await story.phones(school.ALGEBRA_TEACHER, school.ENGLISH_1)
    await _second_teacher(story, school.ENGLISH_1)
    await _marks_tab(story, first)
    await _put(story, first, "5", "Иванов Пётр · 5")
    await _marks_tab(story, second)
    await _put(story, second, "2", "Иванов Пётр · 2")
    told = await first.wait_for("меняет вашу отметку", button="Отменить")
    assert "5 → 2" in told.text
    await first.press("Отменить")
    await first.wait_for("Отметка возвращена: 5")
    back = await second.wait_for("меняет вашу отметку")
    assert "2 → 5" in back.text


async def test_requests_are_for_who_decides(story: Story) -> None:
    for stranger in await story.phones(school.ALGEBRA_TEACHER, school.MOTHER, school.PRIMARY):
        await stranger.write("/requests")
        await stranger.wait_for("недоступно")


async def _open_old(teacher: Phone) -> None:
    """Ivanov's pad on the Tuesday's lesson, from a screen of it that has stayed in the chat."""
    if teacher.last.button("Назад"):
        await teacher.press("Назад")
        await teacher.wait_for("Вид работы")
    await teacher.press("Иванов Пётр")
    await teacher.wait_for("Вид работы")
