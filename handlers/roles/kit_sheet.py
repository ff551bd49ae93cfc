"""The slips of a class on paper: eight to an A4 page, to be cut along the dashes, and the teacher's list after them."""

import asyncio
import re
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from domain.clock import SchoolTime
from domain.roles.class_kit import Slip
from domain.roles.codes import grouped
from domain.roles.people import PersonName
from handlers.kit.pdf import BOLD, MARGIN, MM, PAGE_HEIGHT, PAGE_WIDTH, SANS, Face, draw_qr, register_fonts, set_text
from handlers.kit.show import plain
from handlers.roles.screens import BotCard
from handlers.texts.translator import Texts

ACROSS, DOWN = 2, 4
PER_PAGE = ACROSS * DOWN
WIDTH, HEIGHT = (PAGE_WIDTH - 2 * MARGIN) / ACROSS, (PAGE_HEIGHT - 2 * MARGIN) / DOWN
PAD, GAP, QR = 4 * MM, 3 * MM, 36 * MM
ROW, LISTED = 6 * MM, 40
"""The teacher's list: a line's height, and how many lines stand on a page."""
NUMBER, TICK, NAME = 10 * MM, 8 * MM, 90 * MM
"""Its columns; the last one takes the rest."""
SMALL, GREY = Face(SANS, 7.5, 6), 0.35
SCISSORS = "✂"


@dataclass(frozen=True, slots=True)
class ClassPaper:
    """What is printed for one class."""

    class_name: str
    slips: Sequence[Slip]


@dataclass(frozen=True, slots=True)
class Printed:
    """What stands on every slip of a print."""

    texts: Texts
    school: str
    bot: BotCard
    time: SchoolTime

    def said(self, key: str, **about: object) -> str:
        """On paper nothing is HTML."""
        return plain(self.texts(key, **about))

    def until(self, slip: Slip) -> str:
        day = self.time.local(slip.code.expires_at).date()
        return f"{self.texts.date(day)} {day.year}"

    def whose(self, slip: Slip) -> str:
        """«ученик», «родитель: Иванов Пётр, Иванова Анна»"""
        if not slip.pupils:
            return self.said("kit-pupil")
        key = "kit-guardian" if len(slip.pupils) == 1 else "kit-guardian-of-several"
        return self.said(key, pupils=_names(slip.pupils))


async def kit_pdf(printed: Printed, papers: Sequence[ClassPaper]) -> bytes:
    """Each class's slips on pages of their own, then its list; drawn outside the event loop."""
    return await asyncio.to_thread(_drawn, printed, papers, True)


async def slip_pdf(printed: Printed, paper: ClassPaper) -> bytes:
    """The slips alone, without a list."""
    return await asyncio.to_thread(_drawn, printed, [paper], False)


def _drawn(printed: Printed, papers: Sequence[ClassPaper], listed: bool) -> bytes:
    register_fonts()
    file = BytesIO()
    canvas = Canvas(file, pagesize=(PAGE_WIDTH, PAGE_HEIGHT), pageCompression=1)
    canvas.setTitle(printed.said("kit-title", school=printed.school))
    for paper in papers:
        _slip_pages(canvas, printed, paper, numbered=listed)
        if listed:
            _list_pages(canvas, printed, paper)
    canvas.save()
    return file.getvalue()


def _slip_pages(canvas: Any, printed: Printed, paper: ClassPaper, *, numbered: bool) -> None:
    for first in range(0, len(paper.slips), PER_PAGE):
        shown = paper.slips[first : first + PER_PAGE]
        for place, slip in enumerate(shown):
            left = MARGIN + place % ACROSS * WIDTH
            top = PAGE_HEIGHT - MARGIN - place // ACROSS * HEIGHT
            number = f"№ {first + place + 1}" if numbered else ""
            _slip(canvas, printed, paper.class_name, slip, number, left, top)
        _cut_lines(canvas, len(shown))
        canvas.showPage()


def _slip(canvas: Any, printed: Printed, class_name: str, slip: Slip, number: str, left: float, top: float) -> None:
    x, width = left + PAD, WIDTH - 2 * PAD
    canvas.setFillGray(GREY)
    canvas.setFont(SANS, SMALL.size)
    canvas.drawRightString(x + width, top - PAD - SMALL.size, number)
    y = set_text(canvas, f"{class_name} · {printed.school}", x, top - PAD, width - 12 * MM, SMALL)
    canvas.setFillGray(0)
    y = set_text(canvas, slip.code.name.full, x, y - 2, width, Face(BOLD, 12, 9, most_lines=2))
    set_text(canvas, printed.whose(slip), x, y - 1, width, Face(SANS, 8.5, 7, most_lines=2))
    bottom = top - HEIGHT + PAD
    draw_qr(canvas, printed.bot.link(slip.code.code), x, bottom, QR)
    _way_in(canvas, printed, slip, x + QR + GAP, bottom + QR, width - QR - GAP)


