"""People to whom one writes, by name."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, select

from domain.clock import SchoolTime
from domain.ids import PersonId
from domain.roles.names import norm
from domain.roles.people import PersonName
from domain.talk.thread_ports import Guardian
from storage.executor import Reader
from storage.school.documents import staff_today
from storage.tables.roles import guardianships, people


class PeopleOfTalkReading:
    def __init__(self, reader: Reader, time: SchoolTime) -> None:
        self._reader = reader
        self._time = time

    async def guardians(self, pupil: PersonId) -> Sequence[Guardian]:
        kin, p = guardianships.c, people.c
        rows = await self._reader.rows(
            select(p.id, p.surname, p.given, p.patronymic, kin.relation)
            .join(guardianships, kin.guardian_id == p.id)
            .where(kin.pupil_id == pupil, kin.restricted_at.is_(None))
            .order_by(p.name_norm, p.id)
        )
        return [Guardian(PersonId(row.id), _name(row), row.relation) for row in rows]

    async def staff(self, said: str | None = None) -> Sequence[tuple[PersonId, PersonName]]:
        p = people.c
        words = norm(said).split() if said else ()
        named = [p.name_norm.contains(word, autoescape=True) for word in words]
        rows = await self._reader.rows(
            select(p.id, p.surname, p.given, p.patronymic)
            .where(p.id.in_(staff_today(self._time.today())), *named)
            .order_by(p.name_norm, p.id)
        )
        return [(PersonId(row.id), _name(row)) for row in rows]


def _name(row: Row[Any]) -> PersonName:
    return PersonName(row.surname, row.given, row.patronymic)
