"""A school's own workbook with its timetable → the week that it wishes; what cannot be placed is listed by its cell."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from domain.school.bells import Bell
from domain.school.importing.headings import heading_of
from domain.school.importing.remarks import About, Expected, Mistake, Note
from domain.school.importing.sheets import Place, Sheet, SheetRow
from domain.school.importing.timetable_cell import CellLesson, lessons_of
from domain.school.importing.timetable_days import day_named
from domain.school.importing.timetable_grid import Grid, Slot, grids_of
from domain.school.importing.timetable_hours import hours_of
from domain.school.importing.timetable_wished import LAST_POSITION, LONGEST_ROOM, WishedLesson, WishedTimetable

MOST_MERGED = 2000

_NUMBER = re.compile(r"(\d{1,2})(?!\d|\s*[:.\-–]\s*\d)\s*\.?\s*(?:-?й)?\s*(?:ур\w*\.?)?(.*)", re.IGNORECASE | re.DOTALL)
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d")


def table_of(sheets: Sequence[Sheet]) -> tuple[WishedTimetable | None, tuple[Sheet, ...]]:
    """None where no sheet is a timetable; and the sheets that hold lists."""
    found = [(sheet, _timetable(sheet)) for sheet in sheets]
    if not any(grids for _, grids in found):
        return None, tuple(sheets)
    reading = _Reading(sheets[0].file)
    for sheet, grids in found:
        for grid in grids:
            _Walk(reading, sheet, grid, grid.day).take()
    lists = tuple(sheet for sheet, grids in found if not grids and heading_of(sheet) is not None)
    unread = (sheet for sheet, grids in found if not grids and sheet.rows and sheet not in lists)
    reading.notes += (Note(About.UNKNOWN_SHEET, Place(sheet.file, sheet.name)) for sheet in unread)
    return reading.wished(), lists


def together(tables: Sequence[WishedTimetable]) -> WishedTimetable:
    """Workbooks of one school brought at once are one week: a second one would end the lessons of the first."""
    rung = [one for one in tables if one.bells]
    alike = all(one.bells == rung[0].bells for one in rung)
    return replace(
        tables[0],
        lessons=[lesson for one in tables for lesson in one.lessons],
        bells=rung[0].bells if rung and alike else {},
        ends_told=all(one.ends_told for one in rung),
        classes=tuple(name for one in tables for name in one.classes),
        mistakes=[mistake for one in tables for mistake in one.mistakes],
        notes=[note for one in tables for note in one.notes],
    )


@dataclass
class _Reading:
    file: str
    lessons: list[WishedLesson] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    mistakes: list[Mistake] = field(default_factory=list)
    classes: dict[str, None] = field(default_factory=dict)
    clock: dict[int, set[str]] = field(default_factory=dict)
    """When the bells ring, by lesson, as the cells say."""

    def wished(self) -> WishedTimetable:
        if not self.lessons and not self.mistakes:
            self.mistakes.append(Mistake(Place(self.file), "", Expected.SOLVED))
        bells, ends_told = _bells(self.clock)
        shared = dict.fromkeys(one.said for one in self.lessons if one.subgroup)
        if shared:
            self.notes.append(Note(About.SUBGROUPS_IN_ORDER, Place(self.file), "; ".join(shared)))
        return WishedTimetable(
            self.file,
            () if self.mistakes else self.lessons,
            bells,
            ends_told,
            classes=tuple(self.classes),
            by_load=True,
            mistakes=self.mistakes,
            notes=self.notes,
        )


@dataclass
class _Walk:
    """Down one grid; the day stands until the next one."""

    reading: _Reading
    sheet: Sheet
    grid: Grid
    day: int | None = None
    unknown: Place | None = None
    """Where a day should have stood that cannot be told."""
    said: str = ""
    last: int = -1

    def take(self) -> None:
        covered = _covered(self.sheet, self.grid)
        for row in self.grid.rows:
            beside = [row.cell(at) or covered.get((row.number, at), "") for at in range(1, self.grid.first)]
            named = self._day(row, beside)
            position = self._position(row, beside, named=named)
            for slot in self.grid.slots:
                columns = (slot.subject, slot.room, slot.teacher)
                cells = [row.cell(at) or covered.get((row.number, at), "") if at else "" for at in columns]
                self._cell(row.number, slot, position, cells)
            for at, cell in enumerate(row.cells, 1):
                if cell and at >= self.grid.first and at not in self.grid.read:
                    self._left(self._place(row.number, at), cell)

    def _day(self, row: SheetRow, beside: Sequence[str]) -> bool:
        """Whether the row names its day, in a column of its own or as the row's only word."""
        said = {cell for cell in row.cells if cell}
        named = next((day for cell in (said if len(said) == 1 else beside) if cell and (day := day_named(cell))), None)
        if named and named != self.day:
            self.day, self.last = named, -1
        if not named and re.search(r"[^\W\d_]{2}", beside[0]) and not _number(beside[0]):
            self._lose_day(row, beside[0])
        return bool(named)

    def _lose_day(self, row: SheetRow, said: str) -> None:
        self.day, self.unknown, self.said = None, self._place(row.number, 1), said

    def _position(self, row: SheetRow, beside: Sequence[str], *, named: bool) -> int | None:
        """A number smaller than the one above it begins a day of which the name is missing."""
        found = next((number for cell in reversed(beside) if (number := _number(cell))), None)
        if found is None:
            return None
        position = int(found[1])
        times = next((cell for cell in (found[2], *beside) if _CLOCK.search(cell)), "")
        if times:
            self.reading.clock.setdefault(position, set()).add(times)
        if position < self.last and self.day and not named:
            self._lose_day(row, "")
        self.last = position
        return position

    def _cell(self, row: int, slot: Slot, position: int | None, cells: Sequence[str]) -> None:
        """A room without a subject, and a lesson without a number, stand nowhere; a day's name is no lesson."""
        subject, room, teacher = cells
        lessons, place = lessons_of(subject, room), self._place(row, slot.subject)
        if position is not None and lessons:
            self._lessons(place, slot.class_name, position, teacher, subject, lessons)
        elif lessons != () and not day_named(subject):
            self._left(place, f"{slot.class_name} · {subject}")
        elif room and not subject and position is not None:
            self._left(place, f"{slot.class_name} · {room}")

    def _lessons(
        self, place: Place, name: str, position: int, teacher: str, text: str, lessons: Sequence[CellLesson]
    ) -> None:
        self.reading.classes[name] = None
        said = f"{name} · {' '.join(text.split())}"
        if self.day is None:
            mistake = Mistake(self.unknown or place, self.said, Expected.WEEKDAY)
            if mistake not in self.reading.mistakes:
                self.reading.mistakes.append(mistake)
        elif position > LAST_POSITION:
            self.reading.notes.append(Note(About.POSITION_BEYOND, place, f"{said} ({position})"))
        elif any(len(one.room) > LONGEST_ROOM for one in lessons):
            self.reading.mistakes.append(Mistake(place, lessons[0].room, Expected.ROOM, said))
        else:
            teachers = tuple(name for name in re.split(r"\s*[/,;]\s*", teacher) if name)
            self.reading.lessons += _wished(place, said, name, (self.day, position), teachers, lessons)

    def _left(self, place: Place, what: str) -> None:
        self.reading.notes.append(Note(About.NOT_PLACED, place, what))

    def _place(self, row: int, column: int) -> Place:
        return Place(self.sheet.file, self.sheet.name, row, column)


