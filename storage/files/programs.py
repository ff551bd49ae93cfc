"""Reading timetables of timetable programs: of aSc its XML, of FET its solved `.fet` or the CSV that it exports."""

import re
from pathlib import Path

from domain.school.importing.timetable_wished import WishedTimetable, wished_of
from storage.files.asc import is_asc, week_of_asc
from storage.files.csv_text import decoded
from storage.files.fet_csv import week_of_csv
from storage.files.fet_xml import week_of_xml
from storage.files.problems import NotASpreadsheet
from storage.files.spreadsheets import read_bytes

_LOOKED_AT = 4096
"""Bytes from the beginning among which FET's own element stands."""
_OPENING = re.compile(rb"^(?:\xef\xbb\xbf)?\s*<.*<?fet\b", re.DOTALL)


def read_timetable(path: Path) -> WishedTimetable | None:
    """None for a file of neither. Raises a `FileProblem`."""
    content = read_bytes(path)
    if is_asc(content[:_LOOKED_AT]):
        return wished_of(week_of_asc(path))
    if path.suffix.casefold() == ".fet" or _OPENING.match(content[:_LOOKED_AT]):
        return wished_of(week_of_xml(path.name, content))
    try:
        text = decoded(content)
    except NotASpreadsheet:
        return None
    week = week_of_csv(path.name, text)
    return wished_of(week) if week else None
