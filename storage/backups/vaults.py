"""What a database can do with a copy of itself, alike for SQLite and PostgreSQL."""

import errno
import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from domain.school.backups import BackupFailed, Trouble
from storage.backups.envelope import Damaged, WrongKey, decrypted, is_encrypted

FULL = (errno.ENOSPC, errno.EDQUOT)


class Vault(Protocol):
    """All raise `BackupFailed`; `key` is None for a copy in the clear, or where the school has none."""

    async def copy_out(self, file: Path, key: str | None) -> Mapping[str, int]:
        """Writes to a file that is there and empty; the rows of each table that the copy holds."""
        ...

    async def put_in(self, file: Path, key: str | None) -> None:
        """In the place of what the database holds, all or nothing."""
        ...

    async def prove(self, file: Path, key: str | None, rows: Mapping[str, int] | None) -> None:
        """Restores into a scratch place; `rows`: what must be in it."""
        ...


def content(file: Path, key: str | None) -> Iterator[bytes]:
    """What was copied, piece by piece, decrypted where it is encrypted. Raises `BackupFailed`."""
    with said(file), file.open("rb") as source:
        if not is_encrypted(file):
            while piece := source.read(1024 * 1024):
                yield piece
        elif key is None:
            raise BackupFailed(Trouble.KEY, f"{file} is encrypted: put the BACKUP_KEY that it was made with into .env")
        else:
            yield from decrypted(source, key)


@contextmanager
def said(file: Path) -> Iterator[None]:
    """Errors of a copy and of its disk in one line each."""
    try:
        yield
    except WrongKey:
        mend = "put the one that it was made with into .env; nothing was changed"
        raise BackupFailed(Trouble.KEY, f"BACKUP_KEY is not the key of {file}: {mend}") from None
    except Damaged:
        mend = "take another one (`python -m bot backups` lists them); nothing was changed"
        raise BackupFailed(Trouble.DAMAGED, f"{file} is damaged: {mend}") from None
    except OSError as problem:
        if problem.errno in FULL:
            raise BackupFailed(Trouble.SPACE, f"no room is left on the disk of {file.parent}") from None
        raise BackupFailed(Trouble.FOLDER, f"{file}: {problem.strerror or type(problem).__name__}") from None


def sha256_of(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def require_same(file: Path, rows: Mapping[str, int] | None, restored: Mapping[str, int]) -> None:
    """Raises `BackupFailed` where the rows are not as many as were copied, or there is no school in it."""
    if rows is not None and dict(rows) != dict(restored):
        other = sorted(name for name in {*rows, *restored} if rows.get(name) != restored.get(name))
        raise BackupFailed(Trouble.DIFFERS, f"{file} does not hold what was copied into it: {', '.join(other)}")
    if not restored.get("school"):
        raise BackupFailed(Trouble.DIFFERS, f"{file} holds no school")


def require_known(file: Path, revision: object, known: frozenset[str]) -> None:
    if revision not in known:
        raise BackupFailed(Trouble.DIFFERS, f"{file} has a schema that this program does not know")
