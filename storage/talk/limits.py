"""Guardians who may answer but not begin."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import Row, Select, exists, select, update
from sqlalchemy.dialects import postgresql, sqlite

from domain.ids import PersonId
from domain.roles.people import PersonName
from domain.talk.limiting import Guardian, Limit
from storage.executor import Reader, Writer
from storage.tables.roles import guardianships, people, role_grants
from storage.tables.talk import writing_limits

limits = writing_limits.c
kin = guardianships.c


class LimitRows:
    def __init__(self, tx: Writer) -> None:
        self._tx = tx

    async def limit(self, person: PersonId, reason: str, by: PersonId) -> bool:
        row = {"person_id": person, "reason": reason, "limited_by": by, "limited_at": self._tx.clock.now()}
        put: Any = (postgresql if self._tx.dialect == "postgresql" else sqlite).insert(writing_limits)
        return await self._tx.run(put.values(**row).on_conflict_do_nothing()) > 0

    async def lift(self, person: PersonId, by: PersonId) -> bool:
        standing = update(writing_limits).where(limits.person_id == person, limits.lifted_at.is_(None))
        return await self._tx.run(standing.values(lifted_at=self._tx.clock.now(), lifted_by=by)) > 0


class LimitReads:
    """Each answer is one statement."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def standing(self) -> Sequence[Limit]:
        by = people.alias("by")
        asked = (
            select(limits.person_id, limits.reason, limits.limited_at, kin.pupil_id)
            .add_columns(people.c.surname, people.c.given, people.c.patronymic)
            .add_columns(by.c.surname.label("b_surname"), by.c.given.label("b_given"))
            .add_columns(by.c.patronymic.label("b_patronymic"))
            .select_from(
                writing_limits.join(people, people.c.id == limits.person_id)
                .join(by, by.c.id == limits.limited_by)
                .outerjoin(guardianships, kin.guardian_id == limits.person_id)
            )
            .where(limits.lifted_at.is_(None))
            .order_by(people.c.name_norm, people.c.id, kin.pupil_id)
        )
        grouped: dict[int, list[Row[Any]]] = {}
        for row in await self._reader.rows(asked):
            grouped.setdefault(row.person_id, []).append(row)
        return [_limit(rows) for rows in grouped.values()]

    async def guardians(self, pupil: PersonId) -> Sequence[Guardian]:
        rows = await self._reader.rows(_guardians().where(kin.pupil_id == pupil))
        return [_guardian(row) for row in rows]

    async def guardian(self, person: PersonId) -> Guardian | None:
        row = await self._reader.row(_guardians().where(kin.guardian_id == person))
        return _guardian(row) if row else None

    async def reasons(self, persons: Collection[PersonId]) -> Mapping[PersonId, str]:
        """Of the limits that stand."""
        asked = select(limits.person_id, limits.reason).where(limits.person_id.in_(persons), limits.lifted_at.is_(None))
        return {PersonId(row.person_id): row.reason for row in await self._reader.rows(asked)}


def _guardians() -> Select[Any]:
    limited = exists().where(limits.person_id == people.c.id, limits.lifted_at.is_(None))
    staff = exists().where(role_grants.c.person_id == people.c.id, role_grants.c.ended_at.is_(None))
    return (
        select(people.c.id, people.c.surname, people.c.given, people.c.patronymic, kin.relation)
        .add_columns(limited.label("limited"), staff.label("staff"))
        .select_from(guardianships.join(people, people.c.id == kin.guardian_id))
        .order_by(people.c.name_norm, people.c.id, kin.pupil_id)
    )


def _guardian(row: Row[Any]) -> Guardian:
    name = PersonName(row.surname, row.given, row.patronymic)
    return Guardian(PersonId(row.id), name, row.relation, bool(row.limited), bool(row.staff))


def _limit(rows: Sequence[Row[Any]]) -> Limit:
    """A row for each child."""
    first = rows[0]
    return Limit(
        PersonId(first.person_id),
        PersonName(first.surname, first.given, first.patronymic),
        first.reason,
        first.limited_at,
        PersonName(first.b_surname, first.b_given, first.b_patronymic),
        tuple(PersonId(row.pupil_id) for row in rows if row.pupil_id is not None),
    )
