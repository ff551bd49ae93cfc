"""What is still possible this term, by the marks that stand and the lessons that are left (3.3.6)."""

from collections import Counter
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
class Left:
    """Lessons to come, each with at most one mark: those at which a control work is planned, and the others.

    `control_weights` and `weights` (not empty): of the kinds of work that a mark of either can be of. Where nothing is
    known of control works, any lesson may bring one, and all lessons are others.
    """

    others: int
    weights: frozenset[int]
    controls: int = 0
    control_weights: frozenset[int] = frozenset()

    @property
    def count(self) -> int:
        return self.others + self.controls

    def room(self, weight: int) -> int:
        """How many marks of this weight there can be."""
        return self.others * (weight in self.weights) + self.controls * (weight in self.control_weights)

    def heaviest(self) -> list[int]:
        """The heaviest weight that each lesson can bring, the heaviest first."""
        controls = [max(self.control_weights)] * self.controls if self.control_weights else []
        return sorted([max(self.weights)] * self.others + controls, reverse=True)


@dataclass(frozen=True, slots=True)
class Goal:
    """Out of reach where both are empty.

    `ways`: with marks alike, the one of the fewest first. `together`: 5s of several weights, where these take fewer
    than any marks alike, or marks alike do not do. No other marks take fewer than the fewest of both.
    """

    mark: int
    ways: tuple[Way, ...]
    together: tuple[Way, ...] = ()


@dataclass(frozen=True, slots=True)
class Forecast:
    """`needed`: marks that attestation still lacks.

    `goals`: the better marks than what stands, and what stands itself where attestation still lacks marks;
    none in a subject of «зач» and «незач».
    """

    left: Left
    needed: int
    goals: tuple[Goal, ...]

    @property
    def attestable(self) -> bool:
        return self.needed <= self.left.count


def average_with(explained: Explained, tried: Iterable[tuple[int, int]]) -> Decimal | None:
    """If these (value, weight) were set beside what stands."""
    return weighted_average([*_parts(explained), *((Fraction(value), weight) for value, weight in tried)])


def forecast(explained: Explained, left: Left) -> Forecast:
    needed = max(0, explained.fewest - explained.count)
    now = rounded(explained.average, explained.borders) if explained.average is not None else 0
    better = [mark for mark in WORTH if mark > now or (mark == now and needed)]
    goals = better if explained.rule is Rule.MARKS else []
    return Forecast(left, needed, tuple(_goal(explained, mark, left) for mark in goals))


def ways(explained: Explained, goal: int, left: Left) -> tuple[Way, ...]:
    """At most three, the fewest marks first; none asks for more in one thing and for less in nothing than another."""
    tried = ((value, weight) for value in WORTH for weight in left.weights | left.control_weights)
    counts = {one: _fewest(explained, goal, [one] * left.room(one[1])) for one in tried}
    found = [Way(value, weight, count) for (value, weight), count in counts.items() if count is not None]
    best = [way for way in found if not any(_asks_less(other, way) for other in found)]
    return tuple(sorted(best, key=lambda way: (way.count, way.value, way.weight))[:MOST_WAYS])


def _goal(explained: Explained, mark: int, left: Left) -> Goal:
    """Nothing raises an average more than 5s of the heaviest works that there will be."""
    alike, best = ways(explained, mark, left), [(WORTH[0], weight) for weight in left.heaviest()]
    fewest = _fewest(explained, mark, best)
    if fewest is None or (alike and alike[0].count <= fewest):
        return Goal(mark, alike)
    counts = Counter(best[:fewest])
    return Goal(mark, alike, tuple(Way(value, weight, count) for (value, weight), count in counts.items()))


def _asks_less(one: Way, other: Way) -> bool:
    return one != other and one.value <= other.value and one.weight <= other.weight and one.count <= other.count


def _fewest(explained: Explained, goal: int, marks: Sequence[tuple[int, int]]) -> int | None:
    """How many of these, taken in order, reach the goal: as many as attestation lacks, at least one."""
    least = max(1, explained.fewest - explained.count)
    for count in range(least, len(marks) + 1):
        average = average_with(explained, marks[:count])
        if average is not None and rounded(average, explained.borders) >= goal:
            return count
    return None


def _parts(explained: Explained) -> list[Counted]:
    return [(part.value, part.weight) for part in explained.parts]
