"""`digest`: the evening digests of a day, queued by hand."""

from datetime import date

from bot.commands.codes import wiring_of
from bot.commands.database import writing


async def queue_digests(day: date) -> int:
    """How many were added; a second call adds nothing."""
    async with writing("queueing digests") as (settings, database):
        return await (await wiring_of(settings, database)).digests().queue_day(day)
