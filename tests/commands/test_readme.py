"""The READMEs: what they tell people to type is typed here, and their tables say what the program says."""

import asyncio
import os
import re
import shutil
import signal
import subprocess
import sys
import textwrap
import urllib.request
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.local_telegram.server import LocalTelegram
from bot.settings import Settings
from handlers.roles.greeting import commands_for
from handlers.texts.translator import texts_in
from tests import school
from tests.commands.conftest import ROOT, TOKEN

READMES = [ROOT / "README.md", ROOT / "README.ru.md"]
MADE_BY_CI = {"make install", "make test"}
"""`make test` runs this very test, after what `make install` makes."""
RUN_APART = {"make demo", "make run"}
"""These do not end by themselves: each has a test of its own below."""


def _typed(readme: Path) -> list[str]:
    blocks = re.findall(r"^ *```sh\n(.*?)^ *```", readme.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    return [line for block in blocks for line in textwrap.dedent(block).splitlines() if line]


@pytest.fixture
async def telegram() -> AsyncIterator[LocalTelegram]:
    server = LocalTelegram(token=TOKEN)
    await server.start()
    yield server
    await server.stop()


def _environment(telegram_url: str, **more: str) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return {**kept, "BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": telegram_url, **more}


def _run(script: str, folder: Path, environment: dict[str, str]) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        ["bash", "-c", script], cwd=folder, env=environment, capture_output=True, text=True, timeout=300
    )


DIFFERENT = list({tuple(_typed(readme)): readme for readme in READMES}.values())
"""Where both tell people to type the same, it is typed once."""


@pytest.mark.timeout(400)
@pytest.mark.parametrize("readme", DIFFERENT, ids=[readme.name for readme in DIFFERENT])
async def test_every_command_of_the_readme_does_what_it_is_there_for(
    readme: Path, telegram: LocalTelegram, tmp_path: Path
) -> None:
    (tmp_path / ".venv").symlink_to(sys.prefix)
    shutil.copy(ROOT / ".env.example", tmp_path)
    lines = [line for line in _typed(readme) if line not in MADE_BY_CI | RUN_APART]
    assert len(lines) > 8
    assert not [line for line in lines if line.startswith("make")], "a new command needs a test here"
    script = "\n".join(["set -e", *lines])
    environment = _environment(telegram.url, PYTHONPATH=str(ROOT))
    done = await asyncio.to_thread(
        subprocess.run,
        ["bash", "-c", script],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "journal.backup").stat().st_size > 100_000


@pytest.mark.parametrize("readme", READMES, ids=[readme.name for readme in READMES])
def test_the_table_of_settings_is_whole(readme: Path) -> None:
    rows = re.findall(r"^\| `([A-Z_]+)` \|", readme.read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(rows) == sorted(name.upper() for name in Settings.model_fields)


@pytest.mark.parametrize("readme", READMES, ids=[readme.name for readme in READMES])
def test_the_table_of_commands_is_whole(readme: Path) -> None:
    from bot.__main__ import app

    known = [one.name or (one.callback.__name__ if one.callback else "") for one in app.registered_commands]
    table = readme.read_text(encoding="utf-8").split("| `run` |")[1].split("\n\n")[0]
    listed = {"run", *re.findall(r"`([a-z-]+)`[,` |]", table.replace("`run` does", "").replace("(`run`", ""))}
    assert set(known) <= listed


@pytest.mark.parametrize("readme", READMES, ids=[readme.name for readme in READMES])
def test_the_table_of_the_chat_has_every_command_that_telegram_offers_and_no_other(readme: Path) -> None:
    chapter = re.split(r"^## ", readme.read_text(encoding="utf-8"), flags=re.MULTILINE)[3]
    told = set(re.findall(r"`/([a-z]+)", chapter))
    offered = {one.command for person in school.PEOPLE for one in commands_for(school.actor(person), texts_in("ru"))}
    assert told - {"start"} == offered


def test_every_picture_and_link_within_is_there() -> None:
    for readme in READMES:
        for link in re.findall(r"\]\((?!http)([^)#]+)\)", readme.read_text(encoding="utf-8")):
            assert (ROOT / link).exists(), f"{readme.name}: {link}"


def _started(line: str, environment: dict[str, str]) -> "subprocess.Popen[str]":
    pipe = subprocess.PIPE
    return subprocess.Popen(
        line.split(), cwd=ROOT, env=environment, stdout=pipe, stderr=pipe, text=True, start_new_session=True
    )


def _stopped(process: "subprocess.Popen[str]") -> str:
    """What was said on standard error after Ctrl-C, which make itself dies of and passes on to the program."""
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert process.returncode in (0, -signal.SIGINT), said
    return said


def test_make_demo_opens_a_page_and_ctrl_c_ends_it() -> None:
    process = _started("make demo PORT=0", dict(os.environ))
    assert process.stdout is not None
    said = ""
    for line in process.stdout:
        said += line
        if "Ctrl-C" in line:
            break
    url = re.search(r"http://127\.0\.0\.1:\d+", said)
    assert url, said + (process.stderr.read() if process.stderr else "")
    with urllib.request.urlopen(url[0], timeout=10) as page:
        assert page.status == 200
    assert "Traceback" not in _stopped(process)


async def test_make_run_answers_and_ctrl_c_ends_it(telegram: LocalTelegram, template: Path, tmp_path: Path) -> None:
    shutil.copy(template, tmp_path / "school.db")
    environment = _environment(telegram.url, DATABASE_URL=f"sqlite:///{tmp_path}/school.db")
    process = _started("make run", environment)
    async with asyncio.timeout(180):
        while not any(call["method"] == "getUpdates" for call in telegram.exchange.ledger.after(0)["entries"]):
            assert process.poll() is None, process.stderr.read() if process.stderr else ""
            await asyncio.sleep(0.1)
    said = await asyncio.to_thread(_stopped, process)
    assert "Traceback" not in said
    assert TOKEN not in said
