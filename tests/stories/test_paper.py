"""What is printed of the journal: pages, sheets of attendance, what goes into the paper one; by whom, by whom not."""

from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook
from sqlalchemy import insert, select

from domain.ids import PersonId
from storage.tables import attendance, journal, office
from tests import school
from tests.papers import texts_of
from tests.people import Phone
from tests.soon import soon
from tests.stories.conftest import Story
from tests.stories.forging import forged

MONDAY = date(2026, 11, 23)
FORMULA = '=HYPERLINK("http://example.org")'


async def _kept(story: Story, line: int = 0, topic: str = FORMULA) -> None:
    """Monday's lesson: a topic, Иванов away, Петрова with a 5 and a 4."""
    _, subject, _, parts, (teacher, *_) = school.DAILY[line]
    about = {"entry_id": school.entry_of(line, 1), "day": MONDAY, "position": 1, "subject_id": subject}
    about |= {
        "teacher_id": teacher,
        "topic": topic,
        "topic_set_at": school.STARTED,
        "roll_call_closed_at": school.STARTED,
    }
    async with story.application.database.begin() as tx:
        lesson = await tx.add(insert(journal.lessons).values(**about))
        classes = [{"lesson_id": lesson, "class_id": one, "group_id": group} for one, group in parts]
        await tx.run(insert(journal.lesson_classes), classes)
        mark = {"lesson_id": lesson, "pupil_id": school.PETROVA, "day": MONDAY, "subject_id": subject, "kind_id": 1}
        mark |= {"set_by": teacher, "set_at": school.STARTED}
        await tx.run(insert(journal.marks), [{**mark, "value": v, "slot": n} for n, v in enumerate("54", 1)])
        away = {"lesson_id": lesson, "pupil_id": school.IVANOV, "day": MONDAY, "status": "ill"}
        await tx.run(insert(attendance.attendance), [{**away, "noted_by": teacher, "noted_at": school.STARTED}])


async def _file(phone: Phone, caption: str) -> bytes:
    message = await phone.wait_for(caption)
    return await phone.download(message.raw["document"]["file_id"])


async def _toast(story: Story, person: PersonId, data: str) -> str:
    return str((await forged(story, school.telegram_id(person), data)).get("text", ""))


