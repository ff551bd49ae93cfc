"""Reading timetables made by FET: its solved `.fet`, or the timetable that it exports as CSV."""

import re
from pathlib import Path

from domain.school.importing.timetable_wished import WishedTimetable, wished_of
from storage.files.csv_text import decoded
from storage.files.fet_csv import week_of_csv
from storage.files.fet_xml import week_of_xml
from storage.files.problems import NotASpreadsheet
from storage.files.spreadsheets import read_bytes

_LOOKED_AT = 4096
"""Bytes from the beginning among which FET's own element stands."""
_OPENING = re.compile(rb"^(?:\xef\xbb\xbf)?\s*<.*<?fet\b", re.DOTALL)


def read_timetable(path: Path) -> WishedTimetable | None:
    """None for a file that is not FET's. Raises a `FileProblem`."""
    content = read_bytes(path)
    if path.suffix.casefold() == ".fet" or _OPENING.match(content[:_LOOKED_AT]):
        return wished_of(week_of_xml(path.name, content))
    try:
        text = decoded(content)
    except NotASpreadsheet:
        return None
    week = week_of_csv(path.name, text)
    return wished_of(week) if week else None
