"""Workbooks that people are sent: a heading that stays, rows below. What people wrote stays text."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

import xlsxwriter

Cell = str | int | Decimal | date
PLAIN_TEXT = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}


@dataclass(frozen=True, slots=True)
class BookSheet:
    """`columns`: each heading with its width in characters."""

    name: str
    columns: Sequence[tuple[str, int]]
    rows: Iterable[Sequence[Cell]]


def workbook(*sheets: BookSheet) -> bytes:
    """An XLSX file; nothing in it is taken for a formula or a link."""
    made = BytesIO()
    with xlsxwriter.Workbook(made, PLAIN_TEXT) as book:
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#DDEBF7", "border": 1})
        day = book.add_format({"num_format": "dd.mm.yyyy", "align": "left"})
        for one in sheets:
            _fill(book.add_worksheet(one.name), one, bold, day)
    return made.getvalue()


def _fill(sheet: Any, given: BookSheet, bold: Any, day: Any) -> None:
    sheet.freeze_panes(1, 0)
    for at, (heading, width) in enumerate(given.columns):
        sheet.set_column(at, at, width)
        sheet.write_string(0, at, heading, bold)
    for row, cells in enumerate(given.rows, 1):
        for at, cell in enumerate(cells):
            match cell:
                case str():
                    sheet.write_string(row, at, cell)
                case date():
                    sheet.write_datetime(row, at, cell, day)
                case _:
                    sheet.write_number(row, at, cell)
