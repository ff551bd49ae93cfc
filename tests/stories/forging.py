"""Buttons that somebody was never shown, tapped all the same."""

from itertools import count
from typing import Any

from tests.soon import soon
from tests.stories.conftest import Story

_numbers = count(900_000)


async def forged(story: Story, telegram_id: int, data: str) -> dict[str, Any]:
    """The bot's answer to the tap: `text`, `show_alert`; empty where it only closed it."""
    before = len(await story.people.calls("answerCallbackQuery"))
    number = next(_numbers)
    query = {
        "id": str(number),
        "from": {"id": telegram_id, "is_bot": False, "first_name": "О"},
        "chat_instance": "1",
        "message": {"message_id": 1, "date": 1, "chat": {"id": telegram_id, "type": "private"}, "text": "x"},
        "data": data,
    }
    await story.people.updates(update={"update_id": number, "callback_query": query})
    await soon(lambda: _answered(story, before))
    params: dict[str, Any] = (await story.people.calls("answerCallbackQuery"))[-1]["params"]
    return params


async def _answered(story: Story, before: int) -> bool:
    return len(await story.people.calls("answerCallbackQuery")) > before
