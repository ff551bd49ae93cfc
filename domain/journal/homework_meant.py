"""What a line of homework means: to whom, for which lesson; and why it cannot be."""

from dataclasses import dataclass
from datetime import date

from domain.errors import NotFound, Refused
from domain.ids import HomeworkId
from domain.roles.people import PersonName
from domain.school.roster import Seat
from domain.school.timetable import ClassPart, PlannedLesson, SubjectRef


@dataclass(frozen=True, slots=True)
class Taught:
    """A class (or subgroup) and subject that a teacher gives."""

    part: ClassPart
    subject: SubjectRef


@dataclass(frozen=True, slots=True)
class Understood:
    """A line without doubt: for which lesson, and the text that is left."""

    taught: Taught
    lesson: PlannedLesson
    others: tuple[PlannedLesson, ...]
    text: str
    pupils: tuple[Seat, ...] = ()
    """Whom it is for alone; empty: everyone."""
    minutes: int | None = None
    none_set: bool = False


@dataclass(frozen=True, slots=True)
class Doubt:
    """What the line could mean; `text` is what is left of it."""

    candidates: tuple[Taught, ...]
    text: str
    day: date | None


@dataclass(frozen=True, slots=True)
class HomeworkSet:
    """What was understood and written, for the teacher's eyes: for which lesson, for how many."""

    id: HomeworkId
    taught: Taught
    lesson: PlannedLesson
    others: tuple[PlannedLesson, ...]
    pupils: int
    text: str
    files: int
    minutes: int | None = None
    none_set: bool = False
    named: tuple[PersonName, ...] = ()
    """Whom it is for alone."""


@dataclass(eq=False)
class NoHomeworkInFirstGrade(Refused):
    """Clause 1.2."""


@dataclass(eq=False)
class NoLessonThatDay(Refused):
    subject: str
    class_name: str
    day: date


@dataclass(eq=False)
class NoMoreLessons(Refused):
    subject: str
    class_name: str


@dataclass(eq=False)
class NothingTaught(Refused):
    """The timetable has no lesson of this teacher."""


@dataclass(eq=False)
class ClassNotTaught(Refused):
    class_name: str


@dataclass(eq=False)
class SubjectNotTaught(NotFound):
    """The timetable has changed: this teacher no longer gives that subject to that class."""

    subject: str
    class_name: str


@dataclass(eq=False)
class HomeworkCancelled(Refused):
    """What was taken back is not moved: it would be told as set."""

    day: date


@dataclass(eq=False)
class HomeworkStands(Refused):
    """«Не задано» where something is set: that is taken back first, by who set it."""

    subject: str
    class_name: str
    day: date
    text: str


@dataclass(eq=False)
class LineGone(Refused):
    """The line whose class was asked for is set, or another one waits in its place."""


@dataclass(eq=False)
class HomeworkEmpty(Refused):
    """Neither words nor files."""


@dataclass(eq=False)
class HomeworkTooLong(Refused):
    """In characters."""

    length: int
    most: int
