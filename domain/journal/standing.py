"""Where a pupil's average stands in the class: a distribution without names, never a classmate's mark."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from domain.journal.rounding import LOWEST, Borders, rounded

FEWEST_PUPILS = 5
"""Of fewer with marks, a distribution would tell who has which."""
MARKS = (5, 4, 3, LOWEST)


@dataclass(frozen=True, slots=True)
class Standing:
    """How many pupils' averages come to each mark, from 5 down to 2; marks that nobody has are left out."""

    counts: tuple[tuple[int, int], ...]


def standing(averages: Iterable[Decimal | None], borders: Borders) -> Standing | None:
    """Of a class's averages of one subject, None where a pupil has none; None of fewer than five."""
    known = [average for average in averages if average is not None]
    if len(known) < FEWEST_PUPILS:
        return None
    counts = Counter(rounded(average, borders) for average in known)
    return Standing(tuple((mark, counts[mark]) for mark in MARKS if counts[mark]))
