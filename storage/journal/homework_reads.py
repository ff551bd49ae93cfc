"""Homework as diaries and messages show it."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row, func, select

from domain.ids import ClassId, GroupId, HomeworkId, PersonId
from domain.journal.homework_diary import ComingHomework, HomeworkCard
from domain.journal.homework_kept import HomeworkFile
from domain.school.ports import DueHomework, HomeworkLine
from storage.database import Database
from storage.kept import Kept
from storage.tables.journal import homework, homework_files
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

    async def coming(self, class_id: ClassId, first: date, last: date) -> Sequence[ComingHomework]:
        asked = _standing().where(homework.c.class_id == class_id, homework.c.due_day.between(first, last))
        rows = await self._database.reader.rows(asked.order_by(homework.c.due_day, subjects.c.name, homework.c.id))
        return [_coming(row) for row in rows]

    async def homework_cards(self, ids: Collection[HomeworkId]) -> Mapping[HomeworkId, HomeworkCard]:
        asked = (
            select(homework, subjects.c.name.label("subject_name"), classes.c.name.label("class_name"))
            .add_columns(_FILES.label("files"))
            .join(subjects, homework.c.subject_id == subjects.c.id)
            .join(classes, homework.c.class_id == classes.c.id)
            .where(homework.c.id.in_(ids))
        )
        return {HomeworkId(row.id): _card(row) for row in await self._database.reader.rows(asked)}

    async def files_of(self, number: HomeworkId) -> tuple[ClassId, GroupId | None, Sequence[HomeworkFile]] | None:
        """Whose homework it is, and its files in their order; None where there is none."""
        asked = (
            select(homework.c.class_id, homework.c.group_id, homework_files.c.kind, homework_files.c.file_id)
            .add_columns(homework_files.c.file_name)
            .select_from(homework.outerjoin(homework_files, homework_files.c.homework_id == homework.c.id))
            .where(homework.c.id == number, homework.c.cancelled_at.is_(None))
            .order_by(homework_files.c.id)
        )
        rows = await self._database.reader.rows(asked)
        if not rows:
            return None
        files = [HomeworkFile(row.kind, row.file_id, row.file_name) for row in rows if row.kind is not None]
        return ClassId(rows[0].class_id), _group(rows[0]), files

    async def _read_due(self, key: tuple[ClassId, date]) -> Sequence[DueHomework]:
        class_id, day = key
        asked = _standing().where(homework.c.class_id == class_id, homework.c.due_day == day)
        rows = await self._database.reader.rows(asked.order_by(homework.c.id))
        return [_due(row) for row in rows]


def _standing() -> Any:
    return (
        select(homework, subjects.c.name.label("subject_name"), _FILES.label("files"))
        .join(subjects, homework.c.subject_id == subjects.c.id)
        .where(homework.c.cancelled_at.is_(None))
    )


def _due(row: Row[Any]) -> DueHomework:
    line = HomeworkLine(row.id, row.text, row.files, row.none_set)
    return DueHomework(row.subject_id, row.group_id, row.entry_id, line)


def _coming(row: Row[Any]) -> ComingHomework:
    return ComingHomework(
        HomeworkId(row.id), row.due_day, row.subject_name, _group(row), row.text, row.files, row.none_set
    )


def _card(row: Row[Any]) -> HomeworkCard:
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
    )


def _group(row: Row[Any]) -> GroupId | None:
    return GroupId(row.group_id) if row.group_id is not None else None
