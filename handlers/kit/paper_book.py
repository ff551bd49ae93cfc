"""Sheets as a workbook: a tab for each, set up to be printed on A4 as the PDF has it."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from io import BytesIO
from textwrap import wrap
from typing import Any

import xlsxwriter

from handlers.kit.book import PLAIN_TEXT
from handlers.kit.paper_columns import shares, widths_of
from handlers.kit.paper_words import bare, cells_of
from handlers.kit.pdf import MM
from handlers.kit.sheets import Imprint, Row, Section, Sheet, Signature, Total

A4 = 9
"""Its number among a workbook's papers."""
CHARACTER = 1.9
"""Millimetres of one, in a column's width."""
MOST_TAB, MOST_LINES = 31, 27
"""What Excel takes: letters of a tab's name, lines of a row (409 points)."""
_NOT_IN_TABS = re.compile(r"[\[\]:*?/\\]")
LEAST, HEIGHT = 2.5, 15.0
"""A column in characters; a line of a row in points."""
LINE = "_" * 24


def bound_book(imprint: Imprint, sheets: Sequence[Sheet]) -> bytes:
    made = BytesIO()
    with xlsxwriter.Workbook(made, PLAIN_TEXT) as book:
        formats = _Formats(book)
        for name, sheet in zip(_tabs(sheets), sheets, strict=True):
            page = book.add_worksheet(name)
            _fill(page, sheet, formats)
            _set_up(page, sheet, imprint)
    return made.getvalue()


class _Formats:
    def __init__(self, book: Any) -> None:
        self.book, self.made = book, {}  # type: Any, dict[tuple[tuple[str, object], ...], Any]

    def __call__(self, **wanted: object) -> Any:
        key = tuple(sorted(wanted.items()))
        if key not in self.made:
            self.made[key] = self.book.add_format({"valign": "top", "text_wrap": True, **wanted})
        return self.made[key]

    def cell(self, align: str, *, strong: bool, day: bool) -> Any:
        more: dict[str, object] = {"bold": True, "bg_color": "#E6E6E6"} if strong else {}
        return self(border=1, align=align, **more, **({"num_format": "dd.mm.yyyy"} if day else {}))


def _fill(page: Any, sheet: Sheet, formats: _Formats) -> None:
    widths = _widths(sheet)
    for at, width in enumerate(widths):
        page.set_column(at, at, width)
    page.write_string(0, 0, bare(sheet.title), formats(bold=True, font_size=13, text_wrap=False))
    row = 1
    for line in sheet.under:
        page.write_string(row, 0, bare(line), formats(text_wrap=False))
        row += 1
    first = row
    row = _headings(page, sheet, row, formats)
    page.freeze_panes(row, sheet.kept)
    page.repeat_rows(first, row - 1)
    for one in sheet.rows:
        _row(page, sheet, row, one, formats)
        page.set_row(row, HEIGHT * _lines(one, widths))
        row += 1
    for text in _foot(sheet):
        row += 1
        page.write_string(row, 0, text, formats(text_wrap=False))


def _widths(sheet: Sheet) -> list[float]:
    """In characters."""
    across = len(shares(sheet)) * sheet.room
    return [max(one / MM / CHARACTER, LEAST) for one in widths_of(sheet.columns, across)]


def _headings(page: Any, sheet: Sheet, row: int, formats: _Formats) -> int:
    heading = {"bold": True, "border": 1, "bg_color": "#DDEBF7", "align": "center", "valign": "vcenter"}
    at = 0
    for span in sheet.spans:
        last = at + span.columns - 1
        if last > at:
            page.merge_range(row, at, row, last, bare(span.heading), formats(**heading))
        else:
            page.write_string(row, at, bare(span.heading), formats(**heading))
        at = last + 1
    row += bool(sheet.spans)
    for at, column in enumerate(sheet.columns):
        turned = {"rotation": 90} if column.upright else {}
        page.write_string(row, at, bare(column.heading), formats(**heading, **turned))
    upright = max((len(bare(one.heading)) for one in sheet.columns if one.upright), default=0)
    if upright:
        page.set_row(row, max(30, min(upright, 30) * 6.5))
    return row + 1


def _row(page: Any, sheet: Sheet, row: int, given: Row, formats: _Formats) -> None:
    if isinstance(given, Section):
        page.write_string(row, 0, bare(given.text), formats(bold=True, text_wrap=False))
        return
    strong = isinstance(given, Total)
    for at, cell in enumerate(cells_of(given, len(sheet.columns))):
        form = formats.cell(sheet.columns[at].align.value, strong=strong, day=isinstance(cell, date))
        match cell:
            case str():
                page.write_string(row, at, bare(cell), form)
            case date():
                page.write_datetime(row, at, cell, form)
            case _:
                page.write_number(row, at, cell, form)


def _lines(row: Row, widths: Sequence[float]) -> int:
    """Programs don't make a row as high as its texts by themselves."""
    if isinstance(row, Section):
        return 1
    cells = row.cells if isinstance(row, Total) else row
    texts = ((bare(cell), width) for cell, width in zip(cells, widths, strict=True) if isinstance(cell, str))
    return min(max((_wrapped(text, width) for text, width in texts), default=1), MOST_LINES)


def _wrapped(text: str, width: float) -> int:
    room = max(1, int(width))
    return sum(max(1, len(wrap(line, room))) for line in text.splitlines()) or 1


def _foot(sheet: Sheet) -> Iterator[str]:
    for one in sheet.foot:
        yield f"{bare(one.post)} {LINE} /{bare(one.name) or LINE}/" if isinstance(one, Signature) else bare(one)


def _set_up(page: Any, sheet: Sheet, imprint: Imprint) -> None:
    """As many pages across as the PDF has, rows over as many as they need."""
    across = len(shares(sheet))
    page.set_paper(A4)
    page.set_margins(left=0.6, right=0.3, top=0.5, bottom=0.6)
    if sheet.landscape:
        page.set_landscape()
    page.fit_to_pages(across, 0)
    if across > 1:
        page.repeat_columns(0, sheet.kept - 1)
    page.set_header(f"&L&8{_kept(imprint.school)}")
    texts = imprint.texts
    printed = bare(texts("paper-printed", day=f"{imprint.at:%d.%m.%Y}", time=texts.time(imprint.at)))
    number = bare(texts("paper-page", n="&P", of="&N"))
    page.set_footer(f"&L&8{_kept(printed)}&R&8{number}")


def _kept(text: str) -> str:
    """In a header «&» begins a code; Excel takes 255 characters of all."""
    return text.replace("&", "&&")[:100]


def _tabs(sheets: Sequence[Sheet]) -> Iterator[str]:
    """Names that Excel allows, no two alike."""
    taken: set[str] = set()
    for number, sheet in enumerate(sheets, 1):
        name = _NOT_IN_TABS.sub(" ", bare(sheet.name or sheet.title)).strip(" '")[:MOST_TAB] or str(number)
        if name.casefold() in taken:
            name = f"{name[: MOST_TAB - 4].rstrip()} {number}"
        taken.add(name.casefold())
        yield name
