"""The bot with a clock set to a moment of the demo school. `python -m tests.bench.school_bot ISO`"""

import asyncio
import sys
from datetime import datetime

from bot.commands.running import run_application
from bot.logs import set_up_logs
from bot.settings import read_settings
from bot.system_clock import MovableClock
from storage.lock import sole_writer

NO_LIMIT = 1_000_000
"""Acts of one person in ten seconds: a few people stand for a whole school here."""


async def main(starts: str) -> None:
    settings = read_settings(with_token=True)
    set_up_logs(settings.log_format, settings.log_level)
    async with sole_writer(settings.database_url, "the benchmark"):
        await run_application(settings, MovableClock(datetime.fromisoformat(starts)), NO_LIMIT)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
