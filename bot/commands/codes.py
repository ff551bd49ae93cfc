"""`codes`: one-time codes given out at the machine itself."""

from datetime import datetime
from typing import TypedDict

import aiohttp

from bot.commands.problems import Mistaken
from bot.services import Wiring, code_hasher
from bot.settings import Settings
from domain.ids import PersonId
from domain.roles.access_control import IssuedCode
from domain.roles.codes import grouped
from domain.roles.people import FAMILY, PersonName, Role
from domain.school.class_names import class_norm
from storage.database import Database
from storage.roles.people import persons_of_class, persons_of_role
from storage.school.card import school_card


class Issued(TypedDict):
    """`link` is None where the bot's name is not known."""

    person: str
    roles: list[str]
    code: str
    link: str | None
    expires: str


async def issue_codes(persons: list[int], classes: list[str], roles: list[str]) -> list[Issued]:
    """One code for each who is named in any of three ways. Raises `Mistaken`, issuing none, where a name is unknown."""
    from bot.commands.database import writing

    if not (persons or classes or roles):
        raise Mistaken("Say for whom: --person NUMBER, --class 7А, or --role teacher.")
    async with writing("issuing codes") as (settings, database):
        wiring = await wiring_of(settings, database)
        wanted = await _wanted(wiring, persons, classes, [_role(word) for word in roles])
        issued: list[IssuedCode] = []
        for opened in dict.fromkeys(wanted.values()):
            named = [person for person, roles_wanted in wanted.items() if roles_wanted == opened]
            issued += await wiring.codes().issue_by_program(named, opened)
        return await _shown(settings, issued)


async def first_admin(settings: Settings, database: Database, name: PersonName) -> Issued:
    async with database.begin() as tx:
        person = await tx.people.add(name, Role.ADMIN)
    wiring = await wiring_of(settings, database)
    return (await _shown(settings, await wiring.codes().issue_by_program([person])))[0]


async def bot_username(settings: Settings) -> str | None:
    """From the settings, else asked from Telegram; None where neither knows."""
    if settings.bot_username:
        return settings.bot_username.removeprefix("@")
    if settings.bot_token is None:
        return None
    url = f"{settings.telegram_api_url}/bot{settings.token}/getMe"
    try:
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=5)) as client, client.get(url) as response:
            answer = await response.json(content_type=None)
    except (aiohttp.ClientError, TimeoutError, ValueError):
        return None
    return str(answer["result"]["username"]) if isinstance(answer, dict) and answer.get("ok") else None


async def wiring_of(settings: Settings, database: Database) -> Wiring:
    card = await school_card(database.reader)
    if card is None:
        raise Mistaken("The database holds no school yet: run `python -m bot init` first.")
    database.zone = card.zone
    return Wiring(database, settings, card.language, await code_hasher(settings, database))


async def _wanted(
    wiring: Wiring, persons: list[int], classes: list[str], roles: list[Role]
) -> dict[PersonId, frozenset[Role]]:
    """What each one's code is to open. Raises `Mistaken` for a person or a class that is not there."""
    reader, today = wiring.database.reader, wiring.time.today()
    wanted = dict.fromkeys(await _known(wiring, persons), frozenset(Role))
    for name in classes:
        named = await persons_of_class(reader, class_norm(name), today)
        if not named:
            raise Mistaken(f"There is no class {name}, or nobody is in it.")
        wanted |= {person: wanted.get(person, frozenset()) | FAMILY for person in named}
    for role in roles:
        holders = await persons_of_role(reader, role, today)
        wanted |= {person: wanted.get(person, frozenset()) | {role} for person in holders}
    return wanted


async def _known(wiring: Wiring, numbers: list[int]) -> list[PersonId]:
    persons = [PersonId(number) for number in numbers]
    async with wiring.database.begin() as tx:
        cards = await tx.people.cards(persons)
    for person in persons:
        if person not in cards or not cards[person].roles:
            raise Mistaken(f"There is no person {person}, or they hold no role in the school.")
    return persons


async def _shown(settings: Settings, issued: list[IssuedCode]) -> list[Issued]:
    username = await bot_username(settings)
    return [_one(one, username) for one in issued]


def _one(one: IssuedCode, username: str | None) -> Issued:
    expires: datetime = one.expires_at
    return Issued(
        person=one.name.full,
        roles=sorted(one.roles),
        code=grouped(one.code),
        link=f"https://t.me/{username}?start={one.code}" if username else None,
        expires=expires.isoformat(timespec="seconds"),
    )


def _role(word: str) -> Role:
    try:
        return Role(word)
    except ValueError:
        raise Mistaken(f"{word} is no role: it takes one of {', '.join(Role)}.") from None
