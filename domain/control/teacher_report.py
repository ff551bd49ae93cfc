"""Отчёт учителя-предметника for a term: each class's results, lessons by plan and given, written works (1.4.3)."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.control.achievement import Counts
from domain.control.class_years import ClassYears
from domain.control.teacher_lines import (
    CourseLine,
    KnownOfCourses,
    TaughtPart,
    TeacherReportRead,
    entries_of,
    line_of,
    now_of,
    of_group,
    parts_of,
    periods_of,
)
from domain.errors import NotFound
from domain.ids import PersonId
from domain.journal.courses import Teaching
from domain.journal.periods import Period
from domain.journal.plan_progress import CoursesRead
from domain.roles.access import Action, Reach, Target, reach_of, require
from domain.roles.exports import Export, ExportGate, ExportKind
from domain.roles.people import Actor, PersonName


@dataclass(frozen=True, slots=True)
class TeacherReport:
    """`lines` of the classes that have a period ending with this one: quarters beside half-years."""

    teacher: PersonId
    name: PersonName
    year: int
    period: Period
    periods: tuple[Period, ...]
    lines: tuple[CourseLine, ...]
    past: bool = False
    others: bool = False
    """The reader reads other teachers' too."""

    @property
    def total(self) -> Counts:
        return sum((one.counts for one in self.lines), Counts())


@dataclass(frozen=True, slots=True)
class TeacherChoice:
    """`teachers` by name. `past`: of the year that was closed last; `has_past`: there is one to look back at."""

    teachers: tuple[tuple[PersonId, PersonName], ...]
    everyone: bool
    past: bool
    has_past: bool

    @property
    def alone(self) -> PersonId | None:
        """Of who reads only the own one."""
        return None if self.everyone or not self.teachers else self.teachers[0][0]


@dataclass(frozen=True, slots=True)
class TeacherReports:
    years: ClassYears
    read: TeacherReportRead
    courses: CoursesRead
    gate: ExportGate

    async def choice(self, actor: Actor, *, past: bool = False) -> TeacherChoice:
        """Whose report the actor may read; `past`: of the year that was closed last, `NotFound` where none was."""
        require(actor, Action.SEE_TEACHER_REPORT, Target(person=actor.person))
        teaching = await self._teaching(past)
        found = {one for course in teaching.courses for one in teaching.teachers(course.class_id, course.subject)}
        everyone = Reach.SCHOOL in reach_of(actor, Action.SEE_TEACHER_REPORT)
        names = await self.read.names(found if everyone else [actor.person])
        has_past = not past and await self.years.places.timetables.last_closed() is not None
        return TeacherChoice(tuple(names.items()), everyone, past, has_past)

    async def of(
        self, actor: Actor, teacher: PersonId, period: Period | None = None, *, past: bool = False
    ) -> TeacherReport:
        """`period` None: the current term. Raises `NotFound` for who teaches nothing that is marked."""
        require(actor, Action.SEE_TEACHER_REPORT, Target(person=teacher))
        teaching = await self._teaching(past)
        parts = await self._parts(teaching, teacher)
        name = (await self.read.names([teacher])).get(teacher)
        if not parts or name is None:
            raise NotFound
        offered = periods_of(one.year for one in parts)
        wanted = period or now_of(offered, (one.year for one in parts))
        if wanted not in offered:
            raise NotFound
        of_period = [(one, same) for one in parts if (same := offered[wanted].get(one.year.school_class.grade))]
        return TeacherReport(
            teacher=teacher,
            name=name,
            year=parts[0].year.begins,
            period=wanted,
            periods=tuple(offered),
            lines=await self._lines(of_period),
            past=past,
            others=Reach.SCHOOL in reach_of(actor, Action.SEE_TEACHER_REPORT),
        )

    async def take(self, actor: Actor, teacher: PersonId, period: Period, *, past: bool = False) -> TeacherReport:
        """For a file. Raises `ExportsFrozen` and `TooManyExports` too."""
        report = await self.of(actor, teacher, period, past=past)
        export = Export(ExportKind.TEACHER_REPORT, subject=teacher)
        await self.gate.allow_part(actor, Action.SEE_TEACHER_REPORT, export)
        return report

    async def _teaching(self, past: bool) -> Teaching:
        teaching = await (self.years.places.last_year() if past else self.years.places.teaching())
        if teaching is None:
            raise NotFound
        return teaching

    async def _parts(self, teaching: Teaching, teacher: PersonId) -> list[TaughtPart]:
        """From memory."""
        found = []
        for class_id, subject, group in parts_of(teaching, teacher):
            year = await self.years.within(teaching, class_id)
            entries = of_group(entries_of(teaching, teacher, class_id, subject.id), class_id, group)
            found.append(TaughtPart(year, teacher, subject, group, entries))
        return found

    async def _lines(self, parts: Sequence[tuple[TaughtPart, Period]]) -> tuple[CourseLine, ...]:
        """Eight statements, however many classes."""
        if not parts:
            return ()
        classes = list({part.year.school_class.id for part, _ in parts})
        subjects = list({part.subject.id for part, _ in parts})
        days = [part.year.so_far(period) for part, period in parts]
        first, last = min(one for one, _ in days), max(one for _, one in days)
        spans = await self.years.spans.seats(first, last, classes)
        pupils = list({one.pupil for one in spans})
        known = KnownOfCourses(
            spans=spans,
            marks=await self.read.of_year(classes[0], pupils, subjects),
            exemptions=await self.years.known.exemptions(),
            record=await self.courses.record([entry.id for part, _ in parts for entry in part.entries]),
            hours=await self.read.planned_hours(classes, subjects),
            works=await self.read.written_works(classes, subjects, first, last),
        )
        return tuple(line_of(part, period, known) for part, period in parts)
