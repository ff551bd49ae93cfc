"""Grouped bars as a picture, each with its value: readable at a phone's width and in grey print.

Series differ by their pattern as by their colour. Bars stand where each has room for its value, and lie where not.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from handlers.kit.chart import GRID, GROUND, INK, LETTERS, LINE, WIDTH, words

SIDE = 40
"""Pixels left free at the sides, as everything below."""
TITLE, VALUES = 42, 38
"""Heights of letters."""
PLOT = 470
"""Height of the tallest standing bar."""
THICK, GAP, APART = 44, 6, 30
"""A lying bar; between bars of a group; between groups."""
WIDEST = 130
"""A standing bar."""
LETTER = 0.64
"""Of its height, the width of a letter (of the widest digits and most small letters)."""
MOST_LABEL = 16
"""Letters of a label beside lying bars."""
SWATCH = 36
MOST_SERIES = 4

FILLS = (LINE, "url(#slanted)", "url(#dotted)", GROUND)
"""Dark, slanted lines, dots, empty with an edge: told apart in grey too."""
PATTERNS = (
    '<defs><pattern id="slanted" width="14" height="14" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect width="14" height="14" fill="#ffe3b0"/><rect width="6" height="14" fill="#b45f06"/></pattern>'
    '<pattern id="dotted" width="16" height="16" patternUnits="userSpaceOnUse">'
    '<rect width="16" height="16" fill="#dff3e3"/><circle cx="8" cy="8" r="3.5" fill="#1b7a3d"/></pattern></defs>'
)


@dataclass(frozen=True, slots=True)
class Bars:
    """A group: its label, and a value for each series; None: there is none, shown as «—»."""

    label: str
    values: tuple[float | None, ...]


def bar_chart(
    groups: Sequence[Bars],
    highest: float,
    series: Sequence[str] = (),
    title: str = "",
    said: Callable[[float], str] = "{:.0f}".format,
) -> str:
    """An SVG. `series` (at most four) names the values of each group, where there are several; `said` writes a value.

    `highest` ends the scale, which begins at 0; what goes beyond it ends there too.
    """
    head, top = _head(title, series)
    draw = _standing if _stand(groups, said) else _lying
    body, height = draw(groups, highest, said, top)
    opened = f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" font-family="sans-serif">'
    ground = f'<rect width="{WIDTH}" height="{height}" rx="28" fill="{GROUND}"/>'
    return "".join([opened, PATTERNS, ground, *head, *body, "</svg>"])


def _head(title: str, series: Sequence[str]) -> tuple[list[str], int]:
    """Title and what the patterns mean, with the height that they take."""
    made, y = [], SIDE
    if title:
        made.append(words(SIDE, y + TITLE, "start", title, TITLE, "bold"))
        y += TITLE + 30
    x = SIDE
    for name, fill in zip(series, FILLS, strict=False):
        wide = SWATCH + 16 + int(len(name) * LETTER * LETTERS) + 40
        if x > SIDE and x + wide > WIDTH:
            x, y = SIDE, y + SWATCH + 24
        made += [_bar(x, y, SWATCH, SWATCH, fill), words(x + SWATCH + 16, y + SWATCH - 2, "start", name)]
        x += wide
    return made, y + (SWATCH + 30 if series else 10)


def _stand(groups: Sequence[Bars], said: Callable[[float], str]) -> bool:
    """Whether every value fits over its bar, and every label under its group."""
    if not groups:
        return True
    room = (WIDTH - 2 * SIDE) / len(groups)
    many = max(len(group.values) for group in groups)
    values = max(len(_said(value, said)) for group in groups for value in group.values)
    label = max(len(group.label) for group in groups)
    return (room - APART) / many >= values * LETTER * VALUES + 4 and room >= label * LETTER * LETTERS + 4


def _standing(groups: Sequence[Bars], highest: float, said: Callable[[float], str], top: int) -> tuple[list[str], int]:
    room = (WIDTH - 2 * SIDE) / max(len(groups), 1)
    base = top + VALUES + 20 + PLOT
    made = [_rule(SIDE, base, WIDTH - SIDE, base)]
    for place, group in enumerate(groups):
        wide = min((room - APART) / len(group.values), WIDEST)
        middle = SIDE + room * (place + 0.5)
        left = middle - wide * len(group.values) / 2
        for n, value in enumerate(group.values):
            tall = _share(value, highest) * PLOT
            made += [_bar(left + n * wide + GAP / 2, base - tall, wide - GAP, tall, FILLS[n % MOST_SERIES])]
            made += [words(left + (n + 0.5) * wide, base - tall - 12, "middle", _said(value, said), VALUES)]
        made.append(words(middle, base + LETTERS + 18, "middle", group.label))
    return made, base + LETTERS + 18 + SIDE


def _lying(groups: Sequence[Bars], highest: float, said: Callable[[float], str], top: int) -> tuple[list[str], int]:
    labels = [_cut(group.label) for group in groups]
    left = SIDE + max(len(label) for label in labels) * LETTER * LETTERS + 20
    values = max(len(_said(value, said)) for group in groups for value in group.values)
    room = WIDTH - SIDE - left - values * LETTER * VALUES - 16
    made, y = [], float(top)
    for label, group in zip(labels, groups, strict=True):
        tall = len(group.values) * (THICK + GAP) - GAP
        made.append(words(left - 20, y + tall / 2 + LETTERS * 0.36, "end", label))
        for n, value in enumerate(group.values):
            long, at = _share(value, highest) * room, y + n * (THICK + GAP)
            made.append(_bar(left, at, long, THICK, FILLS[n % MOST_SERIES]))
            made.append(words(left + long + 14, at + THICK / 2 + VALUES * 0.36, "start", _said(value, said), VALUES))
        y += tall + APART
    return [*made, _rule(left, top - 10, left, y - APART + 10)], int(y - APART + SIDE)


def _bar(x: float, y: float, wide: float, tall: float, fill: str) -> str:
    """Of nothing there is no bar."""
    if wide <= 0 or tall <= 0:
        return ""
    at = f'x="{x:.1f}" y="{y:.1f}" width="{wide:.1f}" height="{tall:.1f}"'
    return f'<rect {at} fill="{fill}" stroke="{INK}" stroke-width="2"/>'


def _rule(x: float, y: float, to_x: float, to_y: float) -> str:
    return f'<line x1="{x:.1f}" y1="{y:.1f}" x2="{to_x:.1f}" y2="{to_y:.1f}" stroke="{GRID}" stroke-width="3"/>'


def _share(value: float | None, highest: float) -> float:
    return min(max(value or 0.0, 0.0), highest) / highest if highest > 0 else 0.0


def _said(value: float | None, said: Callable[[float], str]) -> str:
    return "—" if value is None else said(value)


def _cut(label: str) -> str:
    return label if len(label) <= MOST_LABEL else label[: MOST_LABEL - 1] + "…"
