"""A teacher's evening: what others changed under their name, each mark a tap away from its history."""

from domain.journal.changed_marks import ChangedMark
from domain.messaging.contents import ChangedNews
from handlers.journal.grading_buttons import OpenMark
from handlers.kit.screen import Button, Screen
from handlers.messaging.way_back import menu_below
from handlers.texts.translator import Texts

MOST_LINES = 15
MOST_BUTTONS = 8


def changed_screen(news: ChangedNews, texts: Texts) -> Screen:
    lines = [_line(texts, one) for one in news.marks[:MOST_LINES]]
    more = len(news.marks) - len(lines)
    rest = [texts("evening-changed-more", n=more)] if more else []
    rows = [[Button(_label(one), OpenMark(mark=one.mark, page=0, retake=False))] for one in news.marks[:MOST_BUTTONS]]
    heading = texts("evening-changed", day=texts.date(news.day))
    return Screen("\n".join([heading, *lines, *rest]), [*rows, [menu_below(texts)]])


def _line(texts: Texts, one: ChangedMark) -> str:
    return texts(
        "evening-changed-line",
        class_name=one.class_name or "—",
        subject=one.subject,
        name=one.pupil_name.listed,
        before=one.before or "none",
        after=one.after or "none",
        by=one.by.full,
    )


def _label(one: ChangedMark) -> str:
    return f"{one.class_name} {one.pupil_name.listed} · {one.before or '—'} → {one.after or '✕'}".strip()
