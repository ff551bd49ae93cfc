"""`export`: the whole school's lists as an import takes them, from the machine itself; the bot may be running."""

import os
from datetime import date
from io import BytesIO
from pathlib import Path

from sqlalchemy import make_url

from bot.commands.problems import Mistaken
from bot.settings import read_settings
from bot.system_clock import SystemClock
from domain.clock import SchoolTime
from domain.school.importing.exporting import SchoolLists, lists_of
from domain.school.importing.known import KnownSchool
from storage.database import Database
from storage.files.lists_and_timetables import plain_name
from storage.files.lists_out import write_school_lists
from storage.school.card import school_card
from storage.school.lists_reads import known_school

OWNER_ONLY = 0o600
"""The files hold the personal data of a whole school."""


async def export_school(where: Path) -> dict[str, object]:
    """A workbook, or in a folder one for each class and one of the staff. Raises `Mistaken` for what is there."""
    into_folder = _is_folder(where)
    known, today = await _known()
    whole = lists_of(known, today)
    books = _by_class(where, known, whole, today) if into_folder else {where: whole}
    if into_folder:
        where.mkdir(mode=0o700, exist_ok=True)
    for file, lists in books.items():
        _write(file, lists)
    counts = {"pupils": len(whole.pupils), "staff": len(whole.staff), "left_out": whole.left_out}
    return {"files": [str(file) for file in books], **counts}


def _is_folder(where: Path) -> bool:
    book = where.suffix.lower() == ".xlsx"
    if where.exists() and (book or not where.is_dir() or any(where.iterdir())):
        raise Mistaken(f"{where} is there already: name a new workbook, or an empty or new folder.")
    if where.suffix and not book:
        raise Mistaken(f"The lists go out as a workbook, such as {where.with_suffix('.xlsx')}, or into a folder.")
    if not where.absolute().parent.is_dir():
        raise Mistaken(f"There is no folder {where.parent}.")
    return not book


def _by_class(folder: Path, known: KnownSchool, whole: SchoolLists, today: date) -> dict[Path, SchoolLists]:
    books = {folder / plain_name(f"{one.name}.xlsx"): lists_of(known, today, one.id) for one in known.classes}
    return {**books, folder / "Сотрудники.xlsx": SchoolLists((), whole.staff, ())}


async def _known() -> tuple[KnownSchool, date]:
    settings = read_settings()
    url = make_url(settings.database_url)
    if url.get_backend_name() == "sqlite" and not Path(url.database or "").is_file():
        raise Mistaken("There is no database yet: `python -m bot init` makes it.")
    database = Database.open(settings.database_url, SystemClock())
    try:
        card = await school_card(database.reader)
        if card is None:
            raise Mistaken("There is no school yet: `python -m bot init` makes it.")
        today = SchoolTime(database.clock, lambda: card.zone).today()
        return await known_school(database.reader, today), today
    finally:
        await database.close()


def _write(file: Path, lists: SchoolLists) -> None:
    made = BytesIO()
    write_school_lists(made, lists)
    with open(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY), "wb") as written:
        written.write(made.getvalue())
