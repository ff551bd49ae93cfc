"""A sheet that a school hangs on the wall: days and lessons down, classes across, subject and room under each."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise

from domain.roles.names import norm
from domain.school.importing.cells import class_name
from domain.school.importing.sheets import Sheet, SheetRow
from domain.school.importing.timetable_days import day_named

MOST_WIDE = 4
"""Columns of one class."""
MOST_HEADINGS = 100
MOST_LONG = 2000
"""Rows: seven days of twenty lessons for each of some ten parallels below one another, and titles."""


class Role(Enum):
    SUBJECT = auto()
    ROOM = auto()
    TEACHER = auto()
    BESIDE = auto()
    """Days, lessons, bells."""


_WORDS: Mapping[Role, str] = {
    Role.SUBJECT: "предмет|дисциплина|урок",
    Role.ROOM: "каб|кабинет|ауд|аудитория|к|№ каб|место",
    Role.TEACHER: "учитель|преподаватель|педагог",
    Role.BESIDE: "день|дни|день недели|дни недели|день нед|уроки|№|n|№ урока|№ ур|номер|номер урока|время|звонки|класс",
}
_ROLES = {word: role for role, words in _WORDS.items() for word in words.split("|")}
_CLASS_WORD = re.compile(r"\s*\b(?:класс|кл)\b\.?\s*", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")
_HEAD_COUNT = re.compile(r"\s*\(\s*\d+[^)]*\)")


@dataclass(frozen=True, slots=True)
class Slot:
    """Columns of a subject and, 0 without, of its room and teacher."""

    class_name: str
    subject: int
    room: int = 0
    teacher: int = 0


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows between one row of classes and the next; `first` is the first column of a class."""

    first: int
    slots: Sequence[Slot]
    rows: Sequence[SheetRow]
    day: int | None = None
    """1 Monday … 7 Sunday, where the row of classes is one day's."""

    @property
    def read(self) -> frozenset[int]:
        """Columns of the classes."""
        return frozenset(at for slot in self.slots for at in (slot.subject, slot.room, slot.teacher) if at)


def grids_of(sheet: Sheet) -> list[Grid]:
    """Empty for a sheet without a row of classes right of some other column, and for one longer than any week."""
    if len(sheet.rows) > MOST_LONG:
        return []
    heads = [number for number, row in enumerate(sheet.rows) if _is_heading(row)]
    if len(heads) > MOST_HEADINGS:
        return []
    ends = [*heads, len(sheet.rows)][1:]
    return [_grid(sheet.rows[max(0, at - 1) : end], min(at, 1)) for at, end in zip(heads, ends, strict=True)]


def class_heading(text: str) -> str | None:
    """«7А», «7А класс», «7А (26 чел.)» → 7А."""
    return class_name(_HEAD_COUNT.sub("", _CLASS_WORD.sub(" ", text.partition("\n")[0])))


def _is_heading(row: SheetRow) -> bool:
    """Nothing but classes and titles of columns; a day may stand before them, bare numbers stand beside a title."""
    said = [cell for cell in row.cells if cell]
    first_alone = bool(said) and not _role(said[0]) and not class_heading(said[0])
    fitting = said[1:] if first_alone else said
    if not fitting or not all(_role(cell) or class_heading(cell) for cell in fitting):
        return False
    classes = [cell for cell in fitting if not _role(cell)]
    lettered = any(_LETTER.search(cell) for cell in (classes if first_alone else fitting))
    titled = not fitting[0].isdigit() or first_alone
    return bool(classes) and row.cell(1) not in classes and lettered and titled and _may_begin(said[0], first_alone)


def _may_begin(first: str, alone: bool) -> bool:
    return not alone or day_named(first) is not None


def _day_of(above: Sequence[SheetRow], head: SheetRow) -> int | None:
    """Named before the classes, or by the only word of the row above."""
    words = [{cell for cell in row.cells if cell} for row in above[-1:]]
    alone = [next(iter(said)) for said in words if len(said) == 1]
    return next((day for cell in (head.cell(1), *alone) if cell and (day := day_named(cell))), None)


def _grid(block: Sequence[SheetRow], at: int) -> Grid:
    """`at`: the row of classes, second in its block where one stands above it."""
    head, below, day = block[at], block[at + 1 :], _day_of(block[:at], block[at])
    titles, rows = _under(head, below)
    classes = {at: name for at, cell in enumerate(head.cells, 1) if not _role(cell) and (name := class_heading(cell))}
    spans = list(_spans(sorted(classes), max(len(row.cells) for row in (head, *below))))
    roles = {at: role for row in (head, *titles) for at, cell in enumerate(row.cells, 1) if (role := _role(cell))}
    slots = [slot for span in spans for slot in _slots(classes[span.start], span, roles)]
    return Grid(min(classes), slots, rows, day)


def _under(head: SheetRow, below: Sequence[SheetRow]) -> tuple[Sequence[SheetRow], Sequence[SheetRow]]:
    """A second row of titles («предмет», «каб.»), where there is one, and the rows of lessons."""
    titled = bool(below) and all(_role(cell) for cell in below[0].cells if cell)
    return (below[:1], below[1:]) if titled else ((), below)


def _spans(starts: Sequence[int], width: int) -> Iterator[range]:
    """The last class is as wide as the widest before it."""
    for start, after in pairwise(starts):
        yield range(start, after)
    widest = max((after - start for start, after in pairwise(starts)), default=MOST_WIDE)
    yield range(starts[-1], max(starts[-1], min(width, starts[-1] + widest - 1)) + 1)


def _slots(name: str, span: range, roles: Mapping[int, Role]) -> Iterator[Slot]:
    """Without titles subject and room alternate."""
    said = [roles.get(at) for at in span]
    if not any(said):
        said = [Role.ROOM if number % 2 else Role.SUBJECT for number in range(len(span))]
    subjects = [at for at, role in zip(span, said, strict=True) if role is Role.SUBJECT] or [span.start]
    for at, after in zip(subjects, [*subjects[1:], span.stop], strict=True):
        own = {role: column for column, role in zip(span, said, strict=True) if at < column < after}
        yield Slot(name, at, own.get(Role.ROOM, 0), own.get(Role.TEACHER, 0))


def _role(cell: str) -> Role | None:
    return _ROLES.get(norm(cell).strip(" .:"))
