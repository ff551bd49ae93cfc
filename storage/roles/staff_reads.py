"""Who of staff comes in."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, distinct, func, literal, select, union_all

from domain.clock import SchoolTime
from domain.ids import PersonId
from domain.roles.people import PersonName, Role
from domain.roles.shutting import StaffAccess
from storage.database import Database
from storage.roles.access_reads import bound_once
from storage.roles.people import standing_on
from storage.tables import school as t
from storage.tables.office import staff_pins
from storage.tables.roles import bindings, people, role_grants


class StaffReads:
    """Each answer is one statement."""

    def __init__(self, database: Database, time: SchoolTime) -> None:
        self._database = database
        self._time = time

    async def staff(self) -> Sequence[StaffAccess]:
        own, bound = t.class_teachers.c, bound_once()
        held = union_all(
            select(role_grants.c.person_id, role_grants.c.role).where(role_grants.c.ended_at.is_(None)),
            select(own.person_id, literal(Role.CLASS_TEACHER.value)).where(standing_on(own, self._time.today())),
        ).subquery("held")
        rows = await self._database.reader.rows(
            select(people.c.id, people.c.surname, people.c.given, people.c.patronymic, held.c.role)
            .add_columns(staff_pins.c.person_id.label("pin"))
            .add_columns(bound.c.bound_at, bound.c.last_seen_at, bound.c.lost)
            .select_from(
                held.join(people, people.c.id == held.c.person_id)
                .outerjoin(bound, bound.c.person_id == people.c.id)
                .outerjoin(staff_pins, staff_pins.c.person_id == people.c.id)
            )
            .order_by(people.c.name_norm, people.c.id)
        )
        roles: dict[int, set[Role]] = {}
        for row in rows:
            roles.setdefault(row.id, set()).add(Role(row.role))
        return [_staff(row, frozenset(roles[row.id])) for row in {row.id: row for row in rows}.values()]

    async def bound(self) -> int:
        asked = select(func.count(distinct(bindings.c.person_id))).where(bindings.c.ended_at.is_(None))
        row = await self._database.reader.row(asked)
        return int(row[0]) if row else 0


def _staff(row: Row[Any], roles: frozenset[Role]) -> StaffAccess:
    name = PersonName(row.surname, row.given, row.patronymic)
    return StaffAccess(
        PersonId(row.id), name, roles, row.bound_at, row.last_seen_at, row.lost is not None, row.pin is not None
    )
