"""The programs of a round, in processes that were forked after the slow imports; the bot with the harness’s clock."""

import logging
import os
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import bot.application  # noqa: F401  # what takes the seconds
from bot import __main__ as program
from bot.commands import running
from bot.local_telegram import __main__ as local_telegram


class AheadClock:
    """As many seconds ahead of the machine's clock as a file says, read anew each time.

    So a harness moves the time of a running bot, and a bot started again goes on where the dead one stood.
    """

    def __init__(self, file: Path) -> None:
        self._file = file

    def now(self) -> datetime:
        return datetime.now(UTC) + timedelta(seconds=float(self._file.read_text(encoding="ascii")))


def run(folder: str, environment: Mapping[str, str], ahead: str) -> None:
    """In `folder`, with this environment and no other; what it says goes to `bot.log` there."""
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    log = os.open("bot.log", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    os.dup2(log, 1)
    os.dup2(log, 2)
    logging.getLogger().handlers.clear()
    sys.argv = ["bot", "run"]
    running.SystemClock = lambda: AheadClock(Path(ahead))  # type: ignore[assignment,misc]
    program.main()


def serve(said: str, arguments: Sequence[str]) -> None:
    """`python -m bot.local_telegram`; the line with its address goes to the file `said`."""
    out = os.open(said, os.O_WRONLY)
    os.dup2(out, 1)
    sys.stdout = os.fdopen(1, "w")
    logging.getLogger().handlers.clear()
    sys.argv = ["local_telegram", *arguments]
    local_telegram.main()
