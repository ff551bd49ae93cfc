"""The dry run of the year's turn as a workbook: classes, pupils one by one, load."""

from collections.abc import Iterable, Sequence

from domain.school.year_turn import TurnPlan
from handlers.kit.book import BookSheet, workbook
from handlers.texts.translator import Texts

WIDTH = 28
Rows = Iterable[Sequence[str]]


def year_sheet(texts: Texts, plan: TurnPlan) -> bytes:
    return workbook(
        _sheet(texts, "classes", ("old", "new", "leaders"), _classes(plan)),
        _sheet(texts, "pupils", ("name", "old", "new"), _pupils(texts, plan)),
        _sheet(texts, "load", ("teacher", "subject", "new", "hours"), _load(plan)),
    )


def _sheet(texts: Texts, name: str, columns: Sequence[str], rows: Rows) -> BookSheet:
    return BookSheet(texts(f"year-sheet-{name}"), [(texts(f"year-column-{one}"), WIDTH) for one in columns], rows)


def _classes(plan: TurnPlan) -> Rows:
    new = {one.old.id: one.name for one in plan.classes}
    for old in plan.old.classes:
        leaders = old.leaders if old.id in new else ()
        yield old.name, new.get(old.id, ""), ", ".join(name.full for _, name in leaders)


def _pupils(texts: Texts, plan: TurnPlan) -> Rows:
    new = {one.old.id: one.name for one in plan.classes}
    old = {one.id: one.name for one in plan.old.classes}
    for seat in sorted((*plan.seats, *plan.moved), key=lambda one: (old[one.class_id], one.name.full)):
        yield seat.name.full, old[seat.class_id], new.get(seat.class_id, texts("year-leaves"))


def _load(plan: TurnPlan) -> Rows:
    new = {one.old.id: one.name for one in plan.classes}
    for one in plan.load:
        hours = f"{one.hours.normalize():f}" if one.hours is not None else ""
        yield one.teacher_name.full, one.subject_name, new[one.class_id], hours
