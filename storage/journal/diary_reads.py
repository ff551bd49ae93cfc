"""What the diary's page shows of marks and presence, each by its lesson."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row, and_, bindparam, exists, select

from domain.attendance.presence import Presence
from domain.ids import EntryId, MarkId, PersonId, SubjectId
from domain.journal.day_page import DayMark, DayPresence
from domain.journal.debts import OwedWork
from domain.journal.ports import TermMark
from domain.journal.remarks import Remark
from domain.school.timetable import LessonRef
from storage.database import Database
from storage.journal.mark_reads import MarkReads
from storage.journal.reads import term_mark
from storage.journal.remarks import RemarkReads
from storage.tables.attendance import absence_reasons, attendance
from storage.tables.journal import lessons, marks, work_kinds
from storage.tables.school import subjects


class DiaryReads:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def marks_of_days(self, pupil: PersonId, first: date, last: date) -> Sequence[DayMark]:
        rows = await self._database.reader.rows(MARKS, {"pupil": pupil, "first": first, "last": last})
        return [_mark(row) for row in rows]

    async def marks_of_subject(
        self, pupils: Collection[PersonId], subject: SubjectId, first: date, last: date
    ) -> Mapping[PersonId, Sequence[TermMark]]:
        about = {"pupils": list(pupils), "subject": subject, "first": first, "last": last}
        found: dict[PersonId, list[TermMark]] = {}
        for row in await self._database.reader.rows(OF_SUBJECT, about):
            found.setdefault(PersonId(row.pupil_id), []).append(term_mark(row))
        return found

    async def presence_of_days(self, pupil: PersonId, first: date, last: date) -> Sequence[DayPresence]:
        rows = await self._database.reader.rows(PRESENCE, {"pupil": pupil, "first": first, "last": last})
        return [DayPresence(_ref(row), row.subject, row.reason or row.status, row.minutes) for row in rows]

    async def debts_of_pupil(self, pupil: PersonId) -> Sequence[OwedWork]:
        return await MarkReads(self._database.reader).debts_of_pupil(pupil)

    async def remarks_of_days(self, pupil: PersonId, first: date, last: date) -> Sequence[Remark]:
        return await RemarkReads(self._database.reader).remarks_of_days(pupil, first, last)


def _marks_of_days() -> Any:
    again = marks.alias("again")
    retaken = exists().where(again.c.retake_id == marks.c.id, again.c.taken_back.is_(False)).correlate(marks)
    return (
        select(marks.c.id, marks.c.day, marks.c.value, marks.c.comment, lessons.c.entry_id, work_kinds.c.short)
        .add_columns(subjects.c.name.label("subject"), retaken.label("retaken"))
        .select_from(
            marks.join(lessons, marks.c.lesson_id == lessons.c.id)
            .join(subjects, marks.c.subject_id == subjects.c.id)
            .join(work_kinds, marks.c.kind_id == work_kinds.c.id)
        )
        .where(marks.c.pupil_id == bindparam("pupil"), marks.c.taken_back.is_(False))
        .where(marks.c.day.between(bindparam("first"), bindparam("last")))
        .order_by(marks.c.day, lessons.c.position, marks.c.id)
    )


def _presence_of_days() -> Any:
    noted, settled = attendance.c, absence_reasons.c
    reason = and_(settled.lesson_id == noted.lesson_id, settled.pupil_id == noted.pupil_id)
    away = noted.status.in_([status.value for status in Presence if status.away])
    return (
        select(noted.day, noted.status, noted.minutes, lessons.c.entry_id, subjects.c.name.label("subject"))
        .add_columns(settled.reason)
        .select_from(
            attendance.join(lessons, noted.lesson_id == lessons.c.id)
            .join(subjects, lessons.c.subject_id == subjects.c.id)
            .outerjoin(absence_reasons, and_(reason, away))
        )
        .where(noted.pupil_id == bindparam("pupil"), noted.status != Presence.PRESENT.value)
        .where(noted.day.between(bindparam("first"), bindparam("last")))
        .order_by(noted.day, lessons.c.position)
    )


def _marks_of_subject() -> Any:
    return (
        select(marks.c.pupil_id, marks.c.day, marks.c.value, subjects.c.id.label("subject"), subjects.c.name)
        .add_columns(work_kinds.c.code, work_kinds.c.weight)
        .add_columns(marks.c.kind_id, marks.c.id, marks.c.retake_id, marks.c.comment)
        .select_from(marks.join(subjects).join(work_kinds))
        .where(marks.c.pupil_id.in_(bindparam("pupils", expanding=True)), marks.c.subject_id == bindparam("subject"))
        .where(marks.c.day.between(bindparam("first"), bindparam("last")), marks.c.taken_back.is_(False))
        .order_by(marks.c.day, marks.c.id)
    )


# Made once: putting them together costs more than running them.
MARKS, PRESENCE, OF_SUBJECT = _marks_of_days(), _presence_of_days(), _marks_of_subject()


def _mark(row: Row[Any]) -> DayMark:
    return DayMark(MarkId(row.id), _ref(row), row.subject, row.value, row.short, row.comment, bool(row.retaken))


def _ref(row: Row[Any]) -> LessonRef:
    return LessonRef(EntryId(row.entry_id), row.day)
