"""`run`: the bot, until it is told to stop."""

import asyncio
import gc
import signal
from collections.abc import Coroutine
from typing import Any

from bot.application import Application, NoSchool
from bot.commands.problems import Mistaken
from bot.logs import set_up_logs
from bot.middlewares.pace import MOST_ACTS
from bot.poller import Unauthorized
from bot.settings import Settings, read_settings
from bot.system_clock import SystemClock
from domain.clock import Clock
from storage.lock import sole_writer
from storage.schema import migrate


async def run_bot() -> None:
    """Raises `Mistaken` for a token that Telegram does not know and for a database without a school."""
    settings = read_settings(with_token=True)
    set_up_logs(settings.log_format, settings.log_level)
    async with sole_writer(settings.database_url, "the bot"):
        await migrate(settings.database_url)
        await run_application(settings, SystemClock())


async def run_application(settings: Settings, clock: Clock, most_acts: int = MOST_ACTS) -> None:
    try:
        application = await Application.build(settings, clock, most_acts)
        try:
            await until_stopped(application.run())
        finally:
            await application.close()
    except NoSchool:
        raise Mistaken("The database holds no school yet: run `python -m bot init` first.") from None
    except Unauthorized:
        raise Mistaken("Telegram does not know this BOT_TOKEN: copy it from @BotFather again.") from None


async def until_stopped(work: Coroutine[Any, Any, None]) -> None:
    """Runs `work` until it ends or the process is told to stop (SIGINT, SIGTERM), then lets it end cleanly."""
    task: asyncio.Task[None] = asyncio.get_running_loop().create_task(work)
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, task.cancel)
    try:
        await task
    except asyncio.CancelledError:
        pass
    finally:
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.remove_signal_handler(number)
        # The process is about to end: looking through a full heap for cycles once more takes the interpreter seconds.
        gc.freeze()
