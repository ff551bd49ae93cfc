"""The audit log as a sheet: an XLSX file."""

import asyncio
from collections.abc import Sequence

from domain.clock import SchoolTime
from domain.roles.audit import AuditEntry
from handlers.kit.book import BookSheet, Cell, workbook
from handlers.kit.show import plain
from handlers.roles.audit_screens import deed, roles_of, whom
from handlers.texts.translator import Texts

WIDTHS = (12, 8, 34, 30, 30, 34, 8)


async def audit_xlsx(texts: Texts, entries: Sequence[AuditEntry], time: SchoolTime) -> bytes:
    """Written outside the event loop."""
    return await asyncio.to_thread(_written, texts, entries, time)


def _written(texts: Texts, entries: Sequence[AuditEntry], time: SchoolTime) -> bytes:
    headings = plain(texts("privacy-sheet-headings")).split(" | ")
    rows = (_row(entry, texts, time) for entry in entries)
    return workbook(BookSheet(plain(texts("privacy-sheet-name")), list(zip(headings, WIDTHS, strict=True)), rows))


def _row(entry: AuditEntry, texts: Texts, time: SchoolTime) -> Sequence[Cell]:
    at = time.local(entry.at)
    return (
        at.date(),
        texts.time(at),
        entry.actor.full,
        plain(roles_of(texts, entry)),
        plain(deed(texts, entry.what)),
        entry.subject.full if entry.subject else plain(whom(texts, entry)),
        entry.times,
    )
