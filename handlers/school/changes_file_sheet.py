"""A long table of substitutions, row by row, as a workbook: what a message has no room for."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

import xlsxwriter

from domain.school.changes_file import ChangesLooked
from domain.school.changes_table import Cell
from handlers.kit.show import plain
from handlers.school.changes_file_screens import doubt_line
from handlers.school.changes_lines import change_line
from handlers.texts.translator import Texts

IN_WORDS = 20
"""Rows that a message holds well."""
WIDTHS = (14, 100)
Row = tuple[str, str]


def long_book(texts: Texts, looked: ChangesLooked) -> bytes | None:
    """None where the message says it all. What people wrote stays text: no formulas, no links."""
    found = looked.foreseen
    if len(found.changes) + len(found.doubts) <= IN_WORDS:
        return None
    changes = [
        (texts.short_day(one.after.ref.day), plain(change_line(texts, one.after, of_class=False)))
        for one in found.changes
    ]
    doubts = [(one.row[Cell.DAY], plain(doubt_line(texts, one)).removeprefix("• ")) for one in found.doubts]
    made = BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    with xlsxwriter.Workbook(made, options) as book:
        bold = book.add_format({"bold": True, "bg_color": "#DDEBF7", "border": 1})
        for name, rows in (("changes", changes), ("doubts", doubts)):
            sheet = book.add_worksheet(plain(texts(f"changes-file-sheet-{name}")))
            headings = (plain(texts("changes-file-column-day")), plain(texts(f"changes-file-column-{name}")))
            sheet.freeze_panes(1, 0)
            for at, width in enumerate(WIDTHS):
                sheet.set_column(at, at, width)
                sheet.write_string(0, at, headings[at], bold)
            _fill(sheet, rows)
    return made.getvalue()


def _fill(sheet: Any, rows: Sequence[Row]) -> None:
    for number, row in enumerate(rows, 1):
        for at, cell in enumerate(row):
            sheet.write_string(number, at, cell)
