"""Lessons as the timetable has them, each with what is written of it: what every rule and figure of control reads.

A lesson is planned when it has a topic or homework, and kept when it has a mark, somebody noted at the roll call, or
«все на месте»: so schools read their electronic journals (3.6.2).
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Protocol

from domain.ids import ClassId, LessonId, PersonId
from domain.journal.unmarked import is_marked
from domain.journal.written_works import is_written_work
from domain.school.timetable import PlannedLesson

WRITTEN_KINDS = frozenset({"control", "classwork"})
"""Codes of the kinds of work that are taken home to be checked: their marks may come within a week (3.4.1)."""


@dataclass(frozen=True, slots=True)
class GivenHomework:
    """Given at a lesson: due at the next one of the same class or subgroup and subject, or before."""

    at: datetime
    none_set: bool
    """«не задано», said explicitly."""


@dataclass(frozen=True, slots=True)
class WrittenMarks:
    """Marks of a lesson that were entered after its day: how many at that instant. `written`: of a written work."""

    at: datetime
    written: bool
    count: int


@dataclass(frozen=True, slots=True)
class LessonRecord:
    """`id` None: nothing is written of it. Lessons that are cancelled or moved away have no record."""

    lesson: PlannedLesson
    id: LessonId | None = None
    given_by: PersonId | None = None
    """Who wrote the first thing of it."""
    topic_at: datetime | None = None
    """When a topic was first written; None: there is none."""
    roll_call_at: datetime | None = None
    """«готово» or «все на месте»."""
    noted: int = 0
    """Pupils noted as away or late."""
    marks: int = 0
    """That stand; of them those of `late`."""
    written_marks: int = 0
    """Of them of written works."""
    late: tuple[WrittenMarks, ...] = ()
    homework: GivenHomework | None = None
    topic: str | None = None
    noted_at: datetime | None = None
    """When the first of `noted` was."""
    begins: time | None = None
    """When the first lesson of its classes begins that day, by which their shift is known; of several the latest."""
    ends: time | None = None
    """When the last lesson of its classes ends that day."""
    gives_homework: bool = True
    """False for what is not `marked`, for the first of two lessons of a course on one day, for a course's last one."""

    @property
    def marked(self) -> bool:
        return is_marked(self.lesson)

    @property
    def attended_at(self) -> datetime | None:
        """When the roll call was first written."""
        if self.roll_call_at is None or self.noted_at is None:
            return self.roll_call_at or self.noted_at
        return min(self.roll_call_at, self.noted_at)

    @property
    def written_work(self) -> bool:
        """Whether the topic says that one was held."""
        return is_written_work(self.topic)

    @property
    def planned(self) -> bool:
        return self.topic_at is not None or self.homework is not None

    @property
    def attended(self) -> bool:
        """Whether the roll call is taken."""
        return self.roll_call_at is not None or self.noted > 0

    @property
    def kept(self) -> bool:
        return self.marks > 0 or self.attended


class LessonBook(Protocol):
    async def lessons(
        self, first: date, last: date, classes: Collection[ClassId] | None = None
    ) -> Sequence[LessonRecord]:
        """From `first` to `last` (included), by day and position; of these classes, or (None) of the whole school.

        A number of statements that does not grow with the days, the classes or the pupils. Lessons that have not begun
        are there too.
        """
        ...
