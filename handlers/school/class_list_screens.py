"""Class lists: the state of all of them, one to look through and to confirm, and the reminders."""

from collections.abc import Sequence

from domain.clock import SchoolTime
from domain.messaging.contents import ListAsked, ListsLeft
from domain.school.class_lists import ListPage, ListState
from handlers.kit.screen import Button, Screen, Style, in_rows
from handlers.messaging.way_back import menu_below
from handlers.school.movement_buttons import ConfirmList, OpenMovement, ShowList, ShowLists
from handlers.texts.translator import Markup, Texts

MOST = 45
"""Names on a screen: more than any class has."""
MOST_CLASSES = 60


def states(texts: Texts, shown: Sequence[ListState], time: SchoolTime) -> Screen:
    lines = [_state(texts, one, time) for one in shown[:MOST_CLASSES]]
    buttons = [
        Button(one.school_class.name, ShowList(school_class=one.school_class.id)) for one in shown[:MOST_CLASSES]
    ]
    back = Button(texts("back"), OpenMovement())
    return Screen("\n".join([texts("lists-heading"), "", *lines]), [*in_rows(buttons, 6), [back]])


def page(texts: Texts, shown: ListPage, time: SchoolTime) -> Screen:
    state = shown.state
    lines = [texts("list-line", n=n, name=seat.name.full) for n, seat in enumerate(shown.seats[:MOST], 1)]
    if len(shown.seats) > MOST:
        lines.append(texts("list-more", n=len(shown.seats) - MOST))
    heading = texts("list-page", class_name=state.school_class.name, n=state.pupils)
    text = "\n".join([heading, _state(texts, state, time), "", *lines])
    right = texts("list-right-again" if state.confirmation and not state.changed else "list-right")
    confirm = Button(right, ConfirmList(school_class=state.school_class.id, pupils=state.pupils), style=Style.SUCCESS)
    own = [[confirm], [Button(texts("list-wrong"), OpenMovement())]] if shown.confirms else []
    return Screen(text, [*own, [Button(texts("back"), ShowLists())]])


def asked_screen(news: ListAsked, texts: Texts) -> Screen:
    text = texts("list-ask", class_name=news.school_class.name, n=news.pupils, due=texts.date(news.due))
    return Screen(
        text, [[Button(texts("list-open"), ShowList(school_class=news.school_class.id))], [menu_below(texts)]]
    )


def left_screen(news: ListsLeft, texts: Texts) -> Screen:
    text = texts("lists-left", names=", ".join(one.name for one in news.classes))
    return Screen(text, [[Button(texts("movement-lists"), ShowLists())], [menu_below(texts)]])


def _state(texts: Texts, state: ListState, time: SchoolTime) -> Markup:
    confirmed = state.confirmation
    if confirmed is None:
        return texts("lists-waiting", class_name=state.school_class.name, n=state.pupils)
    day = texts.date(time.local(confirmed.at).date())
    if state.changed:
        name = state.school_class.name
        return texts("lists-changed", class_name=name, n=state.pupils, day=day, was=confirmed.pupils)
    by = confirmed.by.short
    return texts("lists-confirmed", class_name=state.school_class.name, n=state.pupils, day=day, by=by)
