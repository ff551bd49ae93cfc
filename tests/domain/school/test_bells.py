"""Bells: the narrowest rule rings; the schedules of real schools read as their sites print them."""

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date, time
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.ids import ClassId
from domain.school.bells import Bell, BellRule, bells_on, rule_on

REAL = Path(__file__).parents[4] / "shared" / "data" / "bells" / "bells-real.json"
MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)
NEW_YEAR = date(2027, 1, 1)


def _at(hour: int, minute: int = 0) -> Mapping[int, Bell]:
    return {1: Bell(time(hour, minute), time(hour, minute + 40 if minute < 20 else 59))}


def _times(spans: Sequence[str]) -> Mapping[int, Bell]:
    """«08:30-09:10» by position; what the source misprints («12.1155», «15:.. (cut)») is left out."""
    whole = {n: re.fullmatch(r"(\d\d:\d\d)-(\d\d:\d\d)", span) for n, span in enumerate(spans, 1)}
    return {n: Bell(*map(time.fromisoformat, found.groups())) for n, found in whole.items() if found}


@pytest.fixture(scope="module")
def schools() -> list[dict[str, Any]]:
    if not REAL.is_file():
        pytest.skip("the folder with real bells is not here")
    return list(json.loads(REAL.read_text(encoding="utf-8")))


def test_no_rule_no_bells() -> None:
    assert bells_on([], TUESDAY, 7) == {}
    assert bells_on([BellRule(_at(9), 1, 4)], TUESDAY, 7) == {}


def test_fewer_grades_beat_more_a_date_beats_none_and_a_weekday_beats_both() -> None:
    rules = [
        BellRule(_at(8)),
        BellRule(_at(9), 1, 4),
        BellRule(_at(10), 1, 11, valid_from=NEW_YEAR),
        BellRule(_at(11), 1, 11, weekday=1),
    ]
    for order in (rules, rules[::-1]):
        assert bells_on(order, TUESDAY, 7) == _at(8)
        assert bells_on(order, TUESDAY, 3) == _at(9)
        assert bells_on(order, date(2027, 1, 12), 3) == _at(10)
        assert bells_on(order, date(2027, 1, 11), 3) == _at(11)


def test_both_ends_of_a_rules_days_and_grades_belong_to_it() -> None:
    rule = BellRule(_at(8), 2, 4, valid_from=MONDAY, valid_until=TUESDAY)
    assert [rule.holds(date(2026, 11, day), 3) for day in (22, 23, 24, 25)] == [False, True, True, False]
    assert [rule.holds(MONDAY, grade) for grade in (1, 2, 4, 5)] == [False, True, True, False]


def test_a_school_with_its_own_mondays_and_first_grades_of_two_halves(schools: list[dict[str, Any]]) -> None:
    irbit = schools[0]
    rules = [
        BellRule(_times(irbit["grade1_first_half"]), 1, 1, valid_until=date(2026, 12, 31)),
        BellRule(_times(irbit["grade1_second_half"]), 1, 1, valid_from=NEW_YEAR),
        BellRule(_times(irbit["grades2_9_monday"]), 2, 9, weekday=1),
        BellRule(_times(irbit["grades2_9_tue_fri"]), 2, 9),
    ]
    assert bells_on(rules, MONDAY, 5)[1] == Bell(time(8, 30), time(9, 0))
    assert bells_on(rules, TUESDAY, 5)[1] == Bell(time(8, 30), time(9, 10))
    assert bells_on(rules, TUESDAY, 1)[2] == Bell(time(9, 20), time(9, 55))
    assert 4 not in bells_on(rules, TUESDAY, 1)
    assert bells_on(rules, date(2027, 2, 2), 1)[5] == Bell(time(12, 20), time(13, 0))
    assert bells_on(rules, TUESDAY, 10) == {}


def test_a_school_where_every_group_of_grades_has_a_monday_of_its_own(schools: list[dict[str, Any]]) -> None:
    zakan = schools[1]
    monday = zakan["monday"]
    rules = [
        BellRule(_times(monday["1_sep_dec"]), 1, 1, weekday=1, valid_until=date(2026, 12, 31)),
        BellRule(_times(monday["2"]), 2, 2, weekday=1),
        BellRule(_times(monday["3_4"]), 3, 4, weekday=1),
        BellRule(_times(monday["5_11"]), 5, 11, weekday=1),
        BellRule(_times(zakan["tue_fri"]["5_11"]), 5, 11),
    ]
    lessons = {grade: len(bells_on(rules, MONDAY, grade)) for grade in (1, 2, 3, 4, 5, 11)}
    assert lessons == {1: 5, 2: 5, 3: 6, 4: 6, 5: 8, 11: 8}
    assert bells_on(rules, MONDAY, 7)[8] == Bell(time(14, 10), time(14, 40))
    assert bells_on(rules, TUESDAY, 7)[8] == Bell(time(14, 20), time(14, 50))
    assert bells_on(rules, TUESDAY, 3) == {}


