"""Which days a sheet may be of: what has begun of the year, by the terms of the grade."""

from datetime import date

import pytest

from domain.control.sheet_days import NOW, SheetDays, choices, chosen
from domain.errors import NotFound
from domain.ids import TermId
from domain.journal.periods import Period
from domain.school.calendar import SchoolCalendar, Term, TermKind

QUARTERS = (
    Term(TermId(1), TermKind.QUARTER, 1, date(2026, 9, 1), date(2026, 10, 25)),
    Term(TermId(2), TermKind.QUARTER, 2, date(2026, 11, 2), date(2026, 12, 30)),
)
HALF_YEARS = (Term(TermId(3), TermKind.HALF_YEAR, 1, date(2026, 9, 1), date(2026, 12, 30)),)
CALENDAR = SchoolCalendar(date(2026, 9, 1), date(2027, 5, 26), (), (*QUARTERS, *HALF_YEARS))
TUESDAY = date(2026, 11, 24)


def _keys(days: tuple[SheetDays, ...]) -> list[str]:
    return [one.key for one in days]


def test_terms_and_months_that_have_begun_are_offered() -> None:
    assert _keys(choices(QUARTERS, CALENDAR, TUESDAY)) == ["q1", "q2", "2609", "2610", "2611"]
    assert _keys(choices(HALF_YEARS, CALENDAR, TUESDAY)) == ["h1", "2609", "2610", "2611"]


def test_before_the_year_the_first_of_each_is_offered() -> None:
    assert _keys(choices(QUARTERS, CALENDAR, date(2026, 8, 20))) == ["q1", "2609"]


def test_after_the_year_its_last_month_ends_with_it() -> None:
    *_, may = choices(QUARTERS, CALENDAR, date(2027, 7, 1))
    assert may == SheetDays(date(2027, 5, 1), date(2027, 5, 26))


def test_without_a_choice_it_is_the_term_that_goes_on() -> None:
    assert chosen(NOW, QUARTERS, CALENDAR, TUESDAY).period is Period.Q2
    assert chosen(NOW, QUARTERS, CALENDAR, date(2026, 10, 28)).period is Period.Q1
    assert chosen(NOW, (), CALENDAR, TUESDAY) == SheetDays(date(2026, 11, 1), date(2026, 11, 30))


@pytest.mark.parametrize("when", ["q3", "h1", "2612", "2512", "", "2699", "x" * 40])
def test_what_there_is_not_or_not_yet_is_not_found(when: str) -> None:
    with pytest.raises(NotFound):
        chosen(when, QUARTERS, CALENDAR, TUESDAY)
