"""A substitution of tomorrow's lesson: who makes it, who hears of it, whose the journal then is."""

from datetime import timedelta
from io import BytesIO

from python_calamine import CalamineWorkbook
from sqlalchemy import insert

from storage.tables.messaging import preferences
from tests import school
from tests.papers import texts_of
from tests.people import Phone
from tests.stories.conftest import Story


async def _substitute(deputy: Phone, teacher: str = "Алгебрина А. Б.") -> None:
    """Of the first subgroup's English in 7А tomorrow."""
    await deputy.write("/subs")
    await deputy.wait_for("Замены и изменения")
    for label in ("✏️ ср 25.11", "7А", "3. Английский язык /1", "🔁 Заменить учителя", teacher):
        await deputy.press(label)
    await deputy.wait_for("✅")


async def test_a_substitution_is_heard_once_by_whom_it_concerns_and_by_nobody_else(story: Story) -> None:
    deputy, mother, pupil, old, new = await story.phones(
        school.DEPUTY, school.MOTHER, school.IVANOV, school.ENGLISH_1, school.ALGEBRA_TEACHER
    )
    others = await story.phones(school.SIDOROV_MOTHER, school.ORLOV_MOTHER, school.ENGLISH_2, school.CLASS_TEACHER_7A)
    await _substitute(deputy)
    await story.later(minutes=4)
    for family in (mother, pupil):
        told = await family.wait_for("Завтра, среда, 25 ноября, 7А")
        assert "3. Английский язык (группа 1) — 🔁 Алгебрина А. Б." in told.text
        assert "Иванов" not in told.text
    assert "3. 7А/1 · Английский язык — 🔁 Алгебрина А. Б." in (await old.wait_for("ваши уроки")).text
    assert "3. 7А/1 · Английский язык — 🔁 ведёте вы" in (await new.wait_for("ваши уроки")).text
    await story.later(minutes=30)
    for phone in (*others, mother, pupil, old, new):
        await phone.stays_silent(0.2)


async def test_who_substitutes_takes_the_roll_and_marks_and_the_other_cannot(story: Story) -> None:
    deputy, old, new, director = await story.phones(
        school.DEPUTY, school.ENGLISH_1, school.ALGEBRA_TEACHER, school.DIRECTOR
    )
    await _substitute(deputy)
    story.clock.set(school.MORNING + timedelta(days=1, hours=1, minutes=55))
    await new.write("/lesson")
    await new.press("✅ Иванов Пётр", message=await new.wait_for("3-й урок"))
    await new.wait_for("Нет 1 из 2")
    await old.write("/lesson")
    assert "✅ Иванов Пётр" not in (await old.wait_for("")).labels
    await director.write("/subs")
    assert "3. 7А/1 · Английский язык — 🔁 Алгебрина А. Б." in (await director.wait_for("Замены")).text


async def test_several_changes_of_a_class_are_one_message_and_what_is_undone_in_time_is_none(story: Story) -> None:
    deputy, mother, orlov = await story.phones(school.DEPUTY, school.MOTHER, school.ORLOV_MOTHER)
    for line in ("отменить 7А 1 урок завтра", "завтра 7А 2 урок замена Бегунов", "завтра 7Б 2 урок каб 5"):
        await deputy.write(line)
        await deputy.wait_for("✅")
        await story.later(minutes=1)
    await deputy.write("вернуть 7Б 2 урок завтра")
    await deputy.wait_for("по расписанию")
    await story.later(minutes=5)
    told = await mother.wait_for("Завтра, среда, 25 ноября, 7А")
    assert told.text.splitlines()[1:] == [
        "1. Алгебра — ✖️ отменяется",
        "2. Русский язык — 🔁 Бегунов И. О.",
    ]
    await mother.stays_silent()
    await orlov.stays_silent()


async def test_what_was_told_is_corrected_and_said_again_only_when_it_differs(story: Story) -> None:
    deputy, mother, was = await story.phones(school.DEPUTY, school.MOTHER, school.SPORT)
    await deputy.write("завтра 7А 2 урок замена Бегунов")
    await deputy.wait_for("✅")
    await story.later(minutes=4)
    await mother.wait_for("🔁 Бегунов И. О.")
    await was.wait_for("🔁 ведёте вы")
    await deputy.write("завтра 7А 2 урок замена Азбукина")
    await deputy.press("Всё равно поставить")
    await deputy.wait_for("✅")
    await deputy.write("завтра 7А 2 урок замена Бегунов")
    await deputy.wait_for("✅")
    await story.later(minutes=4)
    await mother.stays_silent()
    await was.stays_silent()
    await deputy.write("вернуть 7А 2 урок завтра")
    await deputy.wait_for("✅")
    await story.later(minutes=4)
    for phone in (mother, was):
        told = await phone.wait_for("✏️ Уточнение")
        assert "Русский язык — по расписанию" in told.text


