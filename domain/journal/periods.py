"""What a result is of: a term, the year, an exam, the end of a stage of school (1.4.2)."""

from collections.abc import Mapping
from enum import StrEnum

from domain.journal.rules import JournalRules
from domain.school.calendar import SchoolCalendar, Term

GRADES_WITH_EXAMS = frozenset({9, 11})
"""The ends of the basic and of the secondary school."""


class ResultKind(StrEnum):
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    TRIMESTER = "trimester"
    YEAR = "year"
    EXAM = "exam"
    FINAL = "final"


class Period(StrEnum):
    """As buttons carry it: the kind's letter and the term's number."""

    Q1 = "q1"
    Q2 = "q2"
    Q3 = "q3"
    Q4 = "q4"
    H1 = "h1"
    H2 = "h2"
    T1 = "t1"
    T2 = "t2"
    T3 = "t3"
    YEAR = "y"
    EXAM = "e"
    FINAL = "f"

    @property
    def kind(self) -> ResultKind:
        return KIND_OF[self.value[0]]

    @property
    def number(self) -> int:
        """Of the term; 0: of the year."""
        return int(self.value[1:] or 0)

    @property
    def is_term(self) -> bool:
        return self.number > 0

    @property
    def ends_with_year(self) -> bool:
        """Terms and the year: exams and what follows from them come after the year is closed."""
        return self.is_term or self is Period.YEAR


KIND_OF: Mapping[str, ResultKind] = {
    "q": ResultKind.QUARTER,
    "h": ResultKind.HALF_YEAR,
    "t": ResultKind.TRIMESTER,
    "y": ResultKind.YEAR,
    "e": ResultKind.EXAM,
    "f": ResultKind.FINAL,
}
PERIODS: Mapping[tuple[ResultKind, int], Period] = {(one.kind, one.number): one for one in Period}


def period_of(term: Term) -> Period:
    return PERIODS[ResultKind(term.kind), term.number]


def terms_of(calendar: SchoolCalendar, grade: int, rules: JournalRules) -> tuple[Term, ...]:
    """In their order, of the kind that the school's rules say."""
    return calendar.terms_of(grade, rules.term_kind(grade))


def periods_of(terms: tuple[Term, ...], grade: int) -> tuple[Period, ...]:
    """What this grade is given results of, in the order in which they come."""
    later = (Period.EXAM, Period.FINAL) if grade in GRADES_WITH_EXAMS else ()
    return (*(period_of(term) for term in terms), Period.YEAR, *later)
