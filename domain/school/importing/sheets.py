"""What people bring, as it was read: sheets of text cells, and where in them something stands."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SheetRow:
    number: int
    """As the spreadsheet program numbers it, from 1."""
    cells: tuple[str, ...]
    """From column A on; dates as 2013-05-17, whole numbers without a point, empty cells as ''."""

    def cell(self, column: int) -> str:
        """By its number, from 1; '' beyond the row's end."""
        return self.cells[column - 1] if column <= len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class Merged:
    """Cells that are one; what they say stands in the first of them. Numbers from 1, the last ones included."""

    row: int
    column: int
    last_row: int
    last_column: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows that hold something, in order."""

    file: str
    name: str
    """'' for a CSV file."""
    rows: tuple[SheetRow, ...]
    merged: tuple[Merged, ...] = ()
    """Of XLSX; ODS and CSV do not tell."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    file: str
    sheet: str = ""
    row: int = 0
    """From 1; 0 where the whole sheet or file is meant."""
    column: int = 0
    """From 1; 0 where the whole row is meant."""

    @property
    def letters(self) -> str:
        """A, B, … Z, AA: the column as the spreadsheet program names it."""
        letters, left = "", self.column
        while left:
            left, digit = divmod(left - 1, 26)
            letters = chr(ord("A") + digit) + letters
        return letters
