"""An announcement to a large class at the bot's own pace, and most of its guardians confirming at once."""

import asyncio
from datetime import datetime, timedelta
from itertools import pairwise

import pytest

from handlers.talk.announced_buttons import Acknowledge
from tests import school
from tests.people import JSON
from tests.statements import FIRST, grow
from tests.stories.conftest import Story

TIMES = 9
SHARE = 0.8
GAP = timedelta(seconds=3)


UNCHANGED = "message is not modified"
"""What was acknowledged while the line was on its way may stand in it already: it is edited once more, to the same."""


@pytest.fixture
async def crowded(story: Story) -> Story:
    """Sixty-four guardians more in 7А, and Telegram's limits held."""
    await grow(story.application.database, TIMES)
    seats = list(school.SEATS.values()) * (TIMES - 1)
    for number, school_class in enumerate(seats):
        for guardian in (2 * FIRST + number, 3 * FIRST + number):
            if school_class == school.CLASS_7A:
                story.telegram.add_user("Один", user_id=FIRST + guardian, started=True)
    story.settings = story.settings.model_copy(update={"sends_per_second": 25, "sends_per_chat": 1})
    story.telegram.exchange.limits.enforced = True
    await story.restart()
    return story


async def test_the_counter_is_right_the_line_is_edited_seldom_and_nothing_is_refused(crowded: Story) -> None:
    sender = await crowded.phone(school.CLASS_TEACHER_7A)
    await sender.write("/class Собрание в четверг в 18:30")
    await sender.wait_for("Получат", button="Отправить")
    await sender.press("Отправить")
    letters = await _letters(crowded)
    confirming = list(letters)[: int(len(letters) * SHARE)]
    assert len(confirming) > 50
    await asyncio.gather(*(_confirm(crowded, user, letters[user]) for user in confirming))
    for _ in range(4):
        await crowded.later(seconds=3)
        await asyncio.sleep(0.3)
    children = {_child(user) for user in confirming}
    assert len(children) < len(confirming)
    line = await sender.wait_for(f"Ознакомились: {len(children)} из")
    entries = await crowded.people.calls()
    refused = [one for one in entries if one["outcome"] != "taken"]
    assert [one for one in refused if UNCHANGED not in one["description"]] == []
    edits = [one for one in entries if one["method"] == "editMessageText" and one["message_id"] == line.id]
    moments = [datetime.fromisoformat(one["at"]) for one in edits]
    # The first is the answer to the sender's own tap.
    assert all(later - earlier >= GAP for earlier, later in pairwise(moments[1:]))
    assert len(moments) > 2


def _child(user: int) -> int:
    """In 7А; one guardian is enough."""
    if user >= FIRST:
        return user % FIRST
    return next(
        child
        for guardian, child, _ in school.GUARDIANS
        if school.telegram_id(guardian) == user and school.SEATS[child] == school.CLASS_7A
    )


async def _letters(story: Story) -> dict[int, JSON]:
    """What each guardian got, once nobody waits any more; a second passes for everyone meanwhile."""
    found: dict[int, JSON] = {}
    for _ in range(60):
        before = len(found)
        await story.later(seconds=1)
        await asyncio.sleep(0.3)
        sent = [one for one in await story.people.calls("sendMessage") if _data(one)]
        found = {one["chat_id"]: one for one in sent}
        if found and len(found) == before:
            return found
    raise AssertionError("the announcement does not come to an end")


def _data(entry: JSON) -> str | None:
    rows = (entry["params"].get("reply_markup") or {}).get("inline_keyboard", [])
    data = [button.get("callback_data", "") for row in rows for button in row]
    return next((one for one in data if one.startswith(f"{Acknowledge.__prefix__}:")), None)


async def _confirm(story: Story, user: int, letter: JSON) -> None:
    answer = await (await story.people.phone(user)).press_raw(letter["message_id"], _data(letter) or "")
    assert answer is not None
