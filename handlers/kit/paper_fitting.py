"""The words of a sheet measured: how they break within their cells, and how high headings are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handlers.kit.paper_columns import Band
from handlers.kit.paper_words import bare
from handlers.kit.pdf import BOLD, LEADING, MM, SANS, width_of, wrapped
from handlers.kit.sheets import Sheet, Signature

TITLE = 12.0
PAD = 2.0
"""Points between a rule and what stands beside it."""
LEAST = 0.7
"""Of its size, to which a word that is too long is set smaller before it is broken."""
LINE = 45 * MM
"""To sign on."""


@dataclass(frozen=True, slots=True)
class Laid:
    """A cell's lines, at the size that they fit at."""

    lines: Sequence[str]
    size: float

    @property
    def height(self) -> float:
        return len(self.lines) * self.size * LEADING + 2 * PAD


def opening_lines(sheet: Sheet) -> list[tuple[str, str, float]]:
    room = sheet.room * MM
    size = TITLE - 2 if sheet.below else TITLE
    titles = [(line, BOLD, size) for line in wrapped(bare(sheet.title), BOLD, size, room)]
    unders = [line for text in sheet.under for line in wrapped(bare(text), SANS, sheet.size, room)]
    return [*titles, *((line, SANS, sheet.size) for line in unders)]


def foot_lines(sheet: Sheet) -> Iterator[tuple[str, float]]:
    """Each with the white above it."""
    for number, one in enumerate(sheet.foot):
        if isinstance(one, Signature):
            yield _signed(sheet, one), 3 * PAD + sheet.size
            continue
        for at, line in enumerate(wrapped(bare(one), SANS, sheet.size, sheet.room * MM)):
            yield line, 2 * PAD if number == at == 0 else 0.0


def _signed(sheet: Sheet, signature: Signature) -> str:
    def line(points: float) -> str:
        return "_" * int(points / width_of("_", SANS, sheet.size))

    name = bare(signature.name) or line(LINE)
    room = sheet.room * MM - width_of(f"  /{name}/", SANS, sheet.size) - LINE
    post = next(iter(wrapped(bare(signature.post), SANS, sheet.size, room)), "")
    return f"{post} {line(LINE)} /{name}/"


def heads(sheet: Sheet, band: Band) -> tuple[float, float]:
    """Heights of the row of spans, and of the columns' headings."""
    size = sheet.size * 0.9
    spans = 0.0
    for heading, (first, last) in band.spans:
        width = sum(band.widths[first:last])
        spans = max(spans, fitted(heading, BOLD, size, width - 2 * PAD).height if heading else 0.0)
    below = 0.0
    for at, column in enumerate(band.columns):
        text = bare(column.heading)
        if column.upright:
            lines = max(1, int((band.widths[at] - PAD) / (size * LEADING)))
            below = max(below, _upright_height(text, size, lines) + 2 * PAD)
        elif not (spans and _uncovered(band, at)):
            below = max(below, fitted(text, BOLD, size, band.widths[at] - 2 * PAD).height)
        else:
            below = max(below, fitted(text, BOLD, size, band.widths[at] - 2 * PAD).height - spans)
    return spans, below


def _uncovered(band: Band, at: int) -> bool:
    return any(not heading and first <= at < last for heading, (first, last) in band.spans)


def _upright_height(text: str, size: float, lines: int) -> float:
    """As low as so many lines beside one another allow."""
    longest = max((width_of(word, BOLD, size) for word in text.split()), default=0.0)
    height = max(longest, width_of(text, BOLD, size) / lines)
    while len(wrapped(text, BOLD, size, height)) > lines:
        height += size / 2
    return height + 0.1


def fitted(text: str, font: str, size: float, width: float) -> Laid:
    """A word wider than the cell is set smaller, and only then broken."""
    longest = max((width_of(word, font, size) for word in text.split()), default=0.0)
    if longest > width:
        size = max(size * width / longest * 0.999, size * LEAST)
    return Laid(wrapped(text, font, size, width) or [""], size)


def parted(cells: Sequence[Laid], room: float) -> tuple[list[Laid], list[Laid]]:
    """What has room of each cell, and the rest of it."""
    first, rest = [], []
    for cell in cells:
        many = max(0, int(room / (cell.size * LEADING)))
        first.append(Laid(cell.lines[:many], cell.size))
        rest.append(Laid(cell.lines[many:] or [""], cell.size))
    return first, rest
