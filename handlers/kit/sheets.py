"""Sheets in the forms that schools know, each described once; `paper.py` prints them or binds them into a workbook.

Texts of a sheet are plain; what is `Markup` loses its HTML by itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from handlers.texts.translator import Texts

Cell = str | int | Decimal | date
NARROW, WIDE = 187, 274
"""Millimetres between the margins of a page: upright, and on its side."""


class Align(StrEnum):
    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Column:
    """`width` in mm, at least; `upright`: its heading stands on its side; `grows`: it takes what the page has left."""

    heading: str
    width: float
    align: Align = Align.LEFT
    upright: bool = False
    grows: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """A heading over so many columns beside one another; an empty one leaves their headings the whole height."""

    heading: str
    columns: int


@dataclass(frozen=True, slots=True)
class Total:
    """A row in bold on a grey ground."""

    cells: Sequence[Cell]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading between rows, over the whole width."""

    text: str


@dataclass(frozen=True, slots=True)
class Signature:
    """«Классный руководитель ____________ /О. П. Павлова/»; an empty name leaves a line for it too."""

    post: str
    name: str = ""


Row = Sequence[Cell] | Total | Section


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with what stands over and under it.

    `spans`, where given, cover all columns from left to right. Columns that a page has no room for go on to further
    pages, each with the first `kept` ones. `below`: on the page of the sheet before, where it has room. `name`: the
    workbook's tab (default: the title). `size`: of its letters, in points.
    """

    title: str
    columns: Sequence[Column]
    rows: Sequence[Row]
    under: Sequence[str] = ()
    spans: Sequence[Span] = ()
    foot: Sequence[str | Signature] = ()
    landscape: bool = False
    kept: int = 1
    below: bool = False
    name: str = ""
    size: float = 8.5

    @property
    def room(self) -> float:
        """Millimetres across."""
        return WIDE if self.landscape else NARROW


@dataclass(frozen=True, slots=True)
class Imprint:
    """On every page: the school above, when it was printed (`at` by the school's clock) and the page's number below."""

    texts: Texts
    school: str
    at: datetime
