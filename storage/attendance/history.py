"""Missed lessons over days, and how pupils were at the lessons that are kept."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row, and_, bindparam, select

from domain.attendance.answers import Answer
from domain.attendance.missed import MissedLesson, Reason
from domain.attendance.notes import AbsenceNote
from domain.attendance.pages import Key
from domain.attendance.presence import Presence
from domain.ids import LessonId, PersonId
from domain.school.roster import Seat
from storage.attendance.notes import notes_of
from storage.executor import Reader
from storage.tables.attendance import absence_answers, absence_reasons, attendance
from storage.tables.journal import lesson_classes, lessons
from storage.tables.school import subjects

a, said, settled = attendance.c, absence_answers.c, absence_reasons.c


class AbsenceHistoryReads:
    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def missed(self, pupils: Collection[PersonId], first: date, last: date) -> Sequence[MissedLesson]:
        asked = {"pupils": list(pupils), "first": first, "last": last}
        return [missed_lesson(row) for row in await self._reader.rows(MISSED, asked)]

    async def known(self, seats: Sequence[Seat], first: date, last: date) -> Mapping[Key, Mapping[int, Presence]]:
        """Two statements: closed roll calls, where who is not noted was present, and what is noted."""
        between = {"first": first, "last": last}
        kept = await self._reader.rows(KEPT, {"classes": list({seat.class_id for seat in seats}), **between})
        noted = await self._reader.rows(NOTED, {"pupils": [seat.pupil for seat in seats], **between})
        found: dict[Key, dict[int, Presence]] = {}
        for seat in seats:
            for row in (row for row in kept if _sits_in(seat, row)):
                found.setdefault((seat.pupil, row.day), {})[row.position] = Presence.PRESENT
        for row in noted:
            found.setdefault((PersonId(row.pupil_id), row.day), {})[row.position] = Presence(row.status)
        return found

    async def notes(self, pupils: Collection[PersonId], first: date, last: date) -> Sequence[AbsenceNote]:
        return await notes_of(self._reader, pupils, first, last)


def missed_lesson(row: Row[Any]) -> MissedLesson:
    return MissedLesson(
        lesson=LessonId(row.lesson_id),
        pupil=PersonId(row.pupil_id),
        day=row.day,
        position=row.position,
        subject=row.name,
        status=Presence(row.status),
        minutes=row.minutes,
        answer=Answer(row.answer) if row.answer else None,
        settled=Reason(row.reason) if row.reason else None,
    )


def _sits_in(seat: Seat, kept: Row[Any]) -> bool:
    return bool(seat.class_id == kept.class_id and (kept.group_id is None or kept.group_id in seat.groups))


def _missed() -> Any:
    """Only settled reasons of who is away still count: a teacher may have put it right since."""
    answered = and_(said.lesson_id == a.lesson_id, said.pupil_id == a.pupil_id)
    reasoned = and_(
        settled.lesson_id == a.lesson_id, settled.pupil_id == a.pupil_id, a.status.in_([s for s in Presence if s.away])
    )
    return (
        select(a.lesson_id, a.pupil_id, a.day, a.status, a.minutes, lessons.c.position, subjects.c.name)
        .add_columns(said.answer, settled.reason)
        .select_from(
            attendance.join(lessons, a.lesson_id == lessons.c.id)
            .join(subjects, lessons.c.subject_id == subjects.c.id)
            .outerjoin(absence_answers, answered)
            .outerjoin(absence_reasons, reasoned)
        )
        .where(a.pupil_id.in_(_these("pupils")), a.day.between(bindparam("first"), bindparam("last")))
        .where(a.status != Presence.PRESENT)
        .order_by(a.day, lessons.c.position)
    )


def _these(name: str) -> Any:
    return bindparam(name, expanding=True)


# Made once: putting them together costs more than running them.
MISSED = _missed()
KEPT = (
    select(lessons.c.day, lessons.c.position, lesson_classes.c.class_id, lesson_classes.c.group_id)
    .join(lesson_classes, lesson_classes.c.lesson_id == lessons.c.id)
    .where(lessons.c.day.between(bindparam("first"), bindparam("last")), lessons.c.roll_call_closed_at.is_not(None))
    .where(lesson_classes.c.class_id.in_(_these("classes")))
)
NOTED = (
    select(a.pupil_id, a.day, a.status, lessons.c.position)
    .join(lessons, a.lesson_id == lessons.c.id)
    .where(a.pupil_id.in_(_these("pupils")), a.day.between(bindparam("first"), bindparam("last")))
)
