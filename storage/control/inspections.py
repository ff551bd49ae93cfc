"""Inspections and their remarks: written, and read with the names that they are shown with."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row, Select, and_, case, func, insert, or_, select, update

from domain.control.findings import Finding, RemarkState
from domain.control.inspections import Counts, Inspection, NewInspection, NewRemark, Remark
from domain.ids import ClassId, EntryId, InspectionId, InspectionRemarkId, PersonId, SubjectId
from domain.roles.people import PersonName
from domain.school.timetable import LessonRef, SubjectRef, TeacherRef
from storage.executor import Reader, Writer
from storage.tables.control import inspection_remarks, inspections
from storage.tables.roles import people
from storage.tables.school import classes, subjects

i, r = inspections.c, inspection_remarks.c
GOES_ON = and_(i.finished_at.is_(None), i.dropped_at.is_(None))
WAITS = r.state.in_([RemarkState.OPEN.value, RemarkState.FIXED.value])
NAME = ("surname", "given", "patronymic")
looker, teacher = people.alias("looker"), people.alias("teacher")


class InspectionRows:
    def __init__(self, tx: Writer) -> None:
        self._tx = tx

    async def begin(self, new: NewInspection, by: PersonId) -> InspectionId:
        """What the same person has under way of the same journal and days goes on."""
        same = select(i.id).where(
            GOES_ON,
            i.begun_by == by,
            i.class_id.is_not_distinct_from(new.class_id),
            i.teacher_id.is_not_distinct_from(new.teacher),
            i.first_day == new.first,
            i.last_day == new.last,
        )
        standing = await self._tx.row(same.order_by(i.id).limit(1))
        if standing is not None:
            return InspectionId(standing.id)
        row = {
            "class_id": new.class_id,
            "teacher_id": new.teacher,
            "first_day": new.first,
            "last_day": new.last,
            "begun_by": by,
            "begun_at": self._tx.clock.now(),
        }
        return InspectionId(await self._tx.add(insert(inspections).values(**row)))

    async def hold(self, number: InspectionId) -> bool:
        """One statement; the inspection's row is held first, so that two do not make one remark twice."""
        held = select(i.id).where(i.id == number, GOES_ON).with_for_update()
        return await self._tx.row(held) is not None

    async def conclude(self, number: InspectionId, conclusion: str | None) -> None:
        await self._tx.run(update(inspections).where(i.id == number).values(conclusion=conclusion))

    async def finish(self, number: InspectionId) -> bool:
        ended = update(inspections).where(i.id == number, GOES_ON).values(finished_at=self._tx.clock.now())
        return await self._tx.run(ended) == 1

    async def drop(self, number: InspectionId) -> bool:
        ended = update(inspections).where(i.id == number, GOES_ON).values(dropped_at=self._tx.clock.now())
        return await self._tx.run(ended) == 1

    async def add(self, number: InspectionId, new: NewRemark) -> InspectionRemarkId:
        course = new.course
        same = select(r.id).where(
            r.inspection_id == number,
            r.finding == new.finding.value,
            r.finding != Finding.OTHER.value,
            r.class_id == course.class_id,
            r.subject_id == course.subject,
            r.teacher_id == course.teacher,
            r.state != RemarkState.WITHDRAWN.value,
        )
        standing = await self._tx.row(same)
        if standing is not None:
            return InspectionRemarkId(standing.id)
        row = {
            "inspection_id": number,
            "teacher_id": course.teacher,
            "finding": new.finding.value,
            "class_id": course.class_id,
            "subject_id": course.subject,
            "entry_id": new.lesson.entry if new.lesson else None,
            "day": new.lesson.day if new.lesson else None,
            "text": new.text,
            "due_day": new.due,
            "made_at": self._tx.clock.now(),
        }
        return InspectionRemarkId(await self._tx.add(insert(inspection_remarks).values(**row)))

    async def reword(self, remark: InspectionRemarkId, text: str) -> bool:
        return await self._change(remark, text=text)

    async def put_off(self, remark: InspectionRemarkId, due: date) -> bool:
        return await self._change(remark, due_day=due)

    async def settle(
        self, remark: InspectionRemarkId, was: Collection[RemarkState], becomes: RemarkState, by: PersonId | None
    ) -> int | None:
        now = self._tx.clock.now()
        ended = becomes in (RemarkState.CLOSED, RemarkState.WITHDRAWN)
        values: dict[str, Any] = {
            "state": becomes.value,
            "version": r.version + 1,
            "settled_at": now if ended else None,
            "settled_by": by if ended else None,
        }
        if becomes is RemarkState.OPEN:
            values["fixed_at"] = None
        elif by is None:
            values["fixed_at"] = now
        mine = update(inspection_remarks).where(r.id == remark, r.state.in_([one.value for one in was]))
        row = await self._tx.row(select(r.version).where(r.id == remark).with_for_update())
        if row is None or await self._tx.run(mine.values(**values)) != 1:
            return None
        return int(row.version) + 1

    async def _change(self, remark: InspectionRemarkId, **values: Any) -> bool:
        mine = update(inspection_remarks).where(r.id == remark, r.state == RemarkState.OPEN.value)
        return await self._tx.run(mine.values(**values)) == 1


