"""A month to pick a day of: a row for each week, from Monday on."""

from calendar import monthcalendar
from collections.abc import Callable
from datetime import date, timedelta

from aiogram.filters.callback_data import CallbackData

from handlers.kit.screen import Button
from handlers.texts.translator import Texts


def month_rows(
    texts: Texts, month: date, pick: Callable[[date], CallbackData], turn: Callable[[date], CallbackData]
) -> list[list[Button]]:
    """`turn` shows the month that a day lies in; what is no day of the month shows this one again."""
    first = month.replace(day=1)
    before, after = first - timedelta(days=1), first + timedelta(days=31)
    here = turn(first)
    around = [Button("‹", turn(before)), Button(texts.month(first), here), Button("›", turn(after))]
    weekdays = [Button(texts.weekday(n), here) for n in range(1, 8)]
    weeks = [
        [Button(str(n), pick(first.replace(day=n))) if n else Button("·", here) for n in week]
        for week in monthcalendar(first.year, first.month)
    ]
    return [around, weekdays, *weeks]
