"""Updates that nobody should send: sound ones, broken at random. `python -m tests.intake.poison` makes any number."""

import argparse
import asyncio
import tempfile
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from datetime import datetime
from enum import Enum
from random import Random
from typing import Any, get_type_hints

from pydantic import SecretStr
from sqlalchemy import select

from bot.application import Application
from bot.local_telegram.server import LocalTelegram
from bot.logs import set_up_logs
from bot.settings import Settings
from storage.database import Database
from storage.schema import migrate
from storage.tables.messaging import inbox
from tests import school
from tests.architecture.test_buttons import BUTTONS
from tests.clock import SetClock

JSON = dict[str, Any]
TOKEN = "42:POISON-token-of-the-local-telegram"
BATCH = 100
OLDEST = 3 * 24 * 3600
"""Seconds that a message may have waited."""
TEXTS = (
    "/start", "/menu", "/lesson", "/dz 7А алгебра № 345", "/tomorrow", "/marks", "/homework", "/settings",
    "/class Собрание", "/me", "/help", "/cancel", "АААА-ББББ-ВВВВ", "5", "тема: Степени", "@", "<b>", "/start=",
)  # fmt: skip
ODD: tuple[Any, ...] = (
    None, True, -1, 0, 2**31, 2**63, 2**70, -(2**70), 1e308, "", " ", "\0", "\ud800", "x" * 5000, "5", "/", "<",
    "&amp;",    "'; --", "{0}", "%s", "\u202e", [], {}, [[]], [None], {"id": None}, {"id": "7"}, {"": {}},
)  # fmt: skip
"""What a field may hold that no field should."""


def sound(random: Random, number: int, now: datetime) -> JSON:
    """An update as Telegram makes it, of a person of the cast or of a stranger."""
    person = random.choice([*map(school.telegram_id, school.PEOPLE), 10**9 + number])
    who = {"id": person, "is_bot": False, "first_name": "А", "language_code": "ru"}
    chat = {"id": person, "type": "private", "first_name": "А"}
    date = int(now.timestamp()) - random.randint(0, OLDEST)
    message = {"message_id": number, "date": date, "chat": chat, "from": who, "text": random.choice(TEXTS)}
    member = {"user": {"id": 42, "is_bot": True, "first_name": "Звонок"}}
    kinds: dict[str, JSON] = {
        "message": message,
        "edited_message": {**message, "edit_date": date},
        "callback_query": {
            "id": str(number), "from": who, "chat_instance": "1", "data": _tapped(random), "message": message,
        },
        "my_chat_member": {
            "chat": chat, "from": who, "date": date,
            "old_chat_member": {**member, "status": "member"},
            "new_chat_member": {**member, "status": "kicked", "until_date": 0},
        },
        "message_reaction": {
            "chat": chat, "message_id": number, "user": who, "date": date,
            "old_reaction": [], "new_reaction": [{"type": "emoji", "emoji": "👍"}],
        },
    }  # fmt: skip
    kind = random.choices(list(kinds), (8, 1, 8, 1, 1))[0]
    return {"update_id": number, kind: kinds[kind]}


def mutated(random: Random, number: int, now: datetime) -> JSON:
    """A sound update with one to four places of it removed, replaced, or taken from elsewhere in it."""
    update = sound(random, number, now)
    for _ in range(random.randint(0, 4)):
        places = list(_places(update))
        if not places:
            break
        holder, key = random.choice(places)
        match random.randrange(4):
            case 0:
                del holder[key]
            case 1:
                holder[key] = deepcopy(random.choice(ODD))
            case 2:
                other, name = random.choice(places)
                if name in other:
                    holder[key] = deepcopy(other[name])
            case _:
                holder[str(random.choice(ODD))[:20]] = deepcopy(random.choice(ODD))
    return update


def _places(update: JSON) -> Iterator[tuple[JSON, str]]:
    for key, value in update.items():
        yield update, key
        if isinstance(value, dict):
            yield from _places(value)


def _tapped(random: Random) -> str:
    """A button's data: of a known kind, its fields sound or odd, sometimes too few or too many."""
    kind = random.choice(BUTTONS)
    fields = [_field(random, hint) for name, hint in get_type_hints(kind).items() if name in kind.model_fields]
    if random.random() < 0.1:
        fields = fields[:-1] if random.random() < 0.5 else [*fields, "1"]
    return ":".join([kind.__prefix__, *fields])[:64]


def _field(random: Random, hint: Any) -> str:
    if random.random() < 0.1:
        return str(random.choice(ODD))[:20]
    if hint is bool:
        return random.choice("01")
    if hint is int:
        return str(random.choice([0, 1, 2, 3, 7, *school.PEOPLE]))
    if isinstance(hint, type) and issubclass(hint, Enum):
        return str(random.choice(list(hint)).value)
    return random.choice(["261124", "261123", "5", "2", "ru", "ffffffff", "", "я"])


async def feed(application: Application, clock: SetClock, rounds: int, seed: int) -> Counter[str]:
    """Gives so many updates to a running bot, and waits until none is left; what was put aside, by reason."""
    random = Random(seed)
    for first in range(1, rounds + 1, BATCH):
        numbers = range(first, min(first + BATCH, rounds + 1))
        await application.intake.room()
        assert await application.intake.take([mutated(random, number, clock.now()) for number in numbers])
        clock.advance(minutes=1)
    return await _ended(application.database)


async def _ended(database: Database) -> Counter[str]:
    while True:
        rows = await database.reader.rows(select(inbox.c.state, inbox.c.reason))
        ended = Counter(f"{row.state} {row.reason or ''}".strip() for row in rows)
        if not {"waiting", "acted"} & ended.keys():
            return ended
        await asyncio.sleep(0.1)


async def _run(rounds: int, seed: int) -> Counter[str]:
    clock = SetClock(school.MORNING)
    telegram = LocalTelegram(token=TOKEN, clock=clock)
    telegram.exchange.limits.enforced = False
    await telegram.start()
    with tempfile.TemporaryDirectory(prefix="zvonok-poison-") as folder:
        url = f"sqlite:///{folder}/school.db"
        await migrate(url)
        founded = Database.open(url, clock)
        await school.found(founded)
        await founded.close()
        settings = Settings(bot_token=SecretStr(TOKEN), database_url=url, telegram_api_url=telegram.url)
        application = await Application.build(settings, clock)
        task = asyncio.create_task(application.run())
        try:
            return await feed(application, clock, rounds, seed)
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
            await application.close()
            await telegram.stop()


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.intake.poison", description=__doc__)
    parser.add_argument("--rounds", type=int, default=100_000, help="updates")
    parser.add_argument("--seed", type=int, default=20261125)
    options = parser.parse_args()
    set_up_logs("json", "error")
    for ended, count in asyncio.run(_run(options.rounds, options.seed)).most_common():
        print(f"{count:8} {ended}")


if __name__ == "__main__":
    main()
