"""What one cell of a school's timetable says: «Алгебра», «англ. / инф.», «физика (чёт) / химия (нечёт)»."""

import re
from dataclasses import dataclass
from itertools import repeat

from domain.school.importing.cells import subject_name

_BETWEEN = re.compile(r"\s*[/|;]+\s*")
_NOTHING = re.compile(r"[-–—_.*\s]*|нет|окно", re.IGNORECASE)
_WEEK = re.compile(r"\(?\b(не)?ч[её]т(?:н\w*)?\b\.?(?:\s*нед\w*)?\.?\)?", re.IGNORECASE)
_GROUP = re.compile(
    r"\(?\s*\b(?:([1-9])\s*(?:-?а?я)?\s*(?:под)?гр\w*|(?:под)?гр(?:упп\w*)?\.?\s*([1-9]))\b\.?\s*\)?", re.I
)
_ROOM_WITHIN = re.compile(
    r"(.*?\w.*?)[\s,]*\(?\s*(?:(?:каб|ауд)\w*\.?\s*№?\s*(\w+)|\b(\d{2,3}[а-я]?))\s*\)?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class CellLesson:
    subject: str
    room: str
    """'' where none is said; «331/436» where one subject has several."""
    subgroup: int = 0
    """From 1; 0: nothing is said of subgroups."""
    parity: int | None = None
    """0: even weeks, 1: odd ones."""


def lessons_of(text: str, room: str) -> tuple[CellLesson, ...] | None:
    """Nothing for an empty cell, a dash, «окно»; None for what is no subject.

    Of several the first is the first subgroup's, also where the second stays free («англ. / —»), unless they alternate
    by weeks.
    """
    if _NOTHING.fullmatch(text):
        return ()
    halves, rooms = _BETWEEN.split(" ".join(text.split())), rooms_of(room)
    each = rooms if len(rooms) == len(halves) else repeat(" ".join(room.split()))
    several = len(halves) > 1 and not any(map(_WEEK.search, halves))
    said = [
        _lesson(half, own, number if several else 0)
        for number, (half, own) in enumerate(zip(halves, each, strict=False), 1)
        if not _NOTHING.fullmatch(half)
    ]
    lessons = tuple(one for one in said if one)
    return lessons if len(lessons) == len(said) else None


def rooms_of(room: str) -> list[str]:
    """«331/436» → 331 and 436."""
    return _BETWEEN.split(" ".join(room.split()))


def _lesson(text: str, room: str, number: int) -> CellLesson | None:
    week, group = _WEEK.search(text), _GROUP.search(text)
    bare = _GROUP.sub(" ", _WEEK.sub(" ", text)).strip(" ,")
    within = None if room else _ROOM_WITHIN.fullmatch(bare)
    if within:
        bare, room = within[1].strip(" ,("), within[2] or within[3]
    subject = subject_name(bare)
    if subject is None:
        return None
    parity = None if week is None else int(week[1] is not None)
    return CellLesson(subject, room, int(group[1] or group[2]) if group else number, parity)
