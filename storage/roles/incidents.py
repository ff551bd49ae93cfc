"""Suspected leaks: whether one stands, and what is known of it."""

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import Row, exists, insert, select, update

from domain.ids import IncidentId
from domain.roles.incidents import Incident
from domain.roles.people import Actor, PersonName
from storage.executor import Reader, Writer
from storage.tables.office import incidents
from storage.tables.roles import people


class IncidentRows:
    def __init__(self, tx: Writer) -> None:
        self._tx = tx

    async def stands(self) -> bool:
        row = await self._tx.row(select(exists().where(incidents.c.closed_at.is_(None))))
        return bool(row and row[0])

    async def add(self, note: str, actor: Actor) -> IncidentId:
        row = {"opened_by": actor.person, "opened_at": self._tx.clock.now(), "note": note}
        return IncidentId(await self._tx.add(insert(incidents).values(**row)))

    async def keep_snapshot(self, incident: IncidentId, name: str) -> None:
        await self._tx.run(update(incidents).where(incidents.c.id == incident).values(snapshot=name))

    async def close(self, incident: IncidentId, note: str, actor: Actor) -> bool:
        standing = update(incidents).where(incidents.c.id == incident, incidents.c.closed_at.is_(None))
        closed = {"closed_at": self._tx.clock.now(), "closed_by": actor.person}
        return await self._tx.run(standing.values(note=incidents.c.note + f"\n\n{note}", **closed)) == 1


class IncidentReads:
    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def open(self) -> Incident | None:
        asked = _asked().where(incidents.c.closed_at.is_(None)).order_by(incidents.c.id).limit(1)
        row = await self._reader.row(asked)
        return _incident(row) if row is not None else None

    async def incident(self, incident: IncidentId) -> Incident | None:
        return (await incidents_of(self._reader, [incident])).get(incident)


async def incidents_of(reader: Reader, ids: Collection[IncidentId]) -> Mapping[IncidentId, Incident]:
    rows = await reader.rows(_asked().where(incidents.c.id.in_(ids)))
    return {IncidentId(row.id): _incident(row) for row in rows}


def _asked() -> Any:
    closer = people.alias("closer")
    return (
        select(incidents, people.c.surname, people.c.given, people.c.patronymic)
        .add_columns(closer.c.surname.label("c_surname"), closer.c.given.label("c_given"))
        .add_columns(closer.c.patronymic.label("c_patronymic"))
        .select_from(
            incidents.join(people, people.c.id == incidents.c.opened_by).outerjoin(
                closer, closer.c.id == incidents.c.closed_by
            )
        )
    )


def _incident(row: Row[Any]) -> Incident:
    closed_by = PersonName(row.c_surname, row.c_given, row.c_patronymic) if row.c_surname is not None else None
    opened_by = PersonName(row.surname, row.given, row.patronymic)
    return Incident(IncidentId(row.id), row.note, row.opened_at, opened_by, row.snapshot, row.closed_at, closed_by)
