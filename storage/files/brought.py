"""A spreadsheet that a person sent to the chat: its sheets, opened where a hostile file harms nobody."""

import asyncio
import tempfile
from pathlib import Path

from domain.journal.plan_import import PlanUnreadable, Unreadable
from domain.school.importing.sheets import Sheet
from storage.files.problems import FileProblem, FileProtected, FileTooBig, FileUnreadable
from storage.files.spreadsheets import read_workbook

_WHY: tuple[tuple[type[FileProblem], Unreadable], ...] = (
    (FileUnreadable, Unreadable.MISSING),
    (FileProtected, Unreadable.PROTECTED),
    (FileTooBig, Unreadable.TOO_BIG),
)


class BroughtPlans:
    """Reads in a thread, beside the loop; nothing of the file stays on the disk."""

    async def sheets(self, content: bytes) -> tuple[Sheet, ...]:
        return await asyncio.to_thread(_sheets, content)


def sheets_of(file: Path) -> tuple[Sheet, ...]:
    """Raises `PlanUnreadable`."""
    try:
        return read_workbook(file)
    except FileProblem as problem:
        why = next((why for kind, why in _WHY if isinstance(problem, kind)), Unreadable.NO_SPREADSHEET)
        raise PlanUnreadable(why) from None


def _sheets(content: bytes) -> tuple[Sheet, ...]:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "plan"
        file.write_bytes(content)
        return sheets_of(file)
