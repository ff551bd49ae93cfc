"""What is found in a course as a whole: pupils with too few marks, hours behind the plan (3.6.2)."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from domain.clock import SchoolTime
from domain.control.density import PupilMarks
from domain.control.findings import Finding
from domain.control.gaps import CourseKey, Gap
from domain.control.indicators import Slice
from domain.control.journal_indicators import JournalIndicators
from domain.control.plan_hours import CourseHours
from domain.ids import ClassId, PersonId
from domain.journal.courses import Loads, Teaching
from domain.school.ports import Rosters, Timetables
from domain.school.roster import Seat
from domain.school.timetable import ClassPart, TeacherRef


@dataclass(frozen=True, slots=True)
class IndicatorSigns:
    """By the same reckoning as the indicators' figures."""

    time: SchoolTime
    timetables: Timetables
    rosters: Rosters
    loads: Loads
    indicators: JournalIndicators

    async def of(
        self, classes: Collection[ClassId], first: date, last: date, teacher: PersonId | None = None
    ) -> Sequence[Gap]:
        only = next(iter(classes)) if len(classes) == 1 else None
        slice_ = Slice(first, last, class_id=only, teacher=teacher)
        pupils = [one for one in await self.indicators.pupils_marks(slice_) if not one.enough]
        courses = [one for one in await self.indicators.course_hours(slice_) if one.behind]
        teaching = await self._teaching(min(last, self.time.today()))
        found = [*_few_marks(pupils, teaching), *_behind(courses)]
        return [one for one in found if one.part.id in classes]

    async def _teaching(self, day: date) -> Teaching:
        return Teaching(
            await self.timetables.plan(), await self.loads.loads_on(day), await self.rosters.roster_on(day), day
        )


def _few_marks(pupils: Sequence[PupilMarks], teaching: Teaching) -> Iterator[Gap]:
    """By who teaches the pupil; of several at once the first."""
    found: dict[CourseKey, Gap] = {}
    for one in pupils:
        seat = Seat(one.seat.pupil, one.seat.name, one.seat.class_id, one.seat.groups)
        teacher = _first(teaching.teachers(seat.class_id, one.subject.id, seat), teaching)
        school_class = teaching.roster.classes.get(seat.class_id)
        if teacher is None or school_class is None:
            continue
        part = ClassPart(school_class.id, school_class.name, school_class.grade)
        key = CourseKey(part.id, one.subject.id, teacher.id)
        card = found.get(key) or Gap(Finding.FEW_MARKS, part, one.subject, teacher)
        if seat.name not in card.pupils:
            found[key] = replace(card, pupils=(*card.pupils, seat.name))
    return iter(found.values())


def _first(persons: Sequence[PersonId], teaching: Teaching) -> TeacherRef | None:
    named = (TeacherRef(one, teaching.names[one]) for one in persons if one in teaching.names)
    return next(named, None)


def _behind(courses: Sequence[CourseHours]) -> Iterator[Gap]:
    """Subgroups of one teacher are one course; the one that is further behind is told."""
    found: dict[CourseKey, Gap] = {}
    for one in courses:
        teacher = next(iter(one.entry.teachers), None)
        if teacher is None:
            continue
        part, hours = replace(one.part, group=None, group_name=None), one.planned - one.given
        key = CourseKey(part.id, one.entry.subject.id, teacher.id)
        if key not in found or found[key].hours < hours:
            found[key] = Gap(Finding.PLAN_BEHIND, part, one.entry.subject, teacher, hours=hours)
    return iter(found.values())
