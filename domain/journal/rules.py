"""The school's own rules of the journal: what a ministry or a school may set otherwise is data, not code (1.4.2)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Protocol

from domain.ids import SubjectId, WorkKindId
from domain.journal.scale import CREDIT, FIVE_POINTS, Scale
from domain.school.calendar import TermKind

SCALES: Mapping[str, Scale] = {"five": FIVE_POINTS, "credit": CREDIT}


@dataclass(frozen=True, slots=True)
class JournalRules:
    """What a school has not set stands as here.

    `version` is the number of the newest change, 0 before the first: it stands under every «как посчитано?».
    """

    version: int = 0
    borders: tuple[Decimal, Decimal, Decimal] = (Decimal("4.5"), Decimal("3.5"), Decimal("2.5"))
    """From which average on it is a 5, a 4, a 3. Some ministries say 4.65, 3.65, 2.65."""
    weights: Mapping[WorkKindId, int] = field(default_factory=dict)
    """1 to 10, where it is not the weight that the kind of work was founded with."""
    fewest_marks: tuple[int, int, int, int] = (3, 3, 5, 7)
    """Marks that a term's attestation needs at 1, 2, 3 and 4 or more lessons a week (накопляемость)."""
    free_change_days: int = 7
    """For so many days after a mark was set its teacher changes it freely; then a reason and the deputy are needed."""
    retake_counts_mean: bool = False
    """Whether a retake and the mark before it count as their mean; else the newer one alone counts."""
    term_kinds: Mapping[int, str] = field(default_factory=dict)
    """By grade, where it is not quarters in 2-9 and half-years in 10-11."""
    scales: Mapping[SubjectId, str] = field(default_factory=dict)
    """Subjects that are not marked by five points, by the key of `SCALES`."""
    homework_minutes: tuple[int, int, int, int] = (90, 120, 150, 210)
    """A day's homework at most in grades 2-3, 4-5, 6-8, 9-11 (SanPiN 1.2.3685-21, table 6.6: 1.5 to 3.5 hours)."""
    control_works_a_day: int = 1
    control_work_every_days: int = 17
    """Days between control works of a subject in a parallel: not more often than once in 2.5 weeks."""
    control_work_share: Decimal = Decimal("0.1")
    """Of a subject's lessons in a year (letter of the ministry and Rosobrnadzor of 6 August 2021, 01-169/08-01)."""

    def scale_of(self, subject: SubjectId) -> Scale:
        return SCALES.get(self.scales.get(subject, "five"), FIVE_POINTS)

    def term_kind(self, grade: int) -> TermKind | None:
        """None: the school has said nothing of the grade."""
        said = self.term_kinds.get(grade)
        return TermKind(said) if said is not None else None

    def weight_of(self, kind: WorkKindId, founded: int) -> int:
        return self.weights.get(kind, founded)


USUAL_RULES = JournalRules()
"""Of a school that has set nothing."""


class Rules(Protocol):
    async def rules(self) -> JournalRules: ...
