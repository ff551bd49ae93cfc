"""Отчёт классного руководителя for a term: who came and left, results, missed lessons, families (1.4.3, 3.3.6)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from domain.attendance.missed import MissedLesson, Totals
from domain.control.achievement import Counts, percent
from domain.control.achievement_lists import Given, Group, Lists, lists_of
from domain.control.class_years import ClassYear, ClassYears, ListedPupil
from domain.control.families import Families, families_of
from domain.control.mark_sheet import (
    MarkRow,
    SubjectTotal,
    YearMarksRead,
    rows_of,
    subjects_of,
    totals_of,
    with_exempt,
)
from domain.control.report_card import MissedRead, missed_totals
from domain.ids import ClassId, PersonId, SubjectId
from domain.journal.periods import Period
from domain.roles.access import Action, Target, require
from domain.roles.exports import Export, ExportGate, ExportKind
from domain.roles.people import Actor, PersonName
from domain.roles.ports import AccessRead, ConsentsRead
from domain.school.roster import SchoolClass
from domain.school.timetable import SubjectRef


@dataclass(frozen=True, slots=True)
class Movement:
    """`start`, `end`: pupils on the period's first and last day (or today). `came`: from their first day on, `left`:
    with their last one."""

    start: int
    end: int
    came: tuple[tuple[PersonName, date], ...]
    left: tuple[tuple[PersonName, date], ...]


@dataclass(frozen=True, slots=True)
class SubjectLine:
    total: SubjectTotal
    teachers: tuple[PersonName, ...]


@dataclass(frozen=True, slots=True)
class ClassReport:
    """`first`, `last`: the days that are reported, to today at the latest. `lists`: by the marks of the period, of who
    is in the class then. `missed`: of everyone listed; `pupils`: who missed anything, the most first. `families` None:
    of a closed year. A first grade has neither marks nor lists (1.2)."""

    school_class: SchoolClass
    year: int
    period: Period
    periods: tuple[Period, ...]
    first: date
    last: date
    teachers: tuple[PersonName, ...]
    movement: Movement
    subjects: tuple[SubjectLine, ...]
    lists: Lists
    missed: Totals
    pupils: tuple[tuple[PersonName, Totals], ...]
    families: Families | None
    past: bool = False

    @property
    def marked(self) -> bool:
        return self.school_class.grade > 1

    @property
    def total(self) -> Counts:
        return sum((one.total.counts for one in self.subjects), Counts())

    @property
    def missing(self) -> int:
        """Marks that are not set."""
        return sum(one.total.missing for one in self.subjects)

    def many(self, group: Group) -> int:
        return len(self.lists.get(group, ()))

    @property
    def quality_by_pupils(self) -> Decimal | None:
        """Who has only «5» and «4», of all in the class, in percents; None while somebody lacks a mark."""
        if self.many(Group.INCOMPLETE) or not self.subjects:
            return None
        return percent(self.many(Group.EXCELLENT) + self.many(Group.GOOD), self.movement.end)

    @property
    def success_by_pupils(self) -> Decimal | None:
        """Who has neither «2» nor «н/а», likewise."""
        if self.many(Group.INCOMPLETE) or not self.subjects:
            return None
        bad = {one.seat.pupil for group in (Group.FAILING, Group.NOT_ATTESTED) for one in self.lists.get(group, ())}
        return percent(self.movement.end - len(bad), self.movement.end)


@dataclass(frozen=True, slots=True)
class ClassReports:
    years: ClassYears
    read: YearMarksRead
    missed: MissedRead
    access: AccessRead
    consents: ConsentsRead
    gate: ExportGate

    async def of(self, actor: Actor, class_id: ClassId, period: Period | None = None) -> ClassReport:
        """`period` None: the current term. Raises `NotFound` for what the class does not have."""
        require(actor, Action.SEE_CLASS_SHEETS, Target(classes=(class_id,)))
        year = await self.years.of(class_id)
        wanted = period or year.now()
        first, last = year.so_far(wanted)
        pupils = await self.years.pupils(year, wanted)
        missed = await self._missed(pupils, first, last)
        subjects, lists = await self._results(year.at(wanted), pupils, wanted)
        names = await self.read.names(year.school_class.teachers)
        return ClassReport(
            school_class=year.school_class,
            year=year.begins,
            period=wanted,
            periods=year.periods,
            first=first,
            last=last,
            teachers=tuple(names[one] for one in year.school_class.teachers if one in names),
            movement=movement_of(pupils, first, last),
            subjects=subjects,
            lists=lists,
            missed=together(total for _, total in missed),
            pupils=tuple(sorted(missed, key=lambda one: (-one[1].lessons, -one[1].late))),
            families=None if year.past else await families_of(self.access, self.consents, class_id),
            past=year.past,
        )

    async def take(self, actor: Actor, class_id: ClassId, period: Period) -> ClassReport:
        """For a file. Raises `ExportsFrozen` and `TooManyExports` too."""
        report = await self.of(actor, class_id, period)
        await self.gate.allow(actor, Export(ExportKind.CLASS_REPORT, class_id))
        return report

    async def _missed(self, pupils: Sequence[ListedPupil], first: date, last: date) -> list[tuple[PersonName, Totals]]:
        """Of who missed or was late to anything while in the class; one statement."""
        lessons = await self.missed.missed([one.seat.pupil for one in pupils], first, last)
        of: dict[PersonId, list[MissedLesson]] = {}
        for one in lessons:
            of.setdefault(one.pupil, []).append(one)
        counted = [(one.seat.name, missed_totals(one, _while_there(one, of))) for one in pupils]
        return [(name, total) for name, total in counted if total.lessons or total.late]

    async def _results(
        self, year: ClassYear, pupils: Sequence[ListedPupil], period: Period
    ) -> tuple[tuple[SubjectLine, ...], Lists]:
        """Two statements; nothing of a first grade."""
        if not year.marked:
            return (), {}
        found = await self.read.of_year(year.school_class.id, [one.seat.pupil for one in pupils])
        rows = rows_of(pupils, with_exempt(found, await self.years.exempt(year, period), period), period)
        subjects = subjects_of(year, found)
        teachers = {one.id: year.teaching.teachers(year.school_class.id, one.id) for one in subjects}
        names = await self.read.names({one for of in teachers.values() for one in of})
        totals = totals_of(year, rows, subjects, period)
        lines = [
            SubjectLine(one, tuple(names[who] for who in teachers[one.subject.id] if who in names)) for one in totals
        ]
        return tuple(lines), lists_of(_given(year, rows, subjects, period, teachers), whole=True)


def movement_of(pupils: Iterable[ListedPupil], first: date, last: date) -> Movement:
    """start + came - left = end."""
    listed = list(pupils)
    return Movement(
        start=sum(one.came is None for one in listed),
        end=sum(one.counts for one in listed),
        came=tuple((one.seat.name, one.came) for one in listed if one.came is not None),
        left=tuple((one.seat.name, one.left) for one in listed if one.left is not None),
    )


def together(totals: Iterable[Totals]) -> Totals:
    """`days` are pupils' days: two who miss one day make two."""
    names = Totals.__slots__
    listed = list(totals)
    return Totals(**{name: sum(getattr(one, name) for one in listed) for name in names})


def _while_there(pupil: ListedPupil, of: Mapping[PersonId, Sequence[MissedLesson]]) -> list[MissedLesson]:
    return [
        one
        for one in of.get(pupil.seat.pupil, ())
        if (pupil.came is None or one.day >= pupil.came) and (pupil.left is None or one.day <= pupil.left)
    ]


def _given(
    year: ClassYear,
    rows: Sequence[MarkRow],
    subjects: Sequence[SubjectRef],
    period: Period,
    teachers: Mapping[SubjectId, tuple[PersonId, ...]],
) -> Iterable[Given]:
    """What each pupil who is counted has, or lacks, of each subject they learn."""
    for row in (one for one in rows if one.pupil.counts):
        for subject in subjects:
            value = row.value(subject.id, period)
            if value or (period is not Period.EXAM and year.learns(row.pupil.seat, subject.id)):
                yield Given(
                    row.pupil.seat, year.school_class, subject.id, subject.name, value or None, teachers[subject.id]
                )
