"""`python -m bot …` as people run it: a process of its own, with its settings in the environment."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from tests.chaos.processes import FORKS
from tests.commands import program
from tests.conftest import _admin, _at_once, _beside

ROOT = Path(__file__).parents[2]
TOKEN = "42:COMMAND-token-of-the-local-telegram"
PATIENCE = 240.0
"""Seconds that a command may take on a machine that has other things to do."""
NOWHERE = "http://127.0.0.1:9"
"""Where no Bot API server listens."""
_numbers = count(1)


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    def refused(self) -> str:
        """The one line on standard error with which a command that cannot be done ends, and nothing else is said."""
        assert self.code == 2, (self.out, self.err)
        assert self.out == ""
        assert self.err.endswith("\n")
        assert self.err.count("\n") == 1, self.err
        assert "Traceback" not in self.err
        assert TOKEN not in self.err
        return self.err.strip()


@dataclass(frozen=True)
class Machine:
    """A folder and an environment in which commands are run."""

    folder: Path
    settings: Mapping[str, str] = field(default_factory=dict)

    def run(self, *words: str, **settings: str) -> Ran:
        """In a process forked after the slow imports; `start` begins with them, as people do."""
        with TemporaryDirectory() as said:
            arguments = (words, str(self.folder), self.environment(**settings), said)
            process = FORKS.Process(target=program.run, args=arguments)
            process.start()
            process.join(PATIENCE)
            if process.exitcode is None:
                process.kill()
                process.join()
                raise TimeoutError(words)
            out, err = (Path(said, name).read_text(encoding="utf-8") for name in ("out", "err"))
            return Ran(process.exitcode, out, err)

    def well(self, *words: str, **settings: str) -> Ran:
        ran = self.run(*words, **settings)
        assert (ran.code, ran.err) == (0, ""), ran
        return ran

    def start(self, *words: str, **settings: str) -> "subprocess.Popen[str]":
        return subprocess.Popen(
            self.line(*words),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd=self.folder,
            env=self.environment(**settings),
        )

    def line(self, *words: str) -> list[str]:
        return [sys.executable, "-W", "error::DeprecationWarning", "-m", "bot", *words]

    def environment(self, **settings: str) -> dict[str, str]:
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
        return {**kept, "PYTHONPATH": str(ROOT), "TELEGRAM_API_URL": NOWHERE, **self.settings, **settings}

    @property
    def url(self) -> str:
        return self.settings["DATABASE_URL"]


@pytest.fixture(params=["sqlite", "postgres"])
def machine(request: pytest.FixtureRequest, tmp_path: Path) -> Machine:
    """With an empty database, once of each kind."""
    if request.param == "sqlite":
        return _on_sqlite(tmp_path)
    on_postgres: Machine = request.getfixturevalue("on_postgres")
    return on_postgres


@pytest.fixture
def on_postgres(postgres: str, tmp_path: Path) -> Iterator[Machine]:
    """With an empty database of PostgreSQL."""
    name = f"commands_{os.getpid()}_{next(_numbers)}"
    _at_once(_admin(postgres, f"CREATE DATABASE {name}"))
    yield Machine(tmp_path, {"DATABASE_URL": _beside(postgres, name)})
    _at_once(_admin(postgres, f"DROP DATABASE {name} WITH (FORCE)"))


@pytest.fixture
def laptop(tmp_path: Path) -> Machine:
    """With no database yet, SQLite when there is one."""
    return _on_sqlite(tmp_path)


@pytest.fixture(scope="session")
def founded_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("founded")
    _on_sqlite(folder).well("init", "--name", "Школа № 5", "--admin", "Иванова Мария Петровна")
    return folder / "zvonok.db"


@pytest.fixture
def founded(laptop: Machine, founded_file: Path) -> Machine:
    """With a school and its administrator, on SQLite."""
    shutil.copy(founded_file, laptop.folder / "zvonok.db")
    return laptop


@pytest.fixture
def staffed(laptop: Machine, template: Path) -> Machine:
    """With the known cast, on SQLite."""
    shutil.copy(template, laptop.folder / "zvonok.db")
    return laptop


def _on_sqlite(folder: Path) -> Machine:
    return Machine(folder, {"DATABASE_URL": f"sqlite:///{folder}/zvonok.db"})
