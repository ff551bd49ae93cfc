"""CSV as programs in Russia write it: three encodings, three delimiters."""

import csv
import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from io import StringIO

from storage.files.problems import FileTooBig, NotASpreadsheet, QuotesUnclosed
from storage.files.reader import MOST_COLUMNS, MOST_ROWS

DELIMITERS = ";\t,"
_DAMAGED = "It is neither a spreadsheet (XLSX, ODS) nor text (CSV in UTF-8 or Windows-1251)."


def decoded(content: bytes) -> str:
    """Raises `NotASpreadsheet` for what is no text in any of the encodings."""
    for encoding in _encodings(content):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise NotASpreadsheet(_DAMAGED)


def csv_rows(text: str) -> list[list[str]]:
    """Every row, empty ones too, so that the n-th is row n of a spreadsheet program.

    A quote that is never closed would swallow the rest of the file into one cell: it is refused with its line.
    """
    lines = csv.reader(StringIO(text, newline=""), delimiter=delimiter_of(text), strict=True)
    rows: list[list[str]] = []
    try:
        for row in lines:
            rows.append(row)
            if len(rows) > MOST_ROWS or len(row) > MOST_COLUMNS:
                raise FileTooBig(f"It holds more than {MOST_ROWS:,} rows or {MOST_COLUMNS} columns.")
    except csv.Error:
        raise QuotesUnclosed(lines.line_num) from None
    return rows


def delimiter_of(text: str) -> str:
    """The one that the first line with any of them has most often, outside quotation marks."""
    for line in text.splitlines()[:20]:
        bare = re.sub(r'"[^"]*"', "", line)
        best = max(DELIMITERS, key=bare.count)
        if bare.count(best):
            return best
    return ","


def _encodings(content: bytes) -> tuple[str, ...]:
    if content.startswith(BOM_UTF8):
        return ("utf-8-sig",)
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return ("utf-16",)
    return ("utf-8", "cp1251")
