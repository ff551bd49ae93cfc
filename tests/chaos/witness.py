"""What the local Telegram's ledger and the journal say when everything is quiet: the counts of broken promises."""

import asyncio
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.chaos.processes import Bot
from tests.people import JSON, People

MARK = "Повтор: возможно, вы уже получили это сообщение"
IN_FLIGHT = 4
"""The bot's default of messages under way at once."""
LONGEST_WAIT = 180.0
BEFORE_REPEAT = 31.0
"""Seconds by which the clock is moved on when all that is left waits for its repeat."""
WAITING = {
    "inbox": "SELECT count(*) FROM inbox WHERE state IN ('waiting', 'acted')",
    "facts": "SELECT count(*) FROM facts WHERE told_at IS NULL",
    "sending": "SELECT count(*) FROM outbox WHERE state = 'sending'",
    "outbox": "SELECT count(*) FROM outbox WHERE state = 'waiting'",
}


@dataclass
class Verdict:
    """`marked` counts repeats that say so, which is no fault as long as there are at most `allowed`."""

    kills: int = 0
    lost: int = 0
    doubled: int = 0
    unmarked: int = 0
    marked: int = 0
    said: list[str] = field(default_factory=list)

    @property
    def allowed(self) -> int:
        return self.kills * IN_FLIGHT

    @property
    def kept(self) -> bool:
        return not (self.lost or self.doubled or self.unmarked) and self.marked <= self.allowed

    def once(self, what: str, times: int) -> None:
        """Something that must stand in the journal exactly once."""
        if times == 0:
            self.lost += 1
            self.said.append(f"lost: {what}")
        elif times > 1:
            self.doubled += times - 1
            self.said.append(f"{times} times: {what}")

    def told_once(self, what: str, texts: Sequence[str], given_up: bool) -> None:
        """A message that must have arrived; each repeat of it must say that it is one. `given_up`: unknown twice."""
        if not texts and not given_up:
            self.lost += 1
            self.said.append(f"never arrived: {what}")
        repeats = sum(1 for text in texts[1:] if MARK not in text)
        self.unmarked += repeats
        self.marked += sum(1 for text in texts if MARK in text)
        self.said += [f"repeated without a word: {what}"] * repeats

    def add(self, other: "Verdict") -> None:
        self.kills += other.kills
        self.lost += other.lost
        self.doubled += other.doubled
        self.unmarked += other.unmarked
        self.marked += other.marked
        self.said += other.said


def arrived(calls: Iterable[JSON]) -> Mapping[int, list[str]]:
    """Texts that are in each chat, by the ledger: what Telegram took, whatever it answered."""
    texts: dict[int, list[str]] = defaultdict(list)
    for call in calls:
        if call["method"] == "sendMessage" and call["outcome"] == "taken":
            texts[int(call["chat_id"])].append(str(call["params"]["text"]))
    return texts


def rows(database: Path, asked: str, *values: Any) -> list[Any]:
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True, timeout=30)) as connection:
        return connection.execute(asked, values).fetchall()


def counted(database: Path, asked: str) -> Counter[Any]:
    """Of what `asked` gives, how often each comes."""
    return Counter(row[0] if len(row) == 1 else tuple(row) for row in rows(database, asked))


def given_up(database: Path) -> set[int]:
    """Telegram accounts of which a message ended as «unknown twice»."""
    asked = (
        "SELECT telegram_id FROM outbox JOIN bindings ON bindings.id = account_id "
        "WHERE state = 'undeliverable' AND reason LIKE 'unknown twice%'"
    )
    return {row[0] for row in rows(database, asked)}


async def settled(bot: Bot, people: People) -> None:
    """Until nothing waits any more: in Telegram, in the inbox, of facts, in the outbox. Raises `AssertionError`."""
    deadline = asyncio.get_running_loop().time() + LONGEST_WAIT
    before: dict[str, int] = {}
    while True:
        left = {name: rows(bot.database, asked)[0][0] for name, asked in WAITING.items()}
        left["telegram"] = await people.pending()
        if not any(left.values()):
            return
        if asyncio.get_running_loop().time() > deadline:
            raise AssertionError(f"never quiet: {left}\n{bot.said()[-4000:]}")
        if left == before and left["outbox"] == sum(left.values()):
            bot.later(BEFORE_REPEAT)
        before = left
        await asyncio.sleep(1)
