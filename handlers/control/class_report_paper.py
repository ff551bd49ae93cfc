"""Отчёт классного руководителя on paper and in a workbook: four short tables."""

from collections.abc import Iterator, Sequence
from datetime import date

from domain.attendance.missed import Totals
from domain.control.achievement_lists import BY_PUPIL
from domain.control.class_report import ClassReport
from domain.control.families import Families
from domain.roles.people import PersonName
from handlers.control.class_report_screens import group_name, listed
from handlers.control.sheet_files import SheetFile
from handlers.control.sheet_words import (
    FIGURES,
    MARK_NAMES,
    cell,
    counted,
    percent,
    signature,
    whole_period,
)
from handlers.kit.sheets import Align, Cell, Column, Row, Section, Sheet, Total
from handlers.texts.translator import Texts

WHAT, HOW_MANY, SUBJECT, COUNT, FIGURE, NAME, MISSED = 62.0, 18.0, 42.0, 9.0, 15.0, 50.0, 15.0
"""Widths in millimetres."""
REASONS = ("lessons", "days", "ill", "excused", "unexcused", "unknown", "late")


def class_report_file(texts: Texts, report: ClassReport) -> SheetFile:
    about = {"class_name": report.school_class.name, "period": whole_period(texts, report.period, report.year)}
    results = [_subjects(texts, report)] if report.marked else []
    sheets = [_summary(texts, report), *results, _absences(texts, report)]
    name = f"otchet-{report.school_class.name}-{report.period.value}"
    return SheetFile(name, texts("sheets-report-caption", **about), sheets, sheets)


def _summary(texts: Texts, report: ClassReport) -> Sheet:
    days = texts("sheets-days", first=f"{report.first:%d.%m.%Y}", last=f"{report.last:%d.%m.%Y}")
    return Sheet(
        title=texts("sheets-report-title", class_name=report.school_class.name),
        name=texts("sheets-report-summary"),
        under=[f"{whole_period(texts, report.period, report.year)}, {days}"],
        columns=[
            Column(texts("sheets-what"), WHAT),
            Column(texts("sheets-many"), HOW_MANY, Align.CENTER),
            Column(texts("sheets-who"), NAME, grows=True),
        ],
        rows=list(_summary_rows(texts, report)),
    )


def _summary_rows(texts: Texts, report: ClassReport) -> Iterator[Row]:
    moved = report.movement
    yield Section(texts("sheets-report-pupils"))
    yield [texts("sheets-report-start"), moved.start, ""]
    yield [texts("sheets-report-came"), len(moved.came), _with_days(moved.came)]
    yield [texts("sheets-report-left"), len(moved.left), _with_days(moved.left)]
    yield [texts("sheets-report-end"), moved.end, ""]
    if report.marked:
        yield Section(texts("sheets-report-results"))
        for group in BY_PUPIL:
            names = ", ".join(listed(one, group) for one in report.lists.get(group, ()))
            yield [group_name(texts, group), report.many(group), names]
        yield from _by_pupils(texts, report)
    if report.families is not None:
        yield Section(texts("sheets-report-of-families"))
        yield from _families(texts, report.families)


def _by_pupils(texts: Texts, report: ClassReport) -> Iterator[Row]:
    """Shares of pupils, beside those of marks that the table below has."""
    if report.success_by_pupils is not None:
        yield [texts("sheets-success-by-pupils"), percent(texts, report.success_by_pupils), ""]
        yield [texts("sheets-quality-by-pupils"), percent(texts, report.quality_by_pupils), ""]


def _families(texts: Texts, families: Families) -> Iterator[Row]:
    def of(part: int, whole: int) -> str:
        return texts("sheets-part", part=part, whole=whole)

    yield [texts("sheets-report-reached"), of(families.reached, families.pupils), ""]
    yield [texts("sheets-report-guardians-in"), of(families.guardians_in, families.guardians), ""]
    yield [texts("sheets-report-pupils-in"), of(families.pupils_in, families.pupils), ""]
    yield [texts("sheets-report-agreed"), of(families.agreed, families.guardians), ""]


def _subjects(texts: Texts, report: ClassReport) -> Sheet:
    return Sheet(
        title=texts("sheets-marks-totals"),
        columns=[
            Column(texts("sheets-subject"), SUBJECT, grows=True),
            Column(texts("sheets-teacher"), SUBJECT - 8),
            *(Column(name, COUNT, Align.CENTER) for name in MARK_NAMES),
            *(Column(texts(f"sheets-{one}"), FIGURE, Align.CENTER, upright=True) for one in FIGURES),
        ],
        rows=[*_subject_rows(report), _subject_total(texts, report)],
        foot=[texts("sheets-marks-foot")],
        below=True,
    )


def _subject_rows(report: ClassReport) -> Iterator[Row]:
    for line in report.subjects:
        counts = line.total.counts
        figures: list[Cell] = [cell(getattr(counts, one)) for one in FIGURES]
        teachers = ", ".join(one.short for one in line.teachers)
        yield [line.total.subject.name, teachers, *counted(counts), *figures]


def _subject_total(texts: Texts, report: ClassReport) -> Total:
    figures: list[Cell] = [cell(getattr(report.total, one)) for one in FIGURES]
    return Total([texts("sheets-of-class"), "", *counted(report.total), *figures])


def _absences(texts: Texts, report: ClassReport) -> Sheet:
    return Sheet(
        title=texts("sheets-card-missed-title"),
        under=[f"{report.school_class.name}, {whole_period(texts, report.period, report.year)}"],
        columns=[
            Column(texts("sheets-pupil"), NAME, grows=True),
            *(Column(texts(f"sheets-missed-{one}"), MISSED, Align.CENTER, upright=True) for one in REASONS),
        ],
        rows=[
            *(_absent(name.listed, of) for name, of in report.pupils),
            Total(_absent(texts("sheets-of-class"), report.missed)),
        ],
        foot=[signature(texts, "sheets-class-teacher", report.teachers)],
        below=True,
    )


def _absent(heading: str, of: Totals) -> list[Cell]:
    return [heading, *(getattr(of, one) or "" for one in REASONS)]


def _with_days(moved: Sequence[tuple[PersonName, date]]) -> str:
    return ", ".join(f"{name.short} ({day:%d.%m})" for name, day in moved)
