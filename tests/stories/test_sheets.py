"""`/sheets`: who leads a class, teaches, answers for the school, and families print what is theirs; nobody else."""

from datetime import date
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook
from sqlalchemy import insert, select, update

from domain.ids import PersonId
from storage.tables import grading, office
from storage.tables import school as t
from storage.topics import LISTS
from tests import school
from tests.papers import texts_of
from tests.people import Message, Phone
from tests.stories.conftest import Story
from tests.stories.forging import forged

ALGEBRA = {school.IVANOV: "5", school.PETROVA: "4", school.SIDOROV: "2", school.KUZINA: "н/а"}
RUSSIAN = {school.IVANOV: "5", school.PETROVA: "4", school.SIDOROV: "3"}


async def _first_quarter(story: Story) -> None:
    """Marks in algebra and Russian; Kuzina has left the school since, in the second quarter."""
    given = [(ALGEBRA, school.ALGEBRA, school.ALGEBRA_TEACHER), (RUSSIAN, school.RUSSIAN, school.CLASS_TEACHER_7A)]
    async with story.application.database.begin() as tx:
        rows: list[dict[str, Any]] = [
            {
                "pupil_id": pupil,
                "subject_id": subject,
                "class_id": school.CLASS_7A,
                "year_id": 1,
                "kind": "quarter",
                "number": 1,
                "value": value,
                "set_by": teacher,
                "set_at": school.MORNING,
            }
            for marks, subject, teacher in given
            for pupil, value in marks.items()
        ]
        await tx.run(insert(grading.results), rows)
        seat = t.enrolments.c
        gone = update(t.enrolments).where(seat.pupil_id == school.KUZINA).values(until_day=date(2026, 11, 12))
        await tx.run(gone)
        tx.touch(LISTS)


async def _downloaded(phone: Phone, sent: Message) -> bytes:
    return await phone.download(sent.raw["document"]["file_id"])


async def test_the_class_teacher_prints_the_summary_and_the_report(story: Story) -> None:
    await _first_quarter(story)
    teacher = await story.phone(school.CLASS_TEACHER_7A)
    await teacher.write("/sheets")
    await teacher.wait_for("Ведомости", button="Сводная ведомость отметок")
    await teacher.press("Сводная ведомость отметок")
    screen = await teacher.wait_for("7А · сводная ведомость · 1-я четверть")
    assert "Учеников: 4 · отметок: 7" in screen.text
    assert "Успеваемость 71,43 % · качество 57,14 %" in screen.text
    assert "Алгебра: 3,67 · усп. 50 % · кач. 50 %" in screen.text
    await teacher.press("PDF")
    pages = texts_of(await _downloaded(teacher, await teacher.wait_for("Сводная ведомость отметок · 7А")))
    assert "Иванов Пётр" in pages[0]
    assert "О. П. Павлова" in " ".join(pages)
    await teacher.press("Excel")
    sent = await teacher.wait_for("Сводная ведомость отметок · 7А")
    book = load_workbook(BytesIO(await _downloaded(teacher, sent)))
    assert [one.title for one in book.worksheets] == ["7А", "Итоги по предметам"]
    await teacher.press("Отчёт кл. рук.", message=screen)
    report = await teacher.wait_for("отчёт классного руководителя · 1-я четверть")
    assert "на начало 4, прибыло 0, выбыло 0, на конец 4" in report.text
    assert "Неуспевающие, 1: Сидоров С. И. (Алгебра)" in report.text
    assert "Не аттестованы, 1: Кузина В. Р. (Алгебра)" in report.text
    await teacher.press("2 четв.", message=report)
    assert "выбыло 1, на конец 3" in (await teacher.wait_for("отчёт классного руководителя · 2-я четверть")).text


async def test_what_leaves_is_written_down_and_counted(story: Story) -> None:
    await _first_quarter(story)
    teacher = await story.phone(school.CLASS_TEACHER_7A)
    await forged(story, school.telegram_id(school.CLASS_TEACHER_7A), f"kbn:{school.CLASS_7A}:q1:p")
    await teacher.wait_for("Сводная ведомость отметок · 7А")
    async with story.application.database.begin() as tx:
        rows = await tx.rows(select(office.audit_log))
    kept = [(row.actor_id, row.what, row.class_id) for row in rows if row.what.startswith("export")]
    assert kept == [(school.CLASS_TEACHER_7A, "export_mark_sheet", school.CLASS_7A)]


