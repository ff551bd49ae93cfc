"""What messages to those who lead the school tell, as it stands at delivery."""

from collections.abc import Collection, Mapping
from datetime import date

from sqlalchemy import func, select

from domain.ids import ErasureId, IncidentId, PersonId
from domain.messaging.office_news import ErasureNews, TakenOutNews
from domain.roles.exports import COUNTED
from domain.roles.incidents import Incident
from domain.roles.people import PersonName
from storage.executor import Reader
from storage.roles.incidents import incidents_of
from storage.tables.office import audit_log, erasures
from storage.tables.roles import people


class OfficeNewsReading:
    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def taken_out(self, asked: Collection[tuple[PersonId, date]]) -> Mapping[tuple[PersonId, date], TakenOutNews]:
        log, p = audit_log.c, people.c
        whose = (log.actor_id, log.day, p.surname, p.given, p.patronymic)
        rows = await self._reader.rows(
            select(*whose, func.sum(log.times).label("files"))
            .join(people, p.id == log.actor_id)
            .where(log.actor_id.in_({person for person, _ in asked}), log.day.in_({day for _, day in asked}))
            .where(log.what.in_(COUNTED))
            .group_by(*whose)
        )
        found = {}
        for row in rows:
            name = PersonName(row.surname, row.given, row.patronymic)
            found[PersonId(row.actor_id), row.day] = TakenOutNews(name, row.day, int(row.files))
        return found

    async def incidents(self, ids: Collection[IncidentId]) -> Mapping[IncidentId, Incident]:
        return await incidents_of(self._reader, ids)

    async def erasures(self, ids: Collection[ErasureId]) -> Mapping[ErasureId, ErasureNews]:
        rows = await self._reader.rows(
            select(erasures.c.id, people.c.surname, people.c.given, people.c.patronymic)
            .join(people, people.c.id == erasures.c.person_id)
            .where(erasures.c.id.in_(ids), erasures.c.state == "asked")
        )
        return {ErasureId(row.id): ErasureNews(PersonName(row.surname, row.given, row.patronymic)) for row in rows}
