"""Homework as it is written."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, delete, func, insert, or_, select, update

from domain.ids import ClassId, EntryId, GroupId, HomeworkId, PersonId, SubjectId
from domain.journal.homework_kept import Homework, HomeworkFile
from storage.executor import Writer
from storage.tables.journal import homework, homework_files, homework_pupils, homework_ticks
from storage.topics import HOMEWORK
from storage.upsert import upsert


class HomeworkRows:
    def __init__(self, tx: Writer) -> None:
        self._tx = tx

    async def add(self, new: Homework, files: Sequence[HomeworkFile]) -> HomeworkId:
        row = {
            "subject_id": new.subject,
            "class_id": new.class_id,
            "group_id": new.group,
            "entry_id": new.entry,
            "due_day": new.due_day,
            "text": new.text,
            "minutes": new.minutes,
            "none_set": new.none_set,
            "set_by": new.set_by,
            "set_at": self._tx.clock.now(),
        }
        number = HomeworkId(await self._tx.add(insert(homework).values(**row)))
        if new.pupils:
            await self._tx.run(
                insert(homework_pupils), [{"homework_id": number, "pupil_id": pupil} for pupil in new.pupils]
            )
        await self._add_files(number, files)
        return number

    async def get(self, number: HomeworkId) -> Homework | None:
        rows = await self._tx.rows(_with_pupils().where(homework.c.id == number).order_by(homework_pupils.c.pupil_id))
        return _homework(rows[0], tuple(PersonId(row.for_pupil) for row in rows if row.for_pupil)) if rows else None

    async def standing_beside(self, new: Homework) -> Sequence[Homework]:
        beside = (
            _with_pupils()
            .where(homework.c.class_id == new.class_id, homework.c.due_day == new.due_day)
            .where(homework.c.subject_id == new.subject, homework.c.group_id.is_not_distinct_from(new.group))
            .where(or_(homework.c.entry_id == new.entry, homework.c.entry_id.is_(None)))
            .where(homework.c.cancelled_at.is_(None), homework_pupils.c.pupil_id.is_(None))
        )
        return [_homework(row) for row in await self._tx.rows(beside.order_by(homework.c.id))]

    async def move(self, homework_: Homework, entry: EntryId, day: Any) -> None:
        await self._next_version(homework_, entry_id=entry, due_day=day)

    async def cancel(self, homework_: Homework) -> None:
        await self._next_version(homework_, cancelled_at=self._tx.clock.now())

    async def attach(self, homework_: Homework, files: Sequence[HomeworkFile]) -> None:
        await self._add_files(homework_.id, files)

    async def tick(self, number: HomeworkId, pupil: PersonId, done: bool) -> bool:
        mine = {"homework_id": number, "pupil_id": pupil}
        if done:
            kept = upsert(homework_ticks, self._tx.dialect, ("homework_id", "pupil_id"))
            return await self._tx.run(kept.values(**mine, done_at=self._tx.clock.now())) == 1
        ticks = homework_ticks.c
        return (
            await self._tx.run(delete(homework_ticks).where(ticks.homework_id == number, ticks.pupil_id == pupil)) == 1
        )

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


def _with_pupils() -> Any:
    """A row for each pupil that it is for alone; one row where it is for everyone."""
    attached = select(func.count()).where(homework_files.c.homework_id == homework.c.id).scalar_subquery()
    return select(homework, attached.label("files"), homework_pupils.c.pupil_id.label("for_pupil")).select_from(
        homework.outerjoin(homework_pupils, homework_pupils.c.homework_id == homework.c.id)
    )


def _homework(row: Row[Any], pupils: tuple[PersonId, ...] = ()) -> Homework:
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
        minutes=row.minutes,
        none_set=row.none_set,
        pupils=pupils,
    )
