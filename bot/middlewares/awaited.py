"""Who has not been confirmed yet sees that, and nothing else (2.2.2, 3.3.9)."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import CallbackQuery, InaccessibleMessage, Message, TelegramObject

from domain.roles.people import Actor
from handlers.kit.show import show
from handlers.roles.buttons import Consent, Leave
from handlers.roles.letting_in_screens import waits

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]
PASSES = tuple(f"{kind.__prefix__}:" for kind in (Leave, Consent))


class ConfirmedFirst(BaseMiddleware):
    """Leaving passes, and another code; so does all that the account's other roles reach."""

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        actor: Actor | None = data.get("actor")
        if actor is None or not actor.awaited or actor.roles or _passes(event) or _in_a_group(event):
            return await handler(event, data)
        if isinstance(event, Message | CallbackQuery):
            await show(event, waits(data["texts"], actor.account), data["texts"]("access-waits-still"))
        return None


def _passes(event: TelegramObject) -> bool:
    if isinstance(event, CallbackQuery):
        return (event.data or "").startswith(PASSES)
    return isinstance(event, Message) and (event.text or "").startswith("/start ")


def _in_a_group(event: TelegramObject) -> bool:
    """There nothing of anyone is shown anyway."""
    message = event.message if isinstance(event, CallbackQuery) else event
    return isinstance(message, Message | InaccessibleMessage) and message.chat.type != "private"
