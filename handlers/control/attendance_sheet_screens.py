"""The sheet of attendance in the chat: totals by reason, who missed most, what to take."""

from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal

from domain.attendance.missed import Totals
from domain.control.attendance_sheet import AttendanceDay, AttendanceLine, AttendanceSheet, SchoolAttendance
from domain.school.roster import SchoolClass
from handlers.control.paper_buttons import (
    AttendanceOfLastYear,
    DrawAttendance,
    FileKind,
    OpenAttendance,
    ShowAttendance,
    ShowSchoolAttendance,
    TakeAttendance,
)
from handlers.control.paper_days import days_rows, days_said, named
from handlers.control.sheets_buttons import OpenSheets
from handlers.kit.screen import Button, Screen, in_rows
from handlers.texts.translator import Markup, Texts

MOST_CLASSES = 48
MOST_NAMES, MOST_LINES = 8, 12
REASONS = ("ill", "excused", "unexcused", "unknown")
TENTH = Decimal("0.1")


def choose(texts: Texts, classes: Sequence[SchoolClass], *, school: bool, last_year: bool = False) -> Screen:
    """`school`: all classes beside one another are offered too; `last_year`: there is one to look back at."""
    whole = [Button(texts("paper-attendance-school"), ShowSchoolAttendance())] if school else []
    back = [Button(texts("paper-to-last-year"), AttendanceOfLastYear())] if last_year else []
    text = texts("paper-attendance-choose" if classes else "paper-attendance-none")
    return Screen(text, [whole, *_classes(classes), back, [_sheets(texts)]])


def choose_of_last_year(texts: Texts, classes: Sequence[SchoolClass]) -> Screen:
    text = texts("paper-attendance-last-year" if classes else "paper-attendance-none")
    return Screen(text, [*_classes(classes), [Button(texts("back"), OpenAttendance())]])


def _classes(classes: Sequence[SchoolClass]) -> list[list[Button]]:
    return in_rows((Button(one.name, ShowAttendance(school_class=one.id)) for one in classes[:MOST_CLASSES]), 6)


def sheet(texts: Texts, shown: AttendanceSheet) -> Screen:
    number, key = shown.school_class.id, shown.days.key
    heading = texts("paper-attendance-heading", name=shown.school_class.name, days=days_said(texts, shown.days))
    counts = texts("paper-attendance-days", days=len(shown.dates), pupils=len(shown.lines))
    lines = [heading, counts, *_totals(texts, shown), *_worst(texts, shown)]
    files = [
        Button(texts("paper-take-pdf"), TakeAttendance(school_class=number, when=key, file=FileKind.PDF)),
        Button(texts("paper-take-xlsx"), TakeAttendance(school_class=number, when=key, file=FileKind.XLSX)),
    ]
    drawing = Button(texts("paper-draw"), DrawAttendance(school_class=number, when=key))
    picture = [drawing] if shown.dates and shown.lines else []
    back = Button(texts("back"), AttendanceOfLastYear() if shown.past else OpenAttendance())
    others = days_rows(texts, shown.choices, shown.days, lambda when: ShowAttendance(school_class=number, when=when))
    return Screen("\n".join(lines), [files, picture, *others, [back]])


def school(texts: Texts, shown: SchoolAttendance) -> Screen:
    """The classes that missed most, by their share of lessons."""
    sums = [(one, together(days)) for one, days in shown.classes]
    known = [(one, day) for one, day in sums if day.lessons]
    total = together(day for _, day in known)
    percent = percent_there(total.lessons, total.missed)
    known.sort(key=lambda one: (-one[1].missed / one[1].lessons, one[0].grade, one[0].name))
    lines = [
        texts("paper-attendance-heading-school", days=days_said(texts, shown.days)),
        texts("paper-attendance-percent", percent=percent, missed=total.missed, lessons=total.lessons)
        if percent
        else texts("paper-attendance-no-lessons"),
        "",
        *(_class_line(texts, one, day) for one, day in known[:MOST_LINES]),
    ]
    drawing = [Button(texts("paper-draw"), DrawAttendance(school_class=0, when=shown.days.key))]
    others = days_rows(texts, shown.choices, shown.days, lambda when: ShowSchoolAttendance(when=when))
    rows = [drawing if known else [], *others, [Button(texts("back"), OpenAttendance())]]
    return Screen("\n".join(lines), rows)


def together(days: Iterable[AttendanceDay | None]) -> AttendanceDay:
    there = [one for one in days if one]
    return AttendanceDay(sum(one.missed for one in there), sum(one.lessons for one in there))


def percent_there(lessons: int, missed: int) -> str | None:
    """«96,2»: of lessons, at how many pupils were there; None where there was none."""
    if not lessons:
        return None
    share = Decimal(100 * (lessons - missed)) / lessons
    return str(share.quantize(TENTH, ROUND_HALF_UP)).replace(".", ",")


def _totals(texts: Texts, shown: AttendanceSheet) -> Sequence[Markup]:
    percent = percent_there(shown.lessons, shown.totals.lessons)
    if percent is None:
        return [texts("paper-attendance-no-lessons")]
    return [
        texts("paper-attendance-percent", percent=percent, missed=shown.totals.lessons, lessons=shown.lessons),
        *([reasons_said(texts, shown.totals)] if shown.totals.lessons else []),
    ]


def reasons_said(texts: Texts, total: Totals) -> Markup:
    parts = [(one, getattr(total, one)) for one in REASONS]
    said = [texts(f"paper-attendance-{one}", n=n) for one, n in parts if n]
    said += [texts("paper-attendance-late", n=total.late)] if total.late else []
    return Markup(", ".join(said))


def _worst(texts: Texts, shown: AttendanceSheet) -> Sequence[Markup]:
    missed = sorted((one for one in shown.lines if one.totals.lessons), key=lambda one: -one.totals.lessons)
    if not missed:
        return []
    return [Markup(""), texts("paper-attendance-most"), *(_line(texts, one) for one in missed[:MOST_NAMES])]


def _line(texts: Texts, one: AttendanceLine) -> Markup:
    name = named(texts, one.pupil)
    return texts("paper-attendance-line", name=name, n=one.totals.lessons, said=reasons_said(texts, one.totals))


def _class_line(texts: Texts, one: SchoolClass, day: AttendanceDay) -> Markup:
    percent = percent_there(day.lessons, day.missed) or ""
    return texts("paper-attendance-class", name=one.name, percent=percent, missed=day.missed)


def _sheets(texts: Texts) -> Button:
    return Button(texts("paper-to-sheets"), OpenSheets())
