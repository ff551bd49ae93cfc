"""Class lists that were found right: as they are written, and as they stand."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import func, insert, or_, select

from domain.ids import ClassId, PersonId
from domain.roles.people import PersonName
from domain.school.class_lists import Confirmation
from domain.school.movement import MovementState
from storage.executor import Reader, Writer
from storage.tables.office import list_confirmations, movements
from storage.tables.roles import people
from storage.tables.school import classes


class ListConfirmationRows:
    def __init__(self, tx: Writer) -> None:
        self._tx = tx

    async def confirm(self, class_id: ClassId, pupils: int, by: PersonId) -> None:
        row = {"class_id": class_id, "pupils": pupils, "confirmed_by": by, "confirmed_at": self._tx.clock.now()}
        await self._tx.run(insert(list_confirmations).values(**row))


class ListConfirmationReads:
    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def confirmations(self) -> Mapping[ClassId, Confirmation]:
        c, p = list_confirmations.c, people.c
        asked = select(c.class_id, c.pupils, c.confirmed_at, p.surname, p.given, p.patronymic)
        rows = await self._reader.rows(asked.join(people, c.confirmed_by == p.id).order_by(c.id))
        return {
            ClassId(row.class_id): Confirmation(
                row.pupils, PersonName(row.surname, row.given, row.patronymic), row.confirmed_at
            )
            for row in rows
        }

    async def changes(self) -> Mapping[ClassId, datetime]:
        m = movements.c
        counted = m.state.in_([MovementState.ACCEPTED, MovementState.WITHDRAWN])
        asked = (
            select(classes.c.id, func.max(m.decided_at).label("at"))
            .join(movements, or_(m.from_class_id == classes.c.id, m.to_class_id == classes.c.id))
            .where(counted)
            .group_by(classes.c.id)
        )
        return {ClassId(row.id): row.at for row in await self._reader.rows(asked)}
