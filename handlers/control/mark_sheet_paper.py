"""Сводная ведомость on paper and in a workbook: pupils by subjects, then the subjects with what they come to."""

from collections.abc import Iterator, Sequence

from domain.control.achievement import Counts
from domain.control.mark_sheet import MarkRow, MarkSheet, SubjectTotal
from domain.journal.periods import Period
from handlers.control.sheet_files import SheetFile
from handlers.control.sheet_words import (
    FIGURES,
    MARK_NAMES,
    cell,
    counted,
    heading_of,
    listed_name,
    mark_cell,
    signature,
    whole_period,
)
from handlers.kit.sheets import WIDE, Align, Cell, Column, Row, Sheet, Span, Total
from handlers.texts.translator import Texts

NUMBER, NAME, MARK, NARROW_MARK, AVERAGE, COUNT = 7.0, 46.0, 9.5, 7.2, 9.5, 6.0
SUBJECT, FEW, FIGURE = 70.0, 14.0, 22.0
"""Widths in millimetres."""
SIZE = 7.5
"""In points: thirty pupils have room on a page."""


def mark_sheet_file(texts: Texts, sheet: MarkSheet) -> SheetFile:
    about = {"class_name": sheet.school_class.name, "period": whole_period(texts, sheet.period, sheet.year)}
    totals = _totals(texts, sheet)
    return SheetFile(
        name=f"vedomost-{sheet.school_class.name}-{sheet.period.value}",
        caption=texts("sheets-marks-caption", **about),
        printed=[*_printed(texts, sheet), totals],
        bound=[_sheet(texts, sheet, sheet.subjects, last=True), totals],
    )


def _printed(texts: Texts, sheet: MarkSheet) -> Iterator[Sheet]:
    """Of a year as many subjects on a page as it has room for, each with all its periods."""
    beside = AVERAGE + COUNT * len(MARK_NAMES)
    room = WIDE - NUMBER - NAME - beside
    most = max(1, int(room / (len(sheet.shown) * _width(sheet))))
    pages = max(1, -(-len(sheet.subjects) // most))
    many = max(1, -(-len(sheet.subjects) // pages))
    for start in range(0, max(1, len(sheet.subjects)), many):
        last = start + many >= len(sheet.subjects)
        yield _sheet(texts, sheet, sheet.subjects[start : start + many], last=last)


def _width(sheet: MarkSheet) -> float:
    return MARK if len(sheet.shown) == 1 else NARROW_MARK


def _sheet(texts: Texts, sheet: MarkSheet, subjects: Sequence[SubjectTotal], *, last: bool) -> Sheet:
    """`last`: with how many of each mark every pupil has."""
    return Sheet(
        title=texts("sheets-marks-title", class_name=sheet.school_class.name),
        name=sheet.school_class.name,
        under=[whole_period(texts, sheet.period, sheet.year)],
        columns=_columns(texts, sheet, subjects, last),
        spans=_spans(texts, sheet, subjects, last) if len(sheet.shown) > 1 else (),
        rows=list(_rows(sheet, subjects, last, texts)),
        landscape=True,
        kept=2,
        size=SIZE,
    )


def _columns(texts: Texts, sheet: MarkSheet, subjects: Sequence[SubjectTotal], last: bool) -> list[Column]:
    first = [Column("№", NUMBER, Align.RIGHT), Column(texts("sheets-pupil"), NAME, grows=True)]
    marks = [_mark_column(texts, sheet, one, period) for one in subjects for period in sheet.shown]
    if not last:
        return [*first, *marks]
    beside = [Column(name, COUNT, Align.CENTER) for name in MARK_NAMES]
    return [*first, *marks, Column(texts("sheets-average"), AVERAGE, Align.CENTER, upright=True), *beside]


def _mark_column(texts: Texts, sheet: MarkSheet, one: SubjectTotal, period: Period) -> Column:
    if len(sheet.shown) == 1:
        return Column(heading_of(one.subject), MARK, Align.CENTER, upright=True)
    named = texts(f"sheets-of-{period.kind}", which=period.number)
    return Column(named, NARROW_MARK, Align.CENTER, upright=len(named) > LONGEST_LYING)


ROWS_TOGETHER = 24
"""Pupils and subjects that have room on one page, with both headings."""
LONGEST_LYING = 3
"""Characters that have room across a narrow column."""


def _spans(texts: Texts, sheet: MarkSheet, subjects: Sequence[SubjectTotal], last: bool) -> list[Span]:
    over = [Span(one.subject.name, len(sheet.shown)) for one in subjects]
    named = texts(f"results-short-{sheet.period.kind}", number=sheet.period.number)
    beside = [Span(texts("sheets-for", period=named), 1 + len(MARK_NAMES))] if last else []
    return [Span("", 2), *over, *beside]


def _rows(sheet: MarkSheet, subjects: Sequence[SubjectTotal], last: bool, texts: Texts) -> Iterator[Row]:
    for number, row in enumerate(sheet.rows, 1):
        marks = [mark_cell(row.value(one.subject.id, period)) for one in subjects for period in sheet.shown]
        yield [number, listed_name(texts, row.pupil), *marks, *(_beside(row) if last else [])]


def _beside(row: MarkRow) -> list[Cell]:
    """Nothing of who left: they are listed, and not counted."""
    if not row.pupil.counts:
        return [""] * (len(MARK_NAMES) + 1)
    return [cell(row.counts.average), *counted(row.counts)]


def _totals(texts: Texts, sheet: MarkSheet) -> Sheet:
    """By subject and of the class; below the pupils where the page has room."""
    figures = [Column(texts(f"sheets-{one}"), FIGURE, Align.CENTER) for one in FIGURES]
    return Sheet(
        title=texts("sheets-marks-totals"),
        name=texts("sheets-marks-totals"),
        under=[f"{sheet.school_class.name}, {whole_period(texts, sheet.period, sheet.year)}"],
        columns=[
            Column(texts("sheets-subject"), SUBJECT, grows=True),
            Column(texts("sheets-total"), FEW, Align.CENTER),
            *(Column(name, FEW, Align.CENTER) for name in MARK_NAMES),
            Column(texts("sheets-exempt"), FEW, Align.CENTER),
            Column(texts("sheets-missing"), FEW, Align.CENTER),
            *figures,
        ],
        rows=[
            *(_of(one.subject.name, one.counts, one.missing) for one in sheet.subjects),
            Total(_of(texts("sheets-of-class"), sheet.total, sheet.missing)),
        ],
        foot=[texts("sheets-marks-foot"), signature(texts, "sheets-class-teacher", sheet.teachers)],
        landscape=True,
        below=len(sheet.shown) == 1 and len(sheet.rows) + len(sheet.subjects) <= ROWS_TOGETHER,
        size=SIZE,
    )


def _of(heading: str, counts: Counts, missing: int) -> list[Cell]:
    figures: list[Cell] = [cell(getattr(counts, one)) for one in FIGURES]
    return [heading, counts.total or "", *counted(counts), counts.exempt or "", missing or "", *figures]
