"""What a look through the journal finds in a course: lessons that fall short of what was due by a moment (3.6.2)."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from domain.clock import SchoolTime
from domain.control.findings import Finding
from domain.control.lesson_records import LessonRecord
from domain.control.rules import ControlRules
from domain.ids import ClassId, PersonId, SubjectId
from domain.roles.people import PersonName
from domain.school.timetable import ClassPart, LessonRef, SubjectRef, TeacherRef

SEEN = frozenset(
    {Finding.ATTENDANCE, Finding.TOPIC, Finding.HOMEWORK, Finding.FEW_MARKS, Finding.PLAN_BEHIND},
)
"""What can be put right, and is seen when it is. That something came too late stays so: a person has to judge."""


@dataclass(frozen=True, slots=True, order=True)
class CourseKey:
    """A subject in a class as one teacher gives it."""

    class_id: ClassId
    subject: SubjectId
    teacher: PersonId


@dataclass(frozen=True, slots=True)
class Gap:
    """A card: one finding of one course. `lessons` by day; `pupils` of FEW_MARKS; `hours` of PLAN_BEHIND."""

    finding: Finding
    part: ClassPart
    subject: SubjectRef
    teacher: TeacherRef
    lessons: tuple[LessonRef, ...] = ()
    pupils: tuple[PersonName, ...] = ()
    hours: int = 0

    @property
    def course(self) -> CourseKey:
        return CourseKey(self.part.id, self.subject.id, self.teacher.id)

    @property
    def days(self) -> tuple[date, ...]:
        return tuple(dict.fromkeys(ref.day for ref in self.lessons))


Hours = Mapping[tuple[ClassId, date], tuple[time | None, time | None]]
"""Of a class's day: when its first lesson begins and its last one ends."""
NO_HOURS = (None, None)
"""No bells are known."""


@dataclass(frozen=True, slots=True)
class Due:
    """When what was due: by the settings, on the school's wall; `by`: only what was due by then counts."""

    rules: ControlRules
    time: SchoolTime
    by: datetime


def lesson_gaps(records: Sequence[LessonRecord], due: Due, classes: Collection[ClassId] | None = None) -> list[Gap]:
    """As cards are dealt; `classes`: as whose a joint lesson is told.

    `records`: all lessons of these classes on their days, for a class's day begins and ends with them.
    """
    hours = hours_of(records)
    found: dict[tuple[CourseKey, Finding], Gap] = {}
    for record in sorted(records, key=lambda one: (one.lesson.ref.day, one.lesson.position)):
        teacher, part = teacher_of(record), _part(record, classes)
        if teacher is None or part is None:
            continue
        for finding in findings_of(record, hours, due):
            key = CourseKey(part.id, record.lesson.subject.id, teacher.id), finding
            card = found.get(key) or Gap(finding, part, record.lesson.subject, teacher)
            found[key] = replace(card, lessons=(*card.lessons, record.lesson.ref))
    return dealt(found.values())


def lessons_short(
    records: Iterable[LessonRecord], hours: Hours, due: Due, finding: Finding, course: CourseKey
) -> tuple[LessonRef, ...]:
    """Of a course, of those where the finding holds: what is looked at again before a remark is closed."""
    return tuple(
        record.lesson.ref
        for record in records
        if record.lesson.subject.id == course.subject
        and course.class_id in record.lesson.classes
        and (teacher := teacher_of(record)) is not None
        and teacher.id == course.teacher
        and finding in findings_of(record, hours, due)
    )


def dealt(gaps: Iterable[Gap]) -> list[Gap]:
    """Cards in their order: course by course, within it as `Finding` has them."""
    order = list(Finding)
    return sorted(gaps, key=lambda one: (_place(one), order.index(one.finding)))


def _place(gap: Gap) -> tuple[int, str, str, str, int]:
    return gap.part.grade, gap.part.name, gap.subject.name, gap.teacher.name.full, gap.teacher.id


def teacher_of(record: LessonRecord) -> TeacherRef | None:
    """Who answers for a lesson: of two, who wrote of it first; None where the timetable names nobody."""
    wrote = (one for one in record.lesson.teachers if one.id == record.given_by)
    return next(wrote, None) or next(iter(record.lesson.teachers), None)


def hours_of(records: Iterable[LessonRecord]) -> Hours:
    rung: dict[tuple[ClassId, date], list[tuple[time, time]]] = {}
    for record in records:
        bell = record.lesson.bell
        for class_id in record.lesson.classes if bell else ():
            assert bell is not None
            rung.setdefault((class_id, record.lesson.ref.day), []).append((bell.starts, bell.ends))
    return {key: (min(one for one, _ in bells), max(one for _, one in bells)) for key, bells in rung.items()}


def findings_of(record: LessonRecord, hours: Hours, due: Due) -> Iterator[Finding]:
    day = record.lesson.ref.day
    mine = [hours.get((class_id, day), NO_HOURS) for class_id in record.lesson.classes]
    filled = _latest(due.rules.filled_until(due.time, day, begins) for begins, _ in mine)
    homework = _latest(due.rules.homework_until(due.time, day, ends) for _, ends in mine)
    if filled is None or homework is None:
        return
    if filled <= due.by and not record.attended:
        yield Finding.ATTENDANCE
    if filled <= due.by and record.topic_at is None:
        yield Finding.TOPIC
    if record.lesson.marked and homework <= due.by:
        if record.homework is None:
            yield Finding.HOMEWORK
        elif record.homework.at > homework and not record.homework.none_set:
            yield Finding.LATE_HOMEWORK
    too_late = due.rules.written_until(due.time, day)
    if any(one.written and too_late <= one.at <= due.by for one in record.late):
        yield Finding.WRITTEN_WORK


def _latest(instants: Iterable[datetime]) -> datetime | None:
    """Of a joint lesson the class that has more time decides."""
    return max(instants, default=None)


def _part(record: LessonRecord, classes: Collection[ClassId] | None) -> ClassPart | None:
    meant = (part for part in record.lesson.parts if classes is None or part.id in classes)
    return next(meant, None)


Worded = Callable[[Gap], str]
"""Puts a card into words, as the remark's text begins."""
