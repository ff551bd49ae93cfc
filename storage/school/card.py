"""The school's own card."""

from zoneinfo import ZoneInfo

from sqlalchemy import select

from domain.school.ports import SchoolCard
from storage.executor import Reader
from storage.tables.school import school


class SchoolCardReading:
    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def card(self) -> SchoolCard | None:
        return await school_card(self._reader)


async def school_card(reader: Reader) -> SchoolCard | None:
    """None in a database without a school."""
    row = await reader.row(select(school))
    return SchoolCard(row.name, ZoneInfo(row.time_zone), row.language) if row else None
