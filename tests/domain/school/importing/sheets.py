"""Sheets as a test writes them: rows from the headings on."""

from collections.abc import Sequence

from domain.school.importing.lists import wishes_of
from domain.school.importing.sheets import Sheet, SheetRow
from domain.school.importing.wished import Wishes
from tests.school import TUESDAY


def sheet(*rows: Sequence[str], name: str = "", file: str = "список.xlsx") -> Sheet:
    return Sheet(file, name, tuple(SheetRow(number, tuple(row)) for number, row in enumerate(rows, 1) if any(row)))


def wishes(*sheets: Sheet) -> Wishes:
    return wishes_of([sheets], TUESDAY)
