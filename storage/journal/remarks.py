"""Remarks of the diary, as they are written and read."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, Select, func, insert, select, update

from domain.ids import ClassId, LessonId, PersonId, RemarkId
from domain.journal.remarks import NewRemark, Remark, RemarkKind
from domain.roles.people import PersonName
from domain.school.timetable import LessonRef
from storage.executor import Reader, Writer
from storage.tables.journal import lessons, remarks
from storage.tables.roles import people
from storage.tables.school import enrolments, subjects


class RemarkRows:
    def __init__(self, tx: Writer) -> None:
        self._tx = tx

    async def add(self, remark: NewRemark) -> RemarkId:
        row = {
            "pupil_id": remark.pupil,
            "lesson_id": remark.lesson,
            "day": remark.day,
            "kind": remark.kind,
            "text": remark.text,
            "written_by": remark.by,
            "written_at": self._tx.clock.now(),
        }
        return RemarkId(await self._tx.add(insert(remarks).values(**row)))

    async def take_back(self, remark: RemarkId) -> bool:
        standing = update(remarks).where(remarks.c.id == remark, remarks.c.taken_back_at.is_(None))
        return await self._tx.run(standing.values(taken_back_at=self._tx.clock.now())) == 1


class RemarkReads:
    """Each answer is one statement."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def remark(self, remark: RemarkId) -> Remark | None:
        found = await self._listed(_remarks().where(remarks.c.id == remark))
        return found[0] if found else None

    async def remarks_of_pupil(self, pupil: PersonId, most: int) -> Sequence[Remark]:
        return await self._listed(_remarks().where(remarks.c.pupil_id == pupil).limit(most))

    async def remarks_at(self, ref: LessonRef, pupil: PersonId) -> Sequence[Remark]:
        of_lesson = (lessons.c.entry_id == ref.entry, lessons.c.day == ref.day)
        return await self._listed(_remarks().where(remarks.c.pupil_id == pupil, *of_lesson))

    async def remarks_of_class(self, class_id: ClassId, since: date) -> Mapping[PersonId, Mapping[RemarkKind, int]]:
        """Of the pupils who are or were in the class: who has left is not looked for in the roster."""
        pupils = select(enrolments.c.pupil_id).where(enrolments.c.class_id == class_id)
        asked = (
            select(remarks.c.pupil_id, remarks.c.kind, func.count().label("number"))
            .where(remarks.c.pupil_id.in_(pupils), remarks.c.day >= since, remarks.c.taken_back_at.is_(None))
            .group_by(remarks.c.pupil_id, remarks.c.kind)
        )
        found: dict[PersonId, dict[RemarkKind, int]] = defaultdict(dict)
        for row in await self._reader.rows(asked):
            found[PersonId(row.pupil_id)][RemarkKind(row.kind)] = row.number
        return found

    async def remarks_of_days(self, pupil: PersonId, first: date, last: date) -> Sequence[Remark]:
        """For the family: what stands, in the order of its writing."""
        asked = _standing().where(remarks.c.pupil_id == pupil, remarks.c.day.between(first, last))
        return await self._listed(asked)

    async def remarks_written(
        self, pupils: Collection[PersonId] | None, since: datetime, until: datetime
    ) -> Sequence[Remark]:
        """As `remarks_of_days`, by when they were written; `pupils` None: of all."""
        asked = _standing().where(remarks.c.written_at >= since, remarks.c.written_at < until)
        return await self._listed(asked if pupils is None else asked.where(remarks.c.pupil_id.in_(pupils)))

    async def _listed(self, asked: Select[Any]) -> Sequence[Remark]:
        return [_remark(row) for row in await self._reader.rows(asked)]


def _remarks() -> Select[Any]:
    """The newest first."""
    return _joined().order_by(remarks.c.day.desc(), remarks.c.id.desc())


def _standing() -> Select[Any]:
    return _joined().where(remarks.c.taken_back_at.is_(None)).order_by(remarks.c.day, remarks.c.id)


def _joined() -> Select[Any]:
    said = select(remarks, subjects.c.name.label("subject"), people.c.surname, people.c.given, people.c.patronymic)
    return said.select_from(
        remarks.join(people, remarks.c.written_by == people.c.id)
        .outerjoin(lessons, remarks.c.lesson_id == lessons.c.id)
        .outerjoin(subjects, lessons.c.subject_id == subjects.c.id)
    )


def _remark(row: Row[Any]) -> Remark:
    return Remark(
        id=RemarkId(row.id),
        pupil=PersonId(row.pupil_id),
        kind=RemarkKind(row.kind),
        text=row.text,
        day=row.day,
        subject=row.subject,
        author=PersonId(row.written_by),
        by=PersonName(row.surname, row.given, row.patronymic),
        written_at=row.written_at,
        lesson=LessonId(row.lesson_id) if row.lesson_id is not None else None,
        taken_back=row.taken_back_at is not None,
    )
