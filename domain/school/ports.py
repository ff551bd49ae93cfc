"""What the school's rules need to know from outside."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from domain.ids import ClassId, LessonId, PersonId
from domain.school.calendar import TermKind
from domain.school.roster import Roster
from domain.school.timetable import PlannedLesson, SchoolDay, WeekPlan


@dataclass(frozen=True, slots=True)
class SchoolCard:
    name: str
    zone: ZoneInfo
    language: str


class SchoolCards(Protocol):
    async def card(self) -> SchoolCard | None: ...


class Timetables(Protocol):
    """The timetable as read; kept in memory and read again after it changed."""

    async def plan(self) -> WeekPlan: ...

    async def day(self, day: date) -> SchoolDay: ...

    async def days(self, first: date, last: date) -> Sequence[SchoolDay]:
        """Each from `first` to `last`; what is not known yet costs one statement together."""
        ...


class TermKinds(Protocol):
    """What the school has set beside the calendar (a port: school does not know the journal's rules)."""

    async def term_kind(self, grade: int) -> TermKind | None:
        """By which terms a grade is marked; None: as usual."""
        ...


class Rosters(Protocol):
    async def roster(self) -> Roster:
        """As of today."""
        ...

    async def roster_on(self, day: date) -> Roster:
        """As of a day, in a closed year with the classes of that year; today's is `roster`.

        Who stood in the first list of a class counts as having sat there from the beginning of its year.
        """
        ...


@dataclass(frozen=True, slots=True)
class HomeworkLine:
    """Homework as a diary shows it: the text, how many files, «не задано»."""

    id: int
    text: str
    files: int
    none_set: bool


class HomeworkDue(Protocol):
    """What the journal knows of homework, as the timetable of a day wants it (a port: school does not know journal)."""

    async def due_on(self, class_id: ClassId, day: date) -> Sequence["DueHomework"]: ...


@dataclass(frozen=True, slots=True)
class DueHomework:
    """`entry` None: for the subject's first lesson of that day; `group` None: for the whole class.

    `pupils`: whom it is for alone; empty: everyone of the class or subgroup.
    """

    subject: int
    group: int | None
    entry: int | None
    line: HomeworkLine
    pupils: frozenset[PersonId] = frozenset()


class Lessons(Protocol):
    """Lessons of which something is written; a room of the transaction, shared by journal and attendance."""

    async def ensure(self, lesson: PlannedLesson, teacher: PersonId) -> LessonId:
        """The lesson's id; its row, and those of its classes, are made with the first thing written."""
        ...

    async def make(self, lesson: PlannedLesson, teacher: PersonId) -> LessonId:
        """As `ensure`, in a transaction that has just seen that nothing is written of the lesson."""
        ...


@dataclass(frozen=True, slots=True)
class Change:
    """One change of the journal: who, what, of which lesson and pupil, from what, to what (1.3, 1.4.1)."""

    what: str
    by: PersonId
    lesson: LessonId | None = None
    pupil: PersonId | None = None
    before: Mapping[str, Any] | None = None
    after: Mapping[str, Any] | None = None


class ChangeLog(Protocol):
    """Rows are only ever added; when is the transaction's moment."""

    async def add(self, *changes: Change) -> None: ...
