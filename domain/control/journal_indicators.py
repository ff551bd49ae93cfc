"""The indicators, read from the journal (3.6.2). What takes long is reckoned beside the event loop."""

import asyncio
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from domain.clock import SchoolTime
from domain.control import density, plan_hours
from domain.control.density import Density, MarkCounts, PupilMarks
from domain.control.indicators import (
    OF_FAMILIES,
    OF_LESSONS,
    Behind,
    By,
    Figure,
    IndicatorPage,
    Line,
    Measure,
    ShortLessons,
    Slice,
    ways,
)
from domain.control.lesson_figures import LessonFigures, is_in
from domain.control.lesson_records import LessonBook, LessonRecord
from domain.control.participation import FamiliesRead, Participation
from domain.control.plan_hours import CourseHours, PlanAgainstFact, PlanHoursRead
from domain.control.rules import ControlRules
from domain.control.seats import SeatSpans
from domain.control.verdicts import Verdicts
from domain.errors import NotFound
from domain.ids import ClassId
from domain.journal.courses import Loads
from domain.journal.result_places import YearPlans
from domain.journal.rules import Rules
from domain.roles.access import Action, Target, require
from domain.roles.people import Actor
from domain.school.exemptions import KnownExemptions
from domain.school.ports import Rosters
from domain.school.roster import Roster, SchoolClass
from domain.school.timetable import ChangeKind, SchoolDay, WeekPlan


