"""Сводная ведомость of a class: the marks of a term or of the year, pupil by subject, and what they come to (1.4.3)."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from domain.control.achievement import Counts, count
from domain.control.class_years import ClassYear, ClassYears, ListedPupil
from domain.ids import ClassId, PersonId, SubjectId
from domain.journal.attestation import EXEMPT
from domain.journal.grading import NoMarksInFirstGrade
from domain.journal.periods import Period
from domain.roles.access import Action, Target, require
from domain.roles.exports import Export, ExportGate, ExportKind
from domain.roles.people import Actor, PersonName
from domain.school.roster import SchoolClass
from domain.school.timetable import SubjectRef

PupilMarks = Mapping[SubjectId, Mapping[Period, str]]
"""What stands of a pupil's year."""
NOTHING: PupilMarks = {}


@dataclass(frozen=True, slots=True)
class YearMark:
    """A result that stands."""

    pupil: PersonId
    subject: SubjectRef
    period: Period
    value: str


class YearMarksRead(Protocol):
    async def of_year(
        self, class_id: ClassId, pupils: Collection[PersonId], subjects: Collection[SubjectId] | None = None
    ) -> Sequence[YearMark]:
        """What stands of the school year of the class, whichever class it was set in; one statement."""
        ...

    async def names(self, persons: Collection[PersonId]) -> Mapping[PersonId, PersonName]: ...


@dataclass(frozen=True, slots=True)
class MarkRow:
    """`marks` of the whole year; where nothing stands, «осв.» of who is exempt as the period ends."""

    pupil: ListedPupil
    marks: PupilMarks
    counts: Counts

    def value(self, subject: SubjectId, period: Period) -> str:
        """«» where nothing stands."""
        return self.marks.get(subject, {}).get(period, "")


@dataclass(frozen=True, slots=True)
class SubjectTotal:
    """Of who is counted; `missing`: pupils who learn the subject and have no mark of the period."""

    subject: SubjectRef
    counts: Counts
    missing: int


@dataclass(frozen=True, slots=True)
class MarkSheet:
    """`first`, `last`: the period's days. Of a first grade there are neither rows nor subjects."""

    school_class: SchoolClass
    year: int
    period: Period
    periods: tuple[Period, ...]
    first: date
    last: date
    rows: tuple[MarkRow, ...]
    subjects: tuple[SubjectTotal, ...]
    teachers: tuple[PersonName, ...]
    """The class's own."""
    past: bool = False

    @property
    def marked(self) -> bool:
        return self.school_class.grade > 1

    @property
    def total(self) -> Counts:
        return sum((one.counts for one in self.subjects), Counts())

    @property
    def missing(self) -> int:
        return sum(one.missing for one in self.subjects)

    @property
    def counted(self) -> int:
        """Pupils."""
        return sum(row.pupil.counts for row in self.rows)

    @property
    def shown(self) -> tuple[Period, ...]:
        """Whose marks the sheet has: the term's, or side by side those of the whole year."""
        return (self.period,) if self.period.is_term else self.periods


@dataclass(frozen=True, slots=True)
class MarkSheets:
    years: ClassYears
    read: YearMarksRead
    gate: ExportGate

    async def of(self, actor: Actor, class_id: ClassId, period: Period | None = None) -> MarkSheet:
        """`period` None: the current term. Raises `NotFound` for what the class does not have."""
        require(actor, Action.SEE_CLASS_SHEETS, Target(classes=(class_id,)))
        year = await self.years.of(class_id)
        wanted = period or year.now()
        first, last = year.days(wanted)
        names = await self.read.names(year.school_class.teachers)
        teachers = tuple(names[one] for one in year.school_class.teachers if one in names)
        rows, subjects = await self._filled(year.at(wanted), wanted) if year.marked else ((), ())
        return MarkSheet(
            school_class=year.school_class,
            year=year.begins,
            period=wanted,
            periods=year.periods,
            first=first,
            last=last,
            rows=rows,
            subjects=subjects,
            teachers=teachers,
            past=year.past,
        )

    async def take(self, actor: Actor, class_id: ClassId, period: Period) -> MarkSheet:
        """For a file. Raises `NoMarksInFirstGrade`, `ExportsFrozen` and `TooManyExports` too."""
        sheet = await self.of(actor, class_id, period)
        if not sheet.marked:
            raise NoMarksInFirstGrade
        await self.gate.allow(actor, Export(ExportKind.MARK_SHEET, class_id))
        return sheet

    async def _filled(self, year: ClassYear, period: Period) -> tuple[tuple[MarkRow, ...], tuple[SubjectTotal, ...]]:
        """Four statements, whatever the class."""
        pupils = await self.years.pupils(year, period)
        found = await self.read.of_year(year.school_class.id, [one.seat.pupil for one in pupils])
        exempt = await self.years.exempt(year, period)
        rows = rows_of(pupils, with_exempt(found, exempt, period), period)
        return rows, totals_of(year, rows, subjects_of(year, found), period)


def by_pupil(marks: Iterable[YearMark]) -> dict[PersonId, dict[SubjectId, dict[Period, str]]]:
    found: dict[PersonId, dict[SubjectId, dict[Period, str]]] = {}
    for one in marks:
        found.setdefault(one.pupil, {}).setdefault(one.subject.id, {})[one.period] = one.value
    return found


def with_exempt(
    marks: Iterable[YearMark], exempt: Iterable[tuple[PersonId, SubjectId]], period: Period
) -> Mapping[PersonId, PupilMarks]:
    """By pupil. A mark that stands goes before an exemption."""
    found = by_pupil(marks)
    for pupil, subject in exempt:
        found.setdefault(pupil, {}).setdefault(subject, {}).setdefault(period, EXEMPT)
    return found


def subjects_of(year: ClassYear, marks: Iterable[YearMark]) -> list[SubjectRef]:
    """What is taught, and what marks are there of, by name."""
    found = {one.id: one for one in year.subjects()}
    for one in marks:
        found.setdefault(one.subject.id, one.subject)
    return sorted(found.values(), key=lambda one: one.name)


def rows_of(pupils: Iterable[ListedPupil], marks: Mapping[PersonId, PupilMarks], period: Period) -> tuple[MarkRow, ...]:
    return tuple(_row(one, marks.get(one.seat.pupil, NOTHING), period) for one in pupils)


def _row(pupil: ListedPupil, marks: PupilMarks, period: Period) -> MarkRow:
    return MarkRow(pupil, marks, count(of[period] for of in marks.values() if period in of))


def totals_of(
    year: ClassYear, rows: Sequence[MarkRow], subjects: Iterable[SubjectRef], period: Period
) -> tuple[SubjectTotal, ...]:
    there = [row for row in rows if row.pupil.counts]
    return tuple(_total(year, there, one, period) for one in subjects)


def _total(year: ClassYear, rows: Sequence[MarkRow], subject: SubjectRef, period: Period) -> SubjectTotal:
    values = [row.value(subject.id, period) for row in rows]
    lacking = sum(
        not value and year.learns(row.pupil.seat, subject.id) for row, value in zip(rows, values, strict=True)
    )
    return SubjectTotal(subject, count(filter(None, values)), 0 if period is Period.EXAM else lacking)
