"""What became of each night's copy."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import insert, select, update

from domain.events import BackupTroubled
from domain.school.backups import Backup, Trouble
from storage.executor import Reader, Writer
from storage.tables.messaging import facts
from storage.tables.office import backups


class BackupRows:
    def __init__(self, tx: Writer) -> None:
        self._tx = tx

    async def add(self, backup: Backup) -> None:
        row = {
            "name": backup.name,
            "made_at": backup.made_at,
            "size": backup.size,
            "sha256": backup.sha256,
            "encrypted": True,
            "proved_at": backup.proved_at,
            "trouble": backup.trouble,
        }
        await self._tx.run(insert(backups).values(**row))

    async def removed(self, names: Collection[str]) -> None:
        gone = update(backups).where(backups.c.name.in_(names), backups.c.removed_at.is_(None))
        await self._tx.run(gone.values(removed_at=self._tx.clock.now()))

    async def told_since(self, instant: datetime) -> bool:
        told = select(facts.c.id).where(facts.c.kind == BackupTroubled.kind, facts.c.at > instant).limit(1)
        return await self._tx.row(told) is not None


class BackupsReading:
    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def backups(self) -> Sequence[Backup]:
        """All that ever were, the newest first."""
        rows = await self._reader.rows(select(backups).order_by(backups.c.made_at.desc(), backups.c.id.desc()))
        return [
            Backup(
                name=row.name,
                made_at=row.made_at,
                size=row.size,
                sha256=row.sha256,
                proved_at=row.proved_at,
                trouble=Trouble(row.trouble) if row.trouble else None,
                removed_at=row.removed_at,
            )
            for row in rows
        ]
