"""Сводная ведомость on a screen: what the class's marks come to, subject by subject; the whole table is a file."""

from domain.control.mark_sheet import MarkSheet, SubjectTotal
from domain.journal.periods import Period
from handlers.control.paper_buttons import FileKind, ShowAttendance
from handlers.control.sheet_words import bare_number, figures, files, number, percent, tabs
from handlers.control.sheets_buttons import (
    OPENS,
    ChooseClass,
    ClassSheet,
    OpenSheets,
    ShowMarkSheet,
    TakeMarkSheet,
)
from handlers.journal.results_screens import period_name
from handlers.kit.screen import Button, Screen
from handlers.texts.translator import Markup, Texts

MOST_SUBJECTS = 30
MOST_MISSING = 6
"""Subjects named as lacking marks."""


def mark_sheet(texts: Texts, sheet: MarkSheet) -> Screen:
    heading = texts("sheets-marks-heading", class_name=sheet.school_class.name, period=period_name(texts, sheet.period))
    back = [Button(texts("back"), ChooseClass(sheet=ClassSheet.MARKS, past=True) if sheet.past else OpenSheets())]
    if not sheet.marked:
        attendance = Button(texts("paper-menu-attendance"), ShowAttendance(school_class=sheet.school_class.id))
        return Screen("\n".join([heading, texts("sheets-first-grade")]), [[attendance], back])
    marks = _set(sheet)
    key = "sheets-marks-count" if marks else "sheets-marks-none"
    lines: list[str] = [heading, texts(key, pupils=sheet.counted, marks=marks, missing=sheet.missing)]
    if marks:
        lines += [_missing(texts, sheet)] if sheet.missing else []
        lines += [figures(texts, sheet.total), "", *(_line(texts, one) for one in _some(sheet)[:MOST_SUBJECTS])]
    return Screen("\n".join(lines), [_files(texts, sheet), *_tabs(texts, sheet), _beside(texts, sheet), back])


def _set(sheet: MarkSheet) -> int:
    total = sheet.total
    return total.total + total.passed + total.failed


def _some(sheet: MarkSheet) -> list[SubjectTotal]:
    return [one for one in sheet.subjects if one.counts.total]


def _missing(texts: Texts, sheet: MarkSheet) -> Markup:
    """By subject, those that lack most first."""
    lacking = sorted((one for one in sheet.subjects if one.missing), key=lambda one: -one.missing)
    named = [
        texts("sheets-marks-missing-of", subject=one.subject.name, n=one.missing) for one in lacking[:MOST_MISSING]
    ]
    more = "…" if len(lacking) > MOST_MISSING else ""
    return texts("sheets-marks-missing", subjects=Markup(", ".join(named) + more))


def _line(texts: Texts, one: SubjectTotal) -> Markup:
    return texts(
        "sheets-marks-line",
        subject=one.subject.name,
        average=number(texts, one.counts.average),
        success=bare_number(texts, one.counts.success) if one.counts.success is not None else "",
        quality=percent(texts, one.counts.quality),
    )


def _files(texts: Texts, sheet: MarkSheet) -> list[Button]:
    def to(kind: FileKind) -> TakeMarkSheet:
        return TakeMarkSheet(school_class=sheet.school_class.id, period=sheet.period, kind=kind)

    return files(texts, to)


def _tabs(texts: Texts, sheet: MarkSheet) -> list[list[Button]]:
    def to(period: Period) -> ShowMarkSheet:
        return ShowMarkSheet(school_class=sheet.school_class.id, period=period)

    return tabs(texts, sheet.periods, sheet.period, to)


def _beside(texts: Texts, sheet: MarkSheet) -> list[Button]:
    """Other sheets of the same class."""
    others = (ClassSheet.REPORT, ClassSheet.CARDS)
    return [
        Button(texts(f"sheets-to-{one.name.lower()}"), OPENS[one](school_class=sheet.school_class.id)) for one in others
    ]
