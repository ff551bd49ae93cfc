"""Which periods are offered on a day, and from when until when they go."""

from datetime import date

from domain.control.periods import NamedPeriod, PeriodKind, periods_of
from domain.ids import TermId
from domain.school.calendar import SchoolCalendar, Term, TermKind

QUARTERS = tuple(
    Term(TermId(n), TermKind.QUARTER, n, starts, ends)
    for n, (starts, ends) in enumerate(
        [
            (date(2026, 9, 1), date(2026, 10, 25)),
            (date(2026, 11, 2), date(2026, 12, 30)),
            (date(2027, 1, 11), date(2027, 3, 21)),
            (date(2027, 3, 29), date(2027, 5, 26)),
        ],
        1,
    )
)
HALVES = (
    Term(TermId(11), TermKind.HALF_YEAR, 1, date(2026, 9, 1), date(2026, 12, 30)),
    Term(TermId(12), TermKind.HALF_YEAR, 2, date(2027, 1, 11), date(2027, 5, 26)),
)
YEAR = SchoolCalendar(date(2026, 9, 1), date(2027, 5, 26), (), (*QUARTERS, *HALVES))
TUESDAY = date(2026, 11, 24)


def _days(today: date, grade: int | None = None) -> dict[PeriodKind, tuple[date, date]]:
    return {one.kind: (one.first, one.last) for one in periods_of(YEAR, today, grade)}


def test_a_week_goes_from_monday_to_sunday_and_a_month_to_its_last_day() -> None:
    found = _days(TUESDAY)
    assert found[PeriodKind.THIS_WEEK] == (date(2026, 11, 23), date(2026, 11, 29))
    assert found[PeriodKind.LAST_WEEK] == (date(2026, 11, 16), date(2026, 11, 22))
    assert found[PeriodKind.MONTH] == (date(2026, 11, 1), date(2026, 11, 30))
    assert found[PeriodKind.LAST_MONTH] == (date(2026, 10, 1), date(2026, 10, 31))
    assert found[PeriodKind.YEAR] == (date(2026, 9, 1), date(2027, 5, 26))


def test_the_school_has_quarters_and_a_tenth_grade_half_years() -> None:
    assert _days(TUESDAY)[PeriodKind.TERM] == (date(2026, 11, 2), date(2026, 12, 30))
    assert _days(TUESDAY)[PeriodKind.LAST_TERM] == (date(2026, 9, 1), date(2026, 10, 25))
    assert _days(TUESDAY, 10)[PeriodKind.TERM] == (date(2026, 9, 1), date(2026, 12, 30))
    assert PeriodKind.LAST_TERM not in _days(TUESDAY, 10)


def test_what_the_school_has_said_of_its_terms_holds() -> None:
    terms = [one.term for one in periods_of(YEAR, TUESDAY, 5, TermKind.HALF_YEAR) if one.kind is PeriodKind.TERM]
    assert terms == [HALVES[0]]


def test_in_the_holidays_the_term_that_ended_last_is_offered() -> None:
    assert _days(date(2026, 10, 28))[PeriodKind.TERM] == (date(2026, 9, 1), date(2026, 10, 25))


def test_on_the_first_of_september_nothing_of_the_summer_is_offered_but_the_week_that_it_lies_in() -> None:
    found = _days(date(2026, 9, 1))
    assert set(found) == {PeriodKind.THIS_WEEK, PeriodKind.MONTH, PeriodKind.TERM, PeriodKind.YEAR}
    assert found[PeriodKind.THIS_WEEK][0] == date(2026, 8, 31)


def test_before_the_year_there_is_the_year_and_its_first_term() -> None:
    assert periods_of(SchoolCalendar(date(2026, 9, 1), date(2027, 5, 26)), date(2026, 8, 1)) == (
        NamedPeriod(PeriodKind.YEAR, date(2026, 9, 1), date(2027, 5, 26)),
    )
