"""Homework as it is written."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, func, insert, select, update

from domain.ids import ClassId, EntryId, GroupId, HomeworkId, PersonId, SubjectId
from domain.journal.homework_kept import Homework, HomeworkFile
from storage.executor import Writer
from storage.tables.journal import homework, homework_files
from storage.topics import HOMEWORK


class HomeworkRows:
    def __init__(self, tx: Writer) -> None:
        self._tx = tx

    async def add(self, new: Homework, files: Sequence[HomeworkFile], *, none_set: bool) -> HomeworkId:
        row = {
            "subject_id": new.subject,
            "class_id": new.class_id,
            "group_id": new.group,
            "entry_id": new.entry,
            "due_day": new.due_day,
            "text": new.text,
            "none_set": none_set,
            "set_by": new.set_by,
            "set_at": self._tx.clock.now(),
        }
        number = HomeworkId(await self._tx.add(insert(homework).values(**row)))
        await self._add_files(number, files)
        return number

    async def get(self, number: HomeworkId) -> Homework | None:
        attached = select(func.count()).where(homework_files.c.homework_id == homework.c.id).scalar_subquery()
        row = await self._tx.row(select(homework, attached.label("files")).where(homework.c.id == number))
        return _homework(row) if row else None

    async def move(self, homework_: Homework, entry: EntryId, day: Any) -> None:
        await self._next_version(homework_, entry_id=entry, due_day=day)

    async def cancel(self, homework_: Homework) -> None:
        await self._next_version(homework_, cancelled_at=self._tx.clock.now())

    async def attach(self, homework_: Homework, files: Sequence[HomeworkFile]) -> None:
        await self._add_files(homework_.id, files)

    async def _next_version(self, known: Homework, **values: object) -> None:
        changed = update(homework).where(homework.c.id == known.id)
        await self._tx.run(changed.values(version=known.version + 1, **values))
        self._tx.touch(HOMEWORK)

    async def _add_files(self, number: HomeworkId, files: Sequence[HomeworkFile]) -> None:
        rows = [
            {"homework_id": number, "kind": one.kind, "file_id": one.file_id, "file_name": one.name} for one in files
        ]
        if rows:
            await self._tx.run(insert(homework_files), rows)
        self._tx.touch(HOMEWORK)


def _homework(row: Row[Any]) -> Homework:
    return Homework(
        id=HomeworkId(row.id),
        subject=SubjectId(row.subject_id),
        class_id=ClassId(row.class_id),
        group=GroupId(row.group_id) if row.group_id is not None else None,
        entry=EntryId(row.entry_id) if row.entry_id is not None else None,
        due_day=row.due_day,
        text=row.text,
        version=row.version,
        cancelled=row.cancelled_at is not None,
        set_by=PersonId(row.set_by),
        files=row.files,
    )
