"""Absences that a guardian announces: when, why, with what paper (3.3.7)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from domain.attendance.presence import Presence
from domain.ids import NoteId, PersonId
from domain.roles.people import PersonName


class NoteReason(StrEnum):
    ILL = "ill"
    DOCTOR = "doctor"
    FAMILY = "family"
    CONTEST = "contest"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Span:
    """From lesson `start` of the first day (None: from its first) to lesson `end` of the last (None: to its last)."""

    first: date
    last: date
    start: int | None = None
    end: int | None = None

    @property
    def whole_days(self) -> bool:
        return self.start is None and self.end is None

    def covers(self, day: date, position: int) -> bool:
        if not self.first <= day <= self.last:
            return False
        late_enough = day > self.first or position >= (self.start or 1)
        return late_enough and (day < self.last or self.end is None or position <= self.end)


@dataclass(frozen=True, slots=True)
class Paper:
    """A photo or a scan, by Telegram's name of it; `kind`: photo or document."""

    kind: str
    file_id: str


@dataclass(frozen=True, slots=True)
class AbsenceNote:
    """`by`: the guardian who said so last; `words`: what they typed, as they typed it."""

    id: NoteId
    pupil: PersonId
    span: Span
    reason: NoteReason
    words: str | None
    paper: Paper | None
    by: PersonId
    version: int = 1
    cancelled: bool = False

    @property
    def presence(self) -> Presence:
        """What the roll call is filled with: б for an illness, у for everything else."""
        return Presence.ILL if self.reason is NoteReason.ILL else Presence.EXCUSED


@dataclass(frozen=True, slots=True)
class NoteCard:
    """A note as others are told of it."""

    note: AbsenceNote
    pupil_name: PersonName
    class_name: str
    by: PersonName


class DayNotes(Protocol):
    async def on(self, day: date) -> Mapping[PersonId, Sequence[AbsenceNote]]:
        """Standing notes that touch the day, by pupil, the newest last; kept in memory while nobody writes one."""
        ...


def announced(notes: Iterable[AbsenceNote], day: date, position: int) -> AbsenceNote | None:
    """The note that holds at a lesson: of several the newest."""
    standing = [note for note in notes if not note.cancelled and note.span.covers(day, position)]
    return max(standing, key=lambda note: note.id) if standing else None
