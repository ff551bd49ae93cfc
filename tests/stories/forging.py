"""Buttons that somebody was never shown, tapped all the same."""

from itertools import count
from typing import Any

from tests.soon import soon
from tests.stories.conftest import Story

_numbers = count(900_000)


async def forged(story: Story, telegram_id: int, data: str) -> dict[str, Any]:
    """The bot's answer to the tap: `text`, `show_alert`; empty where it only closed it."""
    number = await tapped(story, telegram_id, data)
    await soon(lambda: _answered(story, number))
    return (await _answers(story, number))[-1]


async def tapped(story: Story, telegram_id: int, data: str) -> str:
    """The tap's number. Nobody waits for the answer: who has no account is told so once at most."""
    number = next(_numbers)
    query = {
        "id": str(number),
        "from": {"id": telegram_id, "is_bot": False, "first_name": "О"},
        "chat_instance": "1",
        "message": {"message_id": 1, "date": 1, "chat": {"id": telegram_id, "type": "private"}, "text": "x"},
        "data": data,
    }
    await story.people.updates(update={"update_id": number, "callback_query": query})
    return str(number)


async def _answered(story: Story, number: str) -> bool:
    return bool(await _answers(story, number))


async def _answers(story: Story, number: str) -> list[dict[str, Any]]:
    calls = [one["params"] for one in await story.people.calls("answerCallbackQuery")]
    return [one for one in calls if str(one["callback_query_id"]) == number]
