"""The folder of this school's nightly copies. Files of others in it are let alone."""

import re
from collections.abc import Collection, Mapping
from datetime import UTC, datetime
from pathlib import Path

from domain.school.backups import BackupFailed, Made, Trouble
from storage.backups.places import whole
from storage.backups.postgres import PostgresVault
from storage.backups.sqlite import SqliteVault
from storage.backups.vaults import Vault, said, sha256_of
from storage.database import async_url

STAMP = "%Y%m%dT%H%M%SZ"


def vault_of(url: str) -> Vault:
    parsed = async_url(url)
    return SqliteVault(Path(parsed.database or "")) if parsed.get_backend_name() == "sqlite" else PostgresVault(parsed)


class BackupFolder:
    """`school`: what its files are told by from another school's; kept in the database, so it outlives a restore."""

    def __init__(self, url: str, folder: Path, key: str, school: str) -> None:
        self._vault = vault_of(url)
        self._folder = folder
        self._key = key
        self._beginning = f"zvonok-{school}-"

    def name(self, made_at: datetime) -> str:
        return f"{self._beginning}{made_at.astimezone(UTC):{STAMP}}.backup"

    async def make(self, name: str) -> Made:
        file = self._standing() / name
        self._remove_halves()
        with said(file):
            with whole(file) as unfinished:
                rows = await self._vault.copy_out(unfinished, self._key)
            return Made(file.stat().st_size, sha256_of(file), rows)

    async def prove(self, name: str, rows: Mapping[str, int] | None) -> None:
        await self._vault.prove(self._folder / name, self._key, rows)

    async def present(self) -> Mapping[str, datetime]:
        pattern = re.compile(re.escape(self._beginning) + r"(\d{8}T\d{6}Z)\.backup")
        found = (pattern.fullmatch(one.name) for one in self._standing().iterdir())
        return {one[0]: datetime.strptime(one[1], STAMP).replace(tzinfo=UTC) for one in found if one}

    async def look_at(self, name: str) -> Made:
        file = self._folder / name
        with said(file):
            return Made(file.stat().st_size, sha256_of(file), None)

    async def remove(self, names: Collection[str]) -> None:
        for name in names:
            with said(self._folder / name):
                (self._folder / name).unlink(missing_ok=True)

    def _standing(self) -> Path:
        if not self._folder.is_dir():
            raise BackupFailed(Trouble.FOLDER, f"there is no folder {self._folder}")
        return self._folder

    def _remove_halves(self) -> None:
        """Of programs that were killed; this one is the only one that makes them."""
        for half in self._folder.glob(f"{self._beginning}*.part"):
            half.unlink(missing_ok=True)
