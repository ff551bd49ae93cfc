"""Paper: the fonts that every PDF of ours is set in, A4 with its margins, and lines that stay within their width."""

from dataclasses import dataclass
from typing import Any

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
    return len(lines) <= face.most_lines and all(_width(line, face.font, size) <= width for line in lines)


def _shortened(line: str, font: str, size: float, width: float) -> str:
    if _width(line, font, size) <= width:
        return line
    while line and _width(f"{line}…", font, size) > width:
        line = line[:-1]
    return f"{line.rstrip()}…"


def _width(line: str, font: str, size: float) -> float:
    return float(pdfmetrics.stringWidth(line, font, size))
