"""Updates that wait for the bot, and the poll that is held open for them."""

import asyncio
import json
import random
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice

from bot.local_telegram.chats import JSON
from bot.local_telegram.errors import conflict

LIFETIME = 24 * 3600.0
FIRST_ID = 100_000_001
UNASKED = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
"""Kinds that the bot gets only when it names them."""
REMEMBERED = 100
SWEEP = 0.5
OTHER_POLL = "terminated by other getUpdates request; make sure that only one bot instance is running"
WEBHOOK_ACTIVE = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"


@dataclass(slots=True, eq=False)
class Waiting:
    """One update in the queue. An odd one (repeated, reordered, raw) is not confirmed before it was handed out."""

    id: int
    line: str
    queue: int
    until: float
    odd: bool = False
    served: bool = False


class Updates:
    def __init__(self, *, monotonic: Callable[[], float] = time.monotonic, callback_lifetime: float) -> None:
        self._monotonic = monotonic
        self._callback_lifetime = callback_lifetime
        self._waiting: deque[Waiting] = deque()
        self._served: deque[Waiting] = deque(maxlen=REMEMBERED)
        self._poll: asyncio.Future[str | None] | None = None
        self.next_id = FIRST_ID
        self.allowed: list[str] | None = None
        self.held = False
        self._any_odd = False
        self._swept = 0.0
        self.arrived: asyncio.Event = asyncio.Event()

    def __len__(self) -> int:
        return len(self._waiting)

    def put(self, kind: str, payload: JSON, queue: int) -> None:
        """`queue` is the person or group whose updates a webhook gets one after another."""
        if not self._wanted(kind):
            return
        update_id, self.next_id = self.next_id, self.next_id + 1
        lifetime = self._callback_lifetime if kind == "callback_query" else LIFETIME
        line = json.dumps({"update_id": update_id, kind: payload}, ensure_ascii=False, separators=(",", ":"))
        self._append(Waiting(update_id, line, queue, self._monotonic() + lifetime))

    def put_raw(self, update: JSON, *, times: int = 1) -> None:
        """Whatever the test wants; without an update_id it gets the next one."""
        if "update_id" not in update:
            update = {"update_id": self.next_id, **update}
            self.next_id += 1
        number = update["update_id"] if isinstance(update["update_id"], int) else 0
        for _ in range(times):
            self._append(Waiting(number, json.dumps(update, ensure_ascii=False), 0, self._end(), odd=True))

    def duplicate(self) -> None:
        """Everything that waits comes twice; when nothing waits, the last update handed out comes again."""
        for entry in list(self._waiting) or list(self._served)[-1:]:
            self._append(Waiting(entry.id, entry.line, entry.queue, self._end(), odd=True))

    def shuffle(self, seed: int | None) -> None:
        entries = list(self._waiting)
        random.Random(seed).shuffle(entries)
        for entry in entries:
            entry.odd = True
        self._any_odd = bool(entries)
        self._waiting = deque(entries)

    def drop_all(self) -> None:
        self._waiting.clear()

    def confirm(self, offset: int) -> None:
        """A negative offset keeps that many last updates; one beyond the end confirms nothing (ids restarted)."""
        if offset < 0:
            self._waiting = deque(list(self._waiting)[offset:])
            return
        if offset == 0 or offset > self.next_id + len(self._waiting):
            return
        if self._any_odd:
            self._waiting = deque(e for e in self._waiting if e.id >= offset or (e.odd and not e.served))
            self._any_odd = any(entry.odd for entry in self._waiting)
        while self._waiting and self._waiting[0].id < offset and not self._waiting[0].odd:
            self._waiting.popleft()

    def batch(self, limit: int) -> list[Waiting]:
        """The first that wait, without those whose time is over."""
        if self.held:
            return []
        self._forget_expired()
        entries = list(islice(self._waiting, limit))
        for entry in entries:
            entry.served = True
        self._served.extend(entries[-REMEMBERED:])
        return entries

    def remove(self, entry: Waiting) -> None:
        """Delivered by webhook."""
        if entry in self._waiting:
            self._waiting.remove(entry)

    def waiting(self) -> list[Waiting]:
        self._forget_expired()
        return [] if self.held else list(self._waiting)

    def _forget_expired(self) -> None:
        """Looks through the queue once in `SWEEP` seconds: it may be long."""
        now = self._monotonic()
        if now - self._swept >= SWEEP:
            self._swept = now
            self._waiting = deque(entry for entry in self._waiting if entry.until > now)

    def hold(self, held: bool) -> None:
        """While held, nothing is handed out: a test can prepare what waits."""
        self.held = held
        self._wake()

    async def poll(self, offset: int, limit: int, timeout: float) -> list[Waiting]:
        """Held open until something arrives; an older poll that is still held gets a 409."""
        self.break_poll(OTHER_POLL)
        self.confirm(offset)
        end = self._monotonic() + timeout
        while not (entries := self.batch(limit)):
            rest = end - self._monotonic()
            if rest <= 0 or not await self._arrival(rest):
                break
        return entries

    def break_poll(self, reason: str | None) -> None:
        """Ends the poll that is held: with a 409, or without updates when there is no reason (the server stops)."""
        if self._poll is not None and not self._poll.done():
            self._poll.set_result(reason or "")
        self._poll = None

    async def _arrival(self, seconds: float) -> bool:
        """False when nobody needs the poll any more."""
        poll: asyncio.Future[str | None] = asyncio.get_running_loop().create_future()
        self._poll = poll
        await asyncio.wait([poll], timeout=seconds)
        if not poll.done():
            self._poll = None
            return False
        reason = poll.result()
        if reason:
            raise conflict(reason)
        return reason is None

    def _wanted(self, kind: str) -> bool:
        return kind in self.allowed if self.allowed else kind not in UNASKED

    def _end(self) -> float:
        return self._monotonic() + LIFETIME

    def _append(self, entry: Waiting) -> None:
        self._any_odd = self._any_odd or entry.odd
        self._waiting.append(entry)
        self._wake()

    def _wake(self) -> None:
        self.arrived.set()
        if self._poll is not None and not self._poll.done():
            self._poll.set_result(None)
            self._poll = None
