"""Teachers who are away, kept in memory until somebody writes of them."""

from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import select

from domain.ids import PersonId, TeacherAbsenceId
from domain.roles.people import PersonName
from domain.school.teacher_absences import TeacherAbsence, Why
from storage.database import Database
from storage.kept import Kept
from storage.tables.office import teacher_absences as t
from storage.tables.roles import people
from storage.tables.school import school_years
from storage.topics import LISTS, TEACHER_ABSENCES


class KnownTeacherAbsences:
    """One statement, once: a school has some dozens in a year."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._kept: Kept[None, Sequence[TeacherAbsence]] = Kept(database, TEACHER_ABSENCES, LISTS)

    async def standing(self) -> Sequence[TeacherAbsence]:
        return await self._kept.get(None, self._read)

    async def on(self, day: date) -> Collection[PersonId]:
        return {one.teacher for one in await self.standing() if one.covers(day)}

    async def _read(self, _: None) -> Sequence[TeacherAbsence]:
        year = select(school_years.c.starts_on).order_by(school_years.c.starts_on.desc()).limit(1).scalar_subquery()
        asked = (
            select(t, people.c.surname, people.c.given, people.c.patronymic)
            .join(people, t.c.teacher_id == people.c.id)
            .where(t.c.ended_at.is_(None), t.c.until_day >= year)
            .order_by(t.c.from_day, t.c.id)
        )
        return [
            TeacherAbsence(
                TeacherAbsenceId(row.id),
                PersonId(row.teacher_id),
                PersonName(row.surname, row.given, row.patronymic),
                row.from_day,
                row.until_day,
                Why(row.reason),
            )
            for row in await self._database.reader.rows(asked)
        ]
