"""Days of a sheet in words, and the rows of buttons that choose others."""

from collections.abc import Callable, Sequence
from datetime import date

from aiogram.filters.callback_data import CallbackData

from domain.control.sheet_days import SheetDays
from domain.control.sheet_pupils import SheetPupil
from handlers.kit.screen import Button, in_rows
from handlers.texts.translator import Markup, Texts


def days_said(texts: Texts, days: SheetDays) -> Markup:
    """«2-я четверть», «ноябрь 2026»"""
    if days.period is None:
        return Markup(texts.month(days.first))
    return texts(f"results-period-{days.period.kind}", number=days.period.number)


def days_rows(
    texts: Texts, choices: Sequence[SheetDays], now: SheetDays, to: Callable[[str], CallbackData]
) -> list[list[Button]]:
    """The terms, and below them the months."""

    def button(one: SheetDays, words: str) -> Button:
        return Button(f"• {words}" if one.key == now.key else words, to(one.key))

    terms = [
        button(one, texts(f"paper-term-{one.period.kind}", number=one.period.number)) for one in choices if one.period
    ]
    months = [button(one, texts("paper-month", month=one.first.month)) for one in choices if one.period is None]
    return [*in_rows(terms, 4), *in_rows(months, 5)]


def named(texts: Texts, pupil: SheetPupil) -> str:
    """As a list has it; with the day on which they came or left."""
    parts = [
        *([texts("paper-came", day=short(pupil.came))] if pupil.came else []),
        *([texts("paper-left", day=short(pupil.left))] if pupil.left else []),
    ]
    return f"{pupil.name.listed} ({', '.join(parts)})" if parts else pupil.name.listed


def short(day: date) -> str:
    return f"{day:%d.%m}"


def months_over(texts: Texts, days: Sequence[date]) -> list[tuple[str, int]]:
    """Headings over days: the month's name, where three of them have room for it."""
    found: list[tuple[date, int]] = []
    for day in days:
        if found and found[-1][0].replace(day=1) == day.replace(day=1):
            found[-1] = found[-1][0], found[-1][1] + 1
        else:
            found.append((day, 1))
    return [(texts.month(day).split()[0].capitalize() if many > 2 else f"{day:%m}", many) for day, many in found]