class InspectionsReading:
    """Each answer is one statement."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def inspection(self, number: InspectionId) -> Inspection | None:
        return (await self.inspections([number])).get(number)

    async def inspections(self, numbers: Collection[InspectionId]) -> Mapping[InspectionId, Inspection]:
        rows = await self._reader.rows(INSPECTIONS.where(i.id.in_(list(numbers))))
        return {InspectionId(row.id): _inspection(row) for row in rows}

    async def latest(self, most: int, skipped: int) -> Sequence[Inspection]:
        order = (case((i.finished_at.is_(None), 0), else_=1), i.begun_at.desc(), i.id.desc())
        asked = INSPECTIONS.where(i.dropped_at.is_(None)).order_by(*order).limit(most).offset(skipped)
        return [_inspection(row) for row in await self._reader.rows(asked)]

    async def counts(self, numbers: Collection[InspectionId], today: date) -> Mapping[InspectionId, Counts]:
        is_open = r.state == RemarkState.OPEN.value
        asked = (
            select(
                r.inspection_id,
                func.count().label("every"),
                _counted(is_open).label("open"),
                _counted(and_(is_open, r.due_day < today)).label("overdue"),
                _counted(r.state == RemarkState.FIXED.value).label("fixed"),
            )
            .where(r.inspection_id.in_(list(numbers)), r.state != RemarkState.WITHDRAWN.value)
            .group_by(r.inspection_id)
        )
        rows = await self._reader.rows(asked)
        return {InspectionId(row.inspection_id): Counts(row.every, row.open, row.overdue, row.fixed) for row in rows}

    async def remarks(self, numbers: Collection[InspectionId]) -> Sequence[Remark]:
        asked = REMARKS.where(r.inspection_id.in_(list(numbers))).order_by(r.id)
        return [_remark(row) for row in await self._reader.rows(asked)]

    async def remark(self, number: InspectionRemarkId) -> Remark | None:
        return (await self.remarks_by_id([number])).get(number)

    async def remarks_by_id(self, numbers: Collection[InspectionRemarkId]) -> Mapping[InspectionRemarkId, Remark]:
        rows = await self._reader.rows(REMARKS.where(r.id.in_(list(numbers))))
        return {InspectionRemarkId(row.id): _remark(row) for row in rows}

    async def waiting(self) -> Sequence[Remark]:
        asked = REMARKS.where(WAITS, i.finished_at.is_not(None)).order_by(r.due_day, r.id)
        return [_remark(row) for row in await self._reader.rows(asked)]

    async def told_to(self, person: PersonId, since: date) -> Sequence[Remark]:
        told = and_(r.teacher_id == person, i.finished_at.is_not(None), r.state != RemarkState.WITHDRAWN.value)
        asked = REMARKS.where(told, or_(WAITS, r.due_day >= since)).order_by(r.due_day, r.id)
        return [_remark(row) for row in await self._reader.rows(asked)]


def _counted(condition: Any) -> Any:
    return func.sum(case((condition, 1), else_=0))


def _named(alias: Any) -> list[Any]:
    return [alias.c[column].label(f"{alias.name}_{column}") for column in NAME]


def _inspections() -> Select[Any]:
    joined = (
        inspections.join(looker, looker.c.id == i.begun_by)
        .outerjoin(teacher, teacher.c.id == i.teacher_id)
        .outerjoin(classes, classes.c.id == i.class_id)
    )
    named = (*_named(looker), *_named(teacher), classes.c.name.label("class_name"))
    return select(inspections, *named).select_from(joined)


def _remarks() -> Select[Any]:
    joined = (
        inspection_remarks.join(inspections, i.id == r.inspection_id)
        .join(teacher, teacher.c.id == r.teacher_id)
        .join(classes, classes.c.id == r.class_id)
        .join(subjects, subjects.c.id == r.subject_id)
    )
    named = (*_named(teacher), classes.c.name.label("class_name"))
    subject = (subjects.c.name.label("subject_name"), subjects.c.short.label("subject_short"))
    return select(inspection_remarks, *named, *subject).select_from(joined)


INSPECTIONS, REMARKS = _inspections(), _remarks()
"""Made once: putting them together costs more than running them."""


def _inspection(row: Row[Any]) -> Inspection:
    return Inspection(
        id=InspectionId(row.id),
        class_id=ClassId(row.class_id) if row.class_id is not None else None,
        class_name=row.class_name,
        teacher=TeacherRef(PersonId(row.teacher_id), _name(row, "teacher")) if row.teacher_id is not None else None,
        first=row.first_day,
        last=row.last_day,
        begun_by=TeacherRef(PersonId(row.begun_by), _name(row, "looker")),
        begun_at=row.begun_at,
        conclusion=row.conclusion,
        finished_at=row.finished_at,
        dropped_at=row.dropped_at,
    )


def _remark(row: Row[Any]) -> Remark:
    return Remark(
        id=InspectionRemarkId(row.id),
        inspection=InspectionId(row.inspection_id),
        finding=Finding(row.finding),
        teacher=TeacherRef(PersonId(row.teacher_id), _name(row, "teacher")),
        class_id=ClassId(row.class_id),
        class_name=row.class_name,
        subject=SubjectRef(SubjectId(row.subject_id), row.subject_name, row.subject_short),
        lesson=LessonRef(EntryId(row.entry_id), row.day) if row.entry_id is not None else None,
        text=row.text,
        due=row.due_day,
        state=RemarkState(row.state),
        version=row.version,
        made_at=row.made_at,
        fixed_at=row.fixed_at,
        settled_at=row.settled_at,
        settled_by=PersonId(row.settled_by) if row.settled_by is not None else None,
    )


def _name(row: Row[Any], whose: str) -> PersonName:
    said = row._mapping
    return PersonName(*(said[f"{whose}_{column}"] for column in NAME))
