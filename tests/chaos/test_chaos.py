"""A few rounds of the kill harness, and that its judge sees what is broken."""

import json
import sys
from asyncio import create_subprocess_exec
from asyncio.subprocess import PIPE
from pathlib import Path

import pytest

from tests.chaos.processes import ROOT
from tests.chaos.witness import MARK, Verdict, arrived


def test_a_message_may_come_twice_when_the_second_says_so() -> None:
    verdict = Verdict(kills=1)
    verdict.told_once("mark", ["5", f"{MARK}. 5"], given_up=False)
    assert (verdict.kept, verdict.marked) == (True, 1)


def test_a_second_one_without_a_word_breaks_the_promise() -> None:
    verdict = Verdict(kills=1)
    verdict.told_once("mark", ["5", "5"], given_up=False)
    assert (verdict.kept, verdict.unmarked) == (False, 1)


def test_more_repeats_than_messages_under_way_break_the_promise() -> None:
    verdict = Verdict(kills=1)
    for _ in range(5):
        verdict.told_once("mark", ["5", f"{MARK}. 5"], given_up=False)
    assert not verdict.kept


def test_what_never_came_is_lost_unless_it_was_given_up_with_a_reason() -> None:
    verdict = Verdict()
    verdict.told_once("mark", [], given_up=True)
    assert verdict.kept
    verdict.told_once("mark", [], given_up=False)
    assert (verdict.kept, verdict.lost) == (False, 1)


def test_what_stands_twice_in_the_journal_is_doubled() -> None:
    verdict = Verdict()
    verdict.once("homework", 1)
    assert verdict.kept
    verdict.once("homework", 2)
    verdict.once("mark", 0)
    assert (verdict.doubled, verdict.lost) == (1, 1)


def test_a_message_that_telegram_took_counts_though_the_bot_never_learnt_it() -> None:
    calls = [
        {"method": "sendMessage", "outcome": "taken", "fault": "cut_after", "chat_id": 7, "params": {"text": "5"}},
        {"method": "sendMessage", "outcome": "fault", "fault": "cut_before", "chat_id": 7, "params": {"text": "4"}},
        {"method": "editMessageText", "outcome": "taken", "chat_id": 7, "params": {"text": "3"}},
    ]
    assert arrived(calls) == {7: ["5"]}


@pytest.mark.timeout(300)
async def test_nothing_is_lost_or_doubled_however_the_bot_is_killed(tmp_path: Path) -> None:
    counts = tmp_path / "chaos.json"
    arguments = ("--rounds", "3", "--broadcasts", "1", "--at-once", "2", "--json", str(counts))
    process = await create_subprocess_exec(sys.executable, "-m", "tests.chaos", *arguments, cwd=ROOT, stdout=PIPE)
    said, _ = await process.communicate()
    assert process.returncode == 0, said.decode()
    told = json.loads(counts.read_text(encoding="utf-8"))
    assert list(told) == ["rounds", "kills", "lost", "doubled", "unmarked", "marked", "in_flight"]
    assert (told["rounds"], told["lost"], told["doubled"], told["unmarked"]) == (4, 0, 0, 0)
    assert told["kills"] >= 4
    assert told["marked"] <= told["kills"] * told["in_flight"]
