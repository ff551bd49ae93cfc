"""Looking through journals: the cards of an inspection, and what of a remark is still to be seen (3.6.2)."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from domain.clock import SchoolTime
from domain.control.findings import Finding
from domain.control.gaps import CourseKey, Due, Gap, dealt, lesson_gaps, lessons_short, teacher_of
from domain.control.inspections import Inspection, Remark
from domain.control.lesson_clock import AHEAD, LessonClock
from domain.control.lesson_records import LessonBook, LessonRecord
from domain.control.rules import ControlRules
from domain.ids import ClassId, InspectionId, InspectionRemarkId, PersonId
from domain.roles.people import PersonName
from domain.school.ports import Timetables
from domain.school.timetable import ClassPart, LessonRef, SubjectRef, TeacherRef

USUAL_GRADE = 5
"""By whose terms journals of several grades are looked at."""
OF_COURSE = frozenset({Finding.FEW_MARKS, Finding.PLAN_BEHIND})
"""Found in a course as a whole, as it stands today."""


class CourseSigns(Protocol):
    async def of(
        self, classes: Collection[ClassId], first: date, last: date, teacher: PersonId | None = None
    ) -> Sequence[Gap]:
        """FEW_MARKS and PLAN_BEHIND in the courses of these classes, or those of a teacher alone.

        A number of statements that does not grow.
        """
        ...


@dataclass(frozen=True, slots=True)
class Still:
    """What of a remark the program still sees; nothing of it: it is mended."""

    lessons: tuple[LessonRef, ...] = ()
    pupils: tuple[PersonName, ...] = ()
    hours: int = 0

    def __bool__(self) -> bool:
        return bool(self.lessons or self.pupils or self.hours)


@dataclass(frozen=True, slots=True)
class TaughtCourse:
    """What the journal is of: a subject in a class, and who gives it."""

    part: ClassPart
    subject: SubjectRef
    teacher: TeacherRef

    @property
    def key(self) -> CourseKey:
        return CourseKey(self.part.id, self.subject.id, self.teacher.id)


@dataclass(frozen=True, slots=True)
class Look:
    """What lay under the look: courses, how many lessons, and the cards."""

    courses: tuple[TaughtCourse, ...]
    lessons: int
    gaps: tuple[Gap, ...]


@dataclass(frozen=True, slots=True)
class Looking:
    """Statements that do not grow with the days, the lessons or the remarks; by remarks of courses, with the terms."""

    time: SchoolTime
    timetables: Timetables
    book: LessonBook
    rules: ControlRules
    signs: CourseSigns

    async def through(self, inspection: Inspection) -> Look:
        """By what was due by now."""
        classes = await self._classes(inspection)
        if not classes:
            return Look((), 0, ())
        records = await self.book.lessons(inspection.first, inspection.last, classes)
        teacher = inspection.teacher.id if inspection.teacher else None
        told = [inspection.class_id] if inspection.class_id is not None else None
        due = Due(await self._clock(inspection.first, inspection.last), self.time.now())
        gaps = [
            *lesson_gaps(records, due, told),
            *await self.signs.of(classes, inspection.first, inspection.last, teacher),
        ]
        mine = [one for one in gaps if _is_meant(one.course, inspection)]
        courses = _courses(records, inspection)
        given = sum(_is_of(record, inspection) for record in records)
        return Look(courses, given, tuple(dealt(mine)))

    async def still(
        self, remarks: Collection[Remark], inspections: Mapping[InspectionId, Inspection]
    ) -> Mapping[InspectionRemarkId, Still]:
        """Of each remark that the program can judge: by what was due when it was made, nothing that came up since."""
        judged = [one for one in remarks if one.is_seen]
        if not judged:
            return {}
        looked = [inspections[one.inspection] for one in judged]
        first, last = min(one.first for one in looked), max(one.last for one in looked)
        classes = {one.class_id for one in judged}
        records = await self.book.lessons(first, last, classes)
        clock, by_subject = await self._clock(first, last), _by_subject(records)
        found: dict[InspectionRemarkId, Still] = {}
        for one in judged:
            of_course = by_subject.get((one.class_id, one.subject.id), ())
            inside = [record for record in of_course if _lies_in(record, one, inspections[one.inspection])]
            found[one.id] = Still(lessons_short(inside, Due(clock, one.made_at), one.finding, one.course))
        of_courses = [one for one in judged if one.finding in OF_COURSE]
        return found | await self._still_of_courses(of_courses, inspections)

    async def _still_of_courses(
        self, remarks: Sequence[Remark], inspections: Mapping[InspectionId, Inspection]
    ) -> dict[InspectionRemarkId, Still]:
        """As it stands today, or stood at the end of the term that was looked at: what came since asks for nothing."""
        calendar = (await self.timetables.plan()).calendar if remarks else None
        found: dict[InspectionRemarkId, Still] = {}
        by_days: dict[tuple[date, date], list[Remark]] = {}
        for one in remarks:
            looked = inspections[one.inspection]
            term = calendar.term_of(looked.last, USUAL_GRADE) if calendar else None
            ends = max(looked.last, term.ends_on) if term else looked.last
            by_days.setdefault((looked.first, min(ends, self.time.today())), []).append(one)
        for (first, last), mine in by_days.items():
            gaps = await self.signs.of({one.class_id for one in mine}, first, last)
            seen = {(gap.course, gap.finding): Still(pupils=gap.pupils, hours=gap.hours) for gap in gaps}
            found |= {one.id: seen.get((one.course, one.finding), Still()) for one in mine}
        return found

    async def _clock(self, first: date, last: date) -> LessonClock:
        return LessonClock(self.time, self.rules, await self.timetables.days(first, last + AHEAD))

    async def _classes(self, inspection: Inspection) -> frozenset[ClassId]:
        if inspection.class_id is not None:
            return frozenset({inspection.class_id})
        assert inspection.teacher is not None
        days = await self.timetables.days(inspection.first, inspection.last)
        mine = (lesson for day in days for lesson in day.by_teacher.get(inspection.teacher.id, ()))
        return frozenset(class_id for lesson in mine for class_id in lesson.classes)


def _is_meant(course: CourseKey, inspection: Inspection) -> bool:
    of_class = inspection.class_id in (None, course.class_id)
    return of_class and (inspection.teacher is None or inspection.teacher.id == course.teacher)


def _is_of(record: LessonRecord, inspection: Inspection) -> bool:
    return inspection.teacher is None or inspection.teacher.id in record.lesson.teacher_ids


def _courses(records: Sequence[LessonRecord], inspection: Inspection) -> tuple[TaughtCourse, ...]:
    found = {
        one.key: one
        for record in records
        for part in record.lesson.parts
        if (teacher := teacher_of(record)) is not None
        for one in [TaughtCourse(replace(part, group=None, group_name=None), record.lesson.subject, teacher)]
        if _is_meant(one.key, inspection)
    }
    order = sorted(found.values(), key=lambda one: (one.part.grade, one.part.name, one.subject.name))
    return tuple(order)


def _by_subject(records: Sequence[LessonRecord]) -> Mapping[tuple[ClassId, int], Sequence[LessonRecord]]:
    found: dict[tuple[ClassId, int], list[LessonRecord]] = {}
    for record in records:
        for class_id in dict.fromkeys(record.lesson.classes):
            found.setdefault((class_id, record.lesson.subject.id), []).append(record)
    return found


def _lies_in(record: LessonRecord, remark: Remark, inspection: Inspection) -> bool:
    inside = inspection.first <= record.lesson.ref.day <= inspection.last
    return inside and remark.lesson in (None, record.lesson.ref)
