"""The delivery loop's place in the program: rows of a dead run first, then on until it is stopped."""

import asyncio
import traceback
from dataclasses import dataclass

import structlog

from domain.messaging.delivery import Delivery

log = structlog.get_logger()

DRAIN_SECONDS = 8.0
"""How long a stop waits for messages under way; what is not through then is marked as doubtful at the next start."""


def trouble(error: Exception) -> None:
    """What the loop could go on after. Where it happened, but never the error's text, which may hold names."""
    where = [f"{frame.name}:{frame.lineno}" for frame in traceback.extract_tb(error.__traceback__)[-4:]]
    log.error("delivery_trouble", error=type(error).__name__, where=where)


@dataclass
class DeliveryLoop:
    delivery: Delivery

    async def run(self) -> None:
        """Ends after `stop()`; cancelling it leaves what is under way in doubt."""
        recovered = await self.delivery.recover()
        if recovered:
            log.warning("messages_in_doubt", rows=recovered)
        await self.delivery.run()

    async def drain(self, task: asyncio.Task[None]) -> None:
        """Stops `run`, which `task` runs, and waits for its end, for a bounded time."""
        self.delivery.stop()
        try:
            await asyncio.wait_for(task, DRAIN_SECONDS)
        except TimeoutError:
            log.warning("delivery_cut_off")
