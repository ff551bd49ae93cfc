"""Remarks, for the teacher who is asked to mend; and what is told of them (3.6.2)."""

from collections.abc import Sequence
from datetime import date

from domain.control.findings import Finding
from domain.control.inspection_news import InspectionNews, RemarksTold
from domain.control.inspections import Remark
from domain.control.mending import RemarkPage
from handlers.control.inspection_buttons import (
    CourseBelow,
    MendRemark,
    OpenOwnRemark,
    OpenOwnRemarks,
    OpenRemark,
)
from handlers.control.inspection_page_screens import remark_head
from handlers.control.inspection_words import lesson_buttons, named, state_sign, still_said, whose
from handlers.kit.cutting import cut
from handlers.kit.screen import Button, Screen, Style, in_rows
from handlers.messaging.way_back import menu_below, to_menu
from handlers.texts.translator import Markup, Texts

MOST = 12
MOST_NEWS = 6
"""Remarks that a message says in full, each with its two buttons."""
MOST_TOLD = 8
LABEL = 60


def own(texts: Texts, remarks: Sequence[Remark], today: date) -> Screen:
    """Those that wait first."""
    if not remarks:
        return Screen(texts("inspection-own-none"), [[to_menu(texts)]])
    rows = [[Button(_label(one, today), OpenOwnRemark(remark=one.id))] for one in remarks[:MOST]]
    return Screen(texts("inspection-own-heading"), [*rows, [to_menu(texts)]])


def own_remark(texts: Texts, page: RemarkPage, today: date, tried: bool = False) -> Screen:
    """What the program still sees of it, a button for each lesson. `tried`: «исправлено» was tapped, and it is not."""
    one, still = page.remark, page.still
    lines = [remark_head(texts, one, today)]
    if still:
        lines.append(still_said(texts, still))
    if not one.waits:
        return Screen("\n".join(lines), [_back(texts)])
    lessons = in_rows(lesson_buttons(texts, still), 4) if still else []
    course = CourseBelow(school_class=one.class_id, subject=one.subject.id)
    marks = [[Button(texts("inspection-open-course"), course)]] if one.finding is Finding.FEW_MARKS else []
    mend = [Button(texts("inspection-mended"), MendRemark(remark=one.id), style=Style.SUCCESS)]
    anyway = [Button(texts("inspection-anyway"), MendRemark(remark=one.id, anyway=True))] if tried else []
    acts = [mend, anyway] if one.fixed_at is None else []
    return Screen("\n".join(lines), [*lessons, *marks, *acts, _back(texts)])


def news(news: InspectionNews, texts: Texts) -> Screen:
    """To a teacher: each remark with a button to it and «исправлено»."""
    inspection = news.inspection
    head = texts(
        "inspection-news",
        whose=whose(inspection),
        first=texts.date(inspection.first),
        last=texts.date(inspection.last),
        by=inspection.begun_by.name.short,
        n=len(news.remarks),
    )
    shown = news.remarks[:MOST_NEWS]
    lines = [_in_news(texts, one, place) for place, one in enumerate(shown, start=1)]
    more = len(news.remarks) - len(shown)
    lines += [texts("inspection-news-more", n=more)] if more else []
    rows = [
        [
            Button(texts("inspection-news-open", place=place), OpenOwnRemark(remark=one.id)),
            Button(texts("inspection-mended"), MendRemark(remark=one.id)),
        ]
        for place, one in enumerate(shown, start=1)
    ]
    return Screen("\n\n".join([head, *lines]), [*rows, [Button(texts("inspection-news-all"), OpenOwnRemarks())]])


def told(news: RemarksTold, texts: Texts) -> Screen:
    """One line for each remark."""
    lines = [_told(texts, one, news.own) for one in news.remarks]
    more = len(lines) - MOST_TOLD
    if more > 0:
        lines = [*lines[:MOST_TOLD], texts("inspection-told-more", n=more)]
    opens = [
        Button(
            cut(f"{one.class_name} · {one.subject.short}", LABEL),
            OpenOwnRemark(remark=one.id) if news.own else OpenRemark(remark=one.id),
        )
        for one in news.remarks[:MOST_TOLD]
    ]
    return Screen("\n".join(lines), [*in_rows(opens, 2), [menu_below(texts)]])


def _in_news(texts: Texts, one: Remark, place: int) -> str:
    about = {"class_name": one.class_name, "subject": one.subject.name}
    return texts("inspection-news-remark", **about, place=place, text=one.text, due=texts.date(one.due))


def _told(texts: Texts, one: Remark, own: bool) -> Markup:
    about = named(one)
    if not own:
        return texts(f"inspection-told-{one.state.value}", **about)
    return texts(f"inspection-told-own-{one.state.value}", **{k: v for k, v in about.items() if k != "teacher"})


def _label(one: Remark, today: date) -> str:
    return cut(f"{state_sign(one, today)} {one.class_name} · {one.subject.short}: {one.text}", LABEL)


def _back(texts: Texts) -> list[Button]:
    return [Button(texts("inspection-own-back"), OpenOwnRemarks())]
