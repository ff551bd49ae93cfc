"""What screens and messages show of the journal."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row, and_, bindparam, select

from domain.ids import MarkId, PersonId, SubjectId, WorkKindId
from domain.journal.ports import LessonMark, LessonRecord, MarkCard, TermMark, WorkKind
from domain.roles.people import PersonName
from domain.school.timetable import LessonRef
from storage.database import Database
from storage.journal.places import lesson_mark
from storage.kept import Kept
from storage.tables.journal import lessons, marks, work_kinds
from storage.tables.roles import people
from storage.tables.school import subjects
from storage.topics import WORK_KINDS

retaken = marks.alias("retaken")


class JournalReads:
    """Each answer is one statement; kinds of work are kept in memory."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._kinds: Kept[str, Sequence[WorkKind]] = Kept(database, WORK_KINDS)

    async def work_kinds(self) -> Sequence[WorkKind]:
        return await self._kinds.get("all", self._read_kinds)

    async def record(self, ref: LessonRef) -> LessonRecord:
        rows = await self._database.reader.rows(RECORD, {"entry": ref.entry, "day": ref.day})
        set_marks = [lesson_mark(row) for row in rows if row.id is not None]
        return LessonRecord(rows[0].topic if rows else None, _by_pupil(set_marks))

    async def marks_of_pupil(self, pupil: PersonId, first: date, last: date) -> Sequence[TermMark]:
        asked = (
            select(marks.c.day, marks.c.value, subjects.c.id.label("subject"), subjects.c.name, work_kinds.c.code)
            .add_columns(work_kinds.c.weight, marks.c.kind_id, marks.c.id, marks.c.retake_id, marks.c.comment)
            .select_from(marks.join(subjects).join(work_kinds))
            .where(marks.c.pupil_id == pupil, marks.c.day.between(first, last), marks.c.taken_back.is_(False))
            .order_by(subjects.c.name, subjects.c.id, marks.c.day, marks.c.id)
        )
        rows = await self._database.reader.rows(asked)
        return [term_mark(row) for row in rows]

    async def mark_cards(self, ids: Collection[MarkId]) -> Mapping[MarkId, MarkCard]:
        asked = (
            select(marks, subjects.c.name.label("subject_name"), work_kinds.c.name.label("kind"), work_kinds.c.code)
            .add_columns(people.c.surname, people.c.given, people.c.patronymic, retaken.c.value.label("retook"))
            .select_from(
                marks.join(subjects, marks.c.subject_id == subjects.c.id)
                .outerjoin(retaken, marks.c.retake_id == retaken.c.id)
                .join(work_kinds, marks.c.kind_id == work_kinds.c.id)
                .join(people, marks.c.pupil_id == people.c.id)
            )
            .where(marks.c.id.in_(ids))
        )
        return {MarkId(row.id): _card(row) for row in await self._database.reader.rows(asked)}

    async def _read_kinds(self, _: str) -> Sequence[WorkKind]:
        rows = await self._database.reader.rows(select(work_kinds).order_by(work_kinds.c.id))
        return [WorkKind(WorkKindId(row.id), row.code, row.short, row.name, row.weight) for row in rows]


RECORD = (
    select(lessons.c.topic, marks)
    .select_from(lessons.outerjoin(marks, and_(marks.c.lesson_id == lessons.c.id, marks.c.taken_back.is_(False))))
    .where(lessons.c.entry_id == bindparam("entry"), lessons.c.day == bindparam("day"))
    .order_by(marks.c.id)
)
"""Made once: putting it together costs more than running it."""


def _by_pupil(listed: Sequence[LessonMark]) -> dict[PersonId, tuple[LessonMark, ...]]:
    found: dict[PersonId, tuple[LessonMark, ...]] = {}
    for mark in listed:
        found[mark.pupil] = (*found.get(mark.pupil, ()), mark)
    return found


def term_mark(row: Row[Any]) -> TermMark:
    return TermMark(
        subject=SubjectId(row.subject),
        subject_name=row.name,
        day=row.day,
        value=row.value,
        kind_code=row.code,
        weight=row.weight,
        kind=WorkKindId(row.kind_id),
        id=MarkId(row.id),
        retakes=MarkId(row.retake_id) if row.retake_id is not None else None,
        comment=row.comment,
    )


def _card(row: Row[Any]) -> MarkCard:
    return MarkCard(
        mark=MarkId(row.id),
        pupil=PersonId(row.pupil_id),
        pupil_name=PersonName(row.surname, row.given, row.patronymic),
        subject=row.subject_name,
        value=row.value,
        kind=row.kind,
        kind_code=row.code,
        day=row.day,
        comment=row.comment,
        taken_back=row.taken_back,
        version=row.version,
        late=row.late,
        retook=row.retook,
    )
