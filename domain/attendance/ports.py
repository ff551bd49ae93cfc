"""What attendance needs to keep and to know."""

from collections.abc import Callable, Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from datetime import date, time
from typing import Protocol

from domain.attendance.answers import Answer
from domain.attendance.presence import Presence
from domain.events import Facts
from domain.ids import LessonId, PersonId
from domain.roles.people import PersonName
from domain.school.ports import ChangeLog, Lessons
from domain.school.timetable import LessonRef


@dataclass(frozen=True, slots=True)
class Noted:
    """How a pupil was at a lesson; `minutes` late, when known; `version` counts the changes from 1."""

    status: Presence
    minutes: int | None = None
    version: int = 0


PRESENT_BY_DEFAULT = Noted(Presence.PRESENT)


@dataclass(frozen=True, slots=True)
class RollCallSheet:
    """What is written of a lesson's presence; `lesson` None: nothing is written of this lesson at all."""

    lesson: LessonId | None
    closed: bool
    noted: Mapping[PersonId, Noted] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AbsenceCard:
    """An absence as guardians and teachers are told of it."""

    lesson: LessonId
    pupil: PersonId
    pupil_name: PersonName
    class_name: str
    subject: str
    position: int
    day: date
    starts: time | None
    status: Presence
    minutes: int | None
    version: int
    teachers: tuple[PersonId, ...]
    rings: bool
    answer: Answer | None = None
    answered_by: PersonId | None = None


class AttendanceRoom(Protocol):
    async def sheet(self, ref: LessonRef) -> RollCallSheet: ...

    async def put(self, lesson: LessonId, day: date, noted: Mapping[PersonId, Noted], by: PersonId) -> None: ...

    async def close(self, lesson: LessonId, by: PersonId | None) -> None:
        """`by` None opens it again."""
        ...

    async def answer(self, lesson: LessonId, pupil: PersonId, by: PersonId, answer: Answer) -> bool:
        """False when an answer stands already; the first one does."""
        ...


class AttendanceTransaction(Protocol):
    @property
    def facts(self) -> Facts: ...

    @property
    def lessons(self) -> Lessons: ...

    @property
    def changes(self) -> ChangeLog: ...

    @property
    def attendance(self) -> AttendanceRoom: ...


BeginAttendance = Callable[[], AbstractAsyncContextManager[AttendanceTransaction]]


class AttendanceRead(Protocol):
    async def card(self, lesson: LessonId, pupil: PersonId) -> AbsenceCard | None: ...
