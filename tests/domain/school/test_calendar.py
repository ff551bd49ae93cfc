"""The school year: days off and why, working Saturdays, terms by grade."""

import csv
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.year import year_of
from domain.ids import TermId
from domain.school.calendar import DayOff, SchoolCalendar, Span, SpanKind, Term, TermKind

REAL = Path(__file__).parents[4] / "shared" / "data" / "calendar" / "ru-nonworking-2026-2027.csv"
YEAR = year_of(date(2026, 9, 1))
TERMS = tuple(Term(TermId(n), one.kind, one.number, one.starts_on, one.ends_on) for n, one in enumerate(YEAR.terms))
CALENDAR = SchoolCalendar(YEAR.starts_on, YEAR.ends_on, YEAR.spans, TERMS)
SATURDAY = date(2027, 2, 20)
DAY = timedelta(days=1)
days = st.dates(date(2026, 8, 1), date(2027, 7, 1))
grades = st.integers(1, 11)


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 9, 1), "2026/27"),
        (date(2027, 5, 31), "2026/27"),
        (date(2026, 6, 1), "2026/27"),
        (date(2026, 5, 31), "2025/26"),
        (date(2099, 9, 1), "2099/00"),
    ],
)
def test_the_year_begins_with_june(day: date, name: str) -> None:
    assert year_of(day).name == name


def test_the_year_holds_russias_days_as_they_are_published() -> None:
    if not REAL.is_file():
        pytest.skip("the folder with the published days is not here")
    with REAL.open(encoding="utf-8") as file:
        rows = {date.fromisoformat(row["date"]): row["kind"] for row in csv.DictReader(file)}
    for day, kind in rows.items():
        if day <= YEAR.ends_on:
            off = CALENDAR.day_off(day, 7)
            assert (off is None) == (kind == "working_saturday"), (day, kind)
    published = {day for day, kind in rows.items() if kind != "working_saturday" and day <= YEAR.ends_on}
    free = {span.starts_on for span in YEAR.spans if span.kind is SpanKind.NON_WORKING}
    assert free == published


def test_the_working_saturday_is_a_school_day_and_its_monday_is_not() -> None:
    assert CALENDAR.day_off(SATURDAY, 7) is None
    assert CALENDAR.day_off(date(2027, 2, 22), 7) is not None
    assert SATURDAY in CALENDAR.school_days_after(date(2027, 2, 19), 7)


def test_a_working_day_beats_the_vacation_that_it_lies_in() -> None:
    """First graders have their own week off in February; the transferred Saturday is worked all the same."""
    assert CALENDAR.day_off(date(2027, 2, 17), 1) == DayOff("Каникулы первоклассников")
    assert CALENDAR.day_off(date(2027, 2, 17), 2) is None
    assert CALENDAR.day_off(SATURDAY, 1) is None


def test_a_day_off_says_why_and_a_sunday_needs_no_reason() -> None:
    assert CALENDAR.day_off(date(2026, 10, 28), 7) == DayOff("Осенние каникулы")
    assert CALENDAR.day_off(date(2026, 11, 4), 7) is not None
    assert CALENDAR.day_off(date(2026, 11, 22), 7) == DayOff()
    assert CALENDAR.day_off(date(2026, 8, 31), 7) == DayOff()
    assert CALENDAR.day_off(date(2027, 5, 27), 7) == DayOff()


@pytest.mark.parametrize(
    ("day", "grade", "kind", "number"),
    [
        (date(2026, 9, 1), 5, TermKind.QUARTER, 1),
        (date(2026, 10, 28), 5, TermKind.QUARTER, 1),
        (date(2026, 11, 2), 9, TermKind.QUARTER, 2),
        (date(2026, 11, 2), 10, TermKind.HALF_YEAR, 1),
        (date(2027, 1, 5), 11, TermKind.HALF_YEAR, 1),
        (date(2027, 1, 11), 11, TermKind.HALF_YEAR, 2),
        (date(2026, 8, 1), 5, TermKind.QUARTER, 1),
        (date(2027, 6, 20), 5, TermKind.QUARTER, 4),
    ],
)
def test_quarters_up_to_the_ninth_grade_half_years_above(day: date, grade: int, kind: TermKind, number: int) -> None:
    term = CALENDAR.term_of(day, grade)
    assert term is not None
    assert (term.kind, term.number) == (kind, number)


def test_a_school_of_trimesters_alone_marks_all_grades_by_them() -> None:
    trimester = Term(TermId(1), TermKind.TRIMESTER, 1, date(2026, 9, 1), date(2026, 11, 30))
    calendar = SchoolCalendar(YEAR.starts_on, YEAR.ends_on, (), (trimester,))
    assert calendar.term_of(date(2026, 10, 1), 11) == trimester
    assert SchoolCalendar(YEAR.starts_on, YEAR.ends_on).term_of(date(2026, 10, 1), 5) is None


def test_a_grade_has_terms_of_one_kind_the_schools_own_where_the_calendar_has_them() -> None:
    trimesters = [
        Term(TermId(90 + number), TermKind.TRIMESTER, number, starts, ends)
        for number, (starts, ends) in enumerate(
            [(date(2026, 9, 1), date(2026, 11, 25)), (date(2026, 11, 26), date(2027, 2, 28))], 1
        )
    ]
    calendar = SchoolCalendar(YEAR.starts_on, YEAR.ends_on, (), (*TERMS, *trimesters))
    assert {term.kind for term in calendar.terms_of(7)} == {TermKind.QUARTER}
    assert {term.kind for term in calendar.terms_of(10)} == {TermKind.HALF_YEAR}
    assert {term.kind for term in calendar.terms_of(10, TermKind.QUARTER)} == {TermKind.QUARTER}
    assert calendar.term_of(date(2026, 12, 1), 7, TermKind.TRIMESTER) == trimesters[1]
    assert CALENDAR.terms_of(7, TermKind.TRIMESTER) == CALENDAR.terms_of(7)


@given(days, grades)
def test_the_days_after_are_exactly_those_that_are_not_off(day: date, grade: int) -> None:
    listed = list(CALENDAR.school_days_after(day, grade))
    walked = [day + DAY * n for n in range(1, (YEAR.ends_on - day).days + 1)]
    assert listed == [one for one in walked if CALENDAR.day_off(one, grade) is None]


@given(st.integers(2020, 2030))
def test_terms_and_vacations_of_any_year_do_not_overlap(first: int) -> None:
    year = year_of(date(first, 9, 1))
    quarters = [term for term in year.terms if term.kind is TermKind.QUARTER]
    assert [term.number for term in quarters] == [1, 2, 3, 4]
    assert all(one.ends_on < other.starts_on for one, other in pairwise(quarters))
    whole = [span for span in year.spans if span.kind is SpanKind.VACATION and span.grade_to > 1]
    assert [span for span in whole for term in quarters if _meet(span, term.starts_on, term.ends_on)] == []


def _meet(span: Span, starts: date, ends: date) -> bool:
    return span.starts_on <= ends and starts <= span.ends_on
