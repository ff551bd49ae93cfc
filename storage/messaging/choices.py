"""What people chose: modes by child and kind, the hour of the digest."""

from collections.abc import Mapping
from datetime import time

from sqlalchemy import select

from domain.ids import PersonId
from domain.messaging.kinds import Kind, Mode
from storage.executor import Reader, Writer
from storage.tables.messaging import person_settings, preferences
from storage.upsert import upsert


class ChoiceRows:
    def __init__(self, tx: Writer) -> None:
        self._tx = tx

    async def choose(self, person: PersonId, pupil: PersonId, kind: Kind, mode: Mode) -> None:
        put = upsert(preferences, self._tx.dialect, ("person_id", "pupil_id", "kind"), "mode")
        await self._tx.run(put, {"person_id": person, "pupil_id": pupil, "kind": kind, "mode": mode})

    async def choose_hour(self, person: PersonId, at: time) -> None:
        put = upsert(person_settings, self._tx.dialect, ("person_id",), "digest_at")
        await self._tx.run(put, {"person_id": person, "digest_at": at})


class ChoicesReading:
    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def of_person(self, person: PersonId) -> Mapping[tuple[PersonId, Kind], Mode]:
        rows = await self._reader.rows(select(preferences).where(preferences.c.person_id == person))
        return {(PersonId(row.pupil_id), Kind(row.kind)): Mode(row.mode) for row in rows}

    async def digest_at(self, person: PersonId) -> time | None:
        row = await self._reader.row(select(person_settings.c.digest_at).where(person_settings.c.person_id == person))
        return row.digest_at if row else None
