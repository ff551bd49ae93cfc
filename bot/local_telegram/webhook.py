"""Updates pushed to the bot's own address: one person's one after another, refused ones again with growing delay."""

import asyncio
import json
import time
from typing import TYPE_CHECKING

import aiohttp

from bot.local_telegram.chats import JSON
from bot.local_telegram.updates import Waiting

if TYPE_CHECKING:
    from bot.local_telegram.exchange import Exchange

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
FIRST_DELAY = 1.0
LONGEST_DELAY = 60.0
ANSWER_TIMEOUT = 60.0


class Webhook:
    def __init__(self, exchange: "Exchange", url: str, secret: str | None, connections: int) -> None:
        self._exchange = exchange
        self._url = url
        self._headers = {"Content-Type": "application/json"} | ({SECRET_HEADER: secret} if secret else {})
        self._connections = connections
        self._busy: dict[int, asyncio.Task[None]] = {}
        self._loop: asyncio.Task[None] | None = None
        self._session: aiohttp.ClientSession | None = None
        self._last_error: JSON = {}
        self.first_delay = FIRST_DELAY

    def start(self) -> None:
        self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=ANSWER_TIMEOUT))
        self._loop = asyncio.get_running_loop().create_task(self._run())

    async def stop(self) -> None:
        """What was not accepted stays in the queue."""
        tasks = [task for task in (self._loop, *self._busy.values()) if task is not None]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        if self._session is not None:
            await self._session.close()

    def as_json(self) -> JSON:
        return {"url": self._url, "max_connections": self._connections, **self._last_error}

    async def _run(self) -> None:
        updates = self._exchange.updates
        while True:
            updates.arrived.clear()
            for entry in updates.waiting():
                if len(self._busy) >= self._connections:
                    break
                if entry.queue not in self._busy:
                    self._busy[entry.queue] = asyncio.get_running_loop().create_task(self._deliver_queue(entry))
            await updates.arrived.wait()

    async def _deliver_queue(self, entry: Waiting) -> None:
        """Tries the update until it is accepted or too old; only then comes the next of the same person."""
        delay = self.first_delay
        try:
            while entry.until > time.monotonic() and not await self._accepted(entry):
                await asyncio.sleep(delay)
                delay = min(delay * 2, LONGEST_DELAY)
            self._exchange.updates.remove(entry)
        finally:
            del self._busy[entry.queue]
            self._exchange.updates.arrived.set()

    async def _accepted(self, entry: Waiting) -> bool:
        assert self._session is not None
        entry.served = True
        try:
            async with self._session.post(self._url, data=entry.line.encode(), headers=self._headers) as answer:
                body = await answer.read()
        except (aiohttp.ClientError, TimeoutError) as error:
            self._note(f"Connection failed: {type(error).__name__}")
            return False
        if not 200 <= answer.status < 300:
            self._note(f"Wrong response from the webhook: {answer.status} {answer.reason}")
            return False
        await self._obey(body)
        return True

    async def _obey(self, body: bytes) -> None:
        """A bot may answer a webhook with the call of one method; its result is lost, as at Telegram."""
        try:
            wish = json.loads(body) if body else None
        except ValueError:
            return
        if isinstance(wish, dict) and isinstance(wish.get("method"), str):
            await self._exchange.obey(wish.pop("method"), wish)

    def _note(self, text: str) -> None:
        self._last_error = {"last_error_date": self._exchange.unix_now(), "last_error_message": text}
