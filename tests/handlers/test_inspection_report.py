"""The report of an inspection, opened again by other programs: what stands in it, on A4."""

import asyncio
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
from docx.shared import Mm

from domain.control.findings import RemarkState
from domain.control.inspection_pages import InspectionReport
from handlers.control.inspection_report import report_docx, report_pdf
from handlers.texts.translator import texts_in
from tests import school
from tests.architecture import inspection_samples as s
from tests.architecture.screen_samples import TIME
from tests.papers import needs_office, read_by_office, texts_of

RU = texts_in("ru")
REMARKS = (
    replace(s.REMARK, text="Записать темы уроков: 12, 14 ноября."),
    replace(s.REMARK, text="Отметить посещаемость: 23 ноября.", state=RemarkState.CLOSED, settled_at=school.MORNING),
)
DONE = replace(s.INSPECTION, finished_at=school.MORNING)
REPORT = InspectionReport(DONE, s.COURSES[:1], 112, REMARKS)
SAID = (
    "СПРАВКА",
    "Класс: 11А",
    "Просмотрено 112 уроков",
    "Записать темы",
    "не исправлено",
    "24.11.2026",
    "исправлено: 1",
)


async def test_the_docx_is_a4_with_a_heading_repeated_on_each_page() -> None:
    made = docx.Document(BytesIO(await report_docx(RU, "Школа № 5", REPORT, TIME)))
    [section] = made.sections
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    [table] = made.tables
    assert len(table.rows) == 1 + len(REMARKS)
    assert "tblHeader" in table.rows[0]._tr.xml
    assert sum(cell.width for cell in table.rows[0].cells) <= Mm(178)
    assert made.paragraphs[0].text == "Школа № 5"


async def test_without_remarks_it_says_so_and_asks_nobody_to_sign() -> None:
    made = docx.Document(BytesIO(await report_docx(RU, "Школа № 5", replace(REPORT, remarks=()), TIME)))
    said = "\n".join(one.text for one in made.paragraphs)
    assert not made.tables
    assert "Замечаний нет." in said
    assert "С результатами ознакомлены" not in said


async def test_own_conclusion_stands_instead_of_the_count() -> None:
    report = replace(REPORT, inspection=replace(DONE, conclusion="Первая строка.\nВторая <строка> & ещё."))
    made = docx.Document(BytesIO(await report_docx(RU, "Школа № 5", report, TIME)))
    said = [one.text for one in made.paragraphs]
    assert "Вторая <строка> & ещё." in said
    assert not any("исправлено:" in one for one in said)


async def test_the_pdf_says_the_same() -> None:
    said = " ".join(texts_of(await report_pdf(RU, "Школа № 5", REPORT, TIME)))
    assert [one for one in SAID if one not in said] == []


@needs_office
async def test_libreoffice_opens_the_docx(tmp_path: Path) -> None:
    said = await asyncio.to_thread(read_by_office, await report_docx(RU, "Школа № 5", REPORT, TIME), tmp_path)
    assert [one for one in SAID if one not in said] == []
