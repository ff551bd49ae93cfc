"""What stands in the cells of a sheet, as plain words."""

from datetime import date
from decimal import Decimal

from handlers.kit.sheets import Cell, Row, Section, Total
from handlers.kit.show import plain
from handlers.texts.translator import Markup


def bare(text: str) -> str:
    """On paper nothing is HTML."""
    return plain(text) if isinstance(text, Markup) else text


def words(cell: Cell, language: str) -> str:
    match cell:
        case str():
            return bare(cell)
        case Decimal():
            return f"{cell:f}".replace(".", ",") if language == "ru" else f"{cell:f}"
        case date():
            return f"{cell:%d.%m.%Y}"
        case _:
            return str(cell)


def cells_of(row: Row, columns: int) -> tuple[Cell, ...]:
    """Raises `ValueError` for a row that has not a cell for each column."""
    if isinstance(row, Section):
        return (row.text,)
    cells = tuple(row.cells if isinstance(row, Total) else row)
    if len(cells) != columns:
        raise ValueError(f"{len(cells)} cells for {columns} columns")
    return cells
