"""While the disk takes nothing, what people ask is answered all the same; what would be saved waits at Telegram.

Such an update is not confirmed, so Telegram gives it again until the disk takes it; it is not answered a second time.
"""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime

import structlog

from storage.inbox import GivenUpdate, StoredUpdate
from storage.reading_only import reading_only

log = structlog.get_logger(__name__)

MOST_REMEMBERED = 10_000


class ReadingOn:
    """`feed` handles an update. What it raises, a refused save above all, leaves the update for later."""

    def __init__(self, feed: Callable[[StoredUpdate], Awaitable[None]]) -> None:
        self._feed = feed
        self._answered: dict[str, bool] = {}
        """By payload: updates that the disk did not take, and whether each was answered."""

    async def answer(self, given: Sequence[GivenUpdate], received_at: datetime) -> None:
        """Each once, however often Telegram gives it."""
        for one in given:
            if one.payload not in self._answered and len(self._answered) < MOST_REMEMBERED:
                stand_in = StoredUpdate(0, one.chat_id, one.payload, received_at)
                self._answered[one.payload] = await self._only_read(stand_in)

    def answered(self, stored: StoredUpdate) -> bool:
        """Whether one that the disk has taken at last needs no handling any more; forgets it."""
        return self._answered.pop(stored.payload, False)

    async def _only_read(self, update: StoredUpdate) -> bool:
        try:
            with reading_only():
                await self._feed(update)
        except Exception as problem:  # noqa: BLE001
            # Whatever it was: the update comes again, and is handled then as any other.
            log.warning("left_for_later", problem=type(problem).__name__)
            return False
        return True