def _way_in(canvas: Any, printed: Printed, slip: Slip, left: float, top: float, width: float) -> None:
    """Beside the QR code: the code for who types it, until when, and how."""
    y = set_text(canvas, grouped(slip.code.code), left, top, width, Face(BOLD, 16, 8))
    y = set_text(canvas, printed.said("kit-until", day=printed.until(slip)), left, y - 1, width, Face(SANS, 8, 6.5))
    steps = (printed.said("kit-scan"), printed.said("kit-start"), printed.said("kit-type", bot=printed.bot.username))
    for number, step in enumerate(steps, 1):
        y = set_text(canvas, f"{number}. {step}", left, y - 2.5, width, Face(SANS, 7.5, 6.5, most_lines=3))


def _cut_lines(canvas: Any, slips: int) -> None:
    """Around as many slips as there are, with scissors where the cutting begins."""
    rows = -(-slips // ACROSS)
    right, bottom = PAGE_WIDTH - MARGIN, PAGE_HEIGHT - MARGIN - rows * HEIGHT
    canvas.saveState()
    canvas.setDash(3, 3)
    canvas.setLineWidth(0.5)
    canvas.setStrokeGray(0.5)
    for row in range(rows + 1):
        y = PAGE_HEIGHT - MARGIN - row * HEIGHT
        canvas.line(MARGIN, y, right, y)
    for column in range(ACROSS + 1):
        x = MARGIN + column * WIDTH
        canvas.line(x, bottom, x, PAGE_HEIGHT - MARGIN)
    canvas.setFillGray(0.5)
    canvas.setFont(SANS, 9)
    for row in range(1, rows + 1):
        canvas.drawString(MARGIN + 2 * MM, PAGE_HEIGHT - MARGIN - row * HEIGHT - 3, SCISSORS)
    canvas.restoreState()


def _list_pages(canvas: Any, printed: Printed, paper: ClassPaper) -> None:
    """For the teacher: no code stands on it, so that it may lie on a desk."""
    for first in range(0, len(paper.slips), LISTED):
        y = _list_head(canvas, printed, paper)
        for number, slip in enumerate(paper.slips[first : first + LISTED], first + 1):
            _list_row(canvas, printed, number, slip, y)
            y -= ROW
        canvas.showPage()


def _list_head(canvas: Any, printed: Printed, paper: ClassPaper) -> float:
    width, about = PAGE_WIDTH - 2 * MARGIN, {"name": paper.class_name, "school": printed.school}
    canvas.setFillGray(0)
    y = set_text(canvas, printed.said("kit-list", **about), MARGIN, PAGE_HEIGHT - MARGIN, width, Face(BOLD, 13, 8))
    note = printed.said("kit-list-note", day=printed.until(paper.slips[0]))
    return set_text(canvas, note, MARGIN, y - 3, width, Face(SANS, 9, 7, most_lines=2)) - ROW


def _list_row(canvas: Any, printed: Printed, number: int, slip: Slip, y: float) -> None:
    box, line = 3.5 * MM, Face(SANS, 9, 6.5)
    canvas.setLineWidth(0.5)
    canvas.setStrokeGray(0.3)
    canvas.rect(MARGIN + NUMBER, y - box - 1.5, box, box)
    canvas.setStrokeGray(0.8)
    canvas.line(MARGIN, y - ROW + 3, PAGE_WIDTH - MARGIN, y - ROW + 3)
    set_text(canvas, str(number), MARGIN, y, NUMBER, line)
    name = MARGIN + NUMBER + TICK
    set_text(canvas, slip.code.name.full, name, y, NAME - GAP, line)
    set_text(canvas, printed.whose(slip), name + NAME, y, PAGE_WIDTH - MARGIN - name - NAME, line)


def file_name(texts: Texts, key: str, class_name: str) -> str:
    """«Листки 10 М медицинский.pdf», without what file systems do not take."""
    bare = " ".join(re.sub(r"[^\w -]", " ", class_name).split())
    return f"{plain(texts(key, name=bare))}.pdf"


def _names(people: Sequence[PersonName]) -> str:
    return ", ".join(one.listed for one in people)
