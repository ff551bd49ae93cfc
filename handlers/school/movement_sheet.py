"""The report of movement as a workbook: numbers by class, and who came and went by which order."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

import xlsxwriter

from domain.school.movement import MovementCard
from domain.school.movement_report import ClassMovement, MovementReport
from handlers.texts.translator import Texts

NUMBERS = ("start", "came", "moved_in", "moved_out", "left", "end")
EVENT = ("day", "name", "what", "from", "to", "order")
WIDTHS = (12, 34, 18, 12, 12, 16)


def movement_sheet(texts: Texts, report: MovementReport) -> bytes:
    """Nothing that people wrote is taken for a formula or a link."""
    target = BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    with xlsxwriter.Workbook(target, options) as book:
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "border": 1})
        _classes(book.add_worksheet(texts("movement-sheet-classes")), texts, report, bold)
        _events(book.add_worksheet(texts("movement-sheet-events")), texts, report.events, bold)
    return target.getvalue()


def _classes(sheet: Any, texts: Texts, report: MovementReport, bold: Any) -> None:
    headings = [texts("movement-column-class"), *(texts(_column(part)) for part in NUMBERS)]
    _headings(sheet, headings, bold)
    sheet.set_column(0, len(NUMBERS), 14)
    for row, line in enumerate((*report.lines, report.total), 1):
        sheet.write_string(row, 0, line.name or texts("movement-column-total"))
        for at, number in enumerate(_numbers(line), 1):
            sheet.write_number(row, at, number)


def _events(sheet: Any, texts: Texts, events: Sequence[MovementCard], bold: Any) -> None:
    _headings(sheet, [texts(_column(part)) for part in EVENT], bold)
    for at, width in enumerate(WIDTHS):
        sheet.set_column(at, at, width)
    for row, card in enumerate(events, 1):
        wanted = card.movement.wanted
        kind = texts(f"movement-sheet-{wanted.kind}")
        told = f"{wanted.day:%d.%m.%Y}", card.name.full, kind, card.from_name, card.to_name, wanted.order
        for at, value in enumerate(told):
            sheet.write_string(row, at, value or "")


def _headings(sheet: Any, headings: Sequence[str], bold: Any) -> None:
    sheet.freeze_panes(1, 0)
    for at, heading in enumerate(headings):
        sheet.write_string(0, at, heading, bold)


def _numbers(line: ClassMovement) -> list[int]:
    return [getattr(line, part) for part in NUMBERS]


def _column(part: str) -> str:
    return f"movement-column-{part.replace('_', '-')}"
