"""What is still possible this term, by the marks that stand and the lessons that are left (3.3.6)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from domain.journal.averages import weighted_average
from domain.journal.explained import Explained, Rule
from domain.journal.rounding import rounded

WORTH = (5, 4, 3)
"""Marks by which a goal may be reached, the best first."""
MOST_WAYS = 3

Counted = tuple[Fraction, int]
"""Value and weight."""


@dataclass(frozen=True, slots=True)
class Way:
    """So many marks of this value and weight, and nothing else, reach the goal; one less does not."""

    value: int
    weight: int
    count: int


@dataclass(frozen=True, slots=True)
class Goal:
    """`ways` empty: out of reach. The one of the fewest marks stands first; no other marks take fewer."""

    mark: int
    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class Forecast:
    """`left`: lessons with at most one mark each. `needed`: marks that attestation still lacks.

    `goals`: the better marks than what stands, and what stands itself where attestation still lacks marks;
    none in a subject of «зач» and «незач».
    """

    left: int
    needed: int
    goals: tuple[Goal, ...]

    @property
    def attestable(self) -> bool:
        return self.needed <= self.left


def average_with(explained: Explained, tried: Iterable[tuple[int, int]]) -> Decimal | None:
    """If these (value, weight) were set beside what stands."""
    return weighted_average([*_parts(explained), *((Fraction(value), weight) for value, weight in tried)])


def forecast(explained: Explained, left: int, weights: Sequence[int]) -> Forecast:
    """`weights` of the kinds of work that marks can still be of; not empty."""
    needed = max(0, explained.fewest - explained.count)
    now = rounded(explained.average, explained.borders) if explained.average is not None else 0
    better = [mark for mark in WORTH if mark > now or (mark == now and needed)]
    goals = better if explained.rule is Rule.MARKS else []
    return Forecast(left, needed, tuple(Goal(mark, ways(explained, mark, left, weights)) for mark in goals))


def ways(explained: Explained, goal: int, left: int, weights: Sequence[int]) -> tuple[Way, ...]:
    """At most three, the fewest marks first; none asks for more in one thing and for less in nothing than another."""
    tried = ((value, weight) for value in WORTH for weight in set(weights))
    counts = {one: _fewest(explained, goal, left, *one) for one in tried}
    found = [Way(value, weight, count) for (value, weight), count in counts.items() if count is not None]
    best = [way for way in found if not any(_asks_less(other, way) for other in found)]
    return tuple(sorted(best, key=lambda way: (way.count, way.value, way.weight))[:MOST_WAYS])


def _asks_less(one: Way, other: Way) -> bool:
    return one != other and one.value <= other.value and one.weight <= other.weight and one.count <= other.count


def _fewest(explained: Explained, goal: int, left: int, value: int, weight: int) -> int | None:
    """How many marks alike reach the goal: with as many as attestation lacks, at least one."""
    least = max(1, explained.fewest - explained.count)
    for count in range(least, left + 1):
        average = average_with(explained, [(value, weight)] * count)
        if average is not None and rounded(average, explained.borders) >= goal:
            return count
    return None


def _parts(explained: Explained) -> list[Counted]:
    return [(part.value, part.weight) for part in explained.parts]
