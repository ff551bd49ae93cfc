"""One row under recognised headings: what its cells hold, and what of them cannot be taken."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from domain.roles.names import norm
from domain.roles.people import PersonName
from domain.school.importing.cells import initials_of, name_of, own_number, person_name
from domain.school.importing.headings import Column, Field, Heading
from domain.school.importing.remarks import Expected, Mistake
from domain.school.importing.sheets import Place, Sheet, SheetRow

T = TypeVar("T")
_NOTHING = frozenset({"-", "–", "—"})
"""How people cross an empty cell out."""


@dataclass
class Numbers:
    """Own numbers of all lists of an import: one belongs to one person."""

    _of: dict[str, tuple[bool, str]] = field(default_factory=dict)

    def of_another(self, number: str, name: PersonName, pupil: bool) -> bool:
        who = pupil, norm(name.full)
        return self._of.setdefault(number, who) != who


@dataclass
class ListRow:
    sheet: Sheet
    heading: Heading
    row: SheetRow
    numbers: Numbers
    mistakes: list[Mistake] = field(default_factory=list)

    @property
    def empty(self) -> bool:
        return not any(self.text(column) for column in self.heading.columns)

    def text(self, column: Column) -> str:
        """'' where the list has no such column."""
        at = self.heading.columns.get(column)
        text = self.row.cell(at) if at else ""
        return "" if text in _NOTHING else text

    def place(self, column: Column | None = None) -> Place:
        at = self.heading.columns.get(column, 0) if column else 0
        return Place(self.sheet.file, self.sheet.name, self.row.number, at)

    def title(self, column: Column) -> str:
        """What the list itself calls the column."""
        at = self.heading.columns.get(column)
        titles = next(row for row in self.sheet.rows if row.number == self.heading.row)
        return titles.cell(at) if at else ""

    def wrong(self, column: Column, expected: Expected) -> None:
        self.mistakes.append(Mistake(self.place(column), self.text(column), expected, heading=self.title(column)))

    def given(self, column: Column, parse: Callable[[str], T | None], expected: Expected) -> T | None:
        """None for an empty cell, and with a mistake for one that `parse` does not take."""
        return self.needed(column, parse, expected) if self.text(column) else None

    def needed(self, column: Column, parse: Callable[[str], T | None], expected: Expected) -> T | None:
        """As `given`, but an empty cell is a mistake too."""
        text = self.text(column)
        value = parse(text) if text else None
        if value is None:
            self.wrong(column, expected)
        return value

    def name(self) -> PersonName | None:
        """From one column or from three; None with a mistake."""
        whole = [
            column for column in (Column(Field.FULL_NAME), Column(Field.TEACHER)) if column in self.heading.columns
        ]
        return self.full_name(whole[0]) if whole else self._name_of_parts()

    def full_name(self, column: Column) -> PersonName | None:
        text = self.text(column)
        name = person_name(text)
        if name is None:
            self.wrong(column, Expected.GIVEN_NAME if initials_of(text) or len(text.split()) == 1 else Expected.NAME)
        return name

    def number(self, column: Column, name: PersonName | None, *, pupil: bool) -> str | None:
        number = self.given(column, own_number, Expected.NUMBER)
        if number and name and self.numbers.of_another(number, name, pupil):
            self.wrong(column, Expected.NUMBER_ONCE)
        return number

    def _name_of_parts(self) -> PersonName | None:
        surname, given, patronymic = (self.text(column) for column in _PARTS)
        name = name_of(surname, given, patronymic)
        if name is None and name_of(surname, "Имя") is None:
            self.wrong(_PARTS[0], Expected.NAME)
        elif name is None and name_of(surname, given) is None:
            self.wrong(_PARTS[1], Expected.GIVEN_NAME)
        elif name is None:
            self.wrong(_PARTS[2], Expected.NAME)
        return name


_PARTS = Column(Field.SURNAME), Column(Field.GIVEN), Column(Field.PATRONYMIC)
