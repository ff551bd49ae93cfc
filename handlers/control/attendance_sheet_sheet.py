"""Сводная ведомость учёта посещаемости on paper: pupils by days, lessons missed, totals by reason."""

from collections.abc import Sequence

from domain.attendance.missed import Totals
from domain.control.attendance_sheet import AttendanceDay, AttendanceLine, AttendanceSheet
from handlers.control.attendance_sheet_screens import percent_there
from handlers.control.paper_days import days_said, months_over, named
from handlers.kit.sheets import Align, Column, Row, Sheet, Signature, Span, Total
from handlers.kit.show import plain
from handlers.texts.translator import Texts

NUMBER, NAME, DAY, SUM = 6, 52, 5.6, 7.5
"""Millimetres of the columns."""
TOTALS = ("lessons", "ill", "excused", "unexcused", "unknown", "late")
NOT_THERE = "–"


def attendance_sheet(texts: Texts, shown: AttendanceSheet) -> Sheet:
    columns = [
        Column("№", NUMBER, Align.RIGHT),
        Column(texts("paper-column-pupil"), NAME),
        *(Column(f"{day:%d}", DAY, Align.CENTER) for day in shown.dates),
        *(Column(texts(f"paper-sum-{one}"), SUM, Align.CENTER, upright=True) for one in TOTALS),
    ]
    spans = [Span("", 2), *(Span(heading, many) for heading, many in months_over(texts, shown.dates))]
    title = texts("paper-attendance-title", name=shown.school_class.name, days=days_said(texts, shown.days))
    return Sheet(
        title=plain(title),
        columns=columns,
        rows=[*(_row(texts, number, line) for number, line in enumerate(shown.lines, 1)), *_sums(texts, shown)],
        under=[texts("paper-days", first=f"{shown.days.first:%d.%m.%Y}", last=f"{shown.until:%d.%m.%Y}")],
        spans=[*spans, Span(texts("paper-sum-heading"), len(TOTALS))],
        foot=[*_foot(texts, shown), *_signatures(texts, shown)],
        landscape=True,
        kept=2,
        name=texts("paper-tab-attendance", name=shown.school_class.name),
        size=7.5,
    )


def _row(texts: Texts, number: int, line: AttendanceLine) -> Row:
    return number, named(texts, line.pupil), *(_cell(day) for day in line.days), *_numbers(line.totals)


def _cell(day: AttendanceDay | None) -> str | int:
    """Nothing, where nothing was missed."""
    if day is None:
        return NOT_THERE
    return day.missed or ""


def _numbers(total: Totals) -> Sequence[str | int]:
    return [getattr(total, one) or "" for one in TOTALS]


def _sums(texts: Texts, shown: AttendanceSheet) -> Sequence[Row]:
    days = [shown.away_on(at) for at in range(len(shown.dates))]
    empty = [""] * len(TOTALS)
    away = ("", texts("paper-sum-away"), *(pupils or "" for pupils, _ in days), *empty)
    missed = ("", texts("paper-sum-missed"), *(lessons or "" for _, lessons in days), *_numbers(shown.totals))
    return [Total(away), Total(missed)]


def _foot(texts: Texts, shown: AttendanceSheet) -> Sequence[str]:
    percent = percent_there(shown.lessons, shown.totals.lessons)
    if percent is None:
        return []
    return [
        texts("paper-attendance-foot", percent=percent, missed=shown.totals.lessons, lessons=shown.lessons),
        texts("paper-attendance-how"),
    ]


def _signatures(texts: Texts, shown: AttendanceSheet) -> Sequence[Signature]:
    names = [one.short for one in shown.teachers] or [""]
    return [Signature(texts("paper-class-teacher"), name) for name in names]
