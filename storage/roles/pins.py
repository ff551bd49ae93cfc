"""PINs of staff."""

from collections.abc import Collection

from sqlalchemy import case, delete, update

from domain.ids import PersonId
from storage.executor import Writer
from storage.tables.office import staff_pins
from storage.tables.roles import bindings
from storage.topics import ACCESS
from storage.upsert import upsert


class PinRows:
    def __init__(self, tx: Writer) -> None:
        self._tx = tx

    async def put(self, person: PersonId, pin_hash: str) -> bool:
        row = {"person_id": person, "pin_hash": pin_hash, "set_at": self._tx.clock.now()}
        return await self._tx.run(upsert(staff_pins, self._tx.dialect, ("person_id",)).values(**row)) == 1

    async def take_try(self, person: PersonId, most: int) -> tuple[str | None, int]:
        c = staff_pins.c
        tried = update(staff_pins).where(c.person_id == person, c.locked_at.is_(None))
        lock = case((c.failed + 1 >= most, self._tx.clock.now()))
        counted = tried.values(failed=c.failed + 1, locked_at=lock).returning(c.pin_hash, c.failed)
        row = await self._tx.row(counted)
        return (row.pin_hash, row.failed) if row else (None, 0)

    async def was_right(self, person: PersonId) -> None:
        mine = update(staff_pins).where(staff_pins.c.person_id == person)
        await self._tx.run(mine.values(failed=0, locked_at=None))

    async def drop(self, persons: Collection[PersonId]) -> bool:
        theirs = update(bindings).where(bindings.c.person_id.in_(list(persons)), bindings.c.writing_until.is_not(None))
        await self._tx.run(theirs.values(writing_until=None))
        self._tx.touch(ACCESS)
        return await self._tx.run(delete(staff_pins).where(staff_pins.c.person_id.in_(list(persons)))) > 0
