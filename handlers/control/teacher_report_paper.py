"""Отчёт учителя-предметника on paper and in a workbook."""

from collections.abc import Iterator

from domain.control.teacher_lines import CourseLine
from domain.control.teacher_report import TeacherReport
from handlers.control.sheet_files import SheetFile
from handlers.control.sheet_words import FIGURES, MARK_NAMES, cell, counted, initials, whole_period
from handlers.control.teacher_report_screens import course_name
from handlers.kit.sheets import Align, Cell, Column, Row, Sheet, Signature, Span, Total
from handlers.texts.translator import Texts

COURSE, PUPILS, COUNT, FIGURE, LESSONS, WORKS, UNMARKED = 44.0, 11.0, 8.0, 14.0, 13.0, 54.0, 34.0
"""Widths in millimetres."""


def teacher_report_file(texts: Texts, report: TeacherReport) -> SheetFile:
    period = whole_period(texts, report.period, report.year)
    sheet = Sheet(
        title=texts("sheets-teacher-title"),
        name=report.name.short,
        under=[report.name.full, period],
        columns=_columns(texts),
        spans=[
            Span("", 2),
            Span(texts("sheets-marks-set"), len(MARK_NAMES)),
            Span("", len(FIGURES)),
            Span(texts("sheets-lessons"), 2),
            Span("", 2),
        ],
        rows=[*_rows(texts, report), _total(texts, report)],
        foot=[texts("sheets-marks-foot"), Signature(texts("sheets-teacher"), initials(report.name))],
        landscape=True,
    )
    name = f"otchet-{report.teacher}-{report.period.value}"
    return SheetFile(name, texts("sheets-teacher-caption", name=report.name.short, period=period), [sheet], [sheet])


def _columns(texts: Texts) -> list[Column]:
    return [
        Column(texts("sheets-class-subject"), COURSE, grows=True),
        Column(texts("sheets-pupils"), PUPILS, Align.CENTER, upright=True),
        *(Column(name, COUNT, Align.CENTER) for name in MARK_NAMES),
        *(Column(texts(f"sheets-{one}"), FIGURE, Align.CENTER, upright=True) for one in FIGURES),
        Column(texts("sheets-planned"), LESSONS, Align.CENTER),
        Column(texts("sheets-given"), LESSONS, Align.CENTER),
        Column(texts("sheets-works"), WORKS),
        Column(texts("sheets-unmarked"), UNMARKED),
    ]


def _rows(texts: Texts, report: TeacherReport) -> Iterator[Row]:
    for line in report.lines:
        figures: list[Cell] = [cell(getattr(line.counts, one)) for one in FIGURES]
        yield [
            course_name(texts, line),
            line.pupils,
            *counted(line.counts),
            *figures,
            line.planned,
            line.given,
            "; ".join(texts("sheets-work", kind=kind, n=n) for kind, n in line.works.items()),
            _unmarked(texts, line),
        ]


def _unmarked(texts: Texts, line: CourseLine) -> str:
    """By name; where nobody has a mark yet, in one word."""
    if line.pupils and len(line.unmarked) == line.pupils:
        return texts("sheets-unmarked-all")
    return ", ".join(one.short for one in line.unmarked)


def _total(texts: Texts, report: TeacherReport) -> Total:
    total = report.total
    figures: list[Cell] = [cell(getattr(total, one)) for one in FIGURES]
    lessons = [sum(one.planned for one in report.lines), sum(one.given for one in report.lines)]
    works = sum(sum(one.works.values()) for one in report.lines)
    pupils = sum(one.pupils for one in report.lines)
    return Total([texts("sheets-total"), pupils, *counted(total), *figures, *lessons, works or "", ""])
