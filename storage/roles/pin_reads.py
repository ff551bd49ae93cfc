"""Whether a PIN is set, and what it may not be."""

from datetime import date

from sqlalchemy import select

from domain.ids import PersonId
from domain.roles.pins import PinState
from storage.database import Database
from storage.tables.office import staff_pins
from storage.tables.roles import people


class PinReads:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def pin_state(self, person: PersonId) -> PinState:
        asked = select(staff_pins.c.locked_at).where(staff_pins.c.person_id == person)
        row = await self._database.reader.row(asked)
        if row is None:
            return PinState.UNSET
        return PinState.SET if row.locked_at is None else PinState.LOCKED

    async def birth_date(self, person: PersonId) -> date | None:
        row = await self._database.reader.row(select(people.c.birth_date).where(people.c.id == person))
        return row.birth_date if row else None
