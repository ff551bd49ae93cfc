"""The change log with its seals: rows as they are hashed, and the hashes."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, insert, select

from domain.journal.sealing import LoggedChange, Seal
from storage.executor import Reader, Writer
from storage.tables.journal import change_log, change_seals


class SealRows:
    def __init__(self, tx: Writer) -> None:
        self._tx = tx

    async def add(self, seal: Seal) -> None:
        row = {"last_id": seal.last, "rows": seal.rows, "hash": seal.hash, "made_at": self._tx.clock.now()}
        await self._tx.run(insert(change_seals).values(**row))


class SealedLogReading:
    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def last_seal(self) -> Seal | None:
        row = await self._reader.row(select(change_seals).order_by(change_seals.c.id.desc()).limit(1))
        return _seal(row) if row is not None else None

    async def seals(self) -> Sequence[Seal]:
        return [_seal(row) for row in await self._reader.rows(select(change_seals).order_by(change_seals.c.id))]

    async def rows(self, after: int, until: int | None, most: int) -> Sequence[LoggedChange]:
        asked = select(change_log).where(change_log.c.id > after).order_by(change_log.c.id).limit(most)
        asked = asked.where(change_log.c.id <= until) if until is not None else asked
        return [_logged(row) for row in await self._reader.rows(asked)]


def _seal(row: Row[Any]) -> Seal:
    return Seal(row.last_id, row.rows, row.hash)


def _logged(row: Row[Any]) -> LoggedChange:
    return LoggedChange(
        id=row.id,
        at=row.at,
        person=row.person_id,
        what=row.what,
        lesson=row.lesson_id,
        pupil=row.pupil_id,
        before=row.before,
        after=row.after,
    )
