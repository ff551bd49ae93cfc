"""What the local Telegram itself can do: the echo's work, done by a client that costs next to nothing."""

import asyncio
import json
import time
from collections import deque
from collections.abc import Sequence
from urllib.parse import urlsplit

from tests.bench.bench import Bench
from tests.bench.figures import Figure, figure
from tests.bench.load import Load
from tests.bench.programs import TOKEN, echo_bot

CONNECTIONS = 16


async def measure(bench: Bench) -> list[Figure]:
    users = (await bench.school()).crowds[0][: bench.users]
    speeds, yardsticks = [], []
    async with bench.people() as echoed, bench.people() as people, echo_bot(echoed.url):
        await echoed.crowd(users[:50], "?")
        for _ in range(bench.repeats):
            yardsticks.append(len(users) / await echoed.crowd(users, "?"))
            speeds.append(len(users) / await _answer_all(people, users))
    return [figure("local_telegram", speeds, "1/s", yardsticks)]


async def _answer_all(people: Load, users: Sequence[int]) -> float:
    """Seconds to take everyone's text by `getUpdates` and to answer each, over a few connections."""
    await asyncio.gather(*(people.write(user, "?") for user in users))
    await people.calls()
    lines = [await _Line.open(people.url) for _ in range(CONNECTIONS)]
    began = time.monotonic()
    waiting, offset = deque[int](), 0
    while updates := (await lines[0].call("getUpdates", {"offset": offset, "limit": 100, "timeout": 0})):
        offset = updates[-1]["update_id"] + 1
        waiting.extend(update["message"]["chat"]["id"] for update in updates)
        await asyncio.gather(*(_answer(line, waiting) for line in lines))
    seconds = time.monotonic() - began
    for line in lines:
        await line.close()
    return seconds


async def _answer(line: "_Line", waiting: deque[int]) -> None:
    while waiting:
        await line.call("sendMessage", {"chat_id": waiting.popleft(), "text": "?"})


class _Line:
    """One kept-alive connection, with no more HTTP than is needed."""

    def __init__(self, host: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._host = host
        self._reader = reader
        self._writer = writer

    @classmethod
    async def open(cls, url: str) -> "_Line":
        parts = urlsplit(url)
        return cls(parts.netloc, *await asyncio.open_connection(parts.hostname, parts.port))

    async def call(self, method: str, wish: dict[str, object]) -> list[dict[str, dict[str, dict[str, int]]]]:
        body = json.dumps(wish).encode()
        head = f"POST /bot{TOKEN}/{method} HTTP/1.1\r\nHost: {self._host}\r\n"
        kind = f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
        self._writer.write(head.encode() + kind.encode() + body)
        answer = await self._reader.readuntil(b"\r\n\r\n")
        length = int(answer.lower().partition(b"content-length:")[2].partition(b"\r\n")[0])
        return json.loads(await self._reader.readexactly(length))["result"]

    async def close(self) -> None:
        self._writer.close()
        await self._writer.wait_closed()
