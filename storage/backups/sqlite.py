"""Copies of an SQLite file: by its own online backup, which takes a snapshot beside whoever writes."""

import asyncio
import os
import sqlite3
from collections.abc import Mapping
from contextlib import closing, suppress
from pathlib import Path

from domain.school.backups import BackupFailed, Trouble
from storage.backups.envelope import encrypt
from storage.backups.places import flushed, put_under, scratch
from storage.backups.vaults import content, require_known, require_same, said
from storage.schema import known_revisions


class SqliteVault:
    """What stands in the clear for a while stands beside the database, on the same disk."""

    def __init__(self, path: Path) -> None:
        self._path = path.absolute()

    async def copy_out(self, file: Path, key: str | None) -> Mapping[str, int]:
        return await asyncio.to_thread(self._copy_out, file, key)

    async def put_in(self, file: Path, key: str | None) -> None:
        await asyncio.to_thread(self._put_in, file, key)

    async def prove(self, file: Path, key: str | None, rows: Mapping[str, int] | None) -> None:
        await asyncio.to_thread(self._prove, file, key, rows)

    def _copy_out(self, file: Path, key: str | None) -> Mapping[str, int]:
        if not self._path.is_file():
            mend = "run `python -m bot init` first"
            raise BackupFailed(Trouble.DATABASE, f"there is no database at {self._path}: {mend}")
        with said(file):
            if key is None:
                return self._copied(file)
            with scratch(self._path.parent) as folder:
                plain = folder / "copy"
                rows = self._copied(plain)
                with plain.open("rb") as source, file.open("wb") as target:
                    encrypt(source, target, key)
                return rows

    def _copied(self, file: Path) -> Mapping[str, int]:
        try:
            with closing(_reading(self._path)) as source, closing(sqlite3.connect(file)) as copy:
                source.backup(copy)
        except sqlite3.Error as problem:
            trouble = Trouble.SPACE if problem.sqlite_errorcode == sqlite3.SQLITE_FULL else Trouble.DATABASE
            raise BackupFailed(trouble, f"{self._path} cannot be copied: {problem}") from None
        try:
            return _sound_rows(file, file, needs_known=False)
        except BackupFailed:
            mend = "restore a backup (`python -m bot restore FILE`)"
            raise BackupFailed(Trouble.DATABASE, f"{self._path} is damaged: {mend}") from None

    def _prove(self, file: Path, key: str | None, rows: Mapping[str, int] | None) -> None:
        with said(file), scratch(self._path.parent) as folder:
            restored = _unpacked(file, folder / "restored", key)
            require_same(file, rows, _sound_rows(restored, file))

    def _put_in(self, file: Path, key: str | None) -> None:
        with said(file), scratch(self._path.parent) as folder:
            fresh = _unpacked(file, folder / "fresh", key)
            _sound_rows(fresh, file, needs_known=False)
            if self._path.exists():
                self._set_aside(folder)
            put_under(fresh, self._path)

    def _set_aside(self, folder: Path) -> None:
        """A second name for what is there: at no moment is there no database, and the first name is exchanged at once.

        What waits in the WAL is brought into the file, since a WAL of the old file would spoil the new one.
        """
        with suppress(sqlite3.DatabaseError), closing(sqlite3.connect(self._path, timeout=5)) as current:
            if current.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
                raise BackupFailed(Trouble.DATABASE, f"{self._path} is being read: stop what reads it, and try again")
        for ending in ("-wal", ""):
            kept = self._path.with_name(f"{self._path.name}.before-restore{ending}")
            standing = self._path.with_name(self._path.name + ending)
            if standing.exists() and (not ending or standing.stat().st_size):
                # What is damaged cannot be tidied up: then its WAL is kept with it.
                os.link(standing, folder / "aside")
                (folder / "aside").replace(kept)
            else:
                kept.unlink(missing_ok=True)
        flushed(self._path.parent)
        for leftover in ("-wal", "-shm"):
            self._path.with_name(self._path.name + leftover).unlink(missing_ok=True)


def _unpacked(file: Path, plain: Path, key: str | None) -> Path:
    with plain.open("xb") as target:
        os.fchmod(target.fileno(), 0o600)
        for piece in content(file, key):
            target.write(piece)
    return plain


def _sound_rows(file: Path, named: Path, *, needs_known: bool = True) -> Mapping[str, int]:
    """Rows of each table. Raises `BackupFailed`, naming `named`, for what is not a whole journal."""
    try:
        with closing(_reading(file, immutable=True)) as copy:
            sound = copy.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
            revision = copy.execute("SELECT version_num FROM alembic_version").fetchone()
            names = [name for (name,) in copy.execute(_TABLES)]
            rows = {name: int(copy.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]) for name in names}
    except sqlite3.DatabaseError:
        sound, revision, rows = False, None, {}
    if not sound or revision is None:
        raise BackupFailed(Trouble.DAMAGED, f"{named} is not a sound backup of a journal; nothing was changed")
    if needs_known:
        require_known(named, revision[0], known_revisions())
    return rows


_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"


def _reading(path: Path, *, immutable: bool = False) -> sqlite3.Connection:
    """`immutable`: nobody else has it, so nothing is put down beside it."""
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro{'&immutable=1' if immutable else ''}", uri=True)
