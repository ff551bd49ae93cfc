"""The benchmark's arithmetic and plumbing; how fast anything is, no test says."""

import asyncio
import json
import sys
from asyncio import create_subprocess_exec
from asyncio.subprocess import PIPE
from pathlib import Path

import aiohttp
import pytest

from bot.raw_updates import given
from tests.bench.__main__ import MEASURES
from tests.bench.figures import TARGETS, figure, table
from tests.bench.growth import PERSONS, another
from tests.bench.load import load, taken
from tests.bench.programs import ROOT, calling_bot, local_telegram, program


def test_a_figure_is_the_median_and_its_ratio_the_median_of_each_repeats_own() -> None:
    made = figure("start", [1.0, 9.0, 2.0], "s", [1.0, 3.0, 1.0])
    assert (made.value, made.yardstick, made.ratio) == (2.0, 1.0, 2.0)


def test_a_repeat_without_its_yardstick_is_refused() -> None:
    with pytest.raises(ValueError):
        figure("start", [1.0, 2.0], "s", [1.0])


def test_the_table_says_what_was_missed() -> None:
    slow = figure("tomorrow_updates", [100.0], "1/s", [1000.0])
    fast = figure("marks_growth", [1.2], "ms", [1.0])
    first, second = table([slow, fast]).splitlines()[1:]
    assert "MISSED" in first
    assert "≥ 0.5" in first
    assert "ok" in second
    assert "MISSED" not in second


def test_every_figure_is_measured_by_one_measurement_and_compared_with_something() -> None:
    names = [name for figures in MEASURES for name in figures]
    assert sorted(names) == sorted(TARGETS)
    assert all(target.of for target in TARGETS.values())


def test_a_refused_call_spoils_the_measurement() -> None:
    with pytest.raises(AssertionError, match="Too Many Requests"):
        taken([{"outcome": "taken"}, {"outcome": "refused", "description": "Too Many Requests: retry after 1"}])


async def test_a_program_ends_with_its_block() -> None:
    async with local_telegram(users=2, limits=True) as url, load(url) as people:
        await people.write(2, "?")
        assert await people.people.pending() == 1
    with pytest.raises(aiohttp.ClientConnectorError):
        async with aiohttp.ClientSession() as client, client.get(url):
            pass


async def test_a_program_that_ends_by_itself_is_not_waited_for() -> None:
    async with program("json.tool", "--help") as ended:
        with pytest.raises(AssertionError, match="ended by itself"):
            await ended.while_it_runs(asyncio.sleep(60))


def test_each_update_that_is_poured_in_is_another_one_to_the_inbox() -> None:
    message = {"message_id": 5, "date": 7, "chat": {"id": 1}, "from": {"id": 1}, "text": "?"}
    text = {"update_id": 9, "message": message}
    tap = {"update_id": 10, "callback_query": {"id": "77", "from": {"id": 1}, "message": message, "data": "m"}}
    numbers = (*range(50), *range(PERSONS, PERSONS + 50))
    known = [given(another(sample, number)) for number in numbers for sample in (text, tap)]
    assert len({one.identity for one in known if one is not None}) == 200
    assert {one.chat_id for one in known if one is not None} == set(range(50))
    assert text == {"update_id": 9, "message": {**message, "message_id": 5, "chat": {"id": 1}}}


async def test_the_bare_caller_tells_every_chat_once() -> None:
    async with local_telegram(users=9, limits=False) as url, load(url) as people:
        async with calling_bot(url, range(2, 9), in_flight=3) as caller:
            await people.write(1, "?")
            told = await caller.while_it_runs(people.until(lambda entries: len(entries) >= 7))
        told += await people.calls()
    assert sorted(one["chat_id"] for one in told) == list(range(2, 9))
    assert {one["params"]["text"] for one in told} == {"?"}


@pytest.mark.slow
async def test_the_quickest_figure_is_measured_and_written(tmp_path: Path) -> None:
    arguments = ("--quick", "--only", "digests_queued", "--json", "--file", str(tmp_path / "bench.json"))
    process = await create_subprocess_exec(sys.executable, "-m", "tests.bench", *arguments, cwd=ROOT, stdout=PIPE)
    printed, _ = await process.communicate()
    assert process.returncode == 0
    written = json.loads((tmp_path / "bench.json").read_text(encoding="utf-8"))
    assert json.loads(printed) == written
    assert [list(one) for one in written] == [["name", "value", "unit", "yardstick", "ratio"]] * 2
    queued, statements = written
    assert (queued["name"], queued["unit"], queued["yardstick"]) == ("digests_queued", "s", 2.0)
    assert queued["ratio"] == pytest.approx(queued["value"] / 2.0, rel=0.01)
    assert statements["value"] == statements["yardstick"] > 0