async def test_a_day_farther_off_is_told_on_the_evening_before_it(story: Story) -> None:
    """Of Monday on Friday at six; a moved lesson's old place and new place each in its own time."""
    deputy, mother = await story.phones(school.DEPUTY, school.MOTHER)
    await deputy.write("перенести 7А 1 урок 26.11 на 30.11 6 урок")
    await deputy.wait_for("✅")
    await story.later(hours=5)
    await mother.stays_silent()
    await story.later(hours=29)
    told = await mother.wait_for("Завтра, четверг, 26 ноября, 7А")
    assert "1. Алгебра — ➡️ переносится: пн 30.11, 6-й урок" in told.text
    await story.later(hours=48)
    told = await mother.wait_for("Понедельник, 30 ноября, 7А")
    assert "6. Алгебра — ➕ перенесён сюда, стоял чт 26.11, каб. 12" in told.text


async def test_who_wants_it_in_the_digest_reads_it_there_and_who_wants_none_nowhere(story: Story) -> None:
    deputy, mother, father = await story.phones(school.DEPUTY, school.MOTHER, school.FATHER)
    async with story.application.database.begin() as tx:
        chosen = {"pupil_id": school.IVANOV, "kind": "timetable"}
        rows = [{"person_id": school.MOTHER, "mode": "digest"}, {"person_id": school.FATHER, "mode": "off"}]
        await tx.run(insert(preferences), [row | chosen for row in rows])
    await deputy.write("отменить 7А 1 урок завтра")
    await deputy.wait_for("✅")
    await story.later(minutes=10)
    await mother.stays_silent()
    await story.later(hours=10)
    digest = await mother.wait_for("Изменения, 25 ноября")
    assert "1. Алгебра — ✖️ отменяется" in digest.text
    await father.stays_silent()


async def test_the_family_reads_changes_in_its_own_day(story: Story) -> None:
    deputy, pupil = await story.phones(school.DEPUTY, school.IVANOV)
    await deputy.write("перенести 7А 1 урок завтра на завтра 6 урок")
    await deputy.wait_for("переносится на 6-й урок")
    await pupil.write("/tomorrow")
    shown = await pupil.wait_for("среда, 25 ноября")
    assert "1. 08:30 Алгебра ➡️ ср 25.11, 6-й урок" in shown.text
    assert "6. 13:25 Алгебра" in shown.text


async def test_the_record_of_a_month_opens_as_a_workbook_and_a_teacher_reads_the_own_line(story: Story) -> None:
    deputy, teacher = await story.phones(school.DEPUTY, school.ALGEBRA_TEACHER)
    await _substitute(deputy)
    await deputy.write("отменить 7А 2 урок завтра")
    await deputy.write("/subs")
    await deputy.press("📊 Учёт замен")
    page = await deputy.wait_for("Учёт замен, ноябрь 2026")
    assert "• Алгебрина А. Б.: проведено 1: Лондонова Н. И. — 1" in page.text
    assert "• Павлова О. П.: отменено 1" in page.text
    await deputy.press("📎 Файл XLSX")
    file = await deputy.wait_for("Учёт замен, ноябрь 2026")
    content = await deputy.download(file.raw["document"]["file_id"])
    book = CalamineWorkbook.from_filelike(BytesIO(content))
    assert book.sheet_names == ["Итоги", "Замены"]
    assert book.get_sheet_by_name("Замены").to_python()[1] == [
        "Алгебрина Алла Борисовна",
        "25.11.2026",
        3,
        "7А/1 · Английский язык",
        "Лондонова Нина Ильинична",
    ]
    await deputy.press("🖨 PDF", message=page)
    printed = await deputy.wait_for("Учёт замен, ноябрь 2026")
    [text] = texts_of(await deputy.download(printed.raw["document"]["file_id"]))
    assert "Учёт замещённых уроков · ноябрь 2026" in text
    assert "Алгебрина Алла Борисовна 25.11.2026 3 7А/1 · Английский язык" in text
    await teacher.write("/subs")
    await teacher.press("📊 Учёт замен")
    own = await teacher.wait_for("Учёт замен")
    assert "Павлова" not in own.text
