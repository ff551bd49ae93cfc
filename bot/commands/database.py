"""`migrate`, `init`, `seed-demo`: what makes a database."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.commands.codes import Issued, first_admin
from bot.commands.problems import Mistaken
from bot.settings import Settings, read_settings
from bot.system_clock import SystemClock
from bot.year import year_of
from domain.roles.people import PersonName
from domain.school.ports import SchoolCard
from storage.database import Database
from storage.lock import sole_writer
from storage.schema import migrate
from storage.school.founding import found_school, school_exists


async def migrate_database() -> tuple[str | None, str | None]:
    settings = read_settings()
    async with sole_writer(settings.database_url, "migrating"):
        return await migrate(settings.database_url)


async def init_school(name: str, admin: str, time_zone: str, language: str) -> Issued:
    """Raises `Mistaken` for a database that has a school, an unknown time zone or language, a name without parts."""
    card = SchoolCard(_school_name(name), _zone(time_zone), _language(language))
    who = _name(admin)
    async with writing("founding a school") as (settings, database):
        if await school_exists(database.reader):
            raise Mistaken("The database has a school already: `python -m bot codes --role admin` gives a new code.")
        async with database.begin() as tx:
            await found_school(tx, card, year_of(database.clock.now().astimezone(card.zone).date()))
        return await first_admin(settings, database, who)


async def seed_demo_school() -> tuple[int, int]:
    """Numbers of pupils and of staff."""
    from bot.demo_school.seed import seed_demo

    async with writing("seeding the demo school") as (_, database):
        if await school_exists(database.reader):
            raise Mistaken("The database has a school already: name another one by DATABASE_URL.")
        demo = await seed_demo(database)
    return sum(len(school_class.pupils) for school_class in demo.classes), len(demo.roles)


@asynccontextmanager
async def writing(what: str) -> AsyncIterator[tuple[Settings, Database]]:
    """The database, migrated and held alone, for a command that writes."""
    settings = read_settings()
    async with sole_writer(settings.database_url, what):
        await migrate(settings.database_url)
        database = Database.open(settings.database_url, SystemClock())
        try:
            yield settings, database
        finally:
            await database.close()


def _school_name(name: str) -> str:
    if not name.strip():
        raise Mistaken("The name of the school is empty: it takes one such as «Школа № 5».")
    return name.strip()


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        raise Mistaken(f"{name} is no time zone: it takes a name such as Europe/Moscow or Asia/Omsk.") from None


def _language(language: str) -> str:
    if language not in ("ru", "en"):
        raise Mistaken(f"There are no texts in {language}: it takes ru or en.")
    return language


def _name(full: str) -> PersonName:
    parts = full.split(maxsplit=2)
    if len(parts) < 2:
        raise Mistaken("The administrator needs a surname and a given name, such as «Иванова Мария Петровна».")
    return PersonName(*parts)
