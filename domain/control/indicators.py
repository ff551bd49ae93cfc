"""What the deputy and the director see of how the journal is kept (3.6.2): figures, and the lists behind them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from fractions import Fraction
from typing import Protocol

from domain.control.lesson_records import LessonRecord
from domain.ids import ClassId, PersonId, SubjectId
from domain.roles.people import Actor, PersonName
from domain.school.calendar import Term
from domain.school.roster import SchoolClass
from domain.school.timetable import SubjectRef, TeacherRef


class Measure(StrEnum):
    """Each says `part` of `whole`. Lessons are those that are over and were given; who stood in gave them."""

    TEACHERS = "teachers"
    """Teachers who wrote anything of their lessons, of those who gave any."""
    ATTENDANCE = "attendance"
    """Lessons with a roll call."""
    TOPICS = "topics"
    HOMEWORK = "homework"
    """Lessons with homework or «не задано», of those at which it is given: not in first grades (1.2)."""
    MARKS = "marks"
    """Lessons at which somebody has a mark, of those but first grades'."""
    FILLED_IN_TIME = "filled_in_time"
    """Lessons whose roll call and topic were there by the deadline, of those whose deadline is past (3.4.1)."""
    HOMEWORK_IN_TIME = "homework_in_time"
    """As `FILLED_IN_TIME`, for homework (3.4.2). `middle`: the median of minutes from the bell to the homework."""
    MARKS_IN_TIME = "marks_in_time"
    """Marks (not of written works) entered on the lesson's day or by its deadline."""
    WRITTEN_IN_TIME = "written_in_time"
    """Marks of written works entered within their days."""
    DENSITY = "density"
    """Pupils' subjects with as many marks as a term's attestation needs by then (накопляемость).
    `middle`: marks to a pupil and subject in a term, on an average."""
    PLAN = "plan"
    """Classes' and subgroups' subjects that are not behind their plan, of those that have one."""
    SUBSTITUTED = "substituted"
    """Lessons that another teacher gave, of all that the timetable had."""
    CANCELLED = "cancelled"
    GUARDIANS = "guardians"
    """Guardians who are in the bot and let in, now; so too those below."""
    GUARDIANS_WEEK = "guardians_week"
    """Guardians seen in the last 7 days."""
    GUARDIANS_MONTH = "guardians_month"
    """In the last 30 days."""
    PUPILS = "pupils"
    PUPILS_WEEK = "pupils_week"
    PUPILS_MONTH = "pupils_month"

    @property
    def of_families(self) -> bool:
        """Who has come in: as it is now, whatever the days."""
        return self in OF_FAMILIES

    @property
    def adverse(self) -> bool:
        """The fewer, the better."""
        return self in (Measure.SUBSTITUTED, Measure.CANCELLED)


OF_FAMILIES = frozenset(
    {
        Measure.GUARDIANS,
        Measure.GUARDIANS_WEEK,
        Measure.GUARDIANS_MONTH,
        Measure.PUPILS,
        Measure.PUPILS_WEEK,
        Measure.PUPILS_MONTH,
    }
)
OF_LESSONS = frozenset(Measure) - OF_FAMILIES - {Measure.DENSITY, Measure.PLAN}
"""Whose lines open to lessons."""


class By(StrEnum):
    """What a list behind a figure is of."""

    TEACHER = "teacher"
    CLASS = "class"
    PUPIL = "pupil"
    """A pupil with a subject and a term."""
    COURSE = "course"
    """A class or subgroup with a subject."""


def ways(measure: Measure) -> tuple[By, ...]:
    """How the list behind a figure may be made; the first is the usual one."""
    if measure.of_families:
        return (By.CLASS,)
    if measure is Measure.DENSITY:
        return By.PUPIL, By.CLASS
    if measure is Measure.PLAN:
        return (By.COURSE,)
    return By.TEACHER, By.CLASS


class LeftOut(StrEnum):
    """Why something is not in the `whole` of a figure."""

    TO_COME = "to_come"
    NOT_GIVEN = "not_given"
    """Cancelled, or moved to where it is counted."""
    UNMARKED = "unmarked"
    """First grades (1.2) and extra-curricular hours."""
    NO_NEXT = "no_next"
    """Homework is given at the second of two lessons of a day, and not at a course's last one."""
    NOT_DUE = "not_due"
    """There is still time."""
    EXEMPT = "exempt"
    NO_PLAN = "no_plan"


@dataclass(frozen=True, slots=True)
class Slice:
    """Days (both ends included) of a class, a parallel, a subject, a teacher; None: of all."""

    first: date
    last: date
    class_id: ClassId | None = None
    grade: int | None = None
    subject: SubjectId | None = None
    teacher: PersonId | None = None

    @property
    def whole_school(self) -> bool:
        return self.class_id is None and self.grade is None and self.subject is None and self.teacher is None


@dataclass(frozen=True, slots=True)
class Figure:
    """`whole` nothing: there is nothing to tell. `middle`: a typical number, as the measure says."""

    measure: Measure
    part: int
    whole: int
    middle: Fraction | None = None
    left_out: Mapping[LeftOut, int] = field(default_factory=dict)

    @property
    def share(self) -> Fraction | None:
        return Fraction(self.part, self.whole) if self.whole else None

    @property
    def percent(self) -> int | None:
        """Whole ones, rounded down: 100 is all, and nothing else is."""
        return self.part * 100 // self.whole if self.whole else None


@dataclass(frozen=True, slots=True)
class IndicatorPage:
    """`figures` in the order of `Measure`; families' only where neither subject nor teacher is asked for.

    `at`: when it was read.
    """

    slice: Slice
    figures: tuple[Figure, ...]
    at: datetime


@dataclass(frozen=True, slots=True)
class Line:
    """One teacher, class, pupil or course behind a figure; what it is not of is None.

    By pupil `part` are the marks, `whole` those needed by then. By course `part` are the hours given, `whole` those
    that the plan has by then.
    """

    part: int
    whole: int
    teacher: TeacherRef | None = None
    school_class: SchoolClass | None = None
    subject: SubjectRef | None = None
    group: str | None = None
    """The subgroup's name."""
    pupil: PersonId | None = None
    pupil_name: PersonName | None = None
    term: Term | None = None


@dataclass(frozen=True, slots=True)
class Behind:
    """`lines`: the worst first (those that lack most, then by share). By pupil only who has too few marks;
    by course only what has a plan."""

    figure: Figure
    by: By
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class ShortLessons:
    """`lessons`: those that lack what the figure counts, the newest first; of `SUBSTITUTED` and `CANCELLED` those
    that were."""

    figure: Figure
    lessons: tuple[LessonRecord, ...]


class Indicators(Protocol):
    """Each asks SEE_CONTROL first; a class, subject or teacher that is not there has figures of nothing."""

    async def page(self, actor: Actor, slice_: Slice) -> IndicatorPage: ...

    async def behind(self, actor: Actor, slice_: Slice, measure: Measure, by: By | None = None) -> Behind:
        """`by` None: the usual way; by pupil it is a look at pupils' data, and noted as one.

        Raises `NotFound` for another than `ways` has.
        """
        ...

    async def lessons(self, actor: Actor, slice_: Slice, measure: Measure) -> ShortLessons:
        """Raises `NotFound` for a figure that is not of lessons."""
        ...


def worst_first(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Who lacks most comes first; of equal ones the smaller share, then as they stood."""
    return tuple(sorted(lines, key=lambda one: (one.part - one.whole, Fraction(one.part, max(one.whole, 1)))))
