"""The load: people who write and tap, and the ledger that tells when the bot's calls arrived at the local Telegram.

Moments are of the system's monotonic clock, which the processes share.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import asynccontextmanager

from tests.people import JSON, People, Phone

LONGEST = 120.0
"""Seconds after which a measurement is given up."""
WRITING_AT_ONCE = 16
PAUSE = 0.05
"""Seconds between two looks at the ledger, which are work for the local Telegram that measures."""


class Load:
    """One local Telegram's people, from outside."""

    def __init__(self, people: People) -> None:
        self.people = people
        self._read = 0

    @property
    def url(self) -> str:
        return self.people.url

    def phone(self, user: int) -> Phone:
        return Phone(self.people, {"id": user})

    async def calls(self, method: str = "sendMessage") -> list[JSON]:
        """The bot's calls since the last time this was asked."""
        return [entry for entry in await self.all_calls() if entry["method"] == method]

    async def all_calls(self) -> list[JSON]:
        told = await self.people.get("/people/ledger", {"after": str(self._read)})
        self._read = told["next"]
        return list(told["entries"])

    async def press_all(self, taps: Iterable[tuple[int, int, str]]) -> None:
        """User, message, data of each; nobody waits for an answer."""
        turns = asyncio.Semaphore(WRITING_AT_ONCE)

        async def one(user: int, message: int, data: str) -> None:
            async with turns:
                await self.phone(user).press_raw(message, data, wait=0)

        await asyncio.gather(*(one(*tap) for tap in taps))

    async def write(self, user: int, text: str) -> None:
        await self.people.post(f"/people/users/{user}/text", {"text": text})

    async def crowd(self, users: Sequence[int], text: str) -> float:
        """All write before the bot is given any of it; seconds until the last had an answer."""
        await self.people.updates(hold=True)
        await self._write_all(users, text)
        await self.calls()
        began = time.monotonic()
        await self.people.updates(hold=False)
        answers = await self._answered(set(users))
        return max(entry["monotonic"] for entry in answers) - began

    async def round_trip(self, user: int, text: str) -> float:
        """Seconds from a person's text to the bot's answer."""
        await self.calls()
        began = time.monotonic()
        await self.write(user, text)
        answers = await self.until(lambda entries: any(entry["chat_id"] == user for entry in entries))
        return min(entry["monotonic"] for entry in answers if entry["chat_id"] == user) - began

    async def until(self, enough: Callable[[Sequence[JSON]], bool]) -> list[JSON]:
        """The bot's messages from now on, once there are enough. Raises TimeoutError."""
        entries: list[JSON] = []
        async with asyncio.timeout(LONGEST):
            while not enough(entries):
                await asyncio.sleep(PAUSE)
                entries += taken(await self.calls())
        return entries

    async def _write_all(self, users: Iterable[int], text: str) -> None:
        turns = asyncio.Semaphore(WRITING_AT_ONCE)

        async def one(user: int) -> None:
            async with turns:
                await self.write(user, text)

        await asyncio.gather(*(one(user) for user in users))

    async def _answered(self, users: set[int]) -> list[JSON]:
        """Looks at the ledger only when nearly all is done: reading it is work for what is measured."""
        for _ in range(int(LONGEST * 10)):
            if not await self.people.pending():
                break
            await asyncio.sleep(0.1)
        return await self.until(lambda entries: users <= {entry["chat_id"] for entry in entries})


def taken(entries: Iterable[JSON]) -> list[JSON]:
    """Raises where the local Telegram refused: a figure with refusals in it means nothing."""
    entries = list(entries)
    refused = next((entry for entry in entries if entry["outcome"] != "taken"), None)
    if refused is not None:
        raise AssertionError(f"refused: {refused.get('description')}")
    return entries


@asynccontextmanager
async def load(url: str) -> AsyncIterator[Load]:
    async with People(url) as people:
        yield Load(people)
