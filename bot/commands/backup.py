"""`backup` and `restore`: one file holds the whole journal."""

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing, suppress
from pathlib import Path

from sqlalchemy import URL

from storage.database import async_url
from storage.lock import sole_writer


class BackupFailed(Exception):
    """One line: what went wrong and what to do."""


async def back_up(url: str, file: Path) -> int:
    """Writes a copy of the running or resting database to `file`; its size in bytes. Never half a file."""
    if not file.parent.is_dir():
        raise BackupFailed(f"there is no folder {file.parent} to put the backup into")
    parsed = async_url(url)
    unfinished = file.with_name(file.name + ".part")
    try:
        _copy_out(parsed, unfinished)
        os.chmod(unfinished, 0o600)
        unfinished.replace(file)
    finally:
        # SQLite lays two files beside what it has looked into.
        for ending in ("", "-wal", "-shm"):
            unfinished.with_name(unfinished.name + ending).unlink(missing_ok=True)
    return file.stat().st_size


async def restore(url: str, file: Path) -> None:
    """Puts a backup in the database's place; refused while the bot runs; what was there stays as `.before-restore`."""
    if not file.is_file():
        raise BackupFailed(f"{file} is not there")
    parsed = async_url(url)
    async with sole_writer(url, "restoring a backup"):
        if parsed.get_backend_name() == "sqlite":
            _restore_sqlite(_path(parsed), file)
        else:
            _run(
                "pg_restore",
                "--clean",
                "--if-exists",
                "--no-owner",
                "--single-transaction",
                "-d",
                _plain(parsed),
                str(file),
            )


def _copy_out(url: URL, file: Path) -> None:
    if url.get_backend_name() != "sqlite":
        _run("pg_dump", "--format=custom", "--no-owner", "-f", str(file), _plain(url))
        return
    path = _path(url)
    if not path.is_file():
        raise BackupFailed(f"there is no database at {path}: run `python -m bot init` first")
    try:
        with closing(_opened(path)) as source, closing(sqlite3.connect(file)) as copy:
            source.backup(copy)
    except sqlite3.Error as problem:
        raise BackupFailed(f"{path} cannot be copied: {problem}") from None
    _require_sound(file)


def _restore_sqlite(path: Path, file: Path) -> None:
    _require_sound(file)
    fresh = path.with_name(path.name + ".restoring")
    shutil.copyfile(file, fresh)
    os.chmod(fresh, 0o600)
    if path.exists():
        # What is damaged cannot be tidied up, and is what a backup is for.
        with suppress(sqlite3.DatabaseError), closing(sqlite3.connect(path)) as current:
            current.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        path.replace(path.with_name(path.name + ".before-restore"))
    for leftover in ("-wal", "-shm"):
        path.with_name(path.name + leftover).unlink(missing_ok=True)
    fresh.replace(path)


def _require_sound(file: Path) -> None:
    try:
        with closing(_opened(file)) as copy:
            sound = copy.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
            ours = copy.execute("SELECT count(*) FROM sqlite_master WHERE name = 'alembic_version'").fetchone()[0]
    except sqlite3.DatabaseError:
        sound, ours = False, 0
    if not (sound and ours):
        raise BackupFailed(f"{file} is not a sound backup of a journal; nothing was changed")


def _opened(path: Path) -> sqlite3.Connection:
    """For reading only."""
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)


def _run(*command: str) -> None:
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        raise BackupFailed(f"{command[0]} is not installed: it comes with PostgreSQL's client") from None
    if done.returncode:
        raise BackupFailed(
            f"{command[0]} failed: {done.stderr.strip().splitlines()[-1] if done.stderr.strip() else ''}"
        )


def _path(url: URL) -> Path:
    return Path(url.database or "")


def _plain(url: URL) -> str:
    return url.set(drivername="postgresql").render_as_string(hide_password=False)
