"""The record of substitutions as a workbook: a sheet of totals, a sheet of the lessons themselves."""

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any

import xlsxwriter

from domain.school.substitution_report import MonthOfSubstitutions
from handlers.school.where_lines import classes_of
from handlers.texts.translator import Texts

Row = Sequence[str | int]
WIDTHS = (28, 14, 14, 28, 28)


def workbook(texts: Texts, page: MonthOfSubstitutions) -> bytes:
    """Nothing in it is taken for a formula or a link."""
    content = BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    with xlsxwriter.Workbook(content, options) as book:
        bold = book.add_format({"bold": True, "bg_color": "#DDEBF7", "border": 1})
        totals = ((one.teacher.name.full, len(one.given), one.missed, one.cancelled) for one in page.teachers)
        heading = _heading(texts, "teacher", "given", "missed", "cancelled")
        _sheet(book.add_worksheet(texts("subs-sheet-totals")), heading, bold, totals)
        heading = _heading(texts, "teacher", "day", "lesson", "what", "whose")
        _sheet(book.add_worksheet(texts("subs-sheet-lessons")), heading, bold, _lessons(page))
    return content.getvalue()


def _lessons(page: MonthOfSubstitutions) -> Iterable[Row]:
    for one in page.teachers:
        for given in one.given:
            lesson = given.lesson
            what = f"{classes_of(lesson)} · {lesson.subject.name}"
            whose = ", ".join(who.name.full for who in given.planned)
            yield one.teacher.name.full, f"{lesson.ref.day:%d.%m.%Y}", lesson.position, what, whose


def _heading(texts: Texts, *columns: str) -> Row:
    return [str(texts(f"subs-column-{column}")) for column in columns]


def _sheet(sheet: Any, heading: Row, bold: Any, rows: Iterable[Row]) -> None:
    sheet.freeze_panes(1, 0)
    for at, (said, width) in enumerate(zip(heading, WIDTHS, strict=False)):
        sheet.set_column(at, at, width)
        sheet.write_string(0, at, said, bold)
    for number, row in enumerate(rows, 1):
        for at, value in enumerate(row):
            _write(sheet, number, at, value)


def _write(sheet: Any, row: int, at: int, value: str | int) -> None:
    if isinstance(value, str):
        sheet.write_string(row, at, value)
    else:
        sheet.write_number(row, at, value)
