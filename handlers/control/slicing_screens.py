"""Choosing the slice: its period, class or parallel, subject, teacher."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from aiogram.filters.callback_data import CallbackData

from domain.control.indicators import Slice
from domain.control.slicing import NamedSlice, SliceChoices
from handlers.control.control_buttons import (
    ChooseClass,
    ChooseFirst,
    ChooseLast,
    ChoosePeriod,
    ChooseSubject,
    ChooseTeacher,
    ShowControl,
    month_number,
)
from handlers.control.slice_text import LONGEST_DAYS, packed_slice
from handlers.control.slice_words import period_said, slice_said
from handlers.kit.cutting import cut
from handlers.kit.month import month_rows
from handlers.kit.pages import page_of, turner
from handlers.kit.screen import Button, Screen, in_rows
from handlers.texts.translator import Texts

ON_A_PAGE = 40
"""Subjects or teachers, two to a row."""
MOST_LETTERS = 30


def filter_rows(texts: Texts, named: NamedSlice) -> list[list[Button]]:
    """What the slice is narrowed by, each opening its choice; all of it is let go of by one tap."""
    one = named.slice
    said = packed_slice(one)
    wide = Slice(one.first, one.last)
    anew = [Button(texts("control-wide"), ShowControl(slice=packed_slice(wide)))] if one != wide else []
    return [
        [
            Button(texts("control-by-period"), ChoosePeriod(slice=said)),
            Button(texts("control-by-class"), ChooseClass(slice=said)),
        ],
        [
            Button(texts("control-by-subject"), ChooseSubject(slice=said, page=0)),
            Button(texts("control-by-teacher"), ChooseTeacher(slice=said, page=0)),
        ],
        anew,
    ]


def periods(texts: Texts, named: NamedSlice) -> Screen:
    one = named.slice
    offered = [
        _choice(period_said(texts, period), replace(one, first=period.first, last=period.last), one)
        for period in named.periods
    ]
    own = Button(texts("control-own-days"), ChooseFirst(slice=packed_slice(one), month=month_number(one.last)))
    return _screen(texts, named, "control-ask-period", [*in_rows(offered, 2), [own]])


def first_day(texts: Texts, named: NamedSlice, month: date) -> Screen:
    one = named.slice

    def pick(day: date) -> CallbackData:
        return ChooseLast(slice=packed_slice(replace(one, first=day, last=day)), month=month_number(day))

    def turn(day: date) -> CallbackData:
        return ChooseFirst(slice=packed_slice(one), month=month_number(day))

    return _screen(texts, named, "control-ask-first", month_rows(texts, month, pick, turn))


def last_day(texts: Texts, named: NamedSlice, month: date) -> Screen:
    """A day before the first one, or more than a year after it, is taken as the nearest that may be the last."""
    one = named.slice

    def pick(day: date) -> CallbackData:
        until = min(max(day, one.first), date.fromordinal(one.first.toordinal() + LONGEST_DAYS))
        return ShowControl(slice=packed_slice(replace(one, last=until)))

    def turn(day: date) -> CallbackData:
        return ChooseLast(slice=packed_slice(one), month=month_number(day))

    return _screen(texts, named, "control-ask-last", month_rows(texts, month, pick, turn))


def rooms(texts: Texts, choices: SliceChoices) -> Screen:
    """The school, parallels, classes."""
    one = choices.named.slice
    grades = sorted({school_class.grade for school_class in choices.classes})
    school = _choice(texts("control-whole-school"), replace(one, class_id=None, grade=None), one)
    parallels = [_choice(texts("control-grade", grade=n), replace(one, class_id=None, grade=n), one) for n in grades]
    classes = [_choice(each.name, replace(one, class_id=each.id, grade=None), one) for each in choices.classes]
    rows = [[school], *in_rows(parallels, 4), *in_rows(classes, 4)]
    return _screen(texts, choices.named, "control-ask-class", rows)


def subjects(texts: Texts, choices: SliceChoices, page: int) -> Screen:
    one = choices.named.slice
    said = packed_slice(one)
    buttons = [_choice(each.name, replace(one, subject=each.id), one) for each in choices.subjects]
    pages = _paged(buttons, page, lambda to: ChooseSubject(slice=said, page=to))
    everything = _choice(texts("control-all-subjects"), replace(one, subject=None), one)
    return _screen(texts, choices.named, "control-ask-subject", [[everything], *pages])


def teachers(texts: Texts, choices: SliceChoices, page: int) -> Screen:
    one = choices.named.slice
    said = packed_slice(one)
    buttons = [_choice(each.name.short, replace(one, teacher=each.id), one) for each in choices.teachers]
    pages = _paged(buttons, page, lambda to: ChooseTeacher(slice=said, page=to))
    everyone = _choice(texts("control-all-teachers"), replace(one, teacher=None), one)
    return _screen(texts, choices.named, "control-ask-teacher", [[everyone], *pages])


def _choice(label: str, to: Slice, now: Slice) -> Button:
    said = cut(label, MOST_LETTERS)
    return Button(f"• {said}" if to == now else said, ShowControl(slice=packed_slice(to)))


def _screen(texts: Texts, named: NamedSlice, ask: str, rows: Sequence[Sequence[Button]]) -> Screen:
    back = Button(texts("back"), ShowControl(slice=packed_slice(named.slice)))
    heading = texts("control-heading", slice=slice_said(texts, named))
    return Screen("\n".join([heading, "", texts(ask)]), [*rows, [back]])


def _paged(buttons: Sequence[Button], page: int, to: Callable[[int], CallbackData]) -> list[list[Button]]:
    shown = page_of(buttons, page, ON_A_PAGE)
    return [*in_rows(shown, 2), *turner(page, len(buttons), ON_A_PAGE, to)]
