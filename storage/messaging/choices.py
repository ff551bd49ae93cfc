"""What people chose: modes by child and kind, the hour of the digest."""

from collections.abc import Collection, Mapping
from datetime import time
from typing import Any

from sqlalchemy import select

from domain.ids import PersonId
from domain.messaging.choosing import Own
from domain.messaging.kinds import Kind, Mode
from domain.messaging.quiet_hours import QuietHours
from storage.executor import Reader, Writer
from storage.messaging.readers import quiet_hours
from storage.tables.messaging import person_settings, preferences
from storage.upsert import upsert


class ChoiceRows:
    def __init__(self, tx: Writer) -> None:
        self._tx = tx

    async def choose(self, person: PersonId, pupil: PersonId, kind: Kind, mode: Mode) -> None:
        put = upsert(preferences, self._tx.dialect, ("person_id", "pupil_id", "kind"), "mode")
        await self._tx.run(put, {"person_id": person, "pupil_id": pupil, "kind": kind, "mode": mode})

    async def choose_hour(self, person: PersonId, at: time) -> None:
        await self._set(person, {"digest_at": at})

    async def choose_quiet(self, person: PersonId, hours: QuietHours) -> None:
        await self._set(person, {"quiet_from": hours.starts, "quiet_until": hours.ends})

    async def choose_discreet(self, person: PersonId, on: bool) -> None:
        await self._set(person, {"discreet": on})

    async def choose_bell(self, person: PersonId, on: bool) -> None:
        await self._set(person, {"lesson_bell": on})

    async def _set(self, person: PersonId, values: Mapping[str, Any]) -> None:
        put = upsert(person_settings, self._tx.dialect, ("person_id",), *values)
        await self._tx.run(put, {"person_id": person, **values})


class ChoicesReading:
    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def of_person(self, person: PersonId) -> Mapping[tuple[PersonId, Kind], Mode]:
        rows = await self._reader.rows(select(preferences).where(preferences.c.person_id == person))
        return {(PersonId(row.pupil_id), Kind(row.kind)): Mode(row.mode) for row in rows}

    async def own(self, person: PersonId) -> Own:
        row = await self._reader.row(select(person_settings).where(person_settings.c.person_id == person))
        return Own(row.digest_at, quiet_hours(row), bool(row.discreet), bool(row.lesson_bell)) if row else Own()

    async def quiet_of(self, persons: Collection[PersonId]) -> Mapping[PersonId, QuietHours]:
        own = person_settings.c
        asked = select(own.person_id, own.quiet_from, own.quiet_until)
        rows = await self._reader.rows(asked.where(own.person_id.in_(persons), own.quiet_from.is_not(None)))
        return {PersonId(row.person_id): QuietHours(row.quiet_from, row.quiet_until) for row in rows}
