"""How the database's file grows by updates that change nothing of the journal, texts and taps in turns.

A hundred thousand over HTTP take five to ten minutes, so they go straight into the inbox, as the bot puts them there:
in batches, ended in batches. Besides the inbox such updates write only when an account was
last seen, in place.
"""

import copy
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import aiohttp

from bot.raw_updates import given
from bot.system_clock import MovableClock
from storage.database import Database
from storage.inbox import Inbox
from tests.bench.absence import buttons
from tests.bench.bench import Bench
from tests.bench.figures import Figure, figure
from tests.bench.programs import TOKEN
from tests.bench.school import CROWD, PER_PERSON

UPDATES = 100_000
BATCH = 100
PERSONS = CROWD * PER_PERSON
"""From whom they come."""
MEGABYTES = 8.0
"""That they may leave behind."""
MB = 1e6
Update = dict[str, Any]


async def measure(bench: Bench) -> list[Figure]:
    """Once: it does not vary."""
    path = await bench.copy("growth.db")
    samples = await _samples(bench, path)
    before = _size(path)
    await _pour(path, samples, MovableClock((await bench.school()).file.starts))
    return [figure("growth_100k", [(_size(path) - before) / MB], "MB", [MEGABYTES])]


async def _samples(bench: Bench, path: Path) -> list[Update]:
    """A text and a tap on the menu, as Telegram gives them to a bot that is not running."""
    user = (await bench.school()).full
    async with bench.people() as people:
        async with bench.bot(people, path):
            pass
        phone = people.phone(user)
        await phone.write("/help")
        await phone.messages()
        await phone.press_raw(phone.last.id, buttons(phone.last, bool)[0], wait=0)
        async with aiohttp.ClientSession() as client, client.get(f"{people.url}/bot{TOKEN}/getUpdates") as answer:
            asked: list[Update] = (await answer.json())["result"]
    text, tap = asked[-2:]
    return [text, tap]


async def _pour(path: Path, samples: Sequence[Update], clock: MovableClock) -> None:
    database = Database.open(f"sqlite:///{path}", clock)
    inbox = Inbox(database)
    try:
        for first in range(0, UPDATES, BATCH):
            numbers = range(first, first + BATCH)
            rows = [given(another(samples[number % len(samples)], number)) for number in numbers]
            stored = await inbox.store([row for row in rows if row is not None])
            await inbox.finished([one.row for one in stored])
    finally:
        await database.close()


def another(sample: Update, number: int) -> Update:
    """The same from another person, or from the same one later."""
    update, person = copy.deepcopy(sample), number % PERSONS
    update["update_id"] += number
    tap = update.get("callback_query")
    message = tap["message"] if tap else update["message"]
    message["message_id"] += number
    message["chat"]["id"] = person
    (tap or message)["from"]["id"] = person
    if tap:
        tap["id"] = str(int(tap["id"]) + number)
    return update


def _size(path: Path) -> int:
    """Bytes, with everything that was committed in the file itself."""
    database = sqlite3.connect(path)
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    return path.stat().st_size
