"""Bells as a message has them: line by line or from a start, a length and breaks; overlaps and mistakes are said."""

from datetime import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.school.bells import Bell
from domain.school.bells_said import BellsOverlap, BellsTooLong, BellsUnclear, minutes_of, said_bells

USUAL = {1: Bell(time(8, 30), time(9, 15)), 2: Bell(time(9, 25), time(10, 10)), 3: Bell(time(10, 30), time(11, 15))}


@pytest.mark.parametrize(
    "said",
    [
        "1 8:30–9:15\n2 9:25–10:10\n3 10:30–11:15",
        "1. 8.30-9.15\n2. 9.25-10.10\n3. 10.30-11.15",
        "1) 08:30 - 09:15; 2) 09:25 - 10:10; 3) 10:30 - 11:15",
        "1 урок 8:30 – 9:15\n\n2 урок 9:25 – 10:10\n3 урок 10:30 – 11:15",
        "8:30–9:15\n9:25–10:10\n10:30–11:15",
        "8:30 по 45, перемены 10 20",
        "с 8.30 по 45 минут, перемены: 10, 20 минут",
        "8:30 by 45, breaks 10 20",
    ],
)
def test_a_school_writes_its_bells_in_many_ways(said: str) -> None:
    assert said_bells(said) == USUAL


def test_a_lesson_before_the_first_is_number_nought() -> None:
    assert list(said_bells("0 8:00–8:25\n1 8:30–9:15")) == [0, 1]


def test_a_long_break_is_a_dynamic_pause_and_the_second_shift_begins_at_one_again() -> None:
    first_grade = said_bells("8:30 по 35, перемены 10 40 10")
    assert first_grade[3] == Bell(time(10, 30), time(11, 5))
    assert said_bells("14:00 по 40, перемены 10 10")[1] == Bell(time(14), time(14, 40))


@pytest.mark.parametrize(
    ("said", "position"),
    [("1 9:00–8:30", 1), ("1 8:30–8:30", 1), ("1 8:30–9:15\n2 9:10–9:55", 2), ("2 8:30–9:15\n1 9:25–10:10", 2)],
)
def test_lessons_that_overlap_or_go_back_are_refused_by_number(said: str, position: int) -> None:
    with pytest.raises(BellsOverlap) as refused:
        said_bells(said)
    assert refused.value.position == position


@pytest.mark.parametrize(
    "said", ["1 6:00–6:40\n2 20:00–20:40", "20:00 по 45, перемены 60 60 60", "8:00 по 600, перемены 200"]
)
def test_a_day_of_more_than_twelve_hours_is_refused(said: str) -> None:
    with pytest.raises(BellsTooLong):
        said_bells(said)


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("1 8:30–9:15\nпотом обед", "потом обед"),
        ("1 8:30–9:15\n1 9:25–10:10", "1 9:25–10:10"),
        ("21 8:30–9:15", "21 8:30–9:15"),
        ("1 25:30–26:15", "1 25:30–26:15"),
        ("8:30 по 45", "8:30 по 45"),
        ("", ""),
    ],
)
def test_the_line_that_was_not_read_is_named(said: str, line: str) -> None:
    with pytest.raises(BellsUnclear) as refused:
        said_bells(said)
    assert refused.value.said == line


@given(st.integers(7, 9), st.integers(20, 45), st.lists(st.integers(5, 40), min_size=1, max_size=8))
def test_lessons_follow_each_other_with_just_these_breaks(hour: int, length: int, breaks: list[int]) -> None:
    bells = said_bells(f"{hour}:05 по {length}, перемены {' '.join(map(str, breaks))}")
    assert list(bells) == list(range(1, len(breaks) + 2))
    assert {minutes_of(one.ends) - minutes_of(one.starts) for one in bells.values()} == {length}
    assert [minutes_of(b.starts) - minutes_of(a.ends) for a, b in pairwise(bells.values())] == breaks


@given(st.text(alphabet="0123456789:.-–; \nпоурок,", max_size=200))
def test_whatever_is_typed_is_read_or_refused(said: str) -> None:
    try:
        bells = list(said_bells(said).values())
    except (BellsUnclear, BellsOverlap, BellsTooLong):
        return
    assert all(one.starts < one.ends for one in bells)
