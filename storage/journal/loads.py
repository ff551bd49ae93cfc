"""The teaching load, read whole and kept while it stands."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import func, select

from domain.ids import ClassId, GroupId, PersonId, SubjectId
from domain.journal.courses import Load
from storage.database import Database
from storage.kept import Kept
from storage.tables.school import classes, school_years, subjects, teaching_loads
from storage.topics import LISTS, TIMETABLE


class KnownLoads:
    """One statement for the load of a year's classes, the newest year's or that of a day."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._kept: Kept[date, Sequence[Load]] = Kept(database, TIMETABLE, LISTS)

    async def loads(self) -> Sequence[Load]:
        return await self.loads_on(date.max)

    async def loads_on(self, day: date) -> Sequence[Load]:
        return await self._kept.get(day, self._read)

    async def _read(self, day: date) -> Sequence[Load]:
        newest = select(func.max(school_years.c.starts_on)).where(school_years.c.starts_on <= day).scalar_subquery()
        load = teaching_loads.c
        rows = await self._database.reader.rows(
            select(load.teacher_id, load.class_id, load.subject_id, load.group_id, subjects.c.name)
            .select_from(
                teaching_loads.join(subjects, load.subject_id == subjects.c.id)
                .join(classes, load.class_id == classes.c.id)
                .join(school_years, classes.c.year_id == school_years.c.id)
            )
            .where(school_years.c.starts_on == newest)
            .order_by(load.id)
        )
        return [
            Load(
                PersonId(row.teacher_id),
                ClassId(row.class_id),
                SubjectId(row.subject_id),
                row.name,
                GroupId(row.group_id) if row.group_id is not None else None,
            )
            for row in rows
        ]
