"""Before a guardian sees anything of a child: the consent's current version, accepted (3.1.5, 3.3.5)."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import CallbackQuery, Message, TelegramObject

from domain.roles.getting_in import GettingIn
from domain.roles.people import Actor
from handlers.kit.show import show
from handlers.roles import screens
from handlers.roles.buttons import Consent
from handlers.roles.consent_form import is_signature

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


class ConsentFirst(BaseMiddleware):
    """Asks whoever came in before the current version; the answer itself passes."""

    def __init__(self, getting_in: GettingIn) -> None:
        self._getting_in = getting_in

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        actor: Actor | None = data.get("actor")
        answers = _is_answer(event) or is_signature(event, data.get("raw_state"))
        asked = None if actor is None or answers else await self._getting_in.asked(actor)
        if asked is None:
            return await handler(event, data)
        if isinstance(event, Message | CallbackQuery):
            await show(event, screens.consent(data["texts"], asked))
        return None


def _is_answer(event: TelegramObject) -> bool:
    return isinstance(event, CallbackQuery) and (event.data or "").startswith(f"{Consent.__prefix__}:")