def _wished(
    place: Place, said: str, name: str, at: tuple[int, int], teachers: tuple[str, ...], lessons: Sequence[CellLesson]
) -> Iterator[WishedLesson]:
    each = len(teachers) == len(lessons)
    for number, one in enumerate(lessons):
        yield WishedLesson(
            place=place,
            said=said,
            weekday=at[0],
            position=at[1],
            subject=one.subject,
            teachers=teachers[number : number + 1] if each else teachers,
            sets=(name,),
            room=one.room or None,
            parity=one.parity,
            subgroup=one.subgroup,
        )


def _timetable(sheet: Sheet) -> list[Grid]:
    """Empty for a sheet that is no timetable."""
    grids = grids_of(sheet)
    return grids if any(map(_has_lessons, grids)) else []


def _has_lessons(grid: Grid) -> bool:
    """Days and numbers beside the classes tell a timetable from a list of pupils by classes."""
    beside = [cell for row in grid.rows for cell in row.cells[: grid.first - 1] if cell]
    return any(map(_number, beside)) and (grid.day is not None or any(map(day_named, beside)))


def _number(cell: str) -> re.Match[str] | None:
    """«1», «1.», «1 урок», «1 (8:30-9:15)»; no time of the day."""
    found = _NUMBER.fullmatch(cell.strip())
    return found if found and (not found[2].strip() or _CLOCK.search(found[2])) else None


def _covered(sheet: Sheet, grid: Grid) -> dict[tuple[int, int], str]:
    """What merged cells say in the rows that they cover, and in the columns of subjects or beside the classes."""
    rows = {row.number: row for row in sheet.rows}
    subjects = {slot.subject for slot in grid.slots}
    said: dict[tuple[int, int], str] = {}
    for one in sheet.merged[:MOST_MERGED]:
        text = rows[one.row].cell(one.column) if one.row in rows else ""
        across = [at for at in subjects if one.column < at <= one.last_column] if one.column in subjects else []
        columns = [one.column, *across]
        if text:
            inside = (row.number for row in grid.rows if one.row <= row.number <= one.last_row)
            said |= {(number, at): text for number in inside for at in columns}
    return said


def _bells(clock: Mapping[int, set[str]]) -> tuple[Mapping[int, Bell], bool]:
    """None where days differ, or a lesson's are not told."""
    if any(len(times) > 1 for times in clock.values()):
        return {}, True
    names = {number: f"{number} ({next(iter(clock[number]))})" for number in sorted(clock) if number <= LAST_POSITION}
    hours = hours_of(tuple(names.values()), in_order=True)
    in_place = all(hours.positions[name] == number for number, name in names.items())
    return (hours.bells, hours.ends_told) if in_place else ({}, True)
