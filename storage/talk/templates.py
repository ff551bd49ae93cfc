"""Texts that a person often sends."""

from collections.abc import Sequence

from sqlalchemy import delete, func, insert, select, update

from domain.ids import PersonId, TemplateId
from domain.talk.templates import Template
from storage.executor import Reader, Writer
from storage.tables.talk import templates

t = templates.c


class TemplateRows:
    def __init__(self, tx: Writer) -> None:
        self._tx = tx

    async def count(self, person: PersonId) -> int:
        row = await self._tx.row(select(func.count()).select_from(templates).where(t.person_id == person))
        return int(row[0]) if row else 0

    async def add(self, person: PersonId, text: str) -> TemplateId:
        row = {"person_id": person, "text": text, "made_at": self._tx.clock.now()}
        return TemplateId(await self._tx.add(insert(templates).values(**row)))

    async def remove(self, person: PersonId, template: TemplateId) -> bool:
        return bool(await self._tx.run(delete(templates).where(t.id == template, t.person_id == person)))

    async def used(self, person: PersonId, template: TemplateId) -> None:
        mine = update(templates).where(t.id == template, t.person_id == person)
        await self._tx.run(mine.values(used_at=self._tx.clock.now()))


class TemplateReads:
    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def of(self, person: PersonId) -> Sequence[Template]:
        asked = (
            select(t.id, t.text, t.used_at)
            .where(t.person_id == person)
            .order_by(t.used_at.is_(None), t.used_at.desc(), t.id.desc())
        )
        return [Template(TemplateId(row.id), row.text, row.used_at) for row in await self._reader.rows(asked)]