def test_bells_of_real_schools_follow_each_other(schools: list[dict[str, Any]]) -> None:
    for spans in (schools[2]["all"], schools[1]["monday"]["5_11"], schools[0]["grades2_9_tue_fri"]):
        bells = list(_times(spans).values())
        assert all(one.starts < one.ends for one in bells)
        assert all(one.ends < other.starts for one, other in pairwise(bells))


def test_a_short_day_beats_even_its_weekdays_rule_and_of_equal_rules_the_last_rings() -> None:
    short = BellRule(_at(12), valid_from=MONDAY, valid_until=MONDAY)
    rules = [short, BellRule(_at(11), 1, 11, weekday=1), BellRule(_at(8)), BellRule(_at(9))]
    assert bells_on(rules, MONDAY, 7) == _at(12)
    assert bells_on(rules, TUESDAY, 7) == _at(9)


def test_a_day_that_has_mondays_lessons_has_mondays_bells() -> None:
    rules = [BellRule(_at(8)), BellRule(_at(11), weekday=1)]
    saturday = date(2027, 2, 20)
    assert bells_on(rules, saturday, 7) == _at(8)
    assert bells_on(rules, saturday, 7, 1) == _at(11)


SHIFT = BellRule(_at(14), class_id=ClassId(72))


def test_a_class_has_its_own_shift_and_its_neighbour_has_not() -> None:
    for rules in ([BellRule(_at(8)), SHIFT], [SHIFT, BellRule(_at(8), 7, 7)]):
        assert bells_on(rules, TUESDAY, 7, None, ClassId(72)) == _at(14)
        assert bells_on(rules, TUESDAY, 7, None, ClassId(71)) == _at(8)
        assert bells_on(rules, TUESDAY, 7) == _at(8)
    assert bells_on([SHIFT], TUESDAY, 7, None, ClassId(71)) == {}


def test_mondays_and_half_years_of_the_school_leave_the_shift_of_a_class_alone() -> None:
    rules = [SHIFT, BellRule(_at(9), weekday=1), BellRule(_at(10), 7, 7, 1, valid_from=date(2026, 9, 1))]
    assert bells_on(rules, MONDAY, 7, None, ClassId(72)) == _at(14)
    assert bells_on(rules, MONDAY, 7, None, ClassId(71)) == _at(10)


def test_a_short_day_is_for_all_until_a_class_has_one_of_its_own() -> None:
    short = BellRule(_at(8), valid_from=MONDAY, valid_until=MONDAY)
    own = BellRule(_at(12), valid_from=MONDAY, valid_until=MONDAY, class_id=ClassId(72))
    assert bells_on([SHIFT, short], MONDAY, 7, None, ClassId(72)) == _at(8)
    assert bells_on([SHIFT, own, short], MONDAY, 7, None, ClassId(72)) == _at(12)
    assert bells_on([SHIFT, own, short], TUESDAY, 7, None, ClassId(72)) == _at(14)


def test_a_mondays_rule_of_a_class_beats_its_usual_one() -> None:
    monday = BellRule(_at(15), weekday=1, class_id=ClassId(72))
    assert bells_on([monday, SHIFT], MONDAY, 7, None, ClassId(72)) == _at(15)
    assert bells_on([monday, SHIFT], TUESDAY, 7, None, ClassId(72)) == _at(14)


DAYS = st.dates(date(2026, 11, 2), date(2026, 11, 15))
RULES = st.lists(
    st.builds(
        BellRule,
        st.integers(8, 15).map(_at),
        st.integers(1, 7),
        st.integers(7, 12),
        st.none() | st.integers(1, 7),
        st.none() | DAYS,
        st.none() | DAYS,
        class_id=st.none() | st.sampled_from([ClassId(71), ClassId(72)]),
    ),
    max_size=8,
)


@given(RULES, DAYS)
def test_rules_of_another_class_never_ring(rules: list[BellRule], day: date) -> None:
    without = [rule for rule in rules if rule.class_id != ClassId(72)]
    assert bells_on(rules, day, 7, None, ClassId(71)) == bells_on(without, day, 7, None, ClassId(71))
    rung = rule_on(rules, day, 7, None, ClassId(72))
    own = [rule for rule in rules if rule.class_id == ClassId(72) and rule.holds(day, 7, None, ClassId(72))]
    if own:
        assert rung is not None
        assert rung.class_id == ClassId(72) or rung.one_day
    else:
        assert rung == rule_on(rules, day, 7)
