"""A long table of substitutions, row by row, as a workbook: what a message has no room for."""

from collections.abc import Sequence

from domain.school.changes_file import ChangesLooked
from domain.school.changes_table import Cell
from handlers.kit.book import BookSheet, workbook
from handlers.kit.show import plain
from handlers.school.changes_file_screens import doubt_line
from handlers.school.changes_lines import change_line
from handlers.texts.translator import Texts

IN_WORDS = 20
"""Rows that a message holds well."""
WIDTHS = (14, 100)
Row = tuple[str, str]


def long_book(texts: Texts, looked: ChangesLooked) -> bytes | None:
    """None where the message says it all."""
    found = looked.foreseen
    if len(found.changes) + len(found.doubts) <= IN_WORDS:
        return None
    changes = [
        (texts.short_day(one.after.ref.day), plain(change_line(texts, one.after, of_class=False)))
        for one in found.changes
    ]
    doubts = [(one.row[Cell.DAY], plain(doubt_line(texts, one)).removeprefix("• ")) for one in found.doubts]
    return workbook(_sheet(texts, "changes", changes), _sheet(texts, "doubts", doubts))


def _sheet(texts: Texts, name: str, rows: Sequence[Row]) -> BookSheet:
    headings = (plain(texts("changes-file-column-day")), plain(texts(f"changes-file-column-{name}")))
    return BookSheet(plain(texts(f"changes-file-sheet-{name}")), list(zip(headings, WIDTHS, strict=True)), rows)
