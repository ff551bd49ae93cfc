"""Forecasts: what is said to be enough is enough, one mark less is not, and nothing shorter is kept back."""

from fractions import Fraction
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.ids import WorkKindId
from domain.journal.averages import weighted_average
from domain.journal.explained import Explained, Part, Rule
from domain.journal.forecast import Goal, Left, Way, average_with, forecast, ways
from domain.journal.forecasting import lessons_left
from domain.journal.ports import WorkKind
from domain.journal.rounding import MATHEMATICAL, rounded
from domain.journal.what_if import Tried, tried_marks

KINDS = [WorkKind(WorkKindId(n), code, code, code, 1) for n, code in enumerate(("отв", "ср", "кр"))]


def _explained(marks: list[tuple[int, int]], fewest: int = 0) -> Explained:
    parts = tuple(Part(Fraction(value), weight) for value, weight in marks)
    average = weighted_average((part.value, part.weight) for part in parts)
    return Explained(Rule.MARKS, parts=parts, average=average, count=len(parts), fewest=fewest)


def _left(count: int, *weights: int) -> Left:
    return Left(count, frozenset(weights))


def _can_be(weights: tuple[int, ...], left: Left) -> bool:
    """Whether each mark finds a lesson of its own."""
    light = sum(weight not in left.control_weights for weight in weights)
    heavy = sum(weight not in left.weights for weight in weights)
    return light <= left.others and heavy <= left.controls and len(weights) <= left.count


def _shortest(explained: Explained, goal: int, left: Left) -> int | None:
    """By trying every sequence of marks that may still be given."""
    marks = list(product((5, 4, 3, 2), sorted(left.weights | left.control_weights)))
    least = max(1, explained.fewest - explained.count)
    for count in range(least, left.count + 1):
        for tried in product(marks, repeat=count):
            average = average_with(explained, tried)
            possible = _can_be(tuple(weight for _, weight in tried), left)
            if possible and average is not None and rounded(average, MATHEMATICAL) >= goal:
                return count
    return None


marks = st.lists(st.tuples(st.integers(2, 5), st.integers(1, 3)), max_size=8)


some_weights = st.frozensets(st.sampled_from([1, 2, 5]), min_size=1, max_size=2)
lefts = st.one_of(
    st.builds(Left, st.integers(0, 3), some_weights),
    st.builds(Left, st.integers(0, 2), some_weights, st.integers(1, 2), some_weights),
)


@settings(max_examples=80, deadline=None)
@given(marks, lefts, st.integers(0, 4))
def test_brute_force_over_all_sequences_agrees(stood: list[tuple[int, int]], left: Left, fewest: int) -> None:
    explained = _explained(stood, fewest)
    for goal in forecast(explained, left).goals:
        found = [way.count for way in goal.ways[:1]] + [sum(way.count for way in goal.together)] * bool(goal.together)
        assert min(found, default=None) == _shortest(explained, goal.mark, left)
        for marks_ in (*((way,) for way in goal.ways), *((goal.together,) if goal.together else ())):
            tried = [(way.value, way.weight) for way in marks_ for _ in range(way.count)]
            enough = average_with(explained, tried)
            assert enough is not None
            assert rounded(enough, MATHEMATICAL) >= goal.mark
            assert _can_be(tuple(weight for _, weight in tried), left)


@settings(max_examples=60, deadline=None)
@given(marks, st.integers(1, 30))
def test_one_mark_less_would_not_do(stood: list[tuple[int, int]], left: int) -> None:
    explained = _explained(stood)
    for goal in forecast(explained, _left(left, 1, 3)).goals:
        for way in goal.ways:
            less = average_with(explained, [(way.value, way.weight)] * (way.count - 1))
            assert less is None or way.count == 1 or rounded(less, MATHEMATICAL) < goal.mark


def test_for_a_four_one_five_of_a_control_work_or_two_fours_are_enough() -> None:
    explained = _explained([(3, 1), (3, 1), (4, 1)])
    assert ways(explained, 4, _left(10, 1, 3)) == (Way(4, 1, 1),)
    explained = _explained([(3, 1)] * 3)
    assert ways(explained, 4, _left(10, 1, 3)) == (Way(4, 3, 1), Way(5, 1, 1), Way(4, 1, 3))
    explained = _explained([(3, 1)] * 6)
    assert ways(explained, 4, _left(10, 1, 5))[:2] == (Way(5, 5, 1), Way(4, 5, 2))


def test_no_more_control_works_are_counted_on_than_are_planned() -> None:
    explained = _explained([(3, 1)] * 6)
    planned = Left(10, frozenset({1}), 1, frozenset({5}))
    assert ways(explained, 4, planned) == (Way(5, 5, 1), Way(5, 1, 2), Way(4, 1, 6))
    [five] = [goal for goal in forecast(explained, planned).goals if goal.mark == 5]
    assert five == Goal(5, ())


def test_marks_of_several_weights_reach_what_marks_alike_do_not() -> None:
    explained = _explained([(3, 1)] * 3)
    [five] = [goal for goal in forecast(explained, Left(2, frozenset({1}), 1, frozenset({7}))).goals if goal.mark == 5]
    assert (five.ways, five.together) == ((), (Way(5, 7, 1), Way(5, 1, 2)))


def test_lessons_of_planned_control_works_bring_nothing_else() -> None:
    weighed = [*KINDS[:2], WorkKind(WorkKindId(9), "control", "кр", "Контрольная", 3)]
    assert lessons_left(9, 2, weighed) == Left(7, frozenset({1}), 2, frozenset({3}))
    assert lessons_left(1, 2, weighed) == Left(0, frozenset({1}), 1, frozenset({3}))
    assert lessons_left(9, 0, weighed) == Left(9, frozenset({1, 3}))
    assert lessons_left(9, 2, KINDS) == Left(9, frozenset({1}))


def test_what_is_out_of_reach_has_no_way() -> None:
    [five] = [goal for goal in forecast(_explained([(2, 1)] * 8), _left(3, 1)).goals if goal.mark == 5]
    assert five == Goal(5, ())


def test_attestation_asks_for_as_many_marks_as_are_missing() -> None:
    told = forecast(_explained([(5, 1)], fewest=3), _left(1, 1))
    assert (told.needed, told.attestable) == (2, False)
    told = forecast(_explained([(5, 1)], fewest=3), _left(9, 1))
    assert told.goals[0].mark == 5
    assert told.goals[0].ways[0].count == 2


def test_marks_to_be_tried_are_read_with_their_kinds() -> None:
    assert tried_marks("if 5 4 кр", KINDS) == (Tried(5, 0), Tried(4, 2))
    assert tried_marks("если 5, 5", KINDS) == (Tried(5, 0), Tried(5, 0))
    for line in ("", "if", "кр", "5 6", "5 зачёт", "55"):
        assert tried_marks(line, KINDS) is None
    assert len(tried_marks("5 " * 30, KINDS) or ()) == 8
