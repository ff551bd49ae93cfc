"""Paper: the fonts that every PDF of ours is set in, A4 with its margins, and lines that stay within their width."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from unicodedata import combining, name

from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from handlers.kit import fonts
from handlers.kit.qr import qr_runs

SANS, BOLD = "Sans", "Sans-Bold"
PAGE_WIDTH, PAGE_HEIGHT = A4
"""Points: 1/72 inch."""
MM = 72 / 25.4
MARGIN = 8 * MM
"""What printers of offices leave white at most."""
LEADING = 1.2
"""From line to line, in sizes of the font."""
UNSEEN = "\ufe0e\ufe0f\u200d"
"""They only choose how the sign before them is drawn, or join two."""


@dataclass(frozen=True, slots=True)
class Face:
    """How a text is set: sizes in points; a long one is set smaller, down to `least`."""

    font: str
    size: float
    least: float
    most_lines: int = 1


def register_fonts() -> None:
    """Once in a process; a second call does nothing."""
    if SANS not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(SANS, fonts.REGULAR))
        pdfmetrics.registerFont(TTFont(BOLD, fonts.BOLD))


def set_text(canvas: Any, text: str, left: float, top: float, width: float, face: Face) -> float:
    """Sets a text below `top`, within `width`; the height that is left under it, as the next one's top.

    What doesn't fit at the least size ends in «…».
    """
    size, lines = _fitted(" ".join(text.split()), width, face)
    canvas.setFont(face.font, size)
    for line in lines:
        top -= size * LEADING
        canvas.drawString(left, top + size * (LEADING - 1), line)
    return top


def draw_qr(canvas: Any, link: str, left: float, bottom: float, side: float) -> None:
    """As vectors, with the white around it inside `side`."""
    code = qr_runs(link)
    module = side / code.side
    path = canvas.beginPath()
    for column, row, length in code.runs:
        path.rect(left + column * module, bottom + side - (row + 1) * module, length * module, module)
    canvas.drawPath(path, stroke=0, fill=1)


def wrapped(text: str, font: str, size: float, width: float) -> list[str]:
    """Lines within the width, words longer than it broken; none for an empty text."""
    return [
        part
        for paragraph in text.splitlines()
        for line in simpleSplit(printable(paragraph, font), font, size, width) or [""]
        for part in _broken(line, font, size, width)
    ]


def printable(text: str, font: str) -> str:
    """What the font has no sign for is called by its name: a smiley is a part of what was said."""
    glyphs = pdfmetrics.getFont(font).face.charToGlyph
    kept = (char for char in text.replace("\t", " ") if char not in UNSEEN)
    return "".join(char if ord(char) in glyphs else _called(char) for char in kept)


def width_of(line: str, font: str, size: float) -> float:
    return float(pdfmetrics.stringWidth(line, font, size))


def _fitted(text: str, width: float, face: Face) -> tuple[float, list[str]]:
    size = face.size
    while size > face.least and not _fits(_lines(text, face.font, size, width), face, size, width):
        size -= 0.5
    lines = _lines(text, face.font, size, width)
    if len(lines) > face.most_lines:
        lines = [*lines[: face.most_lines - 1], " ".join(lines[face.most_lines - 1 :])]
    return size, [_shortened(line, face.font, size, width) for line in lines]


def _lines(text: str, font: str, size: float, width: float) -> list[str]:
    return list(simpleSplit(text, font, size, width))


def _fits(lines: list[str], face: Face, size: float, width: float) -> bool:
    return len(lines) <= face.most_lines and all(width_of(line, face.font, size) <= width for line in lines)


def _shortened(line: str, font: str, size: float, width: float) -> str:
    if width_of(line, font, size) <= width:
        return line
    while line and width_of(f"{line}…", font, size) > width:
        line = line[:-1]
    return f"{line.rstrip()}…"


def _broken(line: str, font: str, size: float, width: float) -> Iterator[str]:
    if width_of(line, font, size) <= width:
        yield line
        return
    start, taken = 0, 0.0
    for at, char in enumerate(line):
        step = width_of(char, font, size)
        if taken + step > width and at > start:
            yield line[start:at]
            start, taken = at, 0.0
        taken += step
    yield line[start:]


def _called(char: str) -> str:
    """Nothing of signs that only change the one before."""
    if combining(char) or "\U0001f3fb" <= char <= "\U0001f3ff":
        return ""
    called = name(char, "")
    return f"[{called.casefold()}]" if called else "?"