async def test_the_teacher_takes_the_own_page_for_print_and_for_excel(story: Story) -> None:
    await _kept(story)
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    await teacher.write("/sheets")
    await teacher.wait_for("Ведомости")
    await teacher.press("📖 Страница журнала")
    choice = await teacher.wait_for("Предмет и класс")
    assert choice.labels == ["7А · Алгебра", "7Б · Алгебра", "‹ Ведомости"]
    await teacher.press("7А · Алгебра")
    page = await teacher.wait_for("2-я четверть", button="🖨 PDF")
    assert FORMULA in page.text
    assert "учеников: 4" in page.text
    await teacher.press("🖨 PDF")
    left, right = texts_of(await _file(teacher, "📖 7А · Алгебра"))
    assert "Иванов Пётр" in left
    assert " б " in left
    assert " 5/4 " in left
    assert FORMULA in right
    await teacher.press("📊 Excel", message=page)
    book = load_workbook(BytesIO(await _file(teacher, "📖 7А · Алгебра")))
    cells = {cell.value: cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert cells[FORMULA] == "s"
    assert "5/4" in cells


async def test_a_subgroup_has_a_page_of_its_own_for_its_own_teacher(story: Story) -> None:
    english = await story.phone(school.ENGLISH_1)
    await english.write("/sheets")
    await english.press("📖 Страница журнала")
    choice = await english.wait_for("Предмет и класс")
    assert len([one for one in choice.labels if "Английский" in one]) == 1
    other = f"kjp:{school.CLASS_7A}:{school.ENGLISH}:{school.GROUP_2}:0"
    assert "недоступно" in await _toast(story, school.ENGLISH_1, other)


async def test_the_class_teacher_sees_attendance_with_its_picture(story: Story) -> None:
    await _kept(story)
    teacher = await story.phone(school.CLASS_TEACHER_7A)
    await teacher.write("/sheets")
    await teacher.press("🗓 Посещаемость класса")
    sheet = await teacher.wait_for("Посещаемость, 7А")
    assert "пропущено 1 из" in sheet.text
    assert "Иванов Пётр — 1 (по болезни 1)" in sheet.text
    await teacher.press("🖨 PDF")
    [text] = texts_of(await _file(teacher, "Посещаемость, 7А"))
    assert "Сводная ведомость учёта посещаемости" in text
    assert "Павлова О. П." in text
    await teacher.press("🖼 Картой", message=sheet)
    drawn = await teacher.wait_for("Посещаемость, 7А, 2-я четверть")
    assert drawn.picture


async def test_the_deputy_sees_all_classes_beside_one_another(story: Story) -> None:
    await _kept(story)
    deputy = await story.phone(school.DEPUTY)
    await deputy.write("/sheets")
    await deputy.press("🗓 Посещаемость класса")
    await deputy.press("🏫 Вся школа")
    shown = await deputy.wait_for("Посещаемость по школе")
    assert "7А" in shown.text
    await deputy.press("🖼 Картой")
    assert (await deputy.wait_for("Пропуски по классам")).picture


async def test_the_teacher_ticks_off_what_goes_into_the_paper_journal(story: Story) -> None:
    await _kept(story)
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    await teacher.write("/paper")
    today = await teacher.wait_for("вторник, 24 ноября")
    assert "📖 7А · Алгебра" in today.text
    assert "☐ Пока ничего не внесено" in today.text
    await teacher.press("‹ пн 23.11")
    monday = await teacher.wait_for("понедельник, 23 ноября")
    assert "☐ Нет на уроке: Иванов П. О. (б)" in monday.text
    assert f"☐ Тема: {FORMULA}" in monday.text
    await teacher.press("🖨 Напечатать с галочками")
    [text] = texts_of(await _file(teacher, "В бумажный журнал, понедельник"))
    assert "☐ 23.11 Отсутствующие Иванов П. О. (б)" in text


REACHED = {
    "kjp:{c}:{a}:0:0": {school.ALGEBRA_TEACHER, school.CLASS_TEACHER_7A, school.DEPUTY, school.DIRECTOR, school.ADMIN},
    "kjt:{c}:{a}:0:0:p": {
        school.ALGEBRA_TEACHER,
        school.CLASS_TEACHER_7A,
        school.DEPUTY,
        school.DIRECTOR,
        school.ADMIN,
    },
    "kjc:{c}": {school.CLASS_TEACHER_7A, school.DEPUTY, school.DIRECTOR, school.ADMIN},
    "ktc:{c}:0": {school.CLASS_TEACHER_7A, school.DEPUTY, school.DIRECTOR, school.ADMIN},
    "ktt:{c}:0:x": {school.CLASS_TEACHER_7A, school.DEPUTY, school.DIRECTOR, school.ADMIN},
    "ktd:{c}:0": {school.CLASS_TEACHER_7A, school.DEPUTY, school.DIRECTOR, school.ADMIN},
    "kts:0": {school.DEPUTY, school.DIRECTOR, school.ADMIN},
    "kw:0": {school.ALGEBRA_TEACHER, school.CLASS_TEACHER_7A, school.DEPUTY, school.ENGLISH_1, school.PRIMARY},
    "kwt:261124": {school.ALGEBRA_TEACHER, school.CLASS_TEACHER_7A, school.DEPUTY, school.ENGLISH_1, school.PRIMARY},
}
EVERYBODY = (
    school.ADMIN,
    school.DIRECTOR,
    school.DEPUTY,
    school.SECRETARY,
    school.ALGEBRA_TEACHER,
    school.CLASS_TEACHER_7A,
    school.ENGLISH_1,
    school.PRIMARY,
    school.IVANOV,
    school.MOTHER,
)


@pytest.mark.parametrize("data", REACHED)
async def test_by_whom_each_is_reached_with_a_forged_button(story: Story, data: str) -> None:
    said = data.format(c=school.CLASS_7A, a=school.ALGEBRA)
    refused = {person for person in EVERYBODY if "недоступно" in await _toast(story, person, said)}
    assert set(EVERYBODY) - refused == REACHED[data]


@pytest.mark.parametrize(
    "data",
    [
        "kjp:999:1:0:0",
        "kjp:2:999:0:0",
        "kjp:2:1:999:0",
        "kjp:2:1:0:2612",
        "kjp:2:1:0:zz",
        "ktc:999:0",
        "ktc:2:q4",
        "kts:zz",
        "kw:991399",
        "kw:261125",
    ],
)
async def test_what_there_is_not_is_not_found(story: Story, data: str) -> None:
    assert "Не нашлось" in await _toast(story, school.DEPUTY, data)


async def test_what_was_looked_at_and_taken_out_stands_in_the_audit(story: Story) -> None:
    await _toast(story, school.DEPUTY, f"kjt:{school.CLASS_7A}:{school.ALGEBRA}:0:0:p")
    await _toast(story, school.DEPUTY, f"ktt:{school.CLASS_7A}:0:x")
    wanted = {"see_journal_page", "export_journal_page", "see_class_sheets", "export_attendance"}

    async def noted() -> bool:
        """What was looked at is handed over when its update is done with, and written each minute."""
        await story.application.jobs.note_seen()
        rows = await story.application.database.reader.rows(select(office.audit_log.c.what))
        return wanted <= {row.what for row in rows}

    await soon(noted)


async def test_files_of_others_data_are_so_many_a_day(story: Story) -> None:
    take = f"ktt:{school.CLASS_7A}:0:p"
    said = [await _toast(story, school.DEPUTY, take) for _ in range(11)]
    assert said[-1]
    assert not any(said[:10])
    story.clock.advance(days=1)
    assert not await _toast(story, school.DEPUTY, take)
