"""Remarks and praise: written at a lesson or by the class teacher, read by that pupil's family alone, taken back."""

from tests import school
from tests.people import Phone
from tests.stories.conftest import Story

WORDS = "Забыл <спортивную> форму & дневник"


async def _from_the_pad(teacher: Phone, words: str) -> None:
    """A remark to Ivanov at the algebra of the Tuesday."""
    await teacher.write("/lesson")
    await teacher.wait_for("Алгебра")
    await teacher.press("Отметки")
    await teacher.wait_for("Вид работы")
    await teacher.press("Иванов Пётр")
    await teacher.wait_for("Вид работы", button="В дневник…")
    await teacher.press("В дневник…")
    await teacher.wait_for("Записей пока нет", button="Замечание")
    await teacher.press("Замечание")
    await teacher.wait_for("Что записать?")
    await teacher.write(words)
    await teacher.wait_for(words)


async def _week(phone: Phone) -> str:
    await phone.write("/week")
    return (await phone.wait_for("📔")).text


async def test_a_remark_is_read_in_the_diary_and_in_the_evening_and_never_pushed(story: Story) -> None:
    teacher, mother, pupil = await story.phones(school.ALGEBRA_TEACHER, school.MOTHER, school.IVANOV)
    await _from_the_pad(teacher, WORDS)
    line = f"Замечание (Алгебра, Алгебрина А. Б.): {WORDS}"
    for phone in (mother, pupil):
        assert line in await _week(phone)
        await phone.write("/day")
        assert line in (await phone.wait_for("📔")).text
    await story.later(minutes=16)
    await mother.stays_silent()
    await story.later(hours=10)
    evening = await mother.wait_for("Записи в дневнике")
    assert line in evening.text


async def test_nobody_else_reads_it(story: Story) -> None:
    teacher, petrova, classmate = await story.phones(school.ALGEBRA_TEACHER, school.PETROVA_MOTHER, school.SIDOROV)
    await _from_the_pad(teacher, WORDS)
    for phone in (petrova, classmate):
        assert "Замечание" not in await _week(phone)
    await petrova.write("/remarks")
    await petrova.wait_for("Записи всего класса видят классный руководитель и администрация")
    stranger = await story.stranger()
    await stranger.write("/remarks")
    assert WORDS not in (await stranger.wait_for()).text


async def test_taken_back_it_leaves_the_diary_and_stays_for_the_class_teacher(story: Story) -> None:
    teacher, leader, mother = await story.phones(school.ALGEBRA_TEACHER, school.CLASS_TEACHER_7A, school.MOTHER)
    await _from_the_pad(teacher, WORDS)
    await teacher.press("Убрать: «Забыл")
    gone = await teacher.wait_for("убрано")
    assert gone.marked("strikethrough") == [f"вт 24.11 · 🗒 Замечание (Алгебра, Алгебрина А. Б.): {WORDS}"]
    assert "Замечание" not in await _week(mother)
    await leader.write("/remarks")
    await leader.wait_for("замечания и благодарности за год", button="Иванов Пётр")
    await leader.press("Иванов Пётр")
    seen = await leader.wait_for(WORDS)
    assert "убрано" in seen.text
    assert not [label for label in seen.labels if label.startswith("Убрать")]
    await story.later(hours=10)
    await mother.stays_silent()


async def test_the_class_teacher_praises_and_the_deputy_reads(story: Story) -> None:
    leader, deputy, mother = await story.phones(school.CLASS_TEACHER_7A, school.DEPUTY, school.MOTHER)
    await leader.write("/remarks")
    await leader.wait_for("7А", button="Иванов Пётр")
    await leader.press("Иванов Пётр")
    await leader.wait_for("Записей пока нет", button="Благодарность")
    await leader.press("Благодарность")
    await leader.wait_for("За что благодарность?")
    await leader.write("я" * 301)
    await leader.wait_for("знаков 301, а можно до 300")
    await leader.write("Помог убрать класс")
    await leader.wait_for("Помог убрать класс")
    assert "🌟 Благодарность (Павлова О. П.): Помог убрать класс" in await _week(mother)
    await deputy.write("/remarks")
    await deputy.wait_for("какой класс?", button="7А")
    await deputy.press("7А")
    await deputy.wait_for("за год", button="Иванов Пётр · 🌟1")
    await deputy.press("Иванов Пётр")
    read = await deputy.wait_for("Помог убрать класс")
    assert read.labels == ["‹ Назад"]


async def test_a_first_grader_has_remarks_though_no_marks(story: Story) -> None:
    teacher, mother = await story.phones(school.PRIMARY, school.MOTHER)
    await teacher.write("/lesson")
    await teacher.wait_for("Математика", button="В дневник")
    await teacher.press("В дневник")
    await teacher.wait_for("Кому написать в дневник?")
    await teacher.press("Иванова Маша")
    await teacher.wait_for("Записей пока нет", button="Благодарность")
    await teacher.press("Благодарность")
    await teacher.wait_for("За что благодарность?")
    await teacher.write("Читает вслух лучше всех")
    await teacher.wait_for("Читает вслух лучше всех")
    await mother.write("/week")
    await mother.wait_for("📔", button="Маша")
    await mother.press("Маша")
    shown = await mother.wait_for("Читает вслух лучше всех")
    assert "отметок не ставят" in shown.text
