"""Forecasts: what is said to be enough is enough, one mark less is not, and nothing shorter is kept back."""

from fractions import Fraction
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.ids import WorkKindId
from domain.journal.averages import weighted_average
from domain.journal.explained import Explained, Part, Rule
from domain.journal.forecast import Way, average_with, forecast, ways
from domain.journal.ports import WorkKind
from domain.journal.rounding import MATHEMATICAL, rounded
from domain.journal.what_if import Tried, tried_marks

KINDS = [WorkKind(WorkKindId(n), code, code, code, 1) for n, code in enumerate(("отв", "ср", "кр"))]


def _explained(marks: list[tuple[int, int]], fewest: int = 0) -> Explained:
    parts = tuple(Part(Fraction(value), weight) for value, weight in marks)
    average = weighted_average((part.value, part.weight) for part in parts)
    return Explained(Rule.MARKS, parts=parts, average=average, count=len(parts), fewest=fewest)


def _shortest(explained: Explained, goal: int, left: int, weights: list[int]) -> int | None:
    """By trying every sequence of marks that may still be given."""
    marks = list(product((5, 4, 3, 2), sorted(set(weights))))
    least = max(1, explained.fewest - explained.count)
    for count in range(least, left + 1):
        for tried in product(marks, repeat=count):
            average = average_with(explained, tried)
            if average is not None and rounded(average, MATHEMATICAL) >= goal:
                return count
    return None


marks = st.lists(st.tuples(st.integers(2, 5), st.integers(1, 3)), max_size=8)


@settings(max_examples=60, deadline=None)
@given(marks, st.integers(0, 3), st.lists(st.sampled_from([1, 2, 5]), min_size=1, max_size=2), st.integers(0, 4))
def test_brute_force_over_all_sequences_agrees(
    stood: list[tuple[int, int]], left: int, weights: list[int], fewest: int
) -> None:
    explained = _explained(stood, fewest)
    for goal in forecast(explained, left, weights).goals:
        shortest = _shortest(explained, goal.mark, left, weights)
        assert (goal.ways[0].count if goal.ways else None) == shortest
        for way in goal.ways:
            enough = average_with(explained, [(way.value, way.weight)] * way.count)
            assert enough is not None
            assert rounded(enough, MATHEMATICAL) >= goal.mark


@settings(max_examples=60, deadline=None)
@given(marks, st.integers(1, 30))
def test_one_mark_less_would_not_do(stood: list[tuple[int, int]], left: int) -> None:
    explained = _explained(stood)
    for goal in forecast(explained, left, [1, 3]).goals:
        for way in goal.ways:
            less = average_with(explained, [(way.value, way.weight)] * (way.count - 1))
            assert less is None or way.count == 1 or rounded(less, MATHEMATICAL) < goal.mark


def test_for_a_four_one_five_of_a_control_work_or_two_fours_are_enough() -> None:
    explained = _explained([(3, 1), (3, 1), (4, 1)])
    assert ways(explained, 4, 10, [1, 3]) == (Way(4, 1, 1),)
    explained = _explained([(3, 1)] * 3)
    assert ways(explained, 4, 10, [1, 3]) == (Way(4, 3, 1), Way(5, 1, 1), Way(4, 1, 3))
    explained = _explained([(3, 1)] * 6)
    assert ways(explained, 4, 10, [1, 5])[:2] == (Way(5, 5, 1), Way(4, 5, 2))


def test_what_is_out_of_reach_has_no_way() -> None:
    [five] = [goal for goal in forecast(_explained([(2, 1)] * 8), 3, [1]).goals if goal.mark == 5]
    assert five.ways == ()


def test_attestation_asks_for_as_many_marks_as_are_missing() -> None:
    told = forecast(_explained([(5, 1)], fewest=3), 1, [1])
    assert (told.needed, told.attestable) == (2, False)
    told = forecast(_explained([(5, 1)], fewest=3), 9, [1])
    assert told.goals[0].mark == 5
    assert told.goals[0].ways[0].count == 2


def test_marks_to_be_tried_are_read_with_their_kinds() -> None:
    assert tried_marks("if 5 4 кр", KINDS) == (Tried(5, 0), Tried(4, 2))
    assert tried_marks("если 5, 5", KINDS) == (Tried(5, 0), Tried(5, 0))
    for line in ("", "if", "кр", "5 6", "5 зачёт", "55"):
        assert tried_marks(line, KINDS) is None
    assert len(tried_marks("5 " * 30, KINDS) or ()) == 8
