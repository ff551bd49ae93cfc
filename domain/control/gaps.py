"""What a look through the journal finds in a course: lessons that fall short of what was due by a moment (3.6.2)."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from domain.control.findings import Finding
from domain.control.lesson_clock import LessonClock
from domain.control.lesson_records import LessonRecord
from domain.ids import ClassId, PersonId, SubjectId
from domain.roles.people import PersonName
from domain.school.timetable import ClassPart, LessonRef, SubjectRef, TeacherRef

SEEN = frozenset(
    {Finding.ATTENDANCE, Finding.TOPIC, Finding.WRITTEN_WORK, Finding.FEW_MARKS, Finding.PLAN_BEHIND},
)
"""What can be put right, and is seen when it is. Homework of a day that is past is set by nobody any more, and what
came too late stays so: there a person has to judge.
"""


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


@dataclass(frozen=True, slots=True)
class Due:
    """By when what of a lesson was due; only what was due by `by` counts."""

    clock: LessonClock
    by: datetime


def lesson_gaps(records: Sequence[LessonRecord], due: Due, classes: Collection[ClassId] | None = None) -> list[Gap]:
    """As cards are dealt; `classes`: as whose a joint lesson is told."""
    found: dict[tuple[CourseKey, Finding], Gap] = {}
    for record in sorted(records, key=lambda one: (one.lesson.ref.day, one.lesson.position)):
        teacher, part = teacher_of(record), _part(record, classes)
        if teacher is None or part is None:
            continue
        for finding in findings_of(record, due):
            key = CourseKey(part.id, record.lesson.subject.id, teacher.id), finding
            card = found.get(key) or Gap(finding, part, record.lesson.subject, teacher)
            found[key] = replace(card, lessons=(*card.lessons, record.lesson.ref))
    return dealt(found.values())


def lessons_short(
    records: Iterable[LessonRecord], due: Due, finding: Finding, course: CourseKey
) -> tuple[LessonRef, ...]:
    """Of a course, of those where the finding holds: what is looked at again before a remark is closed."""
    return tuple(
        record.lesson.ref
        for record in records
        if record.lesson.subject.id == course.subject
        and course.class_id in record.lesson.classes
        and (teacher := teacher_of(record)) is not None
        and teacher.id == course.teacher
        and finding in findings_of(record, due)
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


def findings_of(record: LessonRecord, due: Due) -> Iterator[Finding]:
    lesson, clock = record.lesson, due.clock
    filled = clock.filled_until(lesson) <= due.by
    if filled and not record.attended:
        yield Finding.ATTENDANCE
    if filled and record.topic_at is None:
        yield Finding.TOPIC
    if record.marked and clock.homework_until(lesson) <= due.by:
        yield from _of_homework(record, clock)
    if record.marked and record.written_work and not record.marks and clock.written_until(lesson) <= due.by:
        yield Finding.WRITTEN_WORK


def _of_homework(record: LessonRecord, clock: LessonClock) -> Iterator[Finding]:
    """Of two lessons on a day the second gives it; the last one of a course gives none."""
    given = record.homework
    if given is None and clock.is_last_of_day(record.lesson) and clock.following(record.lesson) is not None:
        yield Finding.HOMEWORK
    if given is not None and not given.none_set and given.at > clock.homework_until(record.lesson):
        yield Finding.LATE_HOMEWORK


def _part(record: LessonRecord, classes: Collection[ClassId] | None) -> ClassPart | None:
    meant = (part for part in record.lesson.parts if classes is None or part.id in classes)
    return next(meant, None)
