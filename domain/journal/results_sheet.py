"""What is shown of results, what is refused of them, and by which rule each is explained (1.4.2)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from domain.errors import NotFound, Refused
from domain.ids import PersonId, SubjectId
from domain.journal.attestation import WORDS
from domain.journal.courses import Course
from domain.journal.explained import Explained, follows, of_exam, of_marks, of_terms, of_year_and_exam
from domain.journal.periods import Period, period_of
from domain.journal.results_kept import GivenMark, Result, ResultPlace
from domain.journal.rules import JournalRules
from domain.journal.scale import FIVE, MarkOutOfScale
from domain.school.calendar import Term
from domain.school.roster import Seat

MOST_REASON = 300
"""Characters."""


@dataclass(eq=False)
class TermClosed(Refused):
    """The deputy has closed it: nothing of it changes until the deputy opens it again."""

    class_name: str


@dataclass(eq=False)
class ResultOfClosedYear(Refused):
    """Of a year that the next one has taken the place of."""

    class_name: str


@dataclass(eq=False)
class TermNotBegun(Refused):
    class_name: str


@dataclass(eq=False)
class ResultNeedsReason(Refused):
    """The mark does not follow from the current ones; `proposed` is «—» where nothing does."""

    value: str
    proposed: str


@dataclass(eq=False)
class ResultReasonTooLong(Refused):
    """In characters."""

    length: int
    most: int


@dataclass(frozen=True, slots=True)
class ResultLine:
    """`result` None: not set; `disputed`: what stands no longer follows from the marks, or never did."""

    seat: Seat
    explained: Explained
    result: Result | None

    @property
    def disputed(self) -> bool:
        return self.result is not None and not follows(self.result.value, self.explained)


@dataclass(frozen=True, slots=True)
class ResultSheet:
    """`mine`: the reader sets these results; `past`: of a closed year, so nobody does."""

    place: ResultPlace
    course: Course
    periods: tuple[Period, ...]
    lines: tuple[ResultLine, ...]
    closed: bool
    mine: bool
    begun: bool
    past: bool = False

    @property
    def open_proposals(self) -> int:
        """How many pupils have a proposal and no result."""
        return sum(line.result is None and line.explained.proposed is not None for line in self.lines)

    @property
    def too_few(self) -> int:
        return sum(line.explained.too_few for line in self.lines)


def line_of(sheet: ResultSheet, pupil: PersonId) -> ResultLine:
    """Raises `NotFound`."""
    line = next((one for one in sheet.lines if one.seat.pupil == pupil), None)
    if line is None:
        raise NotFound
    return line


def explain(
    period: Period,
    given: Sequence[GivenMark],
    set_: Mapping[Period, Result],
    terms: Sequence[Term],
    rules: JournalRules,
    subject: SubjectId,
    fewest: int,
) -> Explained:
    """By the rule of the period."""
    if period.is_term:
        return of_marks(given, rules, rules.scale_of(subject), fewest)
    if period is Period.YEAR:
        return of_terms(set_, [period_of(term) for term in terms], rules)
    return of_exam(rules) if period is Period.EXAM else of_year_and_exam(set_, rules)


def require_value(value: str | None) -> None:
    if value is not None and value not in (*FIVE, *WORDS):
        raise MarkOutOfScale(value, ", ".join((*FIVE, *WORDS)))


def agreed_reason(value: str | None, explained: Explained, reason: str | None) -> str | None:
    """The reason to be kept: none where the mark follows."""
    if follows(value, explained):
        return None
    said = (reason or "").strip()
    if not said:
        raise ResultNeedsReason(value or "", explained.proposed or "—")
    if len(said) > MOST_REASON:
        raise ResultReasonTooLong(len(said), MOST_REASON)
    return said
