"""One chat's updates one after another, different chats side by side, so many at once and no more."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Hashable
from contextlib import suppress
from itertools import count
from typing import Generic, TypeVar

T = TypeVar("T")
Again = float | None
"""Seconds after which an item is to be handled again; None: it is done with."""


class Lanes(Generic[T]):
    """`handle` is called for each item put in; it must not raise. An item that is to come again holds its lane only."""

    def __init__(self, handle: Callable[[T], Awaitable[Again]], at_once: int) -> None:
        self._handle = handle
        self._at_once = at_once
        self._lanes: dict[Hashable, deque[T]] = {}
        self._ranks: dict[Hashable, int] = {}
        self._ready: asyncio.PriorityQueue[tuple[int, int, Hashable]] = asyncio.PriorityQueue()
        self._turns = count()
        self._pauses: set[asyncio.TimerHandle] = set()
        self._workers: list[asyncio.Task[None]] = []
        self._room = asyncio.Event()
        self._room.set()
        self._idle = asyncio.Event()
        self._idle.set()
        self.waiting = 0
        """Items put in and not yet handled to their end."""

    def start(self) -> None:
        self._workers = [asyncio.create_task(self._work()) for _ in range(self._at_once)]

    def put(self, lane: Hashable, item: T, rank: int = 0) -> None:
        """Where more wait than can be handled at once, a lower `rank` comes first; a lane keeps its first one."""
        self.waiting += 1
        self._idle.clear()
        if lane in self._lanes:
            self._lanes[lane].append(item)
        else:
            self._lanes[lane] = deque([item])
            self._ranks[lane] = rank
            self._line_up(lane)

    async def below(self, most: int) -> None:
        """Waits until fewer than `most` items are waiting."""
        while self.waiting >= most:
            self._room.clear()
            await self._room.wait()

    async def stop(self, patience: float) -> None:
        """Lets what is under way end, at most `patience` seconds; what has not begun stays in the inbox."""
        for pause in self._pauses:
            pause.cancel()
        for lane in self._lanes.values():
            while len(lane) > 1:
                lane.pop()
        if not self._pauses:
            with suppress(TimeoutError):
                await asyncio.wait_for(self.idle(), patience)
        for worker in self._workers:
            worker.cancel()
        await asyncio.gather(*self._workers, return_exceptions=True)

    async def idle(self) -> None:
        await self._idle.wait()

    async def _work(self) -> None:
        while True:
            _, _, lane = await self._ready.get()
            again = await self._handle(self._lanes[lane][0])
            if again is None:
                self._after(lane)
            else:
                self._line_up_later(lane, again)

    def _after(self, lane: Hashable) -> None:
        waiting = self._lanes[lane]
        waiting.popleft()
        self.waiting -= 1
        self._room.set()
        if waiting:
            self._line_up(lane)
        else:
            del self._lanes[lane], self._ranks[lane]
        if not self._lanes:
            self._idle.set()

    def _line_up(self, lane: Hashable) -> None:
        self._ready.put_nowait((self._ranks[lane], next(self._turns), lane))

    def _line_up_later(self, lane: Hashable, seconds: float) -> None:
        def over() -> None:
            self._pauses.discard(pause)
            self._line_up(lane)

        pause = asyncio.get_running_loop().call_later(seconds, over)
        self._pauses.add(pause)
