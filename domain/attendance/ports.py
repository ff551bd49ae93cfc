"""What attendance needs to keep and to know."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Protocol

from domain.attendance.answers import Answer
from domain.attendance.missed import MissedLesson, Reason
from domain.attendance.notes import AbsenceNote, NoteCard, Span
from domain.attendance.presence import Presence
from domain.events import Facts
from domain.ids import LessonId, NoteId, PersonId
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
    """What is written of a lesson's presence; `lesson` None: nothing is written of this lesson at all.

    `announced`: whom guardians have announced as away and of whom an open roll call has nothing written yet. They are
    shown as if it were, and the next act at the lesson (a tap, closing it) writes them: the teacher need not tap what
    is known, and nothing stands in the journal of a lesson that nobody has kept. A tap beats what is announced.
    """

    lesson: LessonId | None
    closed: bool
    noted: Mapping[PersonId, Noted] = field(default_factory=dict)
    announced: Mapping[PersonId, AbsenceNote] = field(default_factory=dict)

    def of(self, pupil: PersonId) -> Noted:
        """As it is shown: written, else announced, else present by default."""
        note = self.announced.get(pupil)
        return self.noted.get(pupil) or (Noted(note.presence) if note else PRESENT_BY_DEFAULT)


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
    taken_by: PersonName | None = None
    """Who at school looks for the child after «не знал(а)!»."""


class AttendanceRoom(Protocol):
    async def sheet(self, ref: LessonRef) -> RollCallSheet: ...

    async def put(self, lesson: LessonId, day: date, noted: Mapping[PersonId, Noted], by: PersonId) -> None: ...

    async def close(self, lesson: LessonId, by: PersonId | None) -> None:
        """`by` None opens it again."""
        ...

    async def answer(self, lesson: LessonId, pupil: PersonId, by: PersonId, answer: Answer) -> bool:
        """False when an answer stands already; the first one does."""
        ...


class NotesRoom(Protocol):
    async def standing(self, pupil: PersonId, span: Span) -> AbsenceNote | None:
        """The one of exactly these days and lessons that is not cancelled."""
        ...

    async def get(self, number: NoteId) -> AbsenceNote | None: ...

    async def add(self, note: AbsenceNote) -> NoteId: ...

    async def put(self, note: AbsenceNote) -> None: ...


class AlarmsRoom(Protocol):
    async def take(self, lesson: LessonId, pupil: PersonId, by: PersonId) -> bool:
        """False when somebody has taken it already."""
        ...

    async def escalate(self, lesson: LessonId, pupil: PersonId) -> bool:
        """False when it was taken or escalated meanwhile: exactly one caller is told True."""
        ...


class ReasonsRoom(Protocol):
    async def missed(self, pupil: PersonId, day: date) -> Sequence[MissedLesson]:
        """Lessons of the day at which the pupil was away, with what is settled of them."""
        ...

    async def settle(self, pupil: PersonId, lessons: Sequence[LessonId], reason: Reason, by: PersonId) -> None: ...


class AttendanceTransaction(Protocol):
    @property
    def absence_notes(self) -> NotesRoom: ...

    @property
    def absence_alarms(self) -> AlarmsRoom: ...

    @property
    def absence_reasons(self) -> ReasonsRoom: ...

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

    async def note_card(self, number: NoteId) -> NoteCard | None: ...

    async def unanswered(self, since: datetime, until: datetime) -> Sequence[tuple[LessonId, PersonId]]:
        """«не знал(а)!» said between these instants that nobody has taken up and that is not escalated yet."""
        ...
