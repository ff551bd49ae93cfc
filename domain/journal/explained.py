"""«Как посчитано?»: what a number follows from, with every part of it and all that was left out (1.4.2, 3.3.6)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from domain.journal.attestation import EXEMPT, FAILED, NOT_ATTESTED, PASSED
from domain.journal.averages import weighted_average
from domain.journal.counting import LeftOut, Weighed, weighed
from domain.journal.periods import Period
from domain.journal.results_kept import GivenMark, Result
from domain.journal.rounding import MATHEMATICAL, Borders, rounded
from domain.journal.rules import JournalRules
from domain.journal.scale import CREDIT, Scale, points


class Rule(StrEnum):
    """Which rule gives the proposal."""

    MARKS = "marks"
    """The rounded average of the current marks."""
    CREDITS = "credits"
    """«зач» where more current marks say so than «незач»."""
    TERMS = "terms"
    """The rounded mean of the term marks."""
    YEAR_AND_EXAM = "year_and_exam"
    """The rounded mean of year and exam mark; the year's alone where there is no exam."""
    EXAM = "exam"
    """None: an exam's mark is what the exam gave."""


class Why(StrEnum):
    """Why a part was left out."""

    WORD = LeftOut.WORD
    RETAKEN = LeftOut.RETAKEN
    TAKEN_BACK = "taken_back"


@dataclass(frozen=True, slots=True)
class Part:
    """`value` is a fraction only where a mean of retakes counts; `period` of a term's mark, else None."""

    value: Fraction
    weight: int = 1
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class Omitted:
    given: GivenMark
    why: Why


@dataclass(frozen=True, slots=True)
class Explained:
    """`proposed` None: nothing follows, too little is there. `fewest` 0: no number of marks is asked for."""

    rule: Rule
    parts: tuple[Part, ...] = ()
    omitted: tuple[Omitted, ...] = ()
    average: Decimal | None = None
    proposed: str | None = None
    count: int = 0
    fewest: int = 0
    lacking: tuple[Period, ...] = ()
    """Periods whose marks are needed and are not there as numbers."""
    borders: Borders = MATHEMATICAL
    version: int = 0

    @property
    def too_few(self) -> bool:
        return self.count < self.fewest


def of_marks(given: Sequence[GivenMark], rules: JournalRules, scale: Scale, fewest: int) -> Explained:
    """A term's mark by the current marks; with fewer of them than attestation needs nothing is proposed."""
    listed = weighed([one.mark for one in given if not one.taken_back], rules)
    by_credit = scale is CREDIT
    parts = () if by_credit else tuple(Part(one.value, one.weight) for one in listed if one.left_out is None)
    count = sum(one.left_out is not LeftOut.RETAKEN for one in listed) if by_credit else len(parts)
    average = weighted_average((part.value, part.weight) for part in parts)
    proposed = _of_credits(listed) if by_credit else _rounded(average, rules.borders)
    return Explained(
        rule=Rule.CREDITS if by_credit else Rule.MARKS,
        parts=parts,
        omitted=_omitted(given, listed),
        average=average,
        proposed=proposed if count >= fewest else None,
        count=count,
        fewest=fewest,
        borders=rules.borders,
        version=rules.version,
    )


def of_terms(set_: Mapping[Period, Result], terms: Sequence[Period], rules: JournalRules) -> Explained:
    """A year's mark by the terms' marks, all of which must be there; a term of exemption is passed over."""
    needed = [one for one in terms if one not in set_ or set_[one].value != EXEMPT]
    return _mean(Rule.TERMS, set_, needed, rules, rules.borders)


def of_year_and_exam(set_: Mapping[Period, Result], rules: JournalRules) -> Explained:
    periods = [Period.YEAR, *([Period.EXAM] if Period.EXAM in set_ else [])]
    return _mean(Rule.YEAR_AND_EXAM, set_, periods, rules, MATHEMATICAL)


def of_exam(rules: JournalRules) -> Explained:
    return Explained(Rule.EXAM, version=rules.version)


def follows(value: str | None, explained: Explained) -> bool:
    """Whether a result needs no reason: it is what is proposed, «н/а» of too few marks, an exemption, an exam's."""
    if value is None or explained.rule is Rule.EXAM or value in (explained.proposed, EXEMPT):
        return True
    return value == NOT_ATTESTED and explained.too_few


def _mean(
    rule: Rule, set_: Mapping[Period, Result], needed: Sequence[Period], rules: JournalRules, borders: Borders
) -> Explained:
    values = {one: points(set_[one].value) if one in set_ else None for one in needed}
    parts = tuple(Part(Fraction(value), 1, one) for one, value in values.items() if value is not None)
    lacking = tuple(one for one, value in values.items() if value is None)
    average = weighted_average((part.value, 1) for part in parts)
    passed = bool(needed) and all(one in set_ and set_[one].value == PASSED for one in needed)
    return Explained(
        rule=rule,
        parts=parts,
        average=average,
        proposed=PASSED if passed else None if lacking else _rounded(average, borders),
        count=len(parts),
        lacking=() if passed else lacking,
        borders=borders,
        version=rules.version,
    )


def _rounded(average: Decimal | None, borders: Borders) -> str | None:
    return str(rounded(average, borders)) if average is not None else None


def _of_credits(listed: Sequence[Weighed]) -> str | None:
    said = [one.mark.value for one in listed if one.left_out is not LeftOut.RETAKEN]
    passed, failed = said.count(PASSED), said.count(FAILED)
    if not (passed or failed):
        return None
    return PASSED if passed > failed else FAILED


def _omitted(given: Sequence[GivenMark], listed: Sequence[Weighed]) -> tuple[Omitted, ...]:
    why = {one.mark.id: Why(one.left_out) for one in listed if one.left_out is not None}
    found = ((one, Why.TAKEN_BACK if one.taken_back else why.get(one.mark.id)) for one in given)
    return tuple(Omitted(one, reason) for one, reason in found if reason is not None)
