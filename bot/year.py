"""A school year to begin with: the usual terms, and Russia's non-working days by the `holidays` package.

Term dates are each school's own; these are only where `init` and the demo start from.
"""

from datetime import date

import holidays

from domain.school.calendar import Span, SpanKind, TermKind
from domain.school.founding import NewTerm, NewYear


class RussianHolidays:
    """By the published calendar, with the days moved for the year."""

    def between(self, first: date, last: date) -> tuple[Span, ...]:
        return _days(first, last)


def year_of(day: date) -> NewYear:
    """The school year that `day` lies in; from June on, the next one."""
    first = day.year if day.month >= 6 else day.year - 1
    starts, ends = date(first, 9, 1), date(first + 1, 5, 26)
    return NewYear(
        f"{first}/{(first + 1) % 100:02}", starts, ends, _terms(first), (*_vacations(first), *_days(starts, ends))
    )


def _terms(first: int) -> tuple[NewTerm, ...]:
    second = first + 1
    quarters = (
        (date(first, 9, 1), date(first, 10, 25)),
        (date(first, 11, 2), date(first, 12, 30)),
        (date(second, 1, 11), date(second, 3, 21)),
        (date(second, 3, 29), date(second, 5, 26)),
    )
    halves = ((quarters[0][0], quarters[1][1]), (quarters[2][0], quarters[3][1]))
    return (
        *(NewTerm(TermKind.QUARTER, n, start, end) for n, (start, end) in enumerate(quarters, 1)),
        *(NewTerm(TermKind.HALF_YEAR, n, start, end) for n, (start, end) in enumerate(halves, 1)),
    )


def _vacations(first: int) -> tuple[Span, ...]:
    second = first + 1
    return (
        Span(date(first, 10, 26), date(first, 11, 1), SpanKind.VACATION, "Осенние каникулы"),
        Span(date(first, 12, 31), date(second, 1, 10), SpanKind.VACATION, "Зимние каникулы"),
        Span(date(second, 2, 15), date(second, 2, 21), SpanKind.VACATION, "Каникулы первоклассников", 1, 1),
        Span(date(second, 3, 22), date(second, 3, 28), SpanKind.VACATION, "Весенние каникулы"),
    )


def _days(starts: date, ends: date) -> tuple[Span, ...]:
    """Public holidays and days off moved onto weekdays, and the Saturdays worked instead."""
    russia = holidays.country_holidays("RU", years=[starts.year, ends.year], language="ru")
    free = [Span(day, day, SpanKind.NON_WORKING, name) for day, name in sorted(russia.items()) if starts <= day <= ends]
    worked = sorted(day for day in russia.weekend_workdays if starts <= day <= ends)
    return (*free, *(Span(day, day, SpanKind.WORKING, "Рабочая суббота") for day in worked))
