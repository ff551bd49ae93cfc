"""Homework as diaries and messages show it."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from sqlalchemy import Row, and_, bindparam, exists, func, or_, select

from domain.ids import ClassId, EntryId, GroupId, HomeworkId, PersonId, SubjectId
from domain.journal.homework_diary import ComingHomework, HomeworkCard, Whose
from domain.journal.homework_kept import HomeworkFile
from domain.school.ports import DueHomework, HomeworkLine
from storage.database import Database
from storage.kept import Kept
from storage.tables.journal import homework, homework_files, homework_pupils, homework_ticks
from storage.tables.school import classes, subjects
from storage.topics import HOMEWORK, LISTS

_FILES = select(func.count()).where(homework_files.c.homework_id == homework.c.id).scalar_subquery()


class HomeworkReads:
    """One statement each; what is due to a class on a day is kept in memory."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._due: Kept[tuple[ClassId, date], Sequence[DueHomework]] = Kept(database, HOMEWORK, LISTS)

    async def due_on(self, class_id: ClassId, day: date) -> Sequence[DueHomework]:
        return await self._due.get((class_id, day), self._read_due)

    async def of_pupil(self, pupil: PersonId, class_id: ClassId, first: date, last: date) -> Sequence[ComingHomework]:
        about = {"pupil": pupil, "class": class_id, "first": first, "last": last}
        return [_coming(row) for row in await self._database.reader.rows(OF_PUPIL, about)]

    async def homework_cards(self, ids: Collection[HomeworkId]) -> Mapping[HomeworkId, HomeworkCard]:
        asked = (
            select(homework, subjects.c.name.label("subject_name"), classes.c.name.label("class_name"))
            .add_columns(_FILES.label("files"))
            .add_columns(homework_pupils.c.pupil_id.label("for_pupil"))
            .join(subjects, homework.c.subject_id == subjects.c.id)
            .join(classes, homework.c.class_id == classes.c.id)
            .outerjoin(homework_pupils, homework_pupils.c.homework_id == homework.c.id)
            .where(homework.c.id.in_(ids))
        )
        rows = await self._database.reader.rows(asked.order_by(homework.c.id))
        return {HomeworkId(row.id): _card(row, pupils) for row, pupils in by_homework(rows)}

    async def files_of(self, number: HomeworkId) -> tuple[Whose, Sequence[HomeworkFile]] | None:
        asked = select(homework_files).where(homework_files.c.homework_id == number).order_by(homework_files.c.id)
        whose = await self.whose(number)
        if whose is None:
            return None
        rows = await self._database.reader.rows(asked)
        return whose, [HomeworkFile(row.kind, row.file_id, row.file_name) for row in rows]

    async def whose(self, number: HomeworkId) -> Whose | None:
        asked = (
            select(homework, homework_pupils.c.pupil_id.label("for_pupil"))
            .outerjoin(homework_pupils, homework_pupils.c.homework_id == homework.c.id)
            .where(homework.c.id == number, homework.c.cancelled_at.is_(None))
        )
        found = next(by_homework(await self._database.reader.rows(asked)), None)
        if found is None:
            return None
        row, pupils = found
        return Whose(HomeworkId(row.id), ClassId(row.class_id), _group(row), row.due_day, pupils, row.none_set)

    async def _read_due(self, key: tuple[ClassId, date]) -> Sequence[DueHomework]:
        class_id, day = key
        asked = (
            _standing()
            .add_columns(homework_pupils.c.pupil_id.label("for_pupil"))
            .outerjoin(homework_pupils, homework_pupils.c.homework_id == homework.c.id)
            .where(homework.c.class_id == class_id, homework.c.due_day == day)
        )
        rows = await self._database.reader.rows(asked.order_by(homework.c.id))
        return [_due(row, pupils) for row, pupils in by_homework(rows)]


def _standing() -> Any:
    return (
        select(homework, subjects.c.name.label("subject_name"), _FILES.label("files"))
        .join(subjects, homework.c.subject_id == subjects.c.id)
        .where(homework.c.cancelled_at.is_(None))
    )


def _of_pupil() -> Any:
    """For the pupil's class and not for others alone, with the pupil's tick."""
    pupil: Any = bindparam("pupil")
    alone = exists().where(homework_pupils.c.homework_id == homework.c.id).correlate(homework)
    named = alone.where(homework_pupils.c.pupil_id == pupil)
    tick = and_(homework_ticks.c.homework_id == homework.c.id, homework_ticks.c.pupil_id == pupil)
    return (
        _standing()
        .add_columns(homework_ticks.c.done_at, alone.label("alone"))
        .outerjoin(homework_ticks, tick)
        .where(homework.c.class_id == bindparam("class"))
        .where(homework.c.due_day.between(bindparam("first"), bindparam("last")), or_(~alone, named))
        .order_by(homework.c.due_day, subjects.c.name, homework.c.id)
    )


OF_PUPIL = _of_pupil()
"""Made once: putting it together costs more than running it."""


def by_homework(rows: Iterable[Row[Any]]) -> Iterator[tuple[Row[Any], frozenset[PersonId]]]:
    """`rows` by `id`, one for each pupil that the homework is for alone (`for_pupil`; None: for everyone)."""
    for _, listed in groupby(rows, key=lambda row: row.id):
        first, *others = listed
        yield first, frozenset(PersonId(row.for_pupil) for row in (first, *others) if row.for_pupil is not None)


def _due(row: Row[Any], pupils: frozenset[PersonId]) -> DueHomework:
    line = HomeworkLine(row.id, row.text, row.files, row.none_set)
    return DueHomework(row.subject_id, row.group_id, row.entry_id, line, pupils)


def _coming(row: Row[Any]) -> ComingHomework:
    return ComingHomework(
        id=HomeworkId(row.id),
        day=row.due_day,
        subject=row.subject_name,
        subject_id=SubjectId(row.subject_id),
        entry=EntryId(row.entry_id) if row.entry_id is not None else None,
        group=_group(row),
        text=row.text,
        files=row.files,
        none_set=row.none_set,
        minutes=row.minutes,
        alone=bool(row.alone),
        done=row.done_at is not None,
    )


def _card(row: Row[Any], pupils: frozenset[PersonId]) -> HomeworkCard:
    return HomeworkCard(
        homework=HomeworkId(row.id),
        class_id=ClassId(row.class_id),
        class_name=row.class_name,
        group=_group(row),
        subject=row.subject_name,
        due_day=row.due_day,
        text=row.text,
        files=row.files,
        version=row.version,
        cancelled=row.cancelled_at is not None,
        none_set=row.none_set,
        set_by=PersonId(row.set_by),
        minutes=row.minutes,
        pupils=pupils,
    )


def _group(row: Row[Any]) -> GroupId | None:
    return GroupId(row.group_id) if row.group_id is not None else None
