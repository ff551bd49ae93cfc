"""Two real schools' timetables, read here by other code than the program's, from FET's own CSV."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[3] / "shared" / "data" / "fet"
needs_real_schools = pytest.mark.skipif(not FOLDER.is_dir(), reason=f"no {FOLDER}: the real schools are not here")
WEEKDAYS = {
    name: number
    for names in ("Понеделник Вторник Сряда Четвъртък Петък", "Luni Marti Miercuri Joi Vineri")
    for number, name in enumerate(names.split(), 1)
}


@dataclass(frozen=True)
class Taught:
    """A lesson of a class as a wall's timetable has it."""

    position: int
    starts: str
    subject: str
    teachers: frozenset[str]
    room: str


@dataclass(frozen=True)
class RealSchool:
    folder: str
    stem: str
    surname_last: bool

    @property
    def solved(self) -> Path:
        return self._file("data_and_timetable.fet")

    @property
    def unsolved(self) -> Path:
        return FOLDER / self.folder / "input.fet"

    @property
    def exported(self) -> Path:
        return self._file("timetable.csv")

    @property
    def classes(self) -> dict[str, set[str]]:
        """Each class with the names of all sets in which its pupils are."""
        found: dict[str, set[str]] = {}
        for row in _rows(self._file("students.csv")):
            if row["Group"]:
                found.setdefault(row["Group"], {row["Year"], row["Group"]}).add(row["Subgroup"])
        return found

    def week(self) -> dict[tuple[str, int], list[Taught]]:
        """Lessons by class and weekday; every pair is there, with its lessons by position."""
        rows = list(_rows(self.exported))
        hours = sorted({row["Hour"] for row in rows})
        week: dict[tuple[str, int], list[Taught]] = {}
        for class_name, own in self.classes.items():
            for weekday in range(1, 6):
                mine = [row for row in rows if WEEKDAYS[row["Day"]] == weekday]
                taught = [self._taught(row, hours) for row in mine if own & set(row["Students Sets"].split("+"))]
                week[class_name, weekday] = sorted(taught, key=in_order)
        return week

    def _taught(self, row: dict[str, str], hours: list[str]) -> Taught:
        teachers = frozenset(self._teacher(name) for name in row["Teachers"].split("+"))
        return Taught(hours.index(row["Hour"]) + 1, row["Hour"][:5], row["Subject"], teachers, row["Room"])

    def _teacher(self, name: str) -> str:
        """«Ст.Караиванова», «Зоя Дичева» → «Караиванова Ст.», «Дичева З.»; «Barta Florica» → «Barta F.»"""
        if "." in name:
            initials, _, surname = name.rpartition(".")
            return f"{surname} {initials}."
        words = name.split()
        words = [words[-1], *words[:-1]] if self.surname_last else words
        return " ".join([words[0], *(f"{word[0]}." for word in words[1:])])

    def _file(self, what: str) -> Path:
        return FOLDER / self.folder / f"{self.stem}_{what}"


LOM = RealSchool("bulgaria-lom", "Lom_high_school_2007-2008", surname_last=True)
ORADEA = RealSchool("romania-oradea", "School-10-Oradea-2007-2008", surname_last=False)


def in_order(taught: Taught) -> tuple[int, str, list[str]]:
    return taught.position, taught.subject, sorted(taught.teachers)


def as_shown(text: str) -> list[Taught]:
    """A day's lessons from the text on a phone."""
    return sorted(_shown(re.sub(r"<[^<>]*>", "", text).splitlines()), key=in_order)


def _shown(lines: list[str]) -> Iterator[Taught]:
    for line, below in zip(lines, [*lines[1:], ""], strict=True):
        found = re.fullmatch(r"(\d+)\. (\d\d:\d\d) (.+?)(?: · (?:каб\. )?(.+))?", line)
        if found:
            names = frozenset(below.partition(" · группа")[0].split(", "))
            yield Taught(int(found[1]), found[2], found[3], names, found[4] or "")


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file, delimiter=";"):
            yield {title: cell or "" for title, cell in row.items()}
