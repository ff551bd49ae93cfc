"""How much of each day every pupil missed."""

from datetime import date

from sqlalchemy import func, select

from domain.attendance.presence import Presence
from domain.control.attendance_sheet import Missed
from domain.ids import PersonId
from storage.database import Database
from storage.tables.attendance import attendance

AWAY = [one for one in Presence if one.away]


class AwayReads:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def away(self, first: date, last: date) -> Missed:
        noted = attendance.c
        asked = (
            select(noted.pupil_id, noted.day, func.count().label("missed"))
            .where(noted.day.between(first, last), noted.status.in_(AWAY))
            .group_by(noted.pupil_id, noted.day)
        )
        rows = await self._database.reader.rows(asked)
        return {(PersonId(row.pupil_id), row.day): row.missed for row in rows}
