"""A finished inspection and its remarks, for who looks and for the director (3.6.2, 3.7.2)."""

from datetime import date

from domain.clock import SchoolTime
from domain.control.findings import RemarkState
from domain.control.inspection_pages import InspectionPage, RemarkSheet
from domain.control.inspections import Remark
from handlers.control.inspection_buttons import (
    OpenInspection,
    OpenInspections,
    OpenRemark,
    ReportForm,
    SettleRemark,
    TakeReport,
)
from handlers.control.inspection_screens import due_buttons
from handlers.control.inspection_words import (
    lesson_buttons,
    state_said,
    state_sign,
    still_said,
    whose,
)
from handlers.kit.cutting import cut
from handlers.kit.screen import Button, Screen, Style, in_rows
from handlers.texts.translator import Markup, Texts

PER_PAGE = 8
LABEL = 60


def finished(texts: Texts, page: InspectionPage, number: int, time: SchoolTime) -> Screen:
    """Overdue remarks first."""
    inspection, today = page.inspection, time.today()
    at = time.local(inspection.finished_at or inspection.begun_at).date()
    head = texts(
        "inspection-page-heading",
        whose=whose(inspection),
        first=texts.date(inspection.first),
        last=texts.date(inspection.last),
        by=inspection.begun_by.name.short,
        at=texts.date(at),
    )
    closed = sum(one.state is RemarkState.CLOSED for one in page.remarks)
    told = texts("inspection-page-counts", all=len(page.remarks), closed=closed)
    lines: list[str] = [head, told if page.remarks else texts("inspection-page-clean")]
    if inspection.conclusion:
        lines += ["", texts("inspection-deck-conclusion", text=inspection.conclusion)]
    shown = page.remarks[number * PER_PAGE : (number + 1) * PER_PAGE]
    around = [
        *([Button("‹", OpenInspection(inspection=inspection.id, page=number - 1))] if number else []),
        *(
            [Button("›", OpenInspection(inspection=inspection.id, page=number + 1))]
            if (number + 1) * PER_PAGE < len(page.remarks)
            else []
        ),
    ]
    files = [
        Button(texts(f"inspection-report-{form.value}"), TakeReport(inspection=inspection.id, form=form))
        for form in ReportForm
    ]
    rows = [*([Button(_label(one, today), OpenRemark(remark=one.id))] for one in shown), around, files, [_back(texts)]]
    return Screen("\n".join(lines), rows)


def remark(texts: Texts, sheet: RemarkSheet, today: date) -> Screen:
    """What became of it, what the program sees; who looks settles it or gives more time."""
    one = sheet.remark
    head = remark_head(texts, one, today)
    lines = [head, still_said(texts, sheet.still)] if sheet.still is not None else [head]
    lessons = in_rows(lesson_buttons(texts, sheet.still), 4) if sheet.still else []
    acts = _acts(texts, one, today) if sheet.inspects else []
    back = [Button(texts("back"), OpenInspection(inspection=one.inspection))]
    return Screen("\n".join(lines), [*acts, *lessons, back])


def remark_head(texts: Texts, one: Remark, today: date) -> Markup:
    return texts(
        "inspection-remark",
        class_name=one.class_name,
        subject=one.subject.name,
        teacher=one.teacher.name.short,
        text=one.text,
        state=state_said(texts, one, today),
    )


def _acts(texts: Texts, one: Remark, today: date) -> list[list[Button]]:
    close = Button(
        texts("inspection-close"), SettleRemark(remark=one.id, becomes=RemarkState.CLOSED), style=Style.SUCCESS
    )
    reopen = Button(texts("inspection-reopen"), SettleRemark(remark=one.id, becomes=RemarkState.OPEN))
    withdraw = Button(texts("inspection-withdraw"), SettleRemark(remark=one.id, becomes=RemarkState.WITHDRAWN))
    match one.state:
        case RemarkState.OPEN:
            return [due_buttons(texts, one, today), [close, withdraw]]
        case RemarkState.FIXED:
            return [[close, reopen], [withdraw]]
        case RemarkState.CLOSED:
            return [[reopen]]
        case RemarkState.WITHDRAWN:
            return []


def _label(one: Remark, today: date) -> str:
    about = f"{one.class_name} · {one.subject.short} · {one.teacher.name.short}"
    return cut(f"{state_sign(one, today)} {about}: {one.text}", LABEL)


def _back(texts: Texts) -> Button:
    return Button(texts("inspection-back"), OpenInspections())
