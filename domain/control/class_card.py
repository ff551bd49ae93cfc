"""A class's day over all subjects: what is not filled in of its lessons, by teacher (3.3.1)."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from domain.ids import ClassId
from domain.school.timetable import LessonRef, TeacherRef


class Missing(StrEnum):
    """What a lesson can lack, in the order in which it is said."""

    ATTENDANCE = "attendance"
    TOPIC = "topic"
    MARKS = "marks"
    """Of a written work, whose days are over."""
    HOMEWORK = "homework"


@dataclass(frozen=True, slots=True)
class OpenLesson:
    """A lesson of the class that lacks something. `late`: the deadline of something is over."""

    ref: LessonRef
    position: int
    subject: str
    missing: tuple[Missing, ...]
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
