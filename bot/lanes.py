"""One chat's updates one after another, different chats side by side, so many at once and no more."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Hashable
from contextlib import suppress
from typing import Generic, TypeVar

T = TypeVar("T")


class Lanes(Generic[T]):
    """`handle` is called for each item put in; it must not raise."""

    def __init__(self, handle: Callable[[T], Awaitable[None]], at_once: int) -> None:
        self._handle = handle
        self._at_once = at_once
        self._lanes: dict[Hashable, deque[T]] = {}
        self._ready: asyncio.Queue[Hashable] = asyncio.Queue()
        self._workers: list[asyncio.Task[None]] = []
        self._room = asyncio.Event()
        self._room.set()
        self._idle = asyncio.Event()
        self._idle.set()
        self.waiting = 0
        """Items put in and not yet handled to their end."""

    def start(self) -> None:
        self._workers = [asyncio.create_task(self._work()) for _ in range(self._at_once)]

    def put(self, lane: Hashable, item: T) -> None:
        self.waiting += 1
        self._idle.clear()
        if lane in self._lanes:
            self._lanes[lane].append(item)
        else:
            self._lanes[lane] = deque([item])
            self._ready.put_nowait(lane)

    async def below(self, most: int) -> None:
        """Waits until fewer than `most` items are waiting."""
        while self.waiting >= most:
            self._room.clear()
            await self._room.wait()

    async def stop(self, patience: float) -> None:
        """Lets what is under way end, at most `patience` seconds; what has not begun stays in the inbox."""
        for lane in self._lanes.values():
            while len(lane) > 1:
                lane.pop()
        with suppress(TimeoutError):
            await asyncio.wait_for(self.idle(), patience)
        for worker in self._workers:
            worker.cancel()
        await asyncio.gather(*self._workers, return_exceptions=True)

    async def idle(self) -> None:
        await self._idle.wait()

    async def _work(self) -> None:
        while True:
            lane = await self._ready.get()
            item = self._lanes[lane][0]
            await self._handle(item)
            self._after(lane)

    def _after(self, lane: Hashable) -> None:
        waiting = self._lanes[lane]
        waiting.popleft()
        self.waiting -= 1
        self._room.set()
        if waiting:
            self._ready.put_nowait(lane)
        else:
            del self._lanes[lane]
        if not self._lanes:
            self._idle.set()