@dataclass(frozen=True, slots=True)
class JournalIndicators:
    time: SchoolTime
    rules: ControlRules
    timetables: YearPlans
    rosters: Rosters
    loads: Loads
    exemptions: KnownExemptions
    journal_rules: Rules
    book: LessonBook
    seats: SeatSpans
    marks: MarkCounts
    plans: PlanHoursRead
    people: FamiliesRead

    async def page(self, actor: Actor, slice_: Slice) -> IndicatorPage:
        require(actor, Action.SEE_CONTROL, Target())
        at = self.time.now()
        # One after another: threads that reckon and read at once hand each other Python's lock row by row.
        lessons = await self._lesson_figures(slice_)
        marks = await self._density(slice_)
        plans = await self._courses(slice_)
        found = lessons | {Measure.DENSITY: density.figure(*marks), Measure.PLAN: plan_hours.figure(*plans)}
        if slice_.subject is None and slice_.teacher is None:
            families = await self._families(slice_)
            found |= {one: families.figure(one) for one in OF_FAMILIES}
        return IndicatorPage(slice_, tuple(found[one] for one in Measure if one in found), at)

    async def behind(self, actor: Actor, slice_: Slice, measure: Measure, by: By | None = None) -> Behind:
        require(actor, Action.SEE_CONTROL, Target())
        way = by or ways(measure)[0]
        if way not in ways(measure):
            raise NotFound
        if way is By.PUPIL:
            require(actor, Action.SEE_ACHIEVEMENT, Target(classes=tuple(await self._classes(slice_) or ())))
        figure, lines = await self._behind(slice_, measure, way)
        return Behind(figure, way, lines)

    async def lessons(self, actor: Actor, slice_: Slice, measure: Measure) -> ShortLessons:
        require(actor, Action.SEE_CONTROL, Target())
        if measure not in OF_LESSONS:
            raise NotFound
        lessons = await self._lessons(slice_)
        return await asyncio.to_thread(lambda: ShortLessons(lessons.figure(measure), lessons.short(measure)))

    async def pupils_marks(self, slice_: Slice) -> Sequence[PupilMarks]:
        """For what reads on its own account; access is the caller's."""
        return (await self._density(slice_))[0]

    async def course_hours(self, slice_: Slice) -> Sequence[CourseHours]:
        """As `pupils_marks`."""
        return (await self._courses(slice_))[0]

    async def _behind(self, slice_: Slice, measure: Measure, by: By) -> tuple[Figure, tuple[Line, ...]]:
        if measure in OF_FAMILIES:
            families = await self._families(slice_)
            return families.figure(measure), families.by_class(measure)
        classes = (await self.rosters.roster_on(self._until(slice_))).classes
        if measure is Measure.DENSITY:
            pupils, exempt = await self._density(slice_)
            listed = density.by_pupil if by is By.PUPIL else density.by_class
            return density.figure(pupils, exempt), listed(pupils, classes)
        if measure is Measure.PLAN:
            courses, without = await self._courses(slice_)
            return plan_hours.figure(courses, without), plan_hours.by_course(courses, classes)
        lessons = await self._lessons(slice_)
        if by is By.TEACHER:
            return await asyncio.to_thread(lambda: (lessons.figure(measure), lessons.by_teacher(measure)))
        return await asyncio.to_thread(lambda: (lessons.figure(measure), lessons.by_class(measure, classes)))

    async def _lesson_figures(self, slice_: Slice) -> dict[Measure, Figure]:
        lessons = await self._lessons(slice_)
        return await asyncio.to_thread(lambda: {one: lessons.figure(one) for one in Measure if one in OF_LESSONS})

    async def _lessons(self, slice_: Slice) -> LessonFigures:
        first, last, wanted = slice_.first, slice_.last, is_in(slice_)
        given = await self.book.lessons(first, last, await self._classes(slice_))
        days = await self.timetables.days(first, last)

        def made() -> LessonFigures:
            mine = given if slice_.whole_school else [one for one in given if wanted(one.lesson)]
            return LessonFigures(slice_, mine, _cancelled(days, slice_), Verdicts(self.time, self.rules))

        return await asyncio.to_thread(made)

    async def _density(self, slice_: Slice) -> tuple[Sequence[PupilMarks], int]:
        until, classes = self._until(slice_), await self._classes(slice_)
        plan, roster = await self.timetables.plan_on(until), await self.rosters.roster_on(until)
        found = Density(
            slice_,
            until,
            plan,
            roster.classes,
            await self.seats.seats(plan.calendar.starts_on, until),
            await self.loads.loads_on(until),
            await self.exemptions.exemptions(),
            await self.journal_rules.rules(),
        )
        counts = await self.marks.marks(found.spans, classes)
        return await asyncio.to_thread(found.pupils, counts)

    async def _courses(self, slice_: Slice) -> tuple[Sequence[CourseHours], int]:
        until, today = self._until(slice_), self.time.today()
        plan = await self.timetables.plan_on(until)
        days = await self.timetables.days(plan.calendar.starts_on, until)
        classes = _together(plan, await self._classes(slice_))
        plans = await self.plans.plans(classes, plan.calendar.starts_on, until)
        written = await self.plans.with_topic(today) if until == today else ()
        fact = PlanAgainstFact(slice_, until, today, plan, days, plans, written)
        return await asyncio.to_thread(fact.courses)

    async def _families(self, slice_: Slice) -> Participation:
        roster = await self.rosters.roster()
        classes = [one for one in _in_order(roster) if _is_of(one, slice_)]
        return Participation(classes, roster, await self.people.families(), self.time.now())

    async def _classes(self, slice_: Slice) -> Collection[ClassId] | None:
        """None: of the whole school."""
        if slice_.class_id is not None:
            return (slice_.class_id,)
        if slice_.grade is None:
            return None
        plan = await self.timetables.plan_on(self._until(slice_))
        return {part.id for entry in plan.entries for part in entry.parts if part.grade == slice_.grade}

    def _until(self, slice_: Slice) -> date:
        return min(slice_.last, self.time.today())


def _cancelled(days: Sequence[SchoolDay], slice_: Slice) -> list[LessonRecord]:
    wanted = is_in(slice_)
    return [
        LessonRecord(lesson)
        for day in days
        for lesson in day.lessons
        if lesson.change is ChangeKind.CANCELLED and wanted(lesson)
    ]


def _together(plan: WeekPlan, wanted: Collection[ClassId] | None) -> frozenset[ClassId]:
    """These classes, and those that sit at a lesson with them: a joint lesson may go by the plan of either."""
    entries = plan.entries if wanted is None else [one for one in plan.entries if set(wanted) & set(one.classes)]
    return frozenset(class_id for entry in entries for class_id in entry.classes)


def _in_order(roster: Roster) -> list[SchoolClass]:
    return sorted(roster.classes.values(), key=lambda one: (one.grade, one.name))


def _is_of(one: SchoolClass, slice_: Slice) -> bool:
    return slice_.class_id in (None, one.id) and slice_.grade in (None, one.grade)
