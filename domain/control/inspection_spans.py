"""Which days of a journal are looked through (3.6.2)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from domain.school.calendar import SchoolCalendar

FORTNIGHT, MONTH = timedelta(days=13), timedelta(days=30)


class Span(StrEnum):
    """What is looked through, to today at most; the likeliest first."""

    TERM = "term"
    FORTNIGHT = "fortnight"
    MONTH = "month"
    LAST_TERM = "last_term"


@dataclass(frozen=True, slots=True)
class OfferedSpan:
    span: Span
    first: date
    last: date


def spans_of(calendar: SchoolCalendar, grade: int, today: date) -> tuple[OfferedSpan, ...]:
    """Within the school year; without those that have not begun."""
    terms: Sequence[tuple[date, date]] = [(one.starts_on, one.ends_on) for one in calendar.terms_of(grade)]
    begun = [one for one in terms if one[0] <= today] or [(calendar.starts_on, calendar.ends_on)]
    spans = [
        (Span.TERM, begun[-1]),
        (Span.FORTNIGHT, (today - FORTNIGHT, today)),
        (Span.MONTH, (today - MONTH, today)),
        *([(Span.LAST_TERM, begun[-2])] if len(begun) > 1 else []),
    ]
    cut = [
        OfferedSpan(span, max(first, calendar.starts_on), min(last, today, calendar.ends_on))
        for span, (first, last) in spans
    ]
    return tuple(one for one in cut if one.first <= one.last)
