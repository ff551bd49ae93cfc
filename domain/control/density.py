"""Накопляемость: marks of a pupil and subject in a term against those that its attestation needs (3.6.2)."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cached_property
from itertools import pairwise
from typing import Protocol

from domain.control.indicators import Figure, LeftOut, Line, Measure, Slice, worst_first
from domain.control.seats import SeatSpan
from domain.ids import ClassId, GroupId, PersonId, SubjectId
from domain.journal.attestation import fewest_marks
from domain.journal.courses import Load
from domain.journal.periods import terms_of
from domain.journal.rules import JournalRules
from domain.journal.unmarked import is_unmarked
from domain.school.calendar import Term
from domain.school.exemptions import Exemption, Learning
from domain.school.roster import SchoolClass
from domain.school.timetable import Entry, SubjectRef, WeekPlan

Span = tuple[date, date]
"""Days from and to (both included)."""


MarkCounted = Mapping[tuple[PersonId, SubjectId, int], int]
"""Marks of a pupil and subject within a span (by its place among those asked for); a retake counts with what it
retakes, as one."""


class MarkCounts(Protocol):
    async def marks(self, spans: Sequence[Span], classes: Collection[ClassId] | None) -> MarkCounted:
        """One statement. Spans do not overlap. `classes`: those of pupils who sit or sat there; None: of all."""
        ...


@dataclass(frozen=True, slots=True)
class PupilMarks:
    """`needed` by the day up to which is counted."""

    seat: SeatSpan
    subject: SubjectRef
    term: Term
    marks: int
    needed: int

    @property
    def enough(self) -> bool:
        return self.marks >= self.needed


@dataclass(frozen=True)
class Density:
    """`until`: the last day that counts. Of each term whoever sits in a class on its last such day is counted."""

    slice: Slice
    until: date
    plan: WeekPlan
    classes: Mapping[ClassId, SchoolClass]
    seats: Sequence[SeatSpan]
    loads: Sequence[Load]
    exemptions: Sequence[Exemption]
    rules: JournalRules

    @cached_property
    def terms(self) -> Mapping[int, tuple[Term, ...]]:
        """By grade those that the slice touches; where it lies between two, the one before."""
        grades = {one.grade for one in self.classes.values() if one.grade > 1}
        return {grade: self._touched(terms_of(self.plan.calendar, grade, self.rules)) for grade in grades}

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """The days of all terms, cut wherever one of them begins or ends."""
        terms = {self._days(term) for found in self.terms.values() for term in found}
        begins = sorted({first for first, _ in terms} | {_after(last) for _, last in terms})
        pairs = ((first, _before(following)) for first, following in pairwise(begins))
        return tuple(span for span in pairs if any(first <= span[0] and span[1] <= last for first, last in terms))

    def pupils(self, counts: MarkCounted) -> tuple[tuple[PupilMarks, ...], int]:
        """Each pupil with each subject and term; and how many are left out since they are exempt."""
        exempt = 0
        found: list[PupilMarks] = []
        for seat, term, last in self._expected():
            spans, days = self._spans_of[term], self._days_sat(seat, term, last)
            for subject, fewest in self._weekly(last).of(seat.class_id, seat.groups):
                if (seat.pupil, subject.id) in self._exempt and self._is_exempt(seat.pupil, subject.id, last):
                    exempt += 1
                    continue
                marks = sum([counts.get((seat.pupil, subject.id, one), 0) for one in spans])
                found.append(PupilMarks(seat, subject, term, marks, fewest * days // _length(term)))
        return tuple(found), exempt

    @cached_property
    def _spans_of(self) -> Mapping[Term, tuple[int, ...]]:
        terms = {term: self._days(term) for found in self.terms.values() for term in found}
        return {
            term: tuple(n for n, span in enumerate(self.spans) if first <= span[0] and span[1] <= last)
            for term, (first, last) in terms.items()
        }

    def _touched(self, terms: Sequence[Term]) -> tuple[Term, ...]:
        begun = [term for term in terms if term.starts_on <= self.until]
        return tuple(term for term in begun if term.ends_on >= self.slice.first) or tuple(begun[-1:])

    def _days(self, term: Term) -> Span:
        return term.starts_on, min(term.ends_on, self.until)

    def _expected(self) -> Iterator[tuple[SeatSpan, Term, date]]:
        """Who sits there on the last day of a term that counts."""
        for seat in self.seats:
            known = self.classes.get(seat.class_id)
            if known is None or known.grade == 1 or not self._is_wanted(known):
                continue
            for term in self.terms[known.grade]:
                last = self._days(term)[1]
                if seat.sits_on(last):
                    yield seat, term, last

    def _is_wanted(self, one: SchoolClass) -> bool:
        return self.slice.class_id in (None, one.id) and self.slice.grade in (None, one.grade)

    def _weekly(self, day: date) -> "_Weekly":
        if day not in self._weeks:
            self._weeks[day] = _Weekly(self.plan, self.loads, day, self.slice, self.rules)
        return self._weeks[day]

    @cached_property
    def _weeks(self) -> dict[date, "_Weekly"]:
        return {}

    @cached_property
    def _exempt(self) -> Mapping[tuple[PersonId, SubjectId], list[Exemption]]:
        found: dict[tuple[PersonId, SubjectId], list[Exemption]] = {}
        for one in self.exemptions:
            if one.kind is Learning.EXEMPT:
                found.setdefault((one.pupil, one.subject.id), []).append(one)
        return found

    def _is_exempt(self, pupil: PersonId, subject: SubjectId, day: date) -> bool:
        return any(one.covers(day) for one in self._exempt.get((pupil, subject), ()))

    @cached_property
    def _came(self) -> Mapping[PersonId, date]:
        """When a pupil came to the school, whatever the class."""
        came: dict[PersonId, date] = {}
        for seat in self.seats:
            came[seat.pupil] = min(came.get(seat.pupil, seat.from_day), seat.from_day)
        return came

    def _days_sat(self, seat: SeatSpan, term: Term, last: date) -> int:
        """Of the term's days, until the last one that counts: by their share the marks are needed, rounded down."""
        return (last - max(term.starts_on, self._came[seat.pupil])).days + 1


