"""What was set for days on which its lesson no longer stands: changes of a day, homework."""

from collections.abc import Iterable, Iterator

from domain.school.importing.remarks import About, Note
from domain.school.importing.timetable_room import KnownTimetable, OnDay
from domain.school.importing.timetable_week import Line, StandingLine, WeekChange


def left_behind(
    known: KnownTimetable, change: WeekChange, changes: Iterable[OnDay], homework: Iterable[OnDay]
) -> Iterator[Note]:
    """Homework goes over to the subject's lesson of that day by itself; it is left where there is none."""
    rows = {row.entry: row for row in known.week}
    going = (row for row in known.week if row.entry not in change.gone)
    week = [*(row.line for row in going if row.until is None or row.until >= change.start), *change.added]
    for one in changes:
        if one.entry in change.gone:
            yield Note(About.CHANGE_LEFT, what=_said(known, rows[one.entry], one))
    for one in homework:
        if one.entry in change.gone and not any(_takes(line, rows[one.entry].line) for line in week):
            yield Note(About.HOMEWORK_LEFT, what=_said(known, rows[one.entry], one))


def _takes(line: Line, before: Line) -> bool:
    """Whether a class of the lesson before has the subject on the same day of the week."""
    classes = {class_id for class_id, _ in line.parts} & {class_id for class_id, _ in before.parts}
    return (line.weekday, line.subject) == (before.weekday, before.subject) and bool(classes)


def _said(known: KnownTimetable, row: StandingLine, one: OnDay) -> str:
    """«7А · Алгебра · 27.11.2026»"""
    mine = {class_id for class_id, _ in row.line.parts}
    classes = ", ".join(one.name for one in known.school.classes if one.id in mine)
    subject = next((one.name for one in known.school.subjects if one.id == row.line.subject), "")
    return f"{classes} · {subject} · {one.day:%d.%m.%Y}"
