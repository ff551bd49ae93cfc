"""The report of movement as a workbook and on paper: numbers by class, and who came and went by which order."""

from collections.abc import Iterable, Sequence

from domain.school.movement import MovementCard
from domain.school.movement_report import ClassMovement, MovementReport
from handlers.kit.book import BookSheet, Cell, workbook
from handlers.kit.sheets import Align, Column, Sheet, Signature, Total
from handlers.texts.translator import Texts

NUMBERS = ("start", "came", "moved_in", "moved_out", "left", "end")
EVENT = ("day", "name", "what", "from", "to", "order")
WIDTH = 14
WIDTHS = (12, 34, 18, 12, 12, 16)
PAPER_WIDTHS = (21, 55, 32, 18, 18, 30)
"""Millimetres."""


def movement_sheet(texts: Texts, report: MovementReport) -> bytes:
    numbers = [texts("movement-column-class"), *(texts(_column(part)) for part in NUMBERS)]
    events = [(texts(_column(part)), width) for part, width in zip(EVENT, WIDTHS, strict=True)]
    return workbook(
        BookSheet(texts("movement-sheet-classes"), [(heading, WIDTH) for heading in numbers], _lines(texts, report)),
        BookSheet(texts("movement-sheet-events"), events, (_event(texts, card) for card in report.events)),
    )


def movement_paper(texts: Texts, report: MovementReport) -> tuple[Sheet, Sheet]:
    """To be signed: numbers by class, and below them who came and went."""
    days = {"first": f"{report.first:%d.%m.%Y}", "last": f"{report.last:%d.%m.%Y}"}
    *lines, total = _lines(texts, report)
    numbers = Sheet(
        title=texts("movement-paper-title"),
        columns=[
            Column(texts("movement-column-class"), 25),
            *(Column(texts(_column(part)), 27, Align.CENTER) for part in NUMBERS),
        ],
        rows=[*lines, Total(total)],
        under=[texts("movement-paper-days", **days)],
        name=texts("movement-sheet-classes"),
    )
    events = Sheet(
        title=texts("movement-sheet-events"),
        columns=[
            Column(texts(_column(part)), width, grows=part == "name")
            for part, width in zip(EVENT, PAPER_WIDTHS, strict=True)
        ],
        rows=[_event(texts, card) for card in report.events],
        foot=[Signature(texts("movement-paper-signed"))],
        below=True,
    )
    return numbers, events


def _lines(texts: Texts, report: MovementReport) -> Iterable[Sequence[Cell]]:
    for line in (*report.lines, report.total):
        yield line.name or texts("movement-column-total"), *_numbers(line)


def _event(texts: Texts, card: MovementCard) -> Sequence[str]:
    wanted = card.movement.wanted
    kind = texts(f"movement-sheet-{wanted.kind}")
    places = (card.from_name or "", card.to_name or "", wanted.order or "")
    return f"{wanted.day:%d.%m.%Y}", card.name.full, kind, *places


def _numbers(line: ClassMovement) -> list[int]:
    return [getattr(line, part) for part in NUMBERS]


def _column(part: str) -> str:
    return f"movement-column-{part.replace('_', '-')}"
