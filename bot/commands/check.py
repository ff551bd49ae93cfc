"""`check`: is everything as it should be, and if not, how to mend it."""

from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path

import aiohttp
from sqlalchemy import text

from bot.commands.backups import how_backups_stand
from bot.settings import Settings
from bot.system_clock import SystemClock
from domain.journal.sealing import Broken, verify
from storage.database import Database, async_url
from storage.inbox import Inbox
from storage.journal.seals import SealedLogReading
from storage.schema import known_revisions, newest_revision
from storage.school.card import school_card

MOST_LISTED = 10
"""Places in the change log that are named."""
MOST_DRIFT = 30
"""Seconds that the machine's clock may differ from Telegram's."""


@dataclass(frozen=True, slots=True)
class Finding:
    what: str
    ok: bool
    said: str
    """How it stands; where it is wrong, what to do."""

    def json(self) -> dict[str, object]:
        return asdict(self)


async def findings(settings: Settings) -> list[Finding]:
    return [*await _kept(settings), *await _telegram(settings)]


async def _kept(settings: Settings) -> list[Finding]:
    found = await _database(settings)
    if not found.ok:
        return [found]
    return [found, await _journal(settings), await _put_aside(settings), await _backups(settings)]


async def _journal(settings: Settings) -> Finding:
    """Whether what was logged of the journal is as it was sealed."""
    database = Database.open(settings.database_url, SystemClock())
    try:
        seen = await verify(SealedLogReading(database.reader))
    finally:
        await database.close()
    if seen.broken:
        rows = ", ".join(_rows(one) for one in seen.broken[:MOST_LISTED])
        more = f" and {len(seen.broken) - MOST_LISTED} more" if len(seen.broken) > MOST_LISTED else ""
        mend = "compare them with a backup, and ask who can write to the database"
        return Finding("journal", False, f"the change log was altered: rows {rows}{more}: {mend}")
    if not seen.seals:
        return Finding("journal", True, "nothing is sealed yet")
    said = f"{seen.sealed} changes as they were sealed, newest seal {seen.newest[:16]}"
    return Finding("journal", True, f"{said}; erased at their term up to row {seen.cleared}" if seen.cleared else said)


def _rows(broken: Broken) -> str:
    many = f" ({broken.missing} missing)" if broken.missing > 0 else ""
    return f"{broken.first}-{broken.last}{many}"


async def _put_aside(settings: Settings) -> Finding:
    """No fault of the machine's, so never a bad finding."""
    database = Database.open(settings.database_url, SystemClock())
    try:
        count = await Inbox(database).quarantined()
    finally:
        await database.close()
    if not count:
        return Finding("updates", True, "all were handled")
    return Finding("updates", True, f"{count} could not be handled: look for update_quarantined in the log")


async def _backups(settings: Settings) -> Finding:
    return Finding("backups", *await how_backups_stand(settings))


async def _database(settings: Settings) -> Finding:
    url = async_url(settings.database_url)
    if url.get_backend_name() == "sqlite" and not Path(url.database or "").is_file():
        return Finding("database", False, f"there is no file {url.database}: run `python -m bot init`")
    database = Database.open(settings.database_url, SystemClock())
    try:
        revision = await database.reader.row(text("SELECT version_num FROM alembic_version"))
        if revision is None or revision[0] != newest_revision():
            return Finding("database", False, _other_schema(revision[0] if revision else None))
        if database.is_sqlite and (await database.reader.rows(text("PRAGMA quick_check")))[0][0] != "ok":
            return Finding("database", False, "it is damaged: stop the bot and run `python -m bot restore FILE`")
        card = await school_card(database.reader)
        if card is None:
            return Finding("database", False, "it holds no school yet: run `python -m bot init`")
        return Finding("database", True, f"{card.name}, schema {revision[0]}")
    except Exception as problem:  # noqa: BLE001 - whatever is wrong is the answer
        return Finding("database", False, f"cannot be read ({type(problem).__name__}): check DATABASE_URL")
    finally:
        await database.close()


def _other_schema(revision: str | None) -> str:
    if revision is None or revision in known_revisions():
        return f"its schema {revision or ''} is older than this program: run `python -m bot migrate`"
    return f"its schema {revision} is newer than this program: run the newer program"


async def _telegram(settings: Settings) -> list[Finding]:
    if settings.bot_token is None:
        return [Finding("token", False, "BOT_TOKEN is missing: ask @BotFather for one and put it into .env")]
    url = f"{settings.telegram_api_url}/bot{settings.token}/getMe"
    try:
        async with (
            aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=10)) as client,
            client.get(url) as response,
        ):
            answer = await response.json(content_type=None)
            served_at = response.headers.get("Date")
    except (aiohttp.ClientError, TimeoutError, ValueError) as problem:
        mend = "check the network and TELEGRAM_API_URL"
        said = f"does not answer at {settings.telegram_api_url} ({type(problem).__name__}): {mend}"
        return [Finding("telegram", False, said)]
    return [Finding("telegram", True, settings.telegram_api_url), _token(answer), _clock(served_at)]


def _token(answer: object) -> Finding:
    if isinstance(answer, dict) and answer.get("ok"):
        return Finding("token", True, f"@{answer['result']['username']}")
    return Finding("token", False, "Telegram does not know it: copy BOT_TOKEN from @BotFather again")


def _clock(served_at: str | None) -> Finding:
    if served_at is None:
        return Finding("clock", True, "could not be compared")
    drift = abs((datetime.now(UTC) - parsedate_to_datetime(served_at)).total_seconds())
    if drift > MOST_DRIFT:
        return Finding("clock", False, f"differs from Telegram's by {drift:.0f} s: switch on time synchronisation")
    return Finding("clock", True, f"within {max(drift, 1):.0f} s of Telegram's")
