"""Which days a sheet is of: a term, or a month of the school year."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from domain.errors import NotFound
from domain.journal.courses import Teaching
from domain.journal.periods import Period, period_of
from domain.school.calendar import DAY, SchoolCalendar, Term

NOW = "0"
"""In place of a choice: the term that goes on."""


@dataclass(frozen=True, slots=True)
class SheetDays:
    """Both included; `period` None: a month. `last` may lie ahead."""

    first: date
    last: date
    period: Period | None = None

    @property
    def key(self) -> str:
        """As it is chosen: «q2», «2611» (yymm)."""
        return self.period.value if self.period else f"{self.first:%y%m}"


def choices(terms: Sequence[Term], calendar: SchoolCalendar, today: date) -> tuple[SheetDays, ...]:
    """The terms and then the months that have begun; the first ones where the year has not."""
    begun = [term for term in terms if term.starts_on <= today] or list(terms[:1])
    months = [one for one in _months(calendar) if one.first <= today] or list(_months(calendar))[:1]
    return (*(SheetDays(term.starts_on, term.ends_on, period_of(term)) for term in begun), *months)


def chosen(when: str, terms: Sequence[Term], calendar: SchoolCalendar, today: date) -> SheetDays:
    """Raises `NotFound` for what this year or grade does not have, or not yet."""
    open_ = choices(terms, calendar, today)
    if when == NOW:
        return next((one for one in reversed(open_) if one.period), open_[-1])
    found = next((one for one in open_ if one.key == when), None)
    if found is None:
        raise NotFound
    return found


def until(days: SheetDays, teaching: Teaching) -> date:
    """The last day of them that has come; of a closed year all have."""
    return days.last if teaching.plan.calendar.closed else min(days.last, teaching.day)


def _months(calendar: SchoolCalendar) -> Sequence[SheetDays]:
    found, first = [], calendar.starts_on.replace(day=1)
    while first <= calendar.ends_on:
        following = (first.replace(day=28) + 4 * DAY).replace(day=1)
        found.append(SheetDays(max(first, calendar.starts_on), min(following - DAY, calendar.ends_on)))
        first = following
    return found
