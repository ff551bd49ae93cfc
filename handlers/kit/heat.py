"""A heat map as a picture: rows by columns, the more the darker, in steps of one colour that grey print has too."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from handlers.kit.chart import GROUND, INK, WIDTH
from handlers.kit.cutting import cut

STEPS = ("#ffffff", "#cfe0f5", "#8fb6e6", "#4680c8", "#17407f")
"""From nothing to the most; in grey 255, 222, 176, 121, 60."""
EDGE = "#aab2bb"
ROW, HEAD, LEGEND, PAD = 46, 130, 92, 30
"""Pixels."""
LETTERS, SMALL, TITLE = 30, 24, 36
PER_LETTER = 0.6
"""Width of a letter, in its height."""
LEFT_MOST, MOST_TITLE = 380, 46


@dataclass(frozen=True, slots=True)
class Heat:
    """`step` of `STEPS`; `said` stands in the cell, at most two or three letters."""

    step: int
    said: str = ""


@dataclass(frozen=True, slots=True)
class HeatRow:
    """None: nothing could be there; hatched."""

    label: str
    cells: Sequence[Heat | None]


def heat_map(title: str, columns: Sequence[str], rows: Sequence[HeatRow], legend: Sequence[str]) -> str:
    """An SVG; `legend` says what each of the steps means."""
    left = _left(rows)
    width = (WIDTH - left - PAD) / max(1, len(columns))
    height = HEAD + ROW * len(rows) + LEGEND
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" font-family="sans-serif">',
        '<defs><pattern id="none" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        f'<rect width="8" height="8" fill="{GROUND}"/><line y1="0" y2="8" stroke="{EDGE}" stroke-width="3"/>'
        "</pattern></defs>",
        f'<rect width="{WIDTH}" height="{height}" rx="28" fill="{GROUND}"/>',
        _words(PAD, 52, "start", TITLE, cut(title, MOST_TITLE)),
        *_headings(columns, left, width),
        *(part for at, row in enumerate(rows) for part in _row(row, HEAD + ROW * at, left, width)),
        *_legend(legend, HEAD + ROW * len(rows) + 30),
        "</svg>",
    ]
    return "".join(parts)


def _left(rows: Sequence[HeatRow]) -> float:
    longest = max((len(row.label) for row in rows), default=0)
    return min(LEFT_MOST, PAD + longest * LETTERS * PER_LETTER + 16)


def _headings(columns: Sequence[str], left: float, width: float) -> Iterator[str]:
    """All of them where they have room, else every other, and so on."""
    longest = max((len(one) for one in columns), default=1)
    every = max(1, -(-int(longest * SMALL * PER_LETTER + 6) // max(1, int(width))))
    for at, said in enumerate(columns):
        if at % every == 0:
            yield _words(left + width * (at + 0.5), HEAD - 14, "middle", SMALL, said)


def _row(row: HeatRow, top: float, left: float, width: float) -> Iterator[str]:
    room = int((left - PAD - 10) / (LETTERS * PER_LETTER))
    yield _words(PAD, top + ROW * 0.7, "start", LETTERS, cut(row.label, room))
    for at, cell in enumerate(row.cells):
        x = left + width * at
        fill = STEPS[cell.step] if cell else "url(#none)"
        yield (
            f'<rect x="{x:.1f}" y="{top}" width="{width:.1f}" height="{ROW}" fill="{fill}"'
            f' stroke="{EDGE}" stroke-width="1.5"/>'
        )
        if cell and cell.said:
            ink = GROUND if cell.step > 2 else INK
            size = min(LETTERS, (width - 4) / (len(cell.said) * PER_LETTER))
            yield _words(x + width / 2, top + ROW / 2 + size * 0.36, "middle", size, cell.said, ink)


def _legend(legend: Sequence[str], top: float) -> Iterator[str]:
    room = (WIDTH - 2 * PAD) / len(STEPS)
    for at, (step, said) in enumerate(zip(STEPS, legend, strict=True)):
        x = PAD + room * at
        yield f'<rect x="{x:.1f}" y="{top}" width="36" height="32" fill="{step}" stroke="{EDGE}" stroke-width="1.5"/>'
        yield _words(x + 46, top + 26, "start", SMALL, said)


def _words(x: float, y: float, anchor: str, size: float, said: str, ink: str = INK) -> str:
    place = f'x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"'
    return f'<text {place} font-size="{size:.1f}" fill="{ink}">{escape(said)}</text>'
