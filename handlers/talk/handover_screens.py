"""Threads handed over: who answers for whom, and the questions on the way to one more."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from aiogram.filters.callback_data import CallbackData

from domain.talk.handovers import Colleague, Handing, Handover, History
from handlers.kit.days import packed
from handlers.kit.month import month_rows
from handlers.kit.screen import Button, Screen, Style, in_rows
from handlers.messaging.way_back import to_menu
from handlers.talk.handover_buttons import (
    GOES_ON,
    CheckHandover,
    ChooseGiver,
    ChooseTaker,
    EndHandover,
    HandOverFrom,
    HandOverUntil,
    MakeHandover,
    OpenHandovers,
    ShowHandover,
)
from handlers.texts.translator import Markup, Texts

ON_A_PAGE = 30
MOST = 20
"""Handovers on one screen: more than a school has at a time."""
SPANS = (7, 14, 30)
"""Days offered as the length of one."""


def listed(texts: Texts, handovers: Sequence[Handover]) -> Screen:
    shown = handovers[:MOST]
    lines = [f"{number}. {_line(texts, one)}" for number, one in enumerate(shown, 1)]
    buttons = [Button(f"{number}", ShowHandover(handover=one.id)) for number, one in enumerate(shown, 1)]
    text = "\n".join([texts("handover-heading"), "", *(lines or [texts("handover-none")])])
    new = Button(texts("handover-new"), ChooseGiver(page=0))
    return Screen(text, [*in_rows(buttons, 5), [new], [to_menu(texts)]])


def choose_giver(texts: Texts, people: Sequence[Colleague], page: int) -> Screen:
    def pick(one: Colleague) -> CallbackData:
        return ChooseTaker(giver=one.person, page=0)

    rows = _people(people, page, pick, lambda other: ChooseGiver(page=other))
    return Screen(texts("handover-whose"), [*rows, [_all(texts)]])


def choose_taker(texts: Texts, giver: Colleague, people: Sequence[Colleague], page: int, month: date) -> Screen:
    def pick(one: Colleague) -> CallbackData:
        return HandOverFrom(giver=giver.person, taker=one.person, day=packed(month))

    rows = _people(people, page, pick, lambda other: ChooseTaker(giver=giver.person, page=other))
    return Screen(texts("handover-whom", giver=giver.name.full), [*rows, [_all(texts)]])


def choose_first(texts: Texts, giver: Colleague, taker: Colleague, today: date, month: date) -> Screen:
    def pick(day: date) -> CallbackData:
        return HandOverUntil(giver=giver.person, taker=taker.person, since=packed(day), day=packed(day))

    def turn(day: date) -> CallbackData:
        return HandOverFrom(giver=giver.person, taker=taker.person, day=packed(day))

    quick = [
        Button(texts("handover-today"), pick(today)),
        Button(texts("handover-tomorrow"), pick(today + timedelta(days=1))),
    ]
    back = Button(texts("back"), ChooseTaker(giver=giver.person, page=0))
    text = texts("handover-first", giver=giver.name.full, taker=taker.name.full)
    return Screen(text, [quick, *month_rows(texts, month, pick, turn), [back, _all(texts)]])


def choose_last(texts: Texts, giver: Colleague, taker: Colleague, first: date, month: date) -> Screen:
    def until(last: str) -> CallbackData:
        return CheckHandover(
            giver=giver.person, taker=taker.person, since=packed(first), last=last, history=History.TERM
        )

    def turn(day: date) -> CallbackData:
        return HandOverUntil(giver=giver.person, taker=taker.person, since=packed(first), day=packed(day))

    ends = [(days, first + timedelta(days=days - 1)) for days in SPANS]
    quick = [
        Button(texts("handover-days", days=days, last=texts.date(last)), until(packed(last))) for days, last in ends
    ]
    goes_on = Button(texts("handover-goes-on"), until(GOES_ON))
    back = Button(texts("back"), HandOverFrom(giver=giver.person, taker=taker.person, day=packed(first)))
    text = texts("handover-last", giver=giver.name.full, taker=taker.name.full, first=texts.date(first))
    grid = month_rows(texts, month, lambda day: until(packed(day)), turn)
    return Screen(text, [*in_rows(quick, 1), [goes_on], *grid, [back, _all(texts)]])


def check(texts: Texts, handing: Handing) -> Screen:
    """What it will be, and how much of the past goes with it."""
    since = packed(handing.first)
    last = GOES_ON if handing.last is None else packed(handing.last)
    giver, taker = handing.giver.person, handing.taker.person
    pasts = [
        Button(
            f"{'● ' if one is handing.history else ''}{texts(f'handover-history-{one}')}",
            CheckHandover(giver=giver, taker=taker, since=since, last=last, history=one),
        )
        for one in History
    ]
    make = MakeHandover(giver=giver, taker=taker, since=since, last=last, history=handing.history)
    text = texts(
        "handover-check",
        giver=handing.giver.name.full,
        taker=handing.taker.name.full,
        when=when(texts, handing.first, handing.last),
        history=full_date(texts, handing.history_from),
    )
    back = Button(texts("back"), HandOverUntil(giver=giver, taker=taker, since=since, day=since))
    confirm = Button(texts("handover-make"), make, style=Style.SUCCESS)
    return Screen(text, [*in_rows(pasts, 2), [confirm], [back, _all(texts)]])


def handover(texts: Texts, one: Handover, ends: bool) -> Screen:
    """`ends`: this reader may take it back."""
    end = [Button(texts("handover-end"), EndHandover(handover=one.id, sure=False))] if ends else []
    return Screen(_about(texts, one), [end, [_all(texts)]])


def end_question(texts: Texts, one: Handover) -> Screen:
    sure = Button(texts("handover-end-yes"), EndHandover(handover=one.id, sure=True), style=Style.DANGER)
    text = texts("handover-end-sure", giver=one.giver.name.full, taker=one.taker.name.full)
    return Screen(text, [[sure], [Button(texts("back"), ShowHandover(handover=one.id)), _all(texts)]])


def _people(
    people: Sequence[Colleague],
    page: int,
    pick: Callable[[Colleague], CallbackData],
    turn: Callable[[int], CallbackData],
) -> list[list[Button]]:
    pages = max(1, -(-len(people) // ON_A_PAGE))
    page = min(max(page, 0), pages - 1)
    shown = people[page * ON_A_PAGE : (page + 1) * ON_A_PAGE]
    around = [Button(label, turn(other)) for label, other in (("‹", page - 1), ("›", page + 1)) if 0 <= other < pages]
    return [*in_rows((Button(one.name.short, pick(one)) for one in shown), 2), around]


def _line(texts: Texts, one: Handover) -> Markup:
    days = when(texts, one.first, one.last)
    return texts("handover-line", giver=one.giver.name.short, taker=one.taker.name.short, when=days)


def _about(texts: Texts, one: Handover) -> Markup:
    return texts(
        "handover-about",
        giver=one.giver.name.full,
        taker=one.taker.name.full,
        when=when(texts, one.first, one.last),
        history=full_date(texts, one.history_from),
    )


def when(texts: Texts, first: date, last: date | None) -> Markup:
    if last is None:
        return texts("handover-since", first=full_date(texts, first))
    return texts("handover-from-until", first=texts.date(first), last=full_date(texts, last), one=first == last)


def full_date(texts: Texts, day: date) -> str:
    return f"{texts.date(day)} {day.year}"


def _all(texts: Texts) -> Button:
    return Button(texts("handover-all"), OpenHandovers())
