"""Missed lessons and why they were missed: the fact is the teacher's, the reason the class teacher's (3.3.7)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.attendance.answers import Answer
from domain.attendance.notes import AbsenceNote
from domain.attendance.presence import Presence
from domain.ids import LessonId, PersonId
from domain.roles.people import PersonName


class Reason(StrEnum):
    """As the class teacher settles it."""

    ILL = "ill"
    EXCUSED = "excused"
    UNEXCUSED = "unexcused"


FROM_FACT = {Presence.ILL: Reason.ILL, Presence.EXCUSED: Reason.EXCUSED}


@dataclass(frozen=True, slots=True)
class MissedLesson:
    """A lesson at which a pupil was away or late. `settled` None: the class teacher has not said why."""

    lesson: LessonId
    pupil: PersonId
    day: date
    position: int
    subject: str
    status: Presence
    minutes: int | None = None
    answer: Answer | None = None
    settled: Reason | None = None

    @property
    def reason(self) -> Reason | None:
        """Settled, else what б and у say by themselves; None: not known yet, or not away."""
        return self.settled or FROM_FACT.get(self.status)

    @property
    def open(self) -> bool:
        return self.status.away and self.reason is None


@dataclass(frozen=True, slots=True)
class MissedDay:
    """What a pupil missed on a day, by position; `note`: what a guardian had announced of it."""

    pupil: PersonId
    name: PersonName
    day: date
    lessons: tuple[MissedLesson, ...]
    note: AbsenceNote | None = None

    @property
    def away(self) -> tuple[MissedLesson, ...]:
        return tuple(one for one in self.lessons if one.status.away)

    @property
    def open(self) -> bool:
        return any(one.open for one in self.lessons)

    @property
    def reason(self) -> Reason | None:
        """The one of all lessons missed; None: not known, or not the same."""
        reasons = {one.reason for one in self.away}
        return next(iter(reasons)) if len(reasons) == 1 else None

    @property
    def answer(self) -> Answer | None:
        """What a guardian said last that day."""
        said = [one.answer for one in self.lessons if one.answer is not None]
        return said[-1] if said else None


@dataclass(frozen=True, slots=True)
class Totals:
    """In lessons; `days`: on which at least one was missed; `unknown`: whose reason nobody has settled."""

    lessons: int = 0
    days: int = 0
    ill: int = 0
    excused: int = 0
    unexcused: int = 0
    unknown: int = 0
    late: int = 0


def totals(days: Iterable[MissedDay]) -> Totals:
    listed = list(days)
    away = [one for day in listed for one in day.away]
    reasons = [one.reason for one in away]
    return Totals(
        lessons=len(away),
        days=sum(bool(day.away) for day in listed),
        ill=reasons.count(Reason.ILL),
        excused=reasons.count(Reason.EXCUSED),
        unexcused=reasons.count(Reason.UNEXCUSED),
        unknown=reasons.count(None),
        late=sum(one.status is Presence.LATE for day in listed for one in day.lessons),
    )
