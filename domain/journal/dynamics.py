"""How an average moved over a term: what it was after each day with marks (3.3.6)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby

from domain.journal.averages import weighted_average
from domain.journal.counting import counted
from domain.journal.ports import TermMark
from domain.journal.rules import JournalRules


@dataclass(frozen=True, slots=True)
class AverageOn:
    """The average of everything up to this day, as it was counted then."""

    day: date
    average: Decimal


def dynamics(marks: Sequence[TermMark], rules: JournalRules) -> tuple[AverageOn, ...]:
    """`marks` of one subject by day. Days on which nothing counts yet are left out."""
    found: list[AverageOn] = []
    so_far: list[TermMark] = []
    for day, listed in groupby(marks, key=lambda mark: mark.day):
        so_far += listed
        average = weighted_average(counted(so_far, rules))
        if average is not None:
            found.append(AverageOn(day, average))
    return tuple(found)
