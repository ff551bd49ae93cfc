"""Files of lists and timetables, of any kind → what was brought; one that cannot be read is a mistake."""

import asyncio
import tempfile
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path

from domain.school.changes_table import is_changes
from domain.school.importing.exporting import SchoolLists
from domain.school.importing.importing import Brought
from domain.school.importing.remarks import Expected, Mistake
from domain.school.importing.sheets import Place, Sheet
from domain.school.importing.timetable_table import table_of, together
from domain.school.importing.timetable_wished import WishedTimetable
from storage.files.changes_template import write_changes_template
from storage.files.lists_out import write_school_lists
from storage.files.problems import (
    FileEmpty,
    FileProblem,
    FileProtected,
    FileTooBig,
    FileUnreadable,
    FileWithMacros,
    NotASpreadsheet,
    QuotesUnclosed,
)
from storage.files.programs import read_timetable
from storage.files.spreadsheets import read_workbook
from storage.files.template import write_template

AT_ONCE = 2
"""Files of the chat that are read side by side: each costs a process of up to half a gigabyte."""
LONGEST_NAME = 80
_EXPECTED: tuple[tuple[type[FileProblem], Expected], ...] = (
    (FileUnreadable, Expected.FILE),
    (FileProtected, Expected.UNPROTECTED),
    (FileTooBig, Expected.SMALLER_FILE),
    (FileEmpty, Expected.SOMETHING),
    (FileWithMacros, Expected.WITHOUT_MACROS),
    (NotASpreadsheet, Expected.SPREADSHEET),
)


class ChatFiles:
    """Files that came through the chat, read beside the loop; nothing of them stays on the disk."""

    def __init__(self) -> None:
        self._turns = asyncio.Semaphore(AT_ONCE)

    @property
    def crowded(self) -> bool:
        """Whether the next one will have to wait for its turn."""
        return self._turns.locked()

    async def read(self, name: str, content: bytes) -> Brought:
        async with self._turns:
            return await asyncio.to_thread(_read, name, content)

    async def template(self) -> bytes:
        return await asyncio.to_thread(_written, write_template)

    async def changes_template(self) -> bytes:
        return await asyncio.to_thread(_written, write_changes_template)

    async def workbook(self, lists: SchoolLists) -> bytes:
        return await asyncio.to_thread(_written, write_school_lists, lists)


def read_files(files: Sequence[Path], *, changes: bool = False) -> Brought:
    """`changes`: whether tables of substitutions are told apart; where one stands, the file's other sheets wait."""
    found: list[Sheet] = []
    lists: list[tuple[Sheet, ...]] = []
    timetables: list[WishedTimetable] = []
    tables: list[WishedTimetable] = []
    mistakes: list[Mistake] = []
    for file in files:
        try:
            timetable = read_timetable(file)
            book = () if timetable else read_workbook(file)
            if changes and (told := [sheet for sheet in book if is_changes(sheet)]):
                found += told
                continue
            table, sheets = table_of(book) if book else (None, ())
            timetables += filter(None, [timetable])
            tables += filter(None, [table])
            if sheets or not (timetable or table):
                lists.append(sheets)
        except FileProblem as problem:
            mistakes.append(_mistake(file, problem))
    return Brought(lists, [*timetables, *([together(tables)] if tables else [])], mistakes, tuple(found))


def plain_name(name: str) -> str:
    """A name that someone gave a file, as one that a folder can hold."""
    kept = "".join(one for one in name if one.isprintable() and one not in '/\\:*?"<>|').strip(" .")
    stem, dot, ending = kept.rpartition(".")
    return f"{(stem if dot else ending)[:LONGEST_NAME] or 'file'}{dot}{ending[:8] if dot else ''}"


def _read(name: str, content: bytes) -> Brought:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / plain_name(name)
        file.write_bytes(content)
        return read_files([file], changes=True)


def _written(write: Callable[..., None], *what: SchoolLists) -> bytes:
    book = BytesIO()
    write(book, *what)
    return book.getvalue()


def _mistake(file: Path, problem: FileProblem) -> Mistake:
    if isinstance(problem, QuotesUnclosed):
        return Mistake(Place(file.name, row=problem.line), "", Expected.QUOTES)
    for kind, expected in _EXPECTED:
        if isinstance(problem, kind):
            return Mistake(Place(file.name), "", expected)
    return Mistake(Place(file.name), "", Expected.TIMETABLE, str(problem))
