"""Which current marks count, and what they count (1.4.2): words do not, a retake takes the place of what it retakes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from domain.ids import MarkId
from domain.journal.ports import TermMark
from domain.journal.rules import JournalRules
from domain.journal.scale import points


class LeftOut(StrEnum):
    """Why a mark that stands does not count by itself."""

    WORD = "word"
    """«зач», «незач»: no points."""
    RETAKEN = "retaken"
    """A retake counts in its place."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A mark as it goes into the average. `before`: what it retook, the newest first."""

    mark: TermMark
    value: Fraction
    weight: int
    left_out: LeftOut | None = None
    before: tuple[TermMark, ...] = ()


def counted(marks: Iterable[TermMark], rules: JournalRules) -> list[tuple[Fraction, int]]:
    """(value, weight) of each mark that counts; a value is a fraction only where a mean of retakes counts."""
    return [(one.value, one.weight) for one in weighed(marks, rules) if one.left_out is None]


def weighed(marks: Iterable[TermMark], rules: JournalRules) -> list[Weighed]:
    """Every mark with what it counts, in the given order; marks that were taken back are not given at all."""
    listed = list(marks)
    by_id = {mark.id: mark for mark in listed if mark.id}
    retaken = {mark.retakes for mark in listed if mark.retakes in by_id}
    return [_weighed(mark, by_id, mark.id in retaken, rules) for mark in listed]


def _weighed(mark: TermMark, by_id: Mapping[MarkId, TermMark], retaken: bool, rules: JournalRules) -> Weighed:
    weight, own = rules.weight_of(mark.kind, mark.weight), points(mark.value)
    if own is None:
        return Weighed(mark, Fraction(0), weight, LeftOut.RETAKEN if retaken else LeftOut.WORD)
    if retaken:
        return Weighed(mark, Fraction(own), weight, LeftOut.RETAKEN)
    before = tuple(_before(mark, by_id))
    values = [own, *(earlier for one in before if (earlier := points(one.value)) is not None)]
    counts = Fraction(sum(values), len(values)) if rules.retake_counts_mean else Fraction(own)
    return Weighed(mark, counts, weight, before=before)


def _before(mark: TermMark, by_id: Mapping[MarkId, TermMark]) -> Iterable[TermMark]:
    """The chain of what a mark retakes. A retake is always newer, so the chain ends."""
    while mark.retakes is not None and mark.retakes in by_id and mark.retakes < mark.id:
        mark = by_id[mark.retakes]
        yield mark
