"""Two thousand damaged files through the reading that real ones go through: read or refused, never worse."""

import random
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.storage.mutants import damaged, whole_files

ROOT = Path(__file__).parents[2]
OF_EACH = 250
SLOWEST = 10.0
"""Seconds of one file, on a machine that has much else to do."""
NAMES = ("lists.xlsx", "week.xlsx", "lists.ods", "week.ods", "lists.csv", "plain.csv", "asc.xml", "week.fet")


def _read(folder: Path) -> list[tuple[str, str, float]]:
    line = [sys.executable, "-m", "tests.storage.mutants_child", str(folder)]
    child = subprocess.run(line, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert child.returncode == 0, child.stderr[-2000:]
    told = [said.split() for said in child.stdout.splitlines()]
    return [(name, outcome, float(seconds)) for name, outcome, seconds in told]


def test_the_undamaged_are_read(tmp_path: Path) -> None:
    (tmp_path / "whole").mkdir()
    for name, content in whole_files(tmp_path).items():
        (tmp_path / "whole" / name).write_bytes(content)
    told = _read(tmp_path / "whole")
    assert {name: outcome for name, outcome, _ in told} == dict.fromkeys(sorted(NAMES), "read")


@pytest.mark.parametrize("name", NAMES)
def test_the_damaged_are_read_or_refused(name: str, tmp_path: Path) -> None:
    chance, whole, folder = random.Random(name), whole_files(tmp_path)[name], tmp_path / "damaged"
    folder.mkdir()
    for number in range(OF_EACH):
        (folder / f"{number:03}-{name}").write_bytes(damaged(whole, chance))
    told = _read(folder)
    assert len(told) == OF_EACH
    assert max(seconds for _, _, seconds in told) < SLOWEST
    outcomes = Counter(outcome for _, outcome, _ in told)
    assert min(outcomes["read"], outcomes["refused"]) > OF_EACH // 25, outcomes
