"""One line of the office: what it changes, when, for whom, by whose weekday; what is not understood is said."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.school.calendar import Span, SpanKind, TermKind
from domain.school.calendar_said import MOST_NAME, CalendarUnclear, SaidTerm, calendar_in, speaks_of_calendar
from domain.school.said_dates import NoSuchDay
from tests.school import TUESDAY

VACATION, OFF, WORKED = SpanKind.VACATION, SpanKind.NON_WORKING, SpanKind.WORKING
SATURDAY = date(2027, 2, 20)
DEFENDERS = date(2027, 2, 23)


@pytest.mark.parametrize(
    ("line", "span"),
    [
        ("каникулы 2–8 ноября", Span(date(2026, 11, 2), date(2026, 11, 8), VACATION, "Осенние каникулы")),
        (
            "Весенние каникулы с 22 по 28 марта",
            Span(date(2027, 3, 22), date(2027, 3, 28), VACATION, "Весенние каникулы"),
        ),
        (
            "каникулы с 31 декабря по 10 января",
            Span(date(2026, 12, 31), date(2027, 1, 10), VACATION, "Зимние каникулы"),
        ),
        (
            "каникулы для 1-х классов 15-21.02",
            Span(date(2027, 2, 15), date(2027, 2, 21), VACATION, "Дополнительные каникулы", 1, 1),
        ),
        ("выходной 23 февраля 1 классы", Span(DEFENDERS, DEFENDERS, OFF, "Выходной день", 1, 1)),
        ("выходной 23.02 2–4 кл. карантин", Span(DEFENDERS, DEFENDERS, OFF, "Карантин", 2, 4)),
        ("Выходной завтра", Span(date(2026, 11, 25), date(2026, 11, 25), OFF, "Выходной день")),
        (
            "выходной 4 ноября: День народного единства",
            Span(date(2026, 11, 4), date(2026, 11, 4), OFF, "День народного единства"),
        ),
        ("нерабочие дни 4 мая – 7 мая", Span(date(2027, 5, 4), date(2027, 5, 7), OFF, "Выходной день")),
        (
            "рабочая суббота 20 февраля по понедельнику",
            Span(SATURDAY, SATURDAY, WORKED, "Рабочая суббота", as_weekday=1),
        ),
        ("учимся 20.02 по расписанию среды", Span(SATURDAY, SATURDAY, WORKED, "Рабочая суббота", as_weekday=3)),
        ("рабочая суббота 20 февраля 5–11 классы", Span(SATURDAY, SATURDAY, WORKED, "Рабочая суббота", 5, 11)),
        ("working Saturday 20 february as Monday", Span(SATURDAY, SATURDAY, WORKED, "Рабочая суббота", as_weekday=1)),
        ("day off 23 february grades 1-4", Span(DEFENDERS, DEFENDERS, OFF, "Выходной день", 1, 4)),
    ],
)
def test_a_line_becomes_days_of_the_calendar(line: str, span: Span) -> None:
    assert calendar_in(line, TUESDAY) == span
    assert speaks_of_calendar(line)


@pytest.mark.parametrize(
    ("line", "term"),
    [
        ("2 четверть 2 ноября – 29 декабря", (TermKind.QUARTER, 2, date(2026, 11, 2), date(2026, 12, 29))),
        ("1-е полугодие с 01.09 по 30.12", (TermKind.HALF_YEAR, 1, date(2026, 9, 1), date(2026, 12, 30))),
        ("3 триместр 1 марта – 26 мая", (TermKind.TRIMESTER, 3, date(2027, 3, 1), date(2027, 5, 26))),
        ("2nd quarter 2 november – 29 december", (TermKind.QUARTER, 2, date(2026, 11, 2), date(2026, 12, 29))),
    ],
)
def test_a_line_becomes_a_term(line: str, term: tuple[TermKind, int, date, date]) -> None:
    assert calendar_in(line, TUESDAY) == SaidTerm(*term)
    assert speaks_of_calendar(line)


@pytest.mark.parametrize(
    "line",
    ["каникулы", "выходной", "2 четверть", "2 четверть 2 ноября", "рабочие дни", "выходной 9 мая 13 классы", "привет"],
)
def test_what_names_no_days_or_nothing_known_is_unclear(line: str) -> None:
    with pytest.raises(CalendarUnclear):
        calendar_in(line, TUESDAY)


def test_a_working_day_is_one_day_and_a_day_that_is_none_is_refused() -> None:
    with pytest.raises(CalendarUnclear):
        calendar_in("рабочий день 20–21 февраля", TUESDAY)
    with pytest.raises(NoSuchDay):
        calendar_in("выходной 31 февраля", TUESDAY)


@pytest.mark.parametrize(
    "line", ["7А алгебра № 5", "завтра", "что задано на каникулы", "Пётр заболел 2–3 ноября", "1 8:30–9:15", ""]
)
def test_other_lines_are_not_of_the_calendar(line: str) -> None:
    assert not speaks_of_calendar(line)


@given(st.text(max_size=160))
def test_whatever_is_typed_is_read_or_refused(said: str) -> None:
    for line in (said, f"выходной {said}", f"каникулы 2–8 ноября {said}"):
        try:
            found = calendar_in(line, TUESDAY)
        except (CalendarUnclear, NoSuchDay):
            continue
        assert found.starts_on <= found.ends_on
        assert isinstance(found, SaidTerm) or 0 < len(found.name) <= MOST_NAME
