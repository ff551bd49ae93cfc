"""Averages of current marks (1.4.2)."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

HUNDREDTH = Decimal("0.01")


def weighted_average(marks: Iterable[tuple[int, int]]) -> Decimal | None:
    """Σ mark·weight / Σ weight of (mark, weight), to hundredths, a half rounded up; None of no marks.

    With all weights 1 it is the plain average.
    """
    listed = list(marks)
    weights = sum(weight for _, weight in listed)
    if not weights:
        return None
    total = sum(mark * weight for mark, weight in listed)
    return (Decimal(total) / Decimal(weights)).quantize(HUNDREDTH, ROUND_HALF_UP)
