"""How much a bot may send, by real time: 30 messages a second in all, 1 a second to a chat, 20 a minute to a group."""

import math
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.local_telegram.chats import Chat
from bot.local_telegram.errors import too_many_requests

OVERALL = 30
"""In any one second (a sliding window)."""
BURST = 3.0
"""Messages to one chat that pass at once; one more each second."""
GROUP = 20
"""In any minute, edits the same."""
LONG_TEXT = 500
LONG_COST = 1.5
"""A long message uses the chat's allowance up sooner."""
REMEMBERED = 5_000


@dataclass(slots=True)
class Window:
    """At most `limit` in any `seconds`."""

    limit: int
    seconds: float
    times: deque[float] = field(default_factory=deque)

    def wait(self, now: float, cost: int) -> float:
        """Seconds until `cost` more fit; 0 when they do now."""
        while self.times and self.times[0] <= now - self.seconds:
            self.times.popleft()
        over = len(self.times) + cost - self.limit
        if over <= 0:
            return 0.0
        return self.times[min(over, len(self.times)) - 1] + self.seconds - now

    def take(self, now: float, cost: int) -> None:
        self.times.extend([now] * cost)


@dataclass(slots=True)
class Allowance:
    """Full at `BURST`, refilled by one a second."""

    tokens: float
    at: float

    def wait(self, now: float, cost: float) -> float:
        self.tokens = min(BURST, self.tokens + now - self.at)
        self.at = now
        return max(0.0, cost - self.tokens)


class Limits:
    def __init__(self, *, enforced: bool = True, monotonic: Callable[[], float] = time.monotonic) -> None:
        self.enforced = enforced
        self._monotonic = monotonic
        self._overall = Window(OVERALL, 1.0)
        self._chats: dict[int, Allowance] = {}
        self._groups: dict[int, Window] = {}

    def take(self, chat: Chat, *, messages: int = 1, length: int = 0) -> None:
        """Raises 429 and uses nothing up when the messages do not fit."""
        if not self.enforced:
            return
        now = self._monotonic()
        cost = min(messages * (LONG_COST if length > LONG_TEXT else 1.0), BURST)
        allowance = self._allowance(chat.id, now)
        wait = max(self._overall.wait(now, messages), allowance.wait(now, cost))
        group = None if chat.private else self._group(chat.id)
        wait = max(wait, group.wait(now, messages) if group else 0.0)
        if wait > 0:
            raise too_many_requests(max(1, math.ceil(wait)))
        self._overall.take(now, messages)
        allowance.tokens -= cost
        if group:
            group.take(now, messages)

    def take_edit(self, chat: Chat) -> None:
        """Edits count in groups only."""
        if not self.enforced or chat.private:
            return
        now, group = self._monotonic(), self._group(chat.id)
        wait = group.wait(now, 1)
        if wait > 0:
            raise too_many_requests(max(1, math.ceil(wait)))
        group.take(now, 1)

    def _allowance(self, chat_id: int, now: float) -> Allowance:
        if len(self._chats) > REMEMBERED:
            self._chats = {key: kept for key, kept in self._chats.items() if kept.tokens + now - kept.at < BURST}
        return self._chats.setdefault(chat_id, Allowance(BURST, now))

    def _group(self, chat_id: int) -> Window:
        return self._groups.setdefault(chat_id, Window(GROUP, 60.0))
