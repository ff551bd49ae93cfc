"""Buttons of the calendar and of bells are a stranger's until they are checked: what is none is not found."""

from datetime import date, time

import pytest

from domain.errors import NotFound
from domain.ids import BellRuleId
from domain.school.bells import Bell, BellRule
from domain.school.calendar import Span, SpanKind, TermKind
from handlers.school.bells_buttons import TypeBells, type_button
from handlers.school.calendar_buttons import KeepDays, KeepTerm, keep_button

SATURDAY = date(2027, 2, 20)
GOOD = {"kind": SpanKind.WORKING, "days": "270220270220", "grade_from": 1, "grade_to": 12, "lent": 1, "sure": True}


def test_a_button_says_the_days_that_it_was_made_of() -> None:
    span = Span(SATURDAY, SATURDAY, SpanKind.WORKING, "Рабочая суббота", 5, 11, 1)
    assert KeepDays.unpack(keep_button(span, sure=True).pack()).span(None) == span
    assert keep_button(span, sure=True).span("Своё имя").name == "Своё имя"


@pytest.mark.parametrize(
    "wrong",
    [
        {"days": "270220"},
        {"days": "270231270231"},
        {"days": "270220270219"},
        {"days": "270220270221"},
        {"days": "жжжжжж270220"},
        {"grade_from": 0},
        {"grade_to": 13},
        {"grade_from": 5, "grade_to": 4},
        {"lent": 8},
        {"lent": -1},
        {"kind": SpanKind.NON_WORKING},
    ],
)
def test_forged_days_grades_and_weekdays_are_not_found(wrong: dict[str, object]) -> None:
    assert KeepDays(**GOOD).span(None)
    with pytest.raises(NotFound):
        KeepDays(**{**GOOD, **wrong}).span(None)


@pytest.mark.parametrize(("number", "days"), [(0, "261102261229"), (5, "261102261229"), (2, "261102261102"), (2, "1")])
def test_a_forged_term_is_not_found(number: int, days: str) -> None:
    with pytest.raises(NotFound):
        _ = KeepTerm(kind=TermKind.QUARTER, number=number, days=days, sure=True).term


def test_bells_of_a_button_are_for_the_grades_and_days_of_their_rule() -> None:
    times = {1: Bell(time(9), time(9, 40))}
    for rule in (BellRule(times, 1, 4, 2), BellRule(times, 1, 1, None, SATURDAY, SATURDAY)):
        button = type_button(rule)
        assert button is not None
        scope = button.scope()
        assert (
            BellRule(times, scope.grade_from, scope.grade_to, scope.weekday, scope.valid_from, scope.valid_until)
            == rule
        )
    assert type_button(BellRule(times, valid_from=SATURDAY, id=BellRuleId(1))) is None


@pytest.mark.parametrize("wrong", [{"grade_to": 13}, {"weekday": 8}, {"days": "270220270219"}, {"days": "x"}])
def test_forged_bells_are_not_found(wrong: dict[str, object]) -> None:
    with pytest.raises(NotFound):
        TypeBells(**{"grade_from": 1, "grade_to": 4, "weekday": 0, "days": "0", **wrong}).scope()
