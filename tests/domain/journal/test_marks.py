"""Marks: the scale, what counts, and the average as a school computes it."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.ids import SubjectId
from domain.journal.averages import weighted_average
from domain.journal.diary import by_subject
from domain.journal.ports import TermMark
from domain.journal.scale import FIVE, FIVE_POINTS, MarkOutOfScale, points
from tests import school

marks = st.lists(st.tuples(st.integers(1, 5), st.integers(1, 10)), min_size=1, max_size=60)


def _mark(value: str, subject: str = "Алгебра", weight: int = 1) -> TermMark:
    return TermMark(SubjectId(1), subject, school.TUESDAY, value, "answer", weight)


@pytest.mark.parametrize("value", FIVE)
def test_the_five_marks_can_be_set(value: str) -> None:
    FIVE_POINTS.require(value)


@pytest.mark.parametrize("value", ["0", "6", "55", "5 ", "5-", "н", "", "V", "٥", "½", "зач"])
def test_nothing_else_can(value: str) -> None:
    with pytest.raises(MarkOutOfScale) as refused:
        FIVE_POINTS.require(value)
    assert refused.value.about == {"value": value, "offered": "5, 4, 3, 2, 1"}


@pytest.mark.parametrize(("value", "counted"), [("5", 5), ("1", 1), ("зач", None), ("н/а", None), ("", None)])
def test_only_digits_count(value: str, counted: int | None) -> None:
    assert points(value) == counted


def test_of_no_marks_there_is_no_average() -> None:
    assert weighted_average([]) is None


@pytest.mark.parametrize(
    ("given_marks", "average"),
    [
        ([(5, 1)], "5.00"),
        ([(4, 1), (5, 1), (5, 1)], "4.67"),
        ([(5, 1), (2, 3)], "2.75"),
        ([(4, 1)] * 199 + [(5, 1)], "4.01"),
        ([(3, 8), (4, 1), (4, 1)], "3.20"),
    ],
)
def test_the_average_is_weighed_and_rounded_half_up(given_marks: list[tuple[int, int]], average: str) -> None:
    assert weighted_average(given_marks) == Decimal(average)


@given(marks)
def test_the_average_lies_within_half_a_hundredth_and_among_the_marks(given_marks: list[tuple[int, int]]) -> None:
    average = weighted_average(given_marks)
    assert average is not None
    exact = Fraction(sum(m * w for m, w in given_marks), sum(w for _, w in given_marks))
    assert abs(Fraction(average) - exact) <= Fraction(1, 200)
    assert min(m for m, _ in given_marks) <= average <= max(m for m, _ in given_marks)


@given(marks, st.randoms())
def test_the_order_of_marks_does_not_matter(given_marks: list[tuple[int, int]], chance: object) -> None:
    shuffled = list(given_marks)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert weighted_average(shuffled) == weighted_average(given_marks)


def test_the_diary_groups_by_subject_and_leaves_words_out_of_the_average() -> None:
    listed = by_subject([_mark("5"), _mark("зач"), _mark("2", weight=2), _mark("зач", "Пение")])
    assert [(one.subject, len(one.marks), one.average) for one in listed] == [
        ("Алгебра", 3, Decimal("3.00")),
        ("Пение", 1, None),
    ]
