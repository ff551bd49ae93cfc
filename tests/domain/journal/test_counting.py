"""Which marks count: words do not, a retake counts in the place of what it retakes, or their mean does."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.ids import MarkId, SubjectId, WorkKindId
from domain.journal.averages import weighted_average
from domain.journal.counting import LeftOut, counted, weighed
from domain.journal.ports import TermMark
from domain.journal.retakes import is_slot, retake_of, retaken_at
from domain.journal.rules import JournalRules
from tests import school

USUAL, MEAN = JournalRules(), JournalRules(retake_counts_mean=True)
FIVE_IN_MATHS = TermMark(SubjectId(1), "Алгебра", school.TUESDAY, "5", "answer", 1, WorkKindId(1), MarkId(1))


def _mark(number: int, value: str, retakes: int | None = None, weight: int = 1) -> TermMark:
    before = MarkId(retakes) if retakes is not None else None
    return replace(FIVE_IN_MATHS, id=MarkId(number), value=value, retakes=before, weight=weight)


def test_a_retake_counts_and_what_it_retakes_does_not() -> None:
    assert counted([_mark(1, "2", weight=3), _mark(2, "4"), _mark(3, "5", retakes=1, weight=3)], USUAL) == [
        (4, 1),
        (5, 3),
    ]


def test_the_mean_counts_where_the_school_says_so() -> None:
    marks = [_mark(1, "2"), _mark(2, "5", retakes=1)]
    assert counted(marks, MEAN) == [(Fraction(7, 2), 1)]
    assert str(weighted_average(counted(marks, MEAN))) == "3.50"


def test_of_a_chain_of_retakes_the_last_counts_or_the_mean_of_all() -> None:
    chain = [_mark(1, "2"), _mark(2, "3", retakes=1), _mark(3, "5", retakes=2)]
    assert counted(chain, USUAL) == [(5, 1)]
    assert counted(chain, MEAN) == [(Fraction(10, 3), 1)]


def test_a_retake_of_a_mark_that_was_taken_back_counts_alone() -> None:
    assert counted([_mark(3, "5", retakes=1)], MEAN) == [(5, 1)]


def test_words_do_not_count_and_it_is_said_why() -> None:
    marks = [_mark(1, "зач"), _mark(2, "2"), _mark(3, "4", retakes=2)]
    assert [one.left_out for one in weighed(marks, USUAL)] == [LeftOut.WORD, LeftOut.RETAKEN, None]


def test_the_school_weighs_kinds_of_work() -> None:
    assert counted([_mark(1, "5")], JournalRules(weights={WorkKindId(1): 4})) == [(5, 4)]


@given(st.lists(st.integers(1, 5), min_size=1, max_size=30), st.randoms())
def test_each_chain_counts_once_and_lies_among_its_marks(values: list[int], chance: object) -> None:
    marks = [_mark(1, str(values[0]))]
    for number, value in enumerate(values[1:], 2):
        retakes = number - 1 if chance.random() < 0.5 else None  # type: ignore[attr-defined]
        marks.append(_mark(number, str(value), retakes=retakes))
    chains = sum(mark.retakes is None for mark in marks)
    for rules in (USUAL, MEAN):
        found = counted(marks, rules)
        assert len(found) == chains
        assert all(min(values) <= value <= max(values) for value, _ in found)


@pytest.mark.parametrize(("slot", "there"), [(1, True), (9, True), (101, True), (905, True)])
def test_places_of_marks_and_their_retakes(slot: int, there: bool) -> None:
    assert is_slot(slot) is there
    assert retaken_at(retake_of(slot)) == slot


@pytest.mark.parametrize("slot", [-1, 0, 10, 100, 110, 1001, 10**9])
def test_a_forged_place_is_none(slot: int) -> None:
    assert not is_slot(slot)
