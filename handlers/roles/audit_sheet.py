"""The audit log as a sheet: an XLSX file."""

import asyncio
from collections.abc import Sequence
from io import BytesIO
from typing import Any

import xlsxwriter

from domain.clock import SchoolTime
from domain.roles.audit import AuditEntry
from handlers.kit.show import plain
from handlers.roles.audit_screens import deed, roles_of, whom
from handlers.texts.translator import Texts

WIDTHS = (12, 8, 34, 30, 30, 34, 8)


async def audit_xlsx(texts: Texts, entries: Sequence[AuditEntry], time: SchoolTime) -> bytes:
    """Written outside the event loop; nothing in it is taken for a formula or a link."""
    return await asyncio.to_thread(_written, texts, entries, time)


def _written(texts: Texts, entries: Sequence[AuditEntry], time: SchoolTime) -> bytes:
    file = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(file, options) as book:
        sheet = book.add_worksheet(plain(texts("privacy-sheet-name")))
        bold = book.add_format({"bold": True})
        day = book.add_format({"num_format": "dd.mm.yyyy", "align": "left"})
        sheet.freeze_panes(1, 0)
        for at, width in enumerate(WIDTHS):
            sheet.set_column(at, at, width)
        for at, heading in enumerate(plain(texts("privacy-sheet-headings")).split(" | ")):
            sheet.write_string(0, at, heading, bold)
        for row, entry in enumerate(entries, 1):
            _write(sheet, row, entry, texts, time, day)
    return file.getvalue()


def _write(sheet: Any, row: int, entry: AuditEntry, texts: Texts, time: SchoolTime, day: Any) -> None:
    sheet.write_datetime(row, 0, time.local(entry.at).date(), day)
    said = (
        texts.time(time.local(entry.at)),
        entry.actor.full,
        plain(roles_of(texts, entry)),
        plain(deed(texts, entry.what)),
        entry.subject.full if entry.subject else plain(whom(texts, entry)),
    )
    for at, text in enumerate(said, 1):
        sheet.write_string(row, at, text)
    sheet.write_number(row, len(said) + 1, entry.times)
