"""Успеваемость, качество, СОУ."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.control.achievement import Counts, count, percent, ratio

WRITTEN = ("5", "4", "3", "2", "1", "н/а", "осв.", "зач", "незач")


def _of(**numbers: int) -> Counts:
    return Counts(**numbers)


def test_the_known_example_comes_out() -> None:
    """25 pupils: 5×5, 10×4, 8×3, 1×2, 1×н/а."""
    counts = count(["5"] * 5 + ["4"] * 10 + ["3"] * 8 + ["2"] + ["н/а"])

    assert counts == _of(n5=5, n4=10, n3=8, n2=1, na=1)
    assert (counts.success, counts.quality, counts.degree) == (Decimal("92.00"), Decimal("60.00"), Decimal("58.04"))
    assert counts.average == Decimal("3.79")  # 91 / 24


def test_who_is_exempt_and_who_only_passed_is_not_in_the_number() -> None:
    counts = count(["5", "осв.", "зач", "незач", "3"])

    assert (counts.total, counts.exempt, counts.passed, counts.failed) == (2, 1, 1, 1)
    assert counts.quality == Decimal("50.00")


def test_not_attested_is_in_the_number_and_not_in_the_average() -> None:
    counts = count(["5", "н/а"])

    assert (counts.success, counts.average) == (Decimal("50.00"), Decimal("5.00"))


def test_a_one_counts_with_the_twos() -> None:
    assert count(["1"]) == count(["2"]) == _of(n2=1)


@pytest.mark.parametrize("written", [[], ["осв."], ["зач", "незач"]])
def test_of_nothing_there_is_no_share(written: list[str]) -> None:
    counts = count(written)

    assert (counts.success, counts.quality, counts.degree, counts.average) == (None,) * 4


@pytest.mark.parametrize(("part", "whole", "shown"), [(1, 3, "33.33"), (2, 3, "66.67"), (1, 800, "0.13"), (0, 5, "0")])
def test_shares_are_rounded_to_hundredths_and_a_half_goes_up(part: int, whole: int, shown: str) -> None:
    assert percent(part, whole) == Decimal(shown)


@given(st.lists(st.sampled_from(WRITTEN), max_size=60), st.lists(st.sampled_from(WRITTEN), max_size=60))
def test_figures_are_those_of_a_slow_count_and_parts_add_up(some: list[str], more: list[str]) -> None:
    written = some + more
    counts = count(some) + count(more)

    assert counts == count(written)
    worth = {"5": 100, "4": 64, "3": 36, "2": 16, "1": 16, "н/а": 7}
    counted = [one for one in written if one in worth]
    assert counts.success == _share(counted, "5", "4", "3")
    assert counts.quality == _share(counted, "5", "4")
    total = sum(worth[one] for one in counted)
    assert counts.degree == (_hundredths(Fraction(total, len(counted))) if counted else None)
    assert counts.degree == ratio(total, len(counted))


def _share(counted: list[str], *good: str) -> Decimal | None:
    if not counted:
        return None
    return _hundredths(Fraction(100 * len([one for one in counted if one in good]), len(counted)))


def _hundredths(value: Fraction) -> Decimal:
    lower = value.numerator * 100 // value.denominator
    up = value * 100 - lower >= Fraction(1, 2)
    return Decimal(lower + up) / 100
