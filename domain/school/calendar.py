"""The school year: which days have lessons, and why not."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from domain.ids import SpanId, TermId

DAY = timedelta(days=1)


class SpanKind(StrEnum):
    VACATION = "vacation"
    NON_WORKING = "non_working"
    WORKING = "working"


class TermKind(StrEnum):
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    TRIMESTER = "trimester"


@dataclass(frozen=True, slots=True)
class Term:
    id: TermId
    kind: TermKind
    number: int
    starts_on: date
    ends_on: date


@dataclass(frozen=True, slots=True)
class Span:
    """Days (both ends included) that differ from a plain school week, for these grades."""

    starts_on: date
    ends_on: date
    kind: SpanKind
    name: str
    grade_from: int = 1
    grade_to: int = 12
    as_weekday: int | None = None
    """Whose lessons a working day has, 1 Monday to 7; None: its own."""
    id: SpanId | None = field(default=None, compare=False)
    """None: not kept yet."""

    def covers(self, day: date, grade: int) -> bool:
        return self.starts_on <= day <= self.ends_on and self.grade_from <= grade <= self.grade_to


@dataclass(frozen=True, slots=True)
class DayOff:
    """Why there are no lessons: the span's name, or None for a Sunday and for days outside the school year."""

    name: str | None = None


@dataclass(frozen=True, slots=True)
class SchoolCalendar:
    starts_on: date
    ends_on: date
    spans: tuple[Span, ...] = ()
    terms: tuple[Term, ...] = ()
    closed: bool = False
    """The next year has taken its place: its lessons are only read."""
    _lent: tuple[Span, ...] = field(init=False, repr=False, compare=False)
    """Working days that have another weekday's lessons: asked for every day, and hardly ever any."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "_lent", tuple(span for span in self.spans if span.as_weekday is not None))

    def weekday_of(self, day: date, grade: int) -> int:
        """Whose lessons and bells the day has, 1 Monday to 7: its own, but for «рабочая суббота по понедельнику»."""
        lent = (span.as_weekday for span in self._lent if span.covers(day, grade))
        return next(lent, None) or day.isoweekday()

    def weekdays_of(self, day: date) -> frozenset[int]:
        """Those of any grade."""
        lent = (span for span in self._lent if span.starts_on <= day <= span.ends_on)
        return frozenset({day.isoweekday(), *(span.as_weekday for span in lent if span.as_weekday)})

    def day_off(self, day: date, grade: int) -> DayOff | None:
        """None on a school day. A working day of the calendar (a transferred Saturday) beats what it lies in."""
        if not self.starts_on <= day <= self.ends_on:
            return DayOff()
        spans = [span for span in self.spans if span.covers(day, grade)]
        if any(span.kind is SpanKind.WORKING for span in spans):
            return None
        if spans:
            return DayOff(spans[0].name)
        return DayOff() if day.isoweekday() == 7 else None

    def school_days_after(self, day: date, grade: int) -> Iterator[date]:
        """Days from the next on that are not off, to the year's end. Whether lessons stand there the timetable says."""
        day = max(day + DAY, self.starts_on)
        while day <= self.ends_on:
            if self.day_off(day, grade) is None:
                yield day
            day += DAY

    def term_of(self, day: date, grade: int, said: TermKind | None = None) -> Term | None:
        """The term of `terms_of` that a day counts in. Between two, the one that ended last; before all, the first."""
        terms = self.terms_of(grade, said)
        begun = [term for term in terms if term.starts_on <= day]
        return begun[-1] if begun else (terms[0] if terms else None)

    def terms_of(self, grade: int, said: TermKind | None = None) -> tuple[Term, ...]:
        """By which this grade is marked, in their order: of one kind, however many kinds the calendar has.

        `said` is what the school has set for the grade; else half-years from grade 10 on, quarters before (1.4.2).
        Where the calendar has none of these, what it has.
        """
        there = {term.kind for term in self.terms}
        kind = next((one for one in (said, *_usual(grade)) if one in there), None)
        return tuple(sorted((term for term in self.terms if term.kind is kind), key=lambda term: term.starts_on))


def _usual(grade: int) -> tuple[TermKind, ...]:
    """The likeliest first."""
    if grade >= 10:
        return TermKind.HALF_YEAR, TermKind.QUARTER, TermKind.TRIMESTER
    return TermKind.QUARTER, TermKind.TRIMESTER, TermKind.HALF_YEAR
