"""Успеваемость, качество, СОУ: what the results of many say together (3.6.3)."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from domain.journal.attestation import EXEMPT, FAILED, NOT_ATTESTED, PASSED
from domain.journal.averages import to_hundredths

DEGREE_OF = {"n5": 100, "n4": 64, "n3": 36, "n2": 16, "na": 7}
"""What a result is worth in the degree of learning (СОУ), by V. P. Simonov."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many results there are of each mark; «1» stands among `n2`.

    `total` is the N of the formulas: «н/а» is in it, «осв.», «зач» and «незач» are not, nor is what is not set. Shares
    are percents to hundredths, a half rounded up; None where there is nothing to count.
    """

    n5: int = 0
    n4: int = 0
    n3: int = 0
    n2: int = 0
    na: int = 0
    passed: int = 0
    failed: int = 0
    exempt: int = 0

    @property
    def total(self) -> int:
        return self.n5 + self.n4 + self.n3 + self.n2 + self.na

    @property
    def numbers(self) -> int:
        """Results that are a number."""
        return self.total - self.na

    @property
    def success(self) -> Decimal | None:
        """Успеваемость: (n5 + n4 + n3) / N."""
        return percent(self.n5 + self.n4 + self.n3, self.total)

    @property
    def quality(self) -> Decimal | None:
        """Качество: (n5 + n4) / N."""
        return percent(self.n5 + self.n4, self.total)

    @property
    def degree(self) -> Decimal | None:
        """СОУ: (100·n5 + 64·n4 + 36·n3 + 16·n2 + 7·н/а) / N, in percents too."""
        worth = sum(worth * getattr(self, name) for name, worth in DEGREE_OF.items())
        return ratio(worth, self.total)

    @property
    def average(self) -> Decimal | None:
        """Of the numbers: (5·n5 + 4·n4 + 3·n3 + 2·n2) / (N − н/а)."""
        return ratio(5 * self.n5 + 4 * self.n4 + 3 * self.n3 + 2 * self.n2, self.numbers)

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(*(getattr(self, name) + getattr(other, name) for name in self.__slots__))


def count(values: Iterable[str]) -> Counts:
    """Of results as they are written."""
    of = Counter(values)
    return Counts(
        n5=of["5"],
        n4=of["4"],
        n3=of["3"],
        n2=of["2"] + of["1"],
        na=of[NOT_ATTESTED],
        passed=of[PASSED],
        failed=of[FAILED],
        exempt=of[EXEMPT],
    )


def percent(part: int, whole: int) -> Decimal | None:
    """To hundredths, a half rounded up; None of nothing."""
    return ratio(100 * part, whole)


def ratio(part: int, whole: int) -> Decimal | None:
    """To hundredths, a half rounded up; None of nothing. The one place in which shares are rounded."""
    return to_hundredths(Fraction(part, whole)) if whole else None