class _Weekly:
    """The subjects of a class by the timetable of a day, with the marks that a whole term needs; those of the slice."""

    def __init__(self, plan: WeekPlan, loads: Sequence[Load], day: date, slice_: Slice, rules: JournalRules) -> None:
        self._rules = rules
        self._subject, self._teacher = slice_.subject, slice_.teacher
        self._entries: dict[ClassId, list[Entry]] = {}
        for entry in _standing(plan, day):
            for class_id in dict.fromkeys(entry.classes):
                self._entries.setdefault(class_id, []).append(entry)
        self._loads = {(one.class_id, one.subject, one.group) for one in loads if one.teacher == slice_.teacher}
        self._known: dict[tuple[ClassId, frozenset[GroupId]], list[tuple[SubjectRef, int]]] = {}

    def of(self, class_id: ClassId, groups: frozenset[GroupId]) -> Sequence[tuple[SubjectRef, int]]:
        key = class_id, groups
        if key not in self._known:
            self._known[key] = list(self._subjects(class_id, groups))
        return self._known[key]

    def _subjects(self, class_id: ClassId, groups: frozenset[GroupId]) -> Iterator[tuple[SubjectRef, int]]:
        by_subject: dict[SubjectRef, list[Entry]] = {}
        for entry in self._entries.get(class_id, ()):
            if entry.is_for(class_id, groups):
                by_subject.setdefault(entry.subject, []).append(entry)
        for subject, entries in by_subject.items():
            if not is_unmarked(subject.name) and self._is_wanted(class_id, subject.id, entries, groups):
                weekly = sum((Fraction(1, 1 if one.parity is None else 2) for one in entries), Fraction(0))
                yield subject, fewest_marks(weekly, self._rules)

    def _is_wanted(
        self, class_id: ClassId, subject: SubjectId, entries: Sequence[Entry], groups: frozenset[GroupId]
    ) -> bool:
        if self._subject not in (None, subject):
            return False
        if self._teacher is None or any(self._teacher in one.teacher_ids for one in entries):
            return True
        return any((class_id, subject, group) in self._loads for group in (None, *groups))


def figure(pupils: Sequence[PupilMarks], exempt: int) -> Figure:
    middle = Fraction(sum(one.marks for one in pupils), len(pupils)) if pupils else None
    left_out = {LeftOut.EXEMPT: exempt} if exempt else {}
    return Figure(Measure.DENSITY, sum(one.enough for one in pupils), len(pupils), middle, left_out)


def by_pupil(pupils: Sequence[PupilMarks], classes: Mapping[ClassId, SchoolClass]) -> tuple[Line, ...]:
    """Only who has too few."""
    return worst_first(
        [
            Line(
                one.marks,
                one.needed,
                school_class=classes[one.seat.class_id],
                subject=one.subject,
                pupil=one.seat.pupil,
                pupil_name=one.seat.name,
                term=one.term,
            )
            for one in pupils
            if not one.enough
        ]
    )


def by_class(pupils: Sequence[PupilMarks], classes: Mapping[ClassId, SchoolClass]) -> tuple[Line, ...]:
    whole = Counter(one.seat.class_id for one in pupils)
    part = Counter(one.seat.class_id for one in pupils if one.enough)
    return worst_first([Line(part[one], count, school_class=classes[one]) for one, count in whole.items()])


def _standing(plan: WeekPlan, day: date) -> Iterator[Entry]:
    return (
        one
        for one in plan.entries
        if one.valid_from <= day and (one.valid_until is None or day <= one.valid_until) and not one.extra
    )


def _length(term: Term) -> int:
    return (term.ends_on - term.starts_on).days + 1


def _after(day: date) -> date:
    return date.fromordinal(day.toordinal() + 1)


def _before(day: date) -> date:
    return date.fromordinal(day.toordinal() - 1)
