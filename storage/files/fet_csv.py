"""The timetable that FET exports: a row for each hour of an activity; a double lesson is two rows of one number."""

import re
from collections.abc import Iterator, Mapping, Sequence

from domain.school.importing.sheets import Place
from domain.school.importing.timetable_source import Activity, ProgramWeek
from storage.files.csv_text import csv_rows

_NEEDED = ("activity id", "day", "hour", "students sets", "subject", "teachers")
_ROOM = "room"


def week_of_csv(file: str, text: str) -> ProgramWeek | None:
    """None without FET's headings in the first row. Raises a `FileProblem`."""
    if not _is_export(text):
        return None
    titles, *rows = csv_rows(text)
    columns = {title.strip().casefold(): number for number, title in enumerate(titles)}
    if not columns.keys() >= set(_NEEDED):
        return None
    activities = tuple(_activities(file, rows, columns))
    return ProgramWeek(
        file,
        activities,
        days=tuple(dict.fromkeys(one.day for one in activities if one.day)),
        hours=tuple(dict.fromkeys(one.hour for one in activities if one.hour)),
        in_order=False,
    )


def _is_export(text: str) -> bool:
    first = text.partition("\n")[0].casefold()
    return all(title in first for title in _NEEDED)


def _activities(file: str, rows: Sequence[Sequence[str]], columns: Mapping[str, int]) -> Iterator[Activity]:
    for number, row in enumerate(rows, 2):
        if not any(cell.strip() for cell in row):
            continue
        cells = {title: row[column].strip() if column < len(row) else "" for title, column in columns.items()}
        named = [cells[title] for title in _NEEDED]
        yield _activity(Place(file, row=number), named, cells.get(_ROOM, ""))


def _activity(place: Place, cells: Sequence[str], room: str) -> Activity:
    """An hour without a day, or a day without an hour, is as unplaced as neither."""
    number, day, hour, sets, subject, teachers = cells
    placed = bool(day and hour)
    return Activity(
        place=place,
        number=number,
        subject=subject,
        teachers=_listed(teachers),
        sets=_listed(sets),
        room=room,
        day=day if placed else "",
        hour=hour if placed else "",
    )


def _listed(cell: str) -> tuple[str, ...]:
    """FET joins names by «+», which no name of its own may hold."""
    return tuple(name for name in re.split(r"\s*\+\s*", cell) if name)
