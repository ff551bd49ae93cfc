"""Copies of the database that are made while the bot runs, beside it."""

import asyncio
from pathlib import Path

import structlog
from sqlalchemy import URL

from bot.commands.backup import back_up
from domain.school.backups import BackupFailed

log = structlog.get_logger(__name__)
FOLDER = "snapshots"


async def snapshot(url: URL, name: str) -> str | None:
    """In a thread of its own; the name of the file, None where no copy could be made."""
    path = Path(url.database or "") if url.get_backend_name() == "sqlite" else Path("zvonok")
    file = path.absolute().parent / FOLDER / name
    try:
        return await asyncio.to_thread(_copied, url.render_as_string(hide_password=False), file)
    except (BackupFailed, OSError) as trouble:
        log.error("no_snapshot", why=type(trouble).__name__)
        return None


def _copied(url: str, file: Path) -> str:
    file.parent.mkdir(mode=0o700, exist_ok=True)
    asyncio.run(back_up(url, file))
    return f"{FOLDER}/{file.name}"
