"""A message on its way to a family, and what Telegram and the network do to it."""

import asyncio
from typing import Any

import pytest
from sqlalchemy import func, select

from storage.tables.messaging import outbox
from tests import school
from tests.faults.conftest import MARK_GRACE, give_a_mark, quiet, repeats, sends, told
from tests.stories.conftest import Story

MOTHER = school.telegram_id(school.MOTHER)


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A request that hangs is given up after a second."""
    monkeypatch.setattr("bot.sender.TIMEOUT", 1)


@pytest.mark.parametrize(
    ("kind", "arrivals"),
    [
        ("500", [True]),
        ("502", [True]),
        ("timeout", [True]),
        ("cut_before", [True]),
        ("bad_json", [False, True]),
        ("cut_after", [False, True]),
    ],
)
async def test_an_unknown_outcome_gets_one_repeat_that_says_so(story: Story, kind: str, arrivals: list[bool]) -> None:
    await give_a_mark(story)
    await story.people.fault(kind, "sendMessage", chat_id=MOTHER, seconds=30)
    await story.later(seconds=MARK_GRACE)
    texts = await told(story, school.MOTHER, "Алгебра", len(arrivals))
    await quiet(story)
    assert await told(story, school.MOTHER, "Алгебра") == texts
    assert repeats(texts) == arrivals
    assert repeats(await told(story, school.FATHER, "Алгебра")) == [False]


async def test_a_storm_of_429_is_obeyed_by_all_sending_and_loses_nothing(story: Story) -> None:
    await give_a_mark(story)
    await story.people.fault("429", "sendMessage", times=2, retry_after=2)
    await story.later(seconds=MARK_GRACE)
    for person in (school.MOTHER, school.FATHER, school.IVANOV):
        assert repeats(await told(story, person, "Алгебра")) == [False]
    calls = await story.people.calls("sendMessage")
    refused = [call for call in calls if call.get("fault") == "429"]
    assert len(refused) == 2
    for one in refused:
        later = [call["monotonic"] - one["monotonic"] for call in calls if call["n"] > one["n"]]
        under_way = [wait for wait in later if wait < 0.5]
        assert all(wait >= 1.9 for wait in later if wait not in under_way)
        assert len(under_way) < story.settings.sends_in_flight


async def test_while_telegram_cannot_be_reached_everything_waits_and_comes_unmarked(story: Story) -> None:
    await give_a_mark(story)
    port = int(story.telegram.url.rpartition(":")[2])
    await story.telegram.stop()
    await story.later(seconds=MARK_GRACE)
    await asyncio.sleep(1.5)
    story.telegram.exchange.closing.clear()
    await story.telegram.start(port=port)
    assert repeats(await told(story, school.MOTHER, "Алгебра")) == [False]
    await quiet(story)
    assert len(await told(story, school.MOTHER, "Алгебра")) == 1


@pytest.mark.parametrize("verb", ["block", "deactivate"])
async def test_an_account_that_takes_nothing_any_more_ends_the_message_and_the_class_teacher_hears(
    story: Story, verb: str
) -> None:
    await give_a_mark(story)
    await story.people.post(f"/people/users/{MOTHER}/{verb}", {})
    await story.later(seconds=MARK_GRACE)
    assert len(await told(story, school.FATHER, "Алгебра")) == 1
    heard = await told(story, school.CLASS_TEACHER_7A, "больше не получает")
    assert "Иванова" in heard[0]
    await quiet(story)
    tried = [call["outcome"] for call in await sends(story.people, MOTHER)]
    told_before = verb == "block" and not tried
    assert told_before or tried == ["refused"], "a block is an update too: it may come before the message is due"


async def test_twenty_taps_at_once_on_one_button_are_one_act(story: Story) -> None:
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    await teacher.write("/lesson")
    screen = await teacher.wait_for("Алгебра")
    button = screen.button("✅ Иванов Пётр")
    assert button is not None
    await asyncio.gather(*(teacher.press_raw(screen.id, button.data or "", wait=0) for _ in range(20)))
    await teacher.wait_for("Нет 1 из 4")
    assert len(await told(story, school.MOTHER, "нет на уроке")) == 1
    await quiet(story)
    assert len(await told(story, school.MOTHER, "нет на уроке")) == 1
    assert await _states(story, "absence") == {"sent": 2}


async def test_a_clock_that_jumps_a_day_ahead_and_back_tells_nothing_twice(story: Story) -> None:
    await give_a_mark(story)
    await story.later(days=1)
    first = await told(story, school.MOTHER, "Алгебра: ", 0)
    await quiet(story)
    await story.later(days=-1)
    await give_a_mark(story, "4", "Петрова Анна")
    await story.later(seconds=MARK_GRACE)
    assert repeats(await told(story, school.PETROVA_MOTHER, "Алгебра")) == [False]
    await quiet(story)
    assert len(first) <= len(await told(story, school.MOTHER, "Алгебра")) <= 1
    assert await _states(story, "mark") == {"sent": 5}


async def _states(story: Story, kind: str) -> dict[str, Any]:
    asked = select(outbox.c.state, func.count()).where(outbox.c.kind == kind).group_by(outbox.c.state)
    return {row[0]: row[1] for row in await story.application.database.reader.rows(asked)}
