"""Terms of keeping: from the end of the calendar year in which a file ends, a journal with its school year."""

from datetime import date

import pytest

from domain.roles.retention import RetentionTerms

TERMS = RetentionTerms(journal=5, results=25, orders=50, audit=3)


@pytest.mark.parametrize(
    ("kind", "last", "until"),
    [
        ("marks", date(2026, 11, 24), date(2032, 12, 31)),
        ("attendance", date(2027, 5, 25), date(2032, 12, 31)),
        ("changes", date(2027, 9, 1), date(2033, 12, 31)),
        ("results", date(2027, 5, 25), date(2052, 12, 31)),
        ("orders", date(2026, 8, 31), date(2076, 12, 31)),
        ("audit", date(2026, 11, 24), date(2029, 12, 31)),
    ],
)
def test_a_term_ends_with_a_year(kind: str, last: date, until: date) -> None:
    assert TERMS.until(kind, last) == until


@pytest.mark.parametrize("day", [date(2026, 9, 1), date(2026, 12, 31), date(2027, 1, 1), date(2027, 8, 31)])
def test_what_is_promised_is_kept_to_the_day_and_goes_on_the_next(day: date) -> None:
    until = TERMS.until("marks", day)
    assert day >= TERMS.limits(until).journal
    assert day < TERMS.limits(date(until.year + 1, 1, 1)).journal
    of_audit = TERMS.until("audit", day)
    assert day >= TERMS.limits(of_audit).audit
    assert day < TERMS.limits(date(of_audit.year + 1, 1, 1)).audit
