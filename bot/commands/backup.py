"""`backup` and `restore`: one file holds the whole journal."""

from pathlib import Path

from domain.school.backups import BackupFailed, Trouble
from storage.backups.folder import vault_of
from storage.backups.places import whole
from storage.backups.vaults import said
from storage.lock import sole_writer


async def back_up(url: str, file: Path, key: str | None = None) -> int:
    """Writes a copy of the running or resting database to `file`; its size in bytes. Never half a file.

    Encrypted where there is a key. Raises `BackupFailed`.
    """
    if not file.parent.is_dir():
        raise BackupFailed(Trouble.FOLDER, f"there is no folder {file.parent} to put the backup into")
    with said(file), whole(file) as unfinished:
        await vault_of(url).copy_out(unfinished, key)
    return file.stat().st_size


async def restore(url: str, file: Path, key: str | None = None) -> None:
    """Puts a backup in the database's place; refused while the bot runs; what was there stays as `.before-restore`.

    `key` is asked for where the file is encrypted. Raises `BackupFailed`.
    """
    if not file.is_file():
        raise BackupFailed(Trouble.FOLDER, f"{file} is not there")
    async with sole_writer(url, "restoring a backup"):
        await vault_of(url).put_in(file, key)
