"""`run` and `demo` as processes: they start, say where they are, and end cleanly when told to."""

import asyncio
import os
import signal
import socket
import subprocess
import time
from collections.abc import AsyncIterator
from pathlib import Path
from urllib.request import urlopen

import pytest

from bot.local_telegram.server import LocalTelegram
from tests.commands.conftest import Machine

TOKEN = "7100000042:AArun-token-of-the-local-telegram"
PATIENCE = 60.0
CLEAN_END = 15.0
"""Seconds after Ctrl-C: on a machine with nothing else to do it is well under two."""


@pytest.fixture
async def telegram() -> AsyncIterator[LocalTelegram]:
    server = LocalTelegram(token=TOKEN)
    await server.start()
    yield server
    await server.stop()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(file: Path, process: "subprocess.Popen[str]") -> None:
    deadline = time.monotonic() + PATIENCE
    while not (file.exists() and file.read_text()):
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < deadline
        time.sleep(0.05)


def _ended(process: "subprocess.Popen[str]", number: signal.Signals, patience: float = CLEAN_END) -> tuple[str, str]:
    """What it said, once it has ended with code 0 within its time after the signal."""
    told = time.monotonic()
    os.kill(process.pid, number)
    out, err = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0, (out, err)
    assert time.monotonic() - told < patience
    assert "Traceback" not in out + err
    return out, err


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_demo_opens_its_page_and_ends_cleanly(laptop: Machine, number: signal.Signals) -> None:
    ready, port = laptop.folder / "ready", _free_port()
    process = laptop.start("demo", "--port", str(port), "--ready-file", str(ready))
    try:
        _wait_for(ready, process)
        assert ready.read_text() == f"http://127.0.0.1:{port}"
        with urlopen(ready.read_text()) as page:
            assert "<html" in page.read().decode()
        out, err = _ended(process, number)
    finally:
        process.kill()
    assert err == ""
    assert f"http://127.0.0.1:{port}" in out
    for role in ("Мама", "Учитель алгебры", "Классный руководитель", "Завуч", "Администратор"):
        assert role in out
    assert {one.name for one in laptop.folder.iterdir()} == {"ready"}


def test_a_taken_port_is_one_line(laptop: Machine) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert laptop.run("demo", "--port", str(port)).refused().startswith(f"Port {port} is taken")


async def test_the_bot_runs_until_it_is_told_to_stop(founded: Machine, telegram: LocalTelegram) -> None:
    process = founded.start("run", BOT_TOKEN=TOKEN, TELEGRAM_API_URL=telegram.url, LOG_FORMAT="json")
    try:
        deadline = time.monotonic() + PATIENCE
        while not telegram.exchange.ledger.after(0)["entries"]:
            assert process.poll() is None, process.communicate()
            assert time.monotonic() < deadline
            await asyncio.sleep(0.05)
        busy = await asyncio.to_thread(founded.run, "codes", "--role", "admin")
        assert f"in use by the bot, process {process.pid}" in busy.refused()
        out, err = await asyncio.to_thread(_ended, process, signal.SIGTERM, 5.0)
    finally:
        process.kill()
    assert TOKEN not in out + err


async def test_a_token_that_telegram_does_not_know_ends_the_bot_with_one_line(
    founded: Machine, telegram: LocalTelegram
) -> None:
    forged = "7100000042:AAanother-token-that-nobody-knows"
    ran = await asyncio.to_thread(founded.run, "run", BOT_TOKEN=forged, TELEGRAM_API_URL=telegram.url)
    assert "Telegram does not know this BOT_TOKEN" in ran.refused()
    assert forged not in ran.err
