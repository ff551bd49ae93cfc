"""A line chart as a picture: light card, dark ink, so that it reads the same on Telegram's light and dark ground."""

from collections.abc import Iterable, Sequence
from html import escape
from math import ceil

WIDTH, HEIGHT = 1080, 640
"""Pixels: a phone's width, so that nothing is scaled up."""
LEFT, RIGHT, TOP, BOTTOM = 110, 100, 60, 125
GROUND, GRID, INK, LINE = "#ffffff", "#c9cfd6", "#2b2f36", "#2563c9"
LETTERS = 44
"""Their height in pixels: a third of it is left at a phone's width."""
MOST_LABELS = 5
DOT = 12


def line_chart(points: Sequence[tuple[str, float]], lowest: int, highest: int) -> str:
    """An SVG; `points` from left to right: a label, and a value from `lowest` to `highest`."""
    places = [(_across(n, len(points)), _height(value, lowest, highest)) for n, (_, value) in enumerate(points)]
    scale = [_level(value, _height(value, lowest, highest)) for value in range(lowest, highest + 1)]
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    line = f'<polyline points="{path}" fill="none" stroke="{LINE}" stroke-width="8" stroke-linejoin="round"/>'
    dots = [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{DOT}" fill="{LINE}"/>' for x, y in places]
    labels = [_label(places[n][0], points[n][0]) for n in _labelled(len(points))]
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" font-family="sans-serif">'
    ground = f'<rect width="{WIDTH}" height="{HEIGHT}" rx="28" fill="{GROUND}"/>'
    return "".join([head, ground, *scale, line, *dots, *labels, "</svg>"])


def _level(value: int, y: float) -> str:
    rule = f'<line x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y:.1f}" y2="{y:.1f}" stroke="{GRID}" stroke-width="2"/>'
    return rule + words(LEFT - 30, y + LETTERS * 0.36, "end", str(value))


def _label(x: float, said: str) -> str:
    return words(x, HEIGHT - BOTTOM + 85, "middle", said)


def words(x: float, y: float, anchor: str, said: str, size: int = LETTERS, weight: str = "normal") -> str:
    """`x`, `y`: of the anchor («start», «middle», «end») on the line that the letters stand on."""
    at = f'x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"'
    return f'<text {at} font-size="{size}" font-weight="{weight}" fill="{INK}">{escape(said)}</text>'


def _across(number: int, of: int) -> float:
    room = WIDTH - LEFT - RIGHT - 2 * DOT
    return LEFT + DOT + (room * number / (of - 1) if of > 1 else room / 2)


def _height(value: float, lowest: int, highest: int) -> float:
    room = HEIGHT - TOP - BOTTOM
    return TOP + room * (highest - min(max(value, lowest), highest)) / (highest - lowest)


def _labelled(many: int) -> Iterable[int]:
    """The last, and others at even steps back from it."""
    step = max(1, ceil((many - 1) / (MOST_LABELS - 1)))
    return range(many - 1, -1, -step)