async def test_the_deputy_prints_any_class_any_teacher_and_a_closed_first_grade_says_so(story: Story) -> None:
    await _first_quarter(story)
    deputy = await story.phone(school.DEPUTY)
    await deputy.write("/sheets")
    await deputy.press("Сводная ведомость отметок")
    choice = await deputy.wait_for("Выберите класс", button="1А")
    await deputy.press("1А")
    first_grade = await deputy.wait_for("1А · сводная ведомость", button="Посещаемость")
    assert "В 1 классе отметок нет" in first_grade.text
    await deputy.press("Отчёт учителя-предметника", message=await _hub(deputy))
    await deputy.wait_for("Чей отчёт?", button="Алгебрина А. Б.")
    await deputy.press("Алгебрина А. Б.")
    report = await deputy.wait_for("Алгебрина А. Б. · отчёт учителя · 1-я четверть")
    assert "7А, Алгебра: средний 3,67, усп. 50 %, кач. 50 %" in report.text
    assert "без отметки 1" in report.text
    await deputy.press("PDF", message=report)
    pages = texts_of(await _downloaded(deputy, await deputy.wait_for("Отчёт учителя · Алгебрина")))
    assert "Кузина В. Р." in pages[0]
    assert choice


async def _hub(phone: Phone) -> Message:
    await phone.write("/sheets")
    return await phone.wait_for("Ведомости", button="Отчёт учителя-предметника")


async def test_a_teacher_prints_the_own_report_and_no_class(story: Story) -> None:
    await _first_quarter(story)
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    hub = await _hub(teacher)
    assert hub.button("Сводная ведомость отметок") is None
    assert hub.button("Табели") is None
    await teacher.press("Отчёт учителя-предметника")
    report = await teacher.wait_for("отчёт учителя · 1-я четверть")
    assert "7Б, Алгебра" in report.text
    await teacher.press("Excel")
    await teacher.wait_for("Отчёт учителя · Алгебрина А. Б.")


async def test_a_family_takes_the_own_report_card(story: Story) -> None:
    await _first_quarter(story)
    mother, pupil = await story.phones(school.PETROVA_MOTHER, school.IVANOV)
    await mother.write("/sheets")
    await mother.press("Табель: Анна")
    card = await mother.wait_for("Петрова Анна, 7А")
    assert "Алгебра: 1 четв. — 4" in card.text
    assert card.button("Назад") is not None
    await mother.press("PDF")
    pages = texts_of(await _downloaded(mother, await mother.wait_for("Табель · Петрова Анна")))
    assert len(pages) == 1
    assert "Подпись родителей" in pages[0]
    await pupil.write("/sheets")
    await pupil.press("Табель: Пётр")
    assert "Русский язык: 1 четв. — 5" in (await pupil.wait_for("Иванов Пётр, 7А")).text


async def test_all_cards_of_a_class_are_one_file_without_who_left(story: Story) -> None:
    await _first_quarter(story)
    teacher = await story.phone(school.CLASS_TEACHER_7A)
    await teacher.write("/sheets")
    await teacher.press("Табели класса")
    screen = await teacher.wait_for("7А · табели", button="Иванов Пётр")
    assert "Учеников: 3" in screen.text
    assert screen.button("Кузина") is None
    await teacher.press("Все (PDF)")
    pages = texts_of(await _downloaded(teacher, await teacher.wait_for("Табели · 7А")))
    assert len(pages) == 3


FORGED = [
    f"kbo:{school.CLASS_7A}",
    f"kbm:{school.CLASS_7A}:q1",
    f"kbn:{school.CLASS_7A}:q1:p",
    f"kbp:{school.CLASS_7A}",
    f"kbr:{school.CLASS_7A}:q1",
    f"kbs:{school.CLASS_7A}:q1:x",
    f"kbq:{school.CLASS_7A}",
    f"kbe:{school.CLASS_7A}:p",
    f"kbu:{school.ALGEBRA_TEACHER}:0",
    f"kbv:{school.ALGEBRA_TEACHER}:q1:0",
    f"kbw:{school.ALGEBRA_TEACHER}:q1:0:p",
    f"kbc:{school.PETROVA}",
    f"kbd:{school.PETROVA}:p",
]
OTHERS = [school.MOTHER, school.IVANOV, school.SPORT, school.PRIMARY, school.SECRETARY, school.SITE_EDITOR]
"""Another child's mother, a classmate, a teacher of the class, a class teacher of another class, the office."""


@pytest.mark.parametrize("person", OTHERS)
async def test_others_get_neither_the_screen_nor_the_file(story: Story, person: PersonId) -> None:
    await _first_quarter(story)
    for data in FORGED:
        answer = await forged(story, school.telegram_id(person), data)
        assert answer.get("text"), data
    calls = await story.people.calls("sendDocument")
    assert calls == []
    shown = [
        str(one["params"]) for method in ("editMessageText", "sendMessage") for one in await story.people.calls(method)
    ]
    assert not any("Петрова" in one or "Сидоров" in one or "сводная" in one for one in shown)


async def test_a_guardian_of_two_children_is_offered_those_who_have_marks(story: Story) -> None:
    mother = await story.phone(school.MOTHER)
    await mother.write("/sheets")
    hub = await mother.wait_for("Ведомости", button="Табель: Пётр")
    assert hub.button("Табель: Маша") is None
    answer = await forged(story, school.telegram_id(school.MOTHER), f"kbc:{school.IVANOVA_MASHA}")
    assert "1" in answer["text"]
