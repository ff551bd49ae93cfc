"""Отчёт классного руководителя on a screen: movement, results by lists, missed lessons, families."""

from domain.control.achievement_lists import BY_PUPIL, Group, Listed
from domain.control.class_report import ClassReport
from domain.control.families import Families
from domain.journal.periods import Period
from domain.roles.people import PersonName
from handlers.control.paper_buttons import FileKind
from handlers.control.sheet_words import figures, files, percent, tabs
from handlers.control.sheets_buttons import (
    OPENS,
    ChooseClass,
    ClassSheet,
    OpenSheets,
    ShowClassReport,
    TakeClassReport,
)
from handlers.journal.results_screens import period_name
from handlers.kit.cutting import cut
from handlers.kit.screen import Button, Screen
from handlers.texts.translator import Markup, Texts

MOST_NAMES = 260
"""Characters of a list on the screen; the file has all."""
MOST_ABSENT = 3
NAMED = frozenset(BY_PUPIL) - {Group.INCOMPLETE}


def class_report(texts: Texts, report: ClassReport) -> Screen:
    heading = texts(
        "sheets-report-heading", class_name=report.school_class.name, period=period_name(texts, report.period)
    )
    parts = [_movement(texts, report), *_results(texts, report), *_absences(texts, report)]
    parts += [_families(texts, report.families)] if report.families is not None else []
    back = ChooseClass(sheet=ClassSheet.REPORT, past=True) if report.past else OpenSheets()
    rows = [_files(texts, report), *_tabs(texts, report), _beside(texts, report), [Button(texts("back"), back)]]
    return Screen("\n".join([heading, *parts]), rows)


def group_name(texts: Texts, group: Group) -> Markup:
    """«Отличники»"""
    return texts(f"sheets-group-{group.name.lower().replace('_', '-')}")


def listed(one: Listed, group: Group) -> str:
    """With the subjects on account of which a pupil is in the list, where those are few."""
    name = one.seat.name.short
    return f"{name} ({', '.join(one.subjects)})" if one.subjects and group is not Group.INCOMPLETE else name


def _movement(texts: Texts, report: ClassReport) -> Markup:
    moved = report.movement
    return texts("sheets-report-movement", start=moved.start, end=moved.end, came=len(moved.came), left=len(moved.left))


def _results(texts: Texts, report: ClassReport) -> list[str]:
    if not report.marked:
        return [texts("sheets-first-grade")]
    if not report.total.total:
        return [texts("sheets-report-no-marks")]
    by_pupils = (
        [
            texts(
                "sheets-by-pupils",
                success=percent(texts, report.success_by_pupils),
                quality=percent(texts, report.quality_by_pupils),
            )
        ]
        if report.success_by_pupils is not None
        else []
    )
    lists = [_list(texts, report, group) for group in BY_PUPIL if report.many(group)]
    return ["", figures(texts, report.total), *by_pupils, "", *lists]


def _list(texts: Texts, report: ClassReport, group: Group) -> Markup:
    found = report.lists[group]
    names = cut(", ".join(listed(one, group) for one in found), MOST_NAMES) if group in NAMED else ""
    key = "sheets-report-list" if names else "sheets-report-count"
    return texts(key, group=group_name(texts, group), n=len(found), names=names)


def _absences(texts: Texts, report: ClassReport) -> list[str]:
    missed = report.missed
    total = texts(
        "sheets-report-missed",
        lessons=missed.lessons,
        ill=missed.ill,
        excused=missed.excused,
        unexcused=missed.unexcused,
        unknown=missed.unknown,
    )
    worst = [(name, of) for name, of in report.pupils if of.lessons][:MOST_ABSENT]
    named = ", ".join(_worst(name, of.lessons) for name, of in worst)
    return ["", total, *([texts("sheets-report-worst", names=named)] if worst else [])]


def _worst(name: PersonName, lessons: int) -> str:
    return f"{name.short} — {lessons}"


def _families(texts: Texts, families: Families) -> Markup:
    return texts(
        "sheets-report-families",
        reached=families.reached,
        pupils=families.pupils,
        pupils_in=families.pupils_in,
        agreed=families.agreed,
        guardians=families.guardians,
    )


def _files(texts: Texts, report: ClassReport) -> list[Button]:
    def to(kind: FileKind) -> TakeClassReport:
        return TakeClassReport(school_class=report.school_class.id, period=report.period, kind=kind)

    return files(texts, to)


def _tabs(texts: Texts, report: ClassReport) -> list[list[Button]]:
    def to(period: Period) -> ShowClassReport:
        return ShowClassReport(school_class=report.school_class.id, period=period)

    return tabs(texts, report.periods, report.period, to)


def _beside(texts: Texts, report: ClassReport) -> list[Button]:
    """Other sheets of the same class."""
    others = (ClassSheet.MARKS, ClassSheet.CARDS) if report.marked else ()
    class_id = report.school_class.id
    return [Button(texts(f"sheets-to-{one.name.lower()}"), OPENS[one](school_class=class_id)) for one in others]
