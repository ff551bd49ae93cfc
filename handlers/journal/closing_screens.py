"""The deputy's screens: which terms are closed, what is missing, closing and opening again."""

from collections.abc import Sequence

from domain.clock import SchoolTime
from domain.journal.closing import ClassState, ClosingPage, MissingResults
from domain.journal.periods import Period
from domain.journal.results_kept import Closing
from handlers.journal.results_buttons import AskReopening, ClosingOfClass, OpenClosing, SetClosed
from handlers.journal.results_screens import period_name
from handlers.kit.screen import Button, Screen, Style, in_rows
from handlers.roles.buttons import OpenMenu
from handlers.texts.translator import Markup, Texts

MOST_CLASSES = 96
MOST_NAMES = 5
"""Pupils of a subject who are named; where more are missing, they are only counted."""
MOST_LINES = 10


def classes(texts: Texts, states: Sequence[ClassState]) -> Screen:
    """🔒 closed, ✅ all set, else how many results are missing."""
    buttons = [
        Button(_label(texts, one), ClosingOfClass(school_class=one.school_class.id, period=one.period))
        for one in states[:MOST_CLASSES]
    ]
    text = texts("closing-classes") if buttons else texts("closing-no-classes")
    return Screen(text, [*in_rows(buttons, 3), [Button(texts("to-menu"), OpenMenu())]])


def page(texts: Texts, page: ClosingPage, time: SchoolTime, may_close: bool) -> Screen:
    """What is missing first; nothing but the deputy's wish hinders the closing."""
    head = texts(
        "closing-heading", class_name=page.school_class.name, period=period_name(texts, page.period), closed=page.closed
    )
    shown = page.missing[:MOST_LINES]
    missing = [_missing(texts, one) for one in shown]
    rest = page.missing[MOST_LINES:]
    missing += [texts("closing-more", count=len(rest))] if rest else []
    said = texts("closing-missing", count=page.lacking) if missing else texts("closing-complete")
    history = [_history(texts, one, time) for one in page.history[:3]]
    history += [texts("closing-with-year")] if page.with_year else []
    return Screen("\n".join([head, said, *missing, *history]), _rows(texts, page, may_close))


def ask_reopening(texts: Texts, page: ClosingPage) -> Screen:
    text = texts("closing-ask-reason", class_name=page.school_class.name, period=period_name(texts, page.period))
    back = ClosingOfClass(school_class=page.school_class.id, period=page.period)
    return Screen(text, [[Button(texts("back"), back)]])


def _label(texts: Texts, state: ClassState) -> str:
    """A class whose last term is closed is at its year."""
    name = state.school_class.name
    if state.period is Period.YEAR:
        name = f"{name}, {texts('closing-year')}"
    if state.closed:
        return f"🔒 {name}"
    return f"{name} · {state.missing}" if state.missing else f"✅ {name}"


def _missing(texts: Texts, one: MissingResults) -> Markup:
    names = ", ".join(name.short for name in one.pupils)
    return texts(
        "closing-line-named" if len(one.pupils) <= MOST_NAMES else "closing-line",
        subject=one.subject,
        count=len(one.pupils),
        names=names,
        teachers=", ".join(name.short for name in one.teachers) or "—",
    )


def _history(texts: Texts, one: Closing, time: SchoolTime) -> Markup:
    if one.reopened_at is None:
        return texts("closing-closed-by", name=one.by.short, day=texts.date(time.local(one.closed_at).date()))
    day = texts.date(time.local(one.reopened_at).date())
    return texts("closing-reopened", day=day, reason=one.reason or "—")


def _rows(texts: Texts, page: ClosingPage, may_close: bool) -> list[list[Button]]:
    school_class, period = page.school_class.id, page.period
    reopen = Button(texts("closing-reopen"), AskReopening(school_class=school_class, period=period))
    key = "closing-close-anyway" if page.missing else "closing-close"
    style = Style.DANGER if page.missing else Style.SUCCESS
    close = Button(texts(key), SetClosed(school_class=school_class, period=period), style=style)
    act = ([reopen] if page.closed else [close]) if may_close and not page.with_year else []
    tabs = [
        Button(
            f"● {name}" if one is period else name,
            ClosingOfClass(school_class=school_class, period=one),
        )
        for one in page.periods
        if (name := texts(f"results-short-{one.kind}", number=one.number))
    ]
    return [act, tabs if len(tabs) > 1 else [], [Button(texts("back"), OpenClosing())]]
