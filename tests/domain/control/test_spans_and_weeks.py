"""Which days are looked through, and which week the director reads of."""

from datetime import date

import pytest

from domain.control.inspecting import worded
from domain.control.inspection_spans import Span, spans_of
from domain.control.inspections import RemarkTextNeeded
from domain.control.overview import SchoolWeekDays, week_before
from domain.ids import TermId
from domain.school.calendar import SchoolCalendar, SpanKind, Term, TermKind
from domain.school.calendar import Span as Days


def _term(number: int, starts: date, ends: date, kind: TermKind = TermKind.QUARTER) -> Term:
    return Term(TermId(number), kind, number, starts, ends)


CALENDAR = SchoolCalendar(
    date(2026, 9, 1),
    date(2027, 5, 26),
    (
        Days(date(2026, 10, 26), date(2026, 11, 1), SpanKind.VACATION, "Осенние каникулы"),
        Days(date(2026, 11, 4), date(2026, 11, 4), SpanKind.NON_WORKING, "День народного единства"),
    ),
    (
        _term(1, date(2026, 9, 1), date(2026, 10, 25)),
        _term(2, date(2026, 11, 2), date(2026, 12, 30)),
        _term(3, date(2026, 9, 1), date(2026, 12, 30), TermKind.HALF_YEAR),
    ),
)


def _days(grade: int, today: date) -> dict[Span, tuple[date, date]]:
    return {one.span: (one.first, one.last) for one in spans_of(CALENDAR, grade, today)}


def test_the_term_is_offered_first_and_ends_today() -> None:
    today = date(2026, 11, 24)
    assert spans_of(CALENDAR, 7, today)[0].span is Span.TERM
    assert _days(7, today) == {
        Span.TERM: (date(2026, 11, 2), today),
        Span.FORTNIGHT: (date(2026, 11, 11), today),
        Span.MONTH: (date(2026, 10, 25), today),
        Span.LAST_TERM: (date(2026, 9, 1), date(2026, 10, 25)),
    }


def test_tenth_grades_are_looked_through_by_half_years() -> None:
    assert _days(10, date(2026, 11, 24))[Span.TERM] == (date(2026, 9, 1), date(2026, 11, 24))


def test_in_the_first_days_there_is_no_last_term_and_nothing_of_the_summer() -> None:
    today = date(2026, 9, 3)
    assert _days(5, today) == dict.fromkeys((Span.TERM, Span.FORTNIGHT, Span.MONTH), (date(2026, 9, 1), today))


def test_before_the_year_nothing_is_offered() -> None:
    assert spans_of(CALENDAR, 5, date(2026, 8, 25)) == ()


@pytest.mark.parametrize(
    ("day", "week"),
    [
        (date(2026, 11, 24), (date(2026, 11, 23), date(2026, 11, 24))),
        (date(2026, 11, 29), (date(2026, 11, 23), date(2026, 11, 28))),
        (date(2026, 10, 30), (date(2026, 10, 19), date(2026, 10, 24))),
        (date(2026, 11, 4), (date(2026, 11, 2), date(2026, 11, 3))),
    ],
    ids=["a Tuesday", "a Sunday", "in holidays", "on a day off"],
)
def test_a_week_is_cut_at_the_last_school_day(day: date, week: tuple[date, date]) -> None:
    assert week_before(CALENDAR, day) == SchoolWeekDays(*week)


def test_before_the_year_there_is_no_week() -> None:
    assert week_before(CALENDAR, date(2026, 8, 31)) is None


@pytest.mark.parametrize("text", ["", "  \n", "а" * 501])
def test_a_remark_has_words_and_not_too_many(text: str) -> None:
    with pytest.raises(RemarkTextNeeded):
        worded(text)
