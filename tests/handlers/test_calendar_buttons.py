"""Buttons of the calendar and of bells are a stranger's until they are checked: what is none is not found."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import NotFound
from domain.ids import BellRuleId, ClassId
from domain.school.bells import BellRule
from domain.school.bells_whom import BellClassesTooMany
from domain.school.calendar import Span, SpanKind, TermKind
from handlers.school.bells_buttons import TypeBells, packed_whom, type_button
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


def test_bells_of_a_button_are_for_the_grades_or_class_and_days_of_their_rule() -> None:
    for rule in (
        BellRule({}, 1, 4, 2),
        BellRule({}, 1, 1, None, SATURDAY, SATURDAY),
        BellRule({}, weekday=1, class_id=ClassId(31)),
    ):
        button = type_button(rule)
        assert button is not None
        assert TypeBells.unpack(button.pack()).scope() == (rule,)
    assert type_button(BellRule({}, valid_from=SATURDAY, id=BellRuleId(1))) is None


@given(st.integers(1, 10**10), st.sets(st.integers(0, 107), min_size=1))
def test_a_button_holds_any_classes_of_a_year(first: int, apart: set[int]) -> None:
    scope = tuple(BellRule({}, class_id=ClassId(first + n)) for n in sorted(apart))
    button = TypeBells(whom=packed_whom(scope), weekday=7, days="270220270220")
    assert {one.class_id for one in TypeBells.unpack(button.pack()).scope()} == {one.class_id for one in scope}


def test_classes_that_no_button_holds_are_refused() -> None:
    with pytest.raises(BellClassesTooMany):
        packed_whom((BellRule({}, class_id=ClassId(1)), BellRule({}, class_id=ClassId(1000))))


@pytest.mark.parametrize(
    "wrong",
    [
        {"whom": "1-13"},
        {"whom": "5-4"},
        {"whom": "0-4"},
        {"whom": "1-2-3"},
        {"whom": "4"},
        {"whom": ""},
        {"whom": "1f."},
        {"whom": "0.1"},
        {"whom": "1f.0"},
        {"whom": "1f.-1"},
        {"whom": "ж.1"},
        {"weekday": 8},
        {"days": "270220270219"},
        {"days": "x"},
    ],
)
def test_forged_bells_are_not_found(wrong: dict[str, object]) -> None:
    assert TypeBells(whom="1-4", weekday=0, days="0").scope()
    with pytest.raises(NotFound):
        TypeBells(**{"whom": "1-4", "weekday": 0, "days": "0", **wrong}).scope()
