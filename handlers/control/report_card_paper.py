"""Табели on paper: a page for each pupil, in a workbook a tab."""

from collections.abc import Iterator, Sequence

from domain.attendance.missed import Totals
from domain.control.report_card import ReportCard
from handlers.control.sheet_files import SheetFile
from handlers.control.sheet_words import mark_cell, school_year, signature
from handlers.kit.sheets import Align, Cell, Column, Row, Section, Sheet
from handlers.texts.translator import Texts

SUBJECT, MARK = 62.0, 17.0
"""Widths in millimetres."""
SIZE = 10.0
MISSED = ("lessons", "ill", "excused", "unexcused", "unknown", "late")


def report_card_file(texts: Texts, cards: Sequence[ReportCard]) -> SheetFile:
    """Of one pupil, or of a class; at least one card."""
    first = cards[0]
    sheets = [_card(texts, one) for one in cards]
    class_name, year = first.school_class.name, school_year(first.year)
    if len(cards) == 1:
        caption = texts("sheets-card-caption", name=first.name.listed, class_name=class_name, year=year)
        return SheetFile(f"tabel-{class_name}-{first.pupil.seat.pupil}", caption, sheets, sheets)
    caption = texts("sheets-cards-caption", class_name=class_name, year=year, pupils=len(cards))
    return SheetFile(f"tabeli-{class_name}", caption, sheets, sheets)


def _card(texts: Texts, card: ReportCard) -> Sheet:
    about = texts("sheets-card-under", class_name=card.school_class.name, year=school_year(card.year))
    return Sheet(
        title=texts("sheets-card-title"),
        name=card.name.listed,
        under=[card.name.full, about],
        columns=[
            Column(texts("sheets-subject"), SUBJECT, grows=True),
            *(
                Column(texts(f"results-short-{one.kind}", number=one.number), MARK, Align.CENTER)
                for one in card.periods
            ),
        ],
        rows=[
            *_marks(card),
            Section(texts("sheets-card-missed-title")),
            *_missed(texts, card),
            [texts("sheets-card-parent"), *("" for _ in card.periods)],
        ],
        foot=[signature(texts, "sheets-class-teacher", card.teachers)],
        size=SIZE,
    )


def _marks(card: ReportCard) -> Iterator[Row]:
    for line in card.lines:
        yield [line.subject.name, *(mark_cell(line.marks.get(one, "")) for one in card.periods)]


def _missed(texts: Texts, card: ReportCard) -> Iterator[Row]:
    for part in MISSED:
        cells = [_count(card.missed.get(one), part) for one in card.periods]
        if part in ("lessons", "ill", "unexcused") or any(cells):
            yield [texts(f"sheets-missed-{part}"), *cells]


def _count(of: Totals | None, part: str) -> Cell:
    """Nothing of a term that has not begun, nor of exams."""
    return getattr(of, part) if of is not None else ""
