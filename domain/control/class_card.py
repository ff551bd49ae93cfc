"""A class's day over all subjects: what is not filled in of its lessons, by teacher (3.3.1)."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from domain.control.duties import Duty, OpenDuty, owed
from domain.control.lesson_clock import LessonClock
from domain.control.lesson_records import LessonRecord
from domain.ids import ClassId, PersonId
from domain.roles.names import norm
from domain.school.roster import SchoolClass
from domain.school.timetable import LessonRef, TeacherRef


@dataclass(frozen=True, slots=True)
class OpenLesson:
    """A lesson of the class that lacks something. `late`: by now all of it should be there."""

    ref: LessonRef
    position: int
    subject: str
    missing: tuple[Duty, ...]
    late: bool = False


@dataclass(frozen=True, slots=True)
class TeacherLessons:
    """`reminded_at`: when the reader asked this teacher for the day, if they did. `away`: is asked for nothing."""

    teacher: TeacherRef
    lessons: tuple[OpenLesson, ...]
    reminded_at: datetime | None = None
    away: bool = False


@dataclass(frozen=True, slots=True)
class ClassCard:
    """Of a day: `held` lessons are over, `teachers` with what is left, who has the most first."""

    class_id: ClassId
    class_name: str
    day: date
    held: int
    teachers: tuple[TeacherLessons, ...]

    @property
    def left(self) -> int:
        """Lessons that lack something."""
        return len({lesson.ref for one in self.teachers for lesson in one.lessons})

    @property
    def said(self) -> str:
        """What it states; two that state the same are one."""
        lines = (
            f"{one.teacher.id}.{lesson.ref.entry}.{'+'.join(lesson.missing)}"
            for one in self.teachers
            for lesson in one.lessons
        )
        return f"{self.class_id}:{','.join(lines)}"

    def without(self, teacher: PersonId) -> "ClassCard":
        """For whom the own lessons stand elsewhere."""
        return replace(self, teachers=tuple(one for one in self.teachers if one.teacher.id != teacher))

    def of(self, teacher: PersonId) -> TeacherLessons | None:
        """None: nothing is left of theirs."""
        return next((one for one in self.teachers if one.teacher.id == teacher), None)


def class_card(
    school_class: SchoolClass,
    day: date,
    records: Iterable[LessonRecord],
    clock: LessonClock,
    now: datetime,
    away: Collection[PersonId] = (),
    reminded: Mapping[PersonId, datetime] | None = None,
) -> ClassCard:
    """`records`: lessons of that day, of other classes too; `reminded`: teachers, and when. Who is away comes last."""
    mine = [one for one in records if one.lesson.ref.day == day and school_class.id in one.lesson.classes]
    found: dict[TeacherRef, list[OpenLesson]] = {}
    for record in mine:
        missing = _missing(record, clock, now)
        if missing:
            lesson = record.lesson
            late = clock.filled_until(lesson) <= now
            line = OpenLesson(
                lesson.ref, lesson.position, lesson.subject.name, tuple(one.duty for one in missing), late
            )
            for teacher in lesson.teachers:
                found.setdefault(teacher, []).append(line)
    said = reminded or {}
    teachers = [TeacherLessons(one, tuple(lessons), said.get(one.id), one.id in away) for one, lessons in found.items()]
    teachers.sort(key=lambda one: (one.away, -len(one.lessons), norm(one.teacher.name.full)))
    held = sum(clock.over_at(one.lesson) <= now for one in mine)
    return ClassCard(school_class.id, school_class.name, day, held, tuple(teachers))


def _missing(record: LessonRecord, clock: LessonClock, now: datetime) -> Sequence[OpenDuty]:
    """Marks of a written work have their own days: they are missed when those are over."""
    return [one for one in owed(record, clock, now) if one.duty is not Duty.WRITTEN_WORK or one.is_late(now)]
