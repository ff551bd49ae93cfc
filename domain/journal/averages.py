"""Averages of current marks (1.4.2)."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from math import floor

HUNDREDTH = Decimal("0.01")


def weighted_average(marks: Iterable[tuple[int | Fraction, int]]) -> Decimal | None:
    """Σ mark·weight / Σ weight of (mark, weight), to hundredths, a half rounded up; None of no marks.

    With all weights 1 it is the plain average. Computed in fractions, so that no thirds are lost on the way.
    """
    listed = list(marks)
    weights = sum(weight for _, weight in listed)
    if not weights:
        return None
    return to_hundredths(sum((Fraction(mark) * weight for mark, weight in listed), Fraction(0)) / weights)


def to_hundredths(value: Fraction) -> Decimal:
    """A half is rounded up."""
    return floor(value * 100 + Fraction(1, 2)) * HUNDREDTH
