"""Attendance as a heat map: pupils of a class by days (of a term by weeks), or classes of the school."""

from collections.abc import Sequence
from datetime import date, timedelta

from domain.control.attendance_sheet import AttendanceDay, AttendanceSheet, SchoolAttendance
from handlers.control.attendance_sheet_screens import together
from handlers.control.paper_days import days_said, short
from handlers.kit.heat import Heat, HeatRow, heat_map
from handlers.kit.show import plain
from handlers.texts.translator import Texts

MOST_DAYS = 27
"""More than these are put together by weeks."""
OF_PUPIL, OF_CLASS = (0, 25, 50, 75), (0, 5, 10, 20)
"""Percents of lessons missed: above each a darker step begins."""


def class_heat(texts: Texts, sheet: AttendanceSheet) -> str:
    """In the cells how many lessons were missed."""
    columns = _columns(sheet.dates)
    rows = [
        HeatRow(
            line.pupil.name.short,
            [_heat(day, OF_PUPIL, percent=False) for day in _together(line.days, sheet.dates, columns)],
        )
        for line in sheet.lines
    ]
    title = texts("paper-heat-class", name=sheet.school_class.name, days=days_said(texts, sheet.days))
    return heat_map(plain(title), _labels(columns, sheet.dates), rows, _legend(texts, OF_PUPIL))


def school_heat(texts: Texts, shown: SchoolAttendance) -> str:
    """In the cells the percent of lessons that were missed."""
    columns = _columns(shown.dates)
    rows = [
        HeatRow(one.name, [_heat(day, OF_CLASS, percent=True) for day in _together(days, shown.dates, columns)])
        for one, days in shown.classes
    ]
    title = texts("paper-heat-school", days=days_said(texts, shown.days))
    return heat_map(plain(title), _labels(columns, shown.dates), rows, _legend(texts, OF_CLASS))


def _columns(dates: Sequence[date]) -> Sequence[date]:
    """Days, or the Mondays of their weeks."""
    return dates if len(dates) <= MOST_DAYS else list(dict.fromkeys(_monday(day) for day in dates))


def _labels(columns: Sequence[date], dates: Sequence[date]) -> Sequence[str]:
    """Days of one month by their number alone."""
    one_month = columns is dates and len({day.replace(day=1) for day in dates}) <= 1
    return [str(day.day) if one_month else short(day) for day in columns]


def _together(
    days: Sequence[AttendanceDay | None], dates: Sequence[date], columns: Sequence[date]
) -> Sequence[AttendanceDay | None]:
    if columns is dates:
        return days
    weeks: dict[date, list[AttendanceDay]] = {monday: [] for monday in columns}
    for day, one in zip(dates, days, strict=True):
        if one is not None:
            weeks[_monday(day)].append(one)
    return [together(listed) if listed else None for listed in weeks.values()]


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _heat(day: AttendanceDay | None, above: Sequence[int], *, percent: bool) -> Heat | None:
    if day is None or not day.lessons:
        return None
    share = 100 * day.missed / day.lessons
    said = f"{max(1, round(share))}" if percent else str(day.missed)
    return Heat(sum(share > one for one in above), said if day.missed else "")


def _legend(texts: Texts, above: Sequence[int]) -> Sequence[str]:
    bounds = [*above[1:], 100]
    steps = [
        texts("paper-heat-step", first=first + 1 if first else 1, last=last)
        for first, last in zip(above, bounds, strict=True)
    ]
    return [plain(one) for one in (texts("paper-heat-nothing"), *steps)]
