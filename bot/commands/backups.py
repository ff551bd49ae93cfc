"""`backups`: the nightly copies; and how they stand, for `check`."""

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import TypedDict
from zoneinfo import ZoneInfo

from bot.settings import Settings
from bot.system_clock import SystemClock
from domain.school.backups import LATE, Backup, Trouble
from storage.backups.envelope import Damaged, opens
from storage.backups.rows import BackupsReading
from storage.database import Database
from storage.school.card import school_card

HOUR = timedelta(hours=1)
MENDS = {
    Trouble.FOLDER: "BACKUP_FOLDER is not there or cannot be written to",
    Trouble.SPACE: "its disk is full",
    Trouble.DATABASE: "the database could not be copied",
    Trouble.TOOL: "pg_dump or pg_restore is not installed, or older than the server",
    Trouble.KEY: "it was encrypted with another BACKUP_KEY",
    Trouble.DAMAGED: "it is damaged: look at its disk",
    Trouble.DIFFERS: "restored, it was not what was copied",
    Trouble.UNRESTORED: "it was read whole but restored nowhere: give the database's user CREATEDB",
}


class Listed(TypedDict):
    """`made`: of school time; `state`: proved, or a kind of trouble."""

    made: str
    bytes: int
    state: str
    file: str


async def listed_backups(settings: Settings) -> list[Listed]:
    """Those that are kept and those that could not be made, the newest first."""
    known, zone = await _known(settings)
    return [
        Listed(made=f"{one.made_at.astimezone(zone):%Y-%m-%d %H:%M}", bytes=one.size, state=_state(one), file=one.name)
        for one in known
        if one.removed_at is None
    ]


async def how_backups_stand(settings: Settings) -> tuple[bool, str]:
    """Whether all is well, and one line: the last copy, its age and size, whether it is proved and the key opens it."""
    folder, key = settings.backup_folder, settings.key_of_backups
    if folder is None:
        return True, "none are made by night: BACKUP_FOLDER is empty"
    if key is None:
        return False, "none are made: BACKUP_KEY is missing, and copies in the clear are not made"
    if not folder.is_dir():
        return False, f"there is no folder {folder}: make it, or connect its disk"
    known, zone = await _known(settings)
    made = [one for one in known if one.kept]
    if known and (not known[0].size or not made):
        return False, f"the last could not be made: {MENDS[known[0].trouble or Trouble.FOLDER]}{_before(made, zone)}"
    if not made:
        return True, "none yet: the first is made when the bot runs"
    return _last(made[0], folder, key, zone)


def _last(last: Backup, folder: Path, key: str, zone: ZoneInfo) -> tuple[bool, str]:
    age = SystemClock().now() - last.made_at
    said = f"{last.name} of {_when(last, zone)}, {age // HOUR} h ago, {last.size:,} bytes"
    if last.trouble is not None:
        return False, f"{said}, not proved: {MENDS[last.trouble]}"
    if not (folder / last.name).is_file():
        return False, f"{said}: it is not in {folder} any more"
    try:
        if not opens(folder / last.name, key):
            return False, f"{said}: BACKUP_KEY does not open it: put the one that it was made with into .env"
    except (Damaged, OSError):
        return False, f"{said}: it is damaged: look at its disk"
    if age > LATE:
        return False, f"{said}, proved; none since: let the bot run at night"
    return True, f"{said}, proved by restoring, BACKUP_KEY opens it"


def _before(made: Sequence[Backup], zone: ZoneInfo) -> str:
    return f"; the one before is of {_when(made[0], zone)}" if made else ""


def _when(one: Backup, zone: ZoneInfo) -> str:
    return f"{one.made_at.astimezone(zone):%Y-%m-%d %H:%M}"


def _state(one: Backup) -> str:
    return "proved" if one.trouble is None else str(one.trouble)


async def _known(settings: Settings) -> tuple[Sequence[Backup], ZoneInfo]:
    database = Database.open(settings.database_url, SystemClock())
    try:
        card = await school_card(database.reader)
        return await BackupsReading(database.reader).backups(), card.zone if card else ZoneInfo("UTC")
    finally:
        await database.close()
