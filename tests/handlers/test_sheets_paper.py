"""Sheets of marks and reports as files: what stands on paper, and in a workbook opened again."""

import asyncio
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from io import BytesIO

from openpyxl import Workbook, load_workbook

from domain.control.achievement import Counts
from domain.control.class_report import ClassReport
from domain.control.mark_sheet import MarkRow, MarkSheet, SubjectTotal
from domain.journal.periods import Period
from domain.roles.people import PersonName
from handlers.control.class_report_paper import class_report_file
from handlers.control.mark_sheet_paper import mark_sheet_file
from handlers.control.report_card_paper import report_card_file
from handlers.control.sheet_files import SheetFile
from handlers.control.teacher_report_paper import teacher_report_file
from handlers.kit.paper import paper_book, paper_pdf
from handlers.kit.sheets import Imprint
from handlers.texts.translator import texts_in
from tests.architecture.sheet_samples import CARD, CLASS_REPORT, LEFT, PUPIL, REPORT, SHEET, SUBJECT
from tests.papers import texts_of

RU = texts_in("ru")
IMPRINT = Imprint(RU, "Школа № 5", datetime(2026, 11, 30, 14, 5))
FORMULA = PersonName('=HYPERLINK("http://example.org";"5")', "")
ISSUE = Counts(5, 10, 8, 1, 1)
"""5×5, 10×4, 8×3, 1×2, 1×н/а: 92 %, 60 %, 58,04 %."""


def _pages(file: SheetFile) -> list[str]:
    return texts_of(asyncio.run(paper_pdf(IMPRINT, *file.printed)))


def _book(file: SheetFile) -> Workbook:
    return load_workbook(BytesIO(asyncio.run(paper_book(IMPRINT, *file.bound))))


def _cells(file: SheetFile, tab: int) -> list[tuple[object, ...]]:
    return list(_book(file).worksheets[tab].iter_rows(values_only=True))


def _sheet(**changed: object) -> MarkSheet:
    rows = tuple(MarkRow(one, {SUBJECT.id: {Period.Q1: "5"}}, Counts(n5=1)) for one in (PUPIL, LEFT))
    small = replace(SHEET, rows=rows, subjects=(SubjectTotal(SUBJECT, ISSUE, 2),))
    return replace(small, **changed)  # type: ignore[arg-type]


def test_the_summary_has_the_figures_of_the_formulas() -> None:
    first, *rest = _pages(mark_sheet_file(RU, _sheet()))
    said = " ".join([first, *rest])
    for expected in ("92,00", "60,00", "58,04", "3,79", "выбыл. 25.10", "Классный руководитель"):
        assert expected in said


def test_who_left_has_marks_and_no_counts() -> None:
    rows = [row for row in _cells(mark_sheet_file(RU, _sheet()), 0) if row[0] in (1, 2)]
    assert rows[0][2:6] == (5, 5, 1, "")
    assert rows[1][2:6] == (5, "", "", "")


def test_a_workbook_has_numbers_where_there_are_numbers() -> None:
    [row] = [row for row in _cells(mark_sheet_file(RU, _sheet()), 1) if row[0] == SUBJECT.name]
    assert [Decimal(str(one)) for one in row[-4:]] == [Decimal("92"), Decimal("60"), Decimal("58.04"), Decimal("3.79")]


def test_a_year_shows_each_term_beside_and_no_subject_is_parted() -> None:
    subjects = tuple(SubjectTotal(SUBJECT, ISSUE, 0) for _ in range(15))
    file = mark_sheet_file(RU, _sheet(period=Period.YEAR, periods=SHEET.periods[:5], subjects=subjects))
    *marks, totals = file.printed
    assert sum(span.columns == 5 for sheet in marks for span in sheet.spans) == 15
    assert all(sum(one.width for one in sheet.columns) <= sheet.room for sheet in marks)
    assert len(totals.rows) == 16
    assert len(file.bound[0].columns) == 2 + 15 * 5 + 6


def test_what_looks_like_a_formula_stays_text() -> None:
    pupil = replace(PUPIL, seat=replace(PUPIL.seat, name=FORMULA))
    for file, tab in (
        (mark_sheet_file(RU, _sheet(rows=(MarkRow(pupil, {}, Counts()),))), 0),
        (report_card_file(RU, [replace(CARD, pupil=pupil)]), 0),
        (class_report_file(RU, replace(CLASS_REPORT, pupils=((FORMULA, CLASS_REPORT.missed),))), 2),
    ):
        sheet = _book(file).worksheets[tab]
        found = [cell for row in sheet.iter_rows() for cell in row if str(cell.value).startswith("=HYPERLINK")]
        assert found
        assert {cell.data_type for cell in found} == {"s"}


def test_each_pupil_has_a_page_of_the_report_cards() -> None:
    cards = [replace(CARD, lines=CARD.lines[:9]) for _ in range(3)]
    pages = _pages(report_card_file(RU, cards))
    assert len(pages) == 3
    assert all("Табель успеваемости" in page and "Подпись родителей" in page for page in pages)
    assert len(_book(report_card_file(RU, cards)).worksheets) == 3


def test_the_teachers_report_names_who_has_no_mark() -> None:
    said = " ".join(_pages(teacher_report_file(RU, REPORT)))
    assert "Контрольная работа — 3" in said
    assert "Воздвиженская" in said or REPORT.lines[0].unmarked[0].surname[:8] in said
    nobody = replace(REPORT, lines=(replace(REPORT.lines[0], pupils=3),))
    assert "ещё не выставлены" in " ".join(_pages(teacher_report_file(RU, nobody)))


def test_the_class_teachers_report_is_whole_and_a_first_grades_has_no_marks() -> None:
    said = " ".join(_pages(class_report_file(RU, CLASS_REPORT)))
    for expected in ("На начало периода", "Отличники", "Неуспевающие", "без уважительной причины", "24 из 25"):
        assert expected in said
    first_grade: ClassReport = replace(
        CLASS_REPORT, school_class=replace(CLASS_REPORT.school_class, grade=1), subjects=(), lists={}
    )
    said = " ".join(_pages(class_report_file(RU, first_grade)))
    assert "Отличники" not in said
    assert "Пропущено уроков" in said
