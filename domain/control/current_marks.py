"""What the current marks of many come to: added up by the database, retakes by the journal's own rule (1.4.2)."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Protocol

from domain.ids import PersonId, SubjectId, WorkKindId
from domain.journal.attestation import FAILED, PASSED
from domain.journal.averages import to_hundredths
from domain.journal.counting import LeftOut, weighed
from domain.journal.explained import Explained, Rule
from domain.journal.ports import TermMark
from domain.journal.rounding import rounded
from domain.journal.rules import JournalRules
from domain.journal.scale import CREDIT, Scale

Pair = tuple[PersonId, SubjectId]


@dataclass(frozen=True, slots=True)
class MarksSum:
    """Marks of a pupil in a subject: Σ mark·weight and Σ weight of the numbers, how many these are, and the words."""

    points: Fraction = Fraction(0)
    weights: int = 0
    count: int = 0
    passed: int = 0
    failed: int = 0

    def __add__(self, other: "MarksSum") -> "MarksSum":
        return MarksSum(
            self.points + other.points,
            self.weights + other.weights,
            self.count + other.count,
            self.passed + other.passed,
            self.failed + other.failed,
        )

    @property
    def average(self) -> Decimal | None:
        """To hundredths, a half rounded up, as `weighted_average`."""
        return to_hundredths(self.points / self.weights) if self.weights else None


NO_MARKS = MarksSum()


class CurrentMarksRead(Protocol):
    """Marks that stand, of days from `first` to `last`; `pupils` None: the whole school's. One statement each."""

    async def sums(
        self, first: date, last: date, weights: Mapping[WorkKindId, int], pupils: Collection[PersonId] | None
    ) -> Mapping[Pair, MarksSum]:
        """Of marks that neither retake nor are retaken. `weights`: where they are not what a kind was founded with."""
        ...

    async def retaken(
        self, first: date, last: date, pupils: Collection[PersonId] | None
    ) -> Mapping[Pair, Sequence[TermMark]]:
        """The others, by day."""
        ...


async def current_marks(
    read: CurrentMarksRead, first: date, last: date, rules: JournalRules, pupils: Collection[PersonId] | None
) -> dict[Pair, MarksSum]:
    """Of every pupil and subject with marks; two statements."""
    found = dict(await read.sums(first, last, rules.weights, pupils))
    for pair, marks in (await read.retaken(first, last, pupils)).items():
        found[pair] = found.get(pair, NO_MARKS) + summed(marks, rules)
    return found


def summed(marks: Iterable[TermMark], rules: JournalRules) -> MarksSum:
    """Of one pupil and subject, none of them taken back."""
    listed = weighed(marks, rules)
    numbers = [one for one in listed if one.left_out is None]
    words = [one.mark.value for one in listed if one.left_out is LeftOut.WORD]
    points = sum((one.value * one.weight for one in numbers), Fraction(0))
    weights = sum(one.weight for one in numbers)
    return MarksSum(points, weights, len(numbers), words.count(PASSED), words.count(FAILED))


def likely(marks: MarksSum, rules: JournalRules, scale: Scale) -> str | None:
    """What the term would end with if nothing more came, however few marks there are; None of none."""
    if scale is CREDIT:
        return None if marks.passed == marks.failed == 0 else PASSED if marks.passed > marks.failed else FAILED
    average = marks.average
    return str(rounded(average, rules.borders)) if average is not None else None


def explained_by(marks: MarksSum, rules: JournalRules, scale: Scale, fewest: int) -> Explained:
    """As `explained.of_marks` has it, without the parts."""
    by_credit = scale is CREDIT
    numbers = _numbers_of_credit(marks) if by_credit else marks.count
    return Explained(
        rule=Rule.CREDITS if by_credit else Rule.MARKS,
        average=None if by_credit else marks.average,
        proposed=likely(marks, rules, scale) if numbers >= fewest else None,
        count=numbers,
        fewest=fewest,
        borders=rules.borders,
        version=rules.version,
    )


def _numbers_of_credit(marks: MarksSum) -> int:
    """Every mark counts towards attestation, whatever it says."""
    return marks.count + marks.passed + marks.failed
