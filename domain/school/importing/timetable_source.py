"""A timetable program's file as it was read: names of days, hours and sets of pupils are still its own."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.school.importing.remarks import Note
from domain.school.importing.sheets import Place


@dataclass(frozen=True, slots=True)
class StudentSet:
    """A year, group or subgroup of FET, a class or group of aSc. A subgroup shared by groups stands in each of them."""

    name: str
    within: tuple["StudentSet", ...] = ()


@dataclass(frozen=True, slots=True)
class Activity:
    """Lessons in a row; `day` and `hour` are '' while they are not placed."""

    place: Place
    number: str
    subject: str
    teachers: tuple[str, ...]
    sets: tuple[str, ...]
    room: str
    day: str = ""
    hour: str = ""
    length: int = 1
    parity: int | None = None
    """0: even weeks, 1: odd ones; None: what the day's name says, else every week."""

    @property
    def said(self) -> str:
        """«217 · Четвъртък 08:15 · Алгебра · 10 б»: how a message names it, in the file's own words."""
        when = f"{self.day} {self.hour}".strip()
        return " · ".join(part for part in (self.number, when, self.subject, "+".join(self.sets)) if part)


@dataclass(frozen=True, slots=True)
class ProgramWeek:
    """`in_order`: days and hours are the file's full lists, not merely those that occur in it."""

    file: str
    activities: Sequence[Activity]
    days: Sequence[str]
    hours: Sequence[str]
    in_order: bool
    years: Sequence[StudentSet] = ()
    inactive: int = 0
    """Activities that are switched off in the file."""
    classes: Sequence[str] = ()
    """What the file itself calls a class; empty where it does not tell classes from other sets."""
    notes: Sequence[Note] = ()
    """What the reading itself left aside or assumed."""
