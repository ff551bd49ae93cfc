"""A class in its school year, as its sheets need it: its terms, its pupils with who came and left, what they learn."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from domain.control.seats import SeatSpan, SeatSpans
from domain.errors import NotFound
from domain.ids import ClassId, PersonId, SubjectId
from domain.journal.courses import Teaching
from domain.journal.periods import Period, period_of, periods_of, terms_of
from domain.journal.result_places import Places
from domain.journal.rules import JournalRules
from domain.journal.unmarked import is_unmarked
from domain.school.calendar import Term
from domain.school.exemptions import Exemption, KnownExemptions, Learning
from domain.school.roster import SchoolClass, Seat
from domain.school.timetable import SubjectRef


@dataclass(frozen=True, slots=True)
class ListedPupil:
    """A pupil of a class in a period. `came`, `left`: the first and the last day there, of who was not there all the
    time; who left is listed and not counted."""

    seat: Seat
    came: date | None = None
    left: date | None = None

    @property
    def counts(self) -> bool:
        return self.left is None


@dataclass(frozen=True)
class ClassYear:
    """As of today, or as a closed year ended."""

    school_class: SchoolClass
    teaching: Teaching
    rules: JournalRules
    terms: tuple[Term, ...]

    @property
    def marked(self) -> bool:
        """First grades have no marks (1.2)."""
        return self.school_class.grade > 1

    @property
    def periods(self) -> tuple[Period, ...]:
        """Of first grades: terms and year too, for sheets of attendance and movement."""
        return periods_of(self.terms, self.school_class.grade)

    @property
    def past(self) -> bool:
        return self.teaching.plan.calendar.closed

    @property
    def begins(self) -> int:
        """The calendar year that the school year begins in: 2026 of 2026/27."""
        return self.teaching.plan.calendar.starts_on.year

    def now(self) -> Period:
        """The term that sheets are likeliest wanted of: of those that have begun the one whose end is nearest."""
        day = self.teaching.day
        begun = [term for term in self.terms if term.starts_on <= day] or list(self.terms[:1])
        return period_of(min(begun, key=lambda one: abs(one.ends_on - day))) if begun else Period.YEAR

    def days(self, period: Period) -> tuple[date, date]:
        """First and last day. Raises `NotFound` for a period that the grade does not have."""
        if period not in self.periods:
            raise NotFound
        term = next((one for one in self.terms if period_of(one) is period), None)
        calendar = self.teaching.plan.calendar
        return (term.starts_on, term.ends_on) if term else (calendar.starts_on, calendar.ends_on)

    def so_far(self, period: Period) -> tuple[date, date]:
        """The same days to today at the latest, and one day at least."""
        first, last = self.days(period)
        return first, min(last, max(first, self.teaching.day))

    def at(self, period: Period) -> "ClassYear":
        """With the timetable and load as the period ended, or as of today while it goes on."""
        return replace(self, teaching=replace(self.teaching, day=self.so_far(period)[1]))

    def subjects(self) -> list[SubjectRef]:
        """Of the class's timetable and load that are marked, by name."""
        short = {entry.subject.id: entry.subject.short for entry in self.teaching.plan.entries}
        listed = self.teaching.subjects_of(self.school_class.id)
        marked = ((subject, name) for subject, name in listed if not is_unmarked(name))
        return [SubjectRef(subject, name, short.get(subject, name)) for subject, name in marked]

    def learns(self, seat: Seat, subject: SubjectId) -> bool:
        """Whether somebody teaches the pupil the subject, by timetable or load."""
        return bool(self.teaching.teachers(self.school_class.id, subject, seat))


@dataclass(frozen=True, slots=True)
class ClassYears:
    """`places`: of the journal, for the class's year with its rules, closed ones too."""

    places: Places
    spans: SeatSpans
    known: KnownExemptions

    async def of(self, class_id: ClassId) -> ClassYear:
        """Raises `NotFound`. From memory."""
        return await self.within(await self.places.teaching_of(class_id), class_id)

    async def within(self, teaching: Teaching, class_id: ClassId) -> ClassYear:
        """The same, of many classes without putting the teaching together for each."""
        school_class = teaching.roster.classes.get(class_id)
        if school_class is None:
            raise NotFound
        rules = await self.places.rules.rules()
        terms = terms_of(teaching.plan.calendar, school_class.grade, rules)
        return ClassYear(school_class, teaching, rules, terms)

    async def pupils(self, year: ClassYear, period: Period) -> tuple[ListedPupil, ...]:
        """By name, those who left among them."""
        first, last = year.so_far(period)
        return listed(await self.spans.seats(first, last, [year.school_class.id]), first, last)

    async def exempt(self, year: ClassYear, period: Period) -> frozenset[tuple[PersonId, SubjectId]]:
        """Who is exempt from a subject as the period ends (or today)."""
        _, last = year.so_far(period)
        return exempt_on(await self.known.exemptions(), last)


def listed(spans: Iterable[SeatSpan], first: date, last: date) -> tuple[ListedPupil, ...]:
    """Who sat in a class on any day from `first` to `last`, in the order of the spans; several spans are one pupil."""
    of: dict[PersonId, list[SeatSpan]] = {}
    for span in spans:
        if span.from_day <= last and (span.until_day is None or span.until_day >= first):
            of.setdefault(span.pupil, []).append(span)
    return tuple(_listed(sorted(mine, key=lambda one: one.from_day), first, last) for mine in of.values())


def _listed(mine: Sequence[SeatSpan], first: date, last: date) -> ListedPupil:
    begins, ends = mine[0], mine[-1]
    seat = Seat(ends.pupil, ends.name, ends.class_id, ends.groups)
    came = begins.from_day if begins.from_day > first else None
    left = ends.until_day if ends.until_day is not None and ends.until_day < last else None
    return ListedPupil(seat, came, left)


def exempt_on(exemptions: Iterable[Exemption], day: date) -> frozenset[tuple[PersonId, SubjectId]]:
    return frozenset(
        (one.pupil, one.subject.id) for one in exemptions if one.kind is Learning.EXEMPT and one.covers(day)
    )
