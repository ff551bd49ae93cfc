"""Отчёт учителя-предметника on a screen: a line for each class or subgroup."""

from domain.control.teacher_lines import CourseLine
from domain.control.teacher_report import TeacherReport
from domain.journal.periods import Period
from handlers.control.paper_buttons import FileKind
from handlers.control.sheet_words import bare_number, figures, files, number, percent, tabs
from handlers.control.sheets_buttons import (
    ChooseTeacher,
    OpenSheets,
    ShowTeacherReport,
    TakeTeacherReport,
)
from handlers.journal.results_screens import period_name
from handlers.kit.screen import Button, Screen
from handlers.texts.translator import Markup, Texts

MOST_LINES = 20


def teacher_report(texts: Texts, report: TeacherReport) -> Screen:
    heading = texts("sheets-teacher-heading", name=report.name.short, period=period_name(texts, report.period))
    total = report.total
    lines: list[str] = [heading, *([figures(texts, total)] if total.total else []), ""]
    lines += [_line(texts, report, one) for one in report.lines[:MOST_LINES]]
    more = len(report.lines) - MOST_LINES
    lines += [texts("sheets-more", n=more)] if more > 0 else []
    back = ChooseTeacher(past=report.past, page=0) if report.others else OpenSheets()
    return Screen("\n".join(lines), [_files(texts, report), *_tabs(texts, report), [Button(texts("back"), back)]])


def course_name(texts: Texts, line: CourseLine) -> str:
    """«7А, Английский язык (1)», with the subgroup's name."""
    if line.group:
        return texts("sheets-subgroup", class_name=line.school_class.name, subject=line.subject.name, group=line.group)
    return texts("sheets-course", class_name=line.school_class.name, subject=line.subject.name)


def _line(texts: Texts, report: TeacherReport, line: CourseLine) -> Markup:
    counts = line.counts
    own = (
        "empty"
        if line.period is report.period
        else texts(f"results-short-{line.period.kind}", number=line.period.number)
    )
    said = [
        texts(
            "sheets-teacher-figures",
            average=number(texts, counts.average),
            success=bare_number(texts, counts.success) if counts.success is not None else "",
            quality=percent(texts, counts.quality),
        )
        if counts.total
        else texts("sheets-teacher-no-marks"),
        texts("sheets-teacher-lessons", given=line.given, planned=line.planned),
        *([texts("sheets-teacher-works", n=sum(line.works.values()))] if line.works else []),
        *([texts("sheets-teacher-unmarked", n=len(line.unmarked))] if line.unmarked else []),
    ]
    return texts("sheets-teacher-line", course=Markup(course_name(texts, line)), own=own, said=Markup("; ".join(said)))


def _files(texts: Texts, report: TeacherReport) -> list[Button]:
    def to(kind: FileKind) -> TakeTeacherReport:
        return TakeTeacherReport(teacher=report.teacher, period=report.period, past=report.past, kind=kind)

    return files(texts, to)


def _tabs(texts: Texts, report: TeacherReport) -> list[list[Button]]:
    def to(period: Period) -> ShowTeacherReport:
        return ShowTeacherReport(teacher=report.teacher, period=period, past=report.past)

    return tabs(texts, report.periods, report.period, to)
