"""Term marks of the quarters that have ended, as the demo school's teachers set them by the current marks (1.4.2)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time
from decimal import Decimal
from fractions import Fraction
from random import Random
from typing import Any

from bot.demo_school.journal import UNMARKED, Placed
from domain.journal.attestation import NOT_ATTESTED, fewest_marks
from domain.journal.averages import weighted_average
from domain.journal.rounding import MATHEMATICAL, rounded
from domain.journal.rules import JournalRules
from domain.school.calendar import TermKind
from domain.school.founding import NewTerm

Row = dict[str, Any]
LAST_GRADE = 9
"""Grades 10 and 11 have half-years."""
SET_AT = time(11, 0)
KINDER = "Учтён рост в последние недели четверти."
FEW = "Отметок мало, тема сдана устно."


class DemoResults:
    """`weights`: of kinds of work, by id."""

    def __init__(self, placed: Iterable[Placed], marks: Iterable[Row], weights: Mapping[int, int], seed: int) -> None:
        self._placed = [one for one in placed if 1 < one.grade <= LAST_GRADE and one.lesson.subject.key not in UNMARKED]
        self._marks = list(marks)
        self._weights = weights
        self._chance = Random(seed + 2)

    def rows(self, terms: Iterable[NewTerm], until: date) -> list[Row]:
        """Of `results`, for each quarter that ended before that day."""
        ended = [one for one in terms if one.kind is TermKind.QUARTER and one.ends_on < until]
        return [row for term in ended for row in self._of_term(term)]

    def _of_term(self, term: NewTerm) -> Iterator[Row]:
        given: dict[tuple[int, int], list[Row]] = {}
        for mark in self._marks:
            if term.starts_on <= mark["day"] <= term.ends_on:
                given.setdefault((mark["pupil_id"], mark["subject_id"]), []).append(mark)
        weekly: dict[tuple[int, int], int] = {}
        taught: dict[tuple[int, int], Placed] = {}
        for one in self._placed:
            for pupil in one.pupils:
                weekly[pupil, one.subject] = weekly.get((pupil, one.subject), 0) + 1
                taught.setdefault((pupil, one.subject), one)
        for key, one in taught.items():
            pupil, subject = key
            about = {"pupil_id": pupil, "subject_id": subject, "class_id": one.lesson.class_id, "year_id": 1}
            set_ = {"set_by": one.lesson.teacher, "set_at": datetime.combine(term.ends_on, SET_AT, tzinfo=UTC)}
            said = self._said(given.get(key, ()), fewest_marks(Fraction(weekly[key]), JournalRules()))
            yield {**about, "kind": "quarter", "number": term.number, **said, **set_}

    def _said(self, marks: Sequence[Row], fewest: int) -> Row:
        """What follows from the marks; now and then a kinder one, with its reason."""
        average = weighted_average((Fraction(int(one["value"])), self._weights[one["kind_id"]]) for one in marks)
        if average is None:
            return {"value": NOT_ATTESTED, "average": None, "proposed": None, "reason": None}
        value = rounded(average, MATHEMATICAL)
        if len(marks) < fewest:
            set_ = self._chance.random() < 0.97
            return _row(str(value) if set_ else NOT_ATTESTED, average, None, FEW if set_ else None)
        if value in (3, 4) and self._chance.random() < 0.01:
            return _row(str(value + 1), average, str(value), KINDER)
        return _row(str(value), average, str(value), None)


def _row(value: str, average: Decimal, proposed: str | None, reason: str | None) -> Row:
    return {"value": value, "average": average, "proposed": proposed, "reason": reason}
