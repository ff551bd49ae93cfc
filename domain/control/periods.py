"""Periods that figures are asked of, as people name them; any other one is two days of the calendar."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from domain.school.calendar import DAY, SchoolCalendar, Term, TermKind

USUAL_GRADE = 5
"""Of the whole school the terms are those that most grades have."""


class PeriodKind(StrEnum):
    THIS_WEEK = "this_week"
    LAST_WEEK = "last_week"
    MONTH = "month"
    LAST_MONTH = "last_month"
    TERM = "term"
    LAST_TERM = "last_term"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class NamedPeriod:
    """Both days included; `term`: of a term, which one."""

    kind: PeriodKind
    first: date
    last: date
    term: Term | None = None


def periods_of(
    calendar: SchoolCalendar, today: date, grade: int | None = None, said: TermKind | None = None
) -> tuple[NamedPeriod, ...]:
    """Offered on a day; what lies wholly outside the school year is left out, but for the year itself.

    `grade`: of whose terms; `said`: by which the school has said that it is marked.
    """
    found = (*_weeks(today), *_months(today), *_terms(calendar, today, grade or USUAL_GRADE, said))
    inside = (one for one in found if one.last >= calendar.starts_on and one.first <= calendar.ends_on)
    return (*inside, NamedPeriod(PeriodKind.YEAR, calendar.starts_on, calendar.ends_on))


def _weeks(today: date) -> Iterator[NamedPeriod]:
    monday = today - DAY * (today.isoweekday() - 1)
    for kind, first in ((PeriodKind.THIS_WEEK, monday), (PeriodKind.LAST_WEEK, monday - timedelta(days=7))):
        yield NamedPeriod(kind, first, first + 6 * DAY)


def _months(today: date) -> Iterator[NamedPeriod]:
    first = today.replace(day=1)
    yield NamedPeriod(PeriodKind.MONTH, first, (first + 31 * DAY).replace(day=1) - DAY)
    yield NamedPeriod(PeriodKind.LAST_MONTH, (first - DAY).replace(day=1), first - DAY)


def _terms(calendar: SchoolCalendar, today: date, grade: int, said: TermKind | None) -> Iterator[NamedPeriod]:
    term = calendar.term_of(today, grade, said)
    if term is None:
        return
    yield NamedPeriod(PeriodKind.TERM, term.starts_on, term.ends_on, term)
    before = [one for one in calendar.terms_of(grade, said) if one.ends_on < term.starts_on]
    if before:
        yield NamedPeriod(PeriodKind.LAST_TERM, before[-1].starts_on, before[-1].ends_on, before[-1])
