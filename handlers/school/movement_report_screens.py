"""«Прибывшие — выбывшие» on a screen: classes in which something changed, the whole school, any day's numbers."""

from datetime import date

from domain.school.movement_report import ClassMovement, MovementReport, ReportPeriod
from handlers.kit.screen import Button, Screen
from handlers.school.movement_buttons import OpenMovement, PrintReport, ShowReport, TakeReport
from handlers.texts.translator import Markup, Texts

PARTS = ("came", "left", "moved_in", "moved_out")
MOST = 30
"""Classes with changes on one screen; the workbook has all."""


def report(texts: Texts, shown: MovementReport) -> Screen:
    changed = [line for line in shown.lines if any(getattr(line, part) for part in PARTS)]
    quiet = len(shown.lines) - len(changed)
    lines = [_heading(texts, shown), "", *(_line(texts, line) for line in changed[:MOST])]
    if quiet:
        lines.append(texts("movement-report-quiet", n=quiet))
    total = shown.total
    lines += [
        "",
        texts("movement-report-total", start=total.start, end=total.end, changes=_changes(texts, total)),
        "",
        texts("movement-report-hint"),
    ]
    periods = [
        Button(_marked(texts(f"movement-period-{one}"), one is shown.period), ShowReport(period=one))
        for one in ReportPeriod
    ]
    period = shown.period or ReportPeriod.YEAR
    take = [
        Button(texts("movement-take"), TakeReport(period=period)),
        Button(texts("movement-print"), PrintReport(period=period)),
    ]
    return Screen("\n".join(lines), [periods, take, [_back(texts)]])


def on_day(texts: Texts, shown: MovementReport) -> Screen:
    """How many there were on one day."""
    lines = [texts("movement-report-count", name=line.name, n=line.end) for line in shown.lines]
    total = texts("movement-report-total-on", n=shown.total.end)
    heading = texts("movement-report-on", day=full(shown.last))
    return Screen("\n".join([heading, "", *lines, "", total]), [[_back(texts)]])


def full(day: date) -> str:
    return f"{day:%d.%m.%Y}"


def _heading(texts: Texts, shown: MovementReport) -> Markup:
    return texts("movement-report-heading", first=full(shown.first), last=full(shown.last))


def _line(texts: Texts, line: ClassMovement) -> Markup:
    changes = _changes(texts, line)
    return texts("movement-report-line", name=line.name, start=line.start, end=line.end, changes=changes)


def _changes(texts: Texts, line: ClassMovement) -> Markup:
    told = [
        texts(f"movement-report-{part.replace('_', '-')}", n=getattr(line, part))
        for part in PARTS
        if getattr(line, part)
    ]
    return Markup(f" ({', '.join(told)})" if told else "")


def _marked(label: str, chosen: bool) -> str:
    return f"• {label}" if chosen else label


def _back(texts: Texts) -> Button:
    return Button(texts("back"), OpenMovement())
