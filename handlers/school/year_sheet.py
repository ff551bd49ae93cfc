"""The dry run of the year's turn as a workbook: classes, pupils one by one, load."""

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any

import xlsxwriter

from domain.school.year_turn import TurnPlan
from handlers.texts.translator import Texts

Rows = Iterable[Sequence[str]]


def year_sheet(texts: Texts, plan: TurnPlan) -> bytes:
    """Nothing that people wrote is taken for a formula or a link."""
    target = BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    with xlsxwriter.Workbook(target, options) as book:
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "border": 1})
        for name, columns, rows in (
            ("classes", ("old", "new", "leaders"), _classes(plan)),
            ("pupils", ("name", "old", "new"), _pupils(texts, plan)),
            ("load", ("teacher", "subject", "new", "hours"), _load(plan)),
        ):
            sheet = book.add_worksheet(texts(f"year-sheet-{name}"))
            _fill(sheet, [texts(f"year-column-{column}") for column in columns], rows, bold)
    return target.getvalue()


def _fill(sheet: Any, headings: Sequence[str], rows: Rows, bold: Any) -> None:
    sheet.freeze_panes(1, 0)
    sheet.set_column(0, len(headings) - 1, 28)
    for at, heading in enumerate(headings):
        sheet.write_string(0, at, heading, bold)
    for row, values in enumerate(rows, 1):
        for at, value in enumerate(values):
            sheet.write_string(row, at, value)


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
