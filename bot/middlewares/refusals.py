"""What a use case refuses, said in words: an alert over the screen for a tap, an answer for what was written."""

from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import date, time
from typing import Any

import structlog
from aiogram import BaseMiddleware
from aiogram.exceptions import TelegramAPIError
from aiogram.types import CallbackQuery, Message, TelegramObject

from domain.errors import Refused
from domain.roles.people import PersonName
from handlers.kit.show import close
from handlers.texts.translator import Texts

log = structlog.get_logger(__name__)
Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


class Refusals(BaseMiddleware):
    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        texts: Texts = data["texts"]
        try:
            return await handler(event, data)
        except Refused as refused:
            log.info("refused", why=refused.key)
            await _say(event, refusal_text(texts, refused))
        except TelegramAPIError:
            raise
        except Exception:
            if data.get("last_try", True):
                with suppress(TelegramAPIError):
                    await _say(event, texts("unexpected"))
            raise


def refusal_text(texts: Texts, refused: Refused) -> str:
    """The words for a refusal, its fields put in as people write them."""
    return texts(refused.key, **{name: _said(texts, value) for name, value in refused.about.items()})


def _said(texts: Texts, value: object) -> object:
    if isinstance(value, date):
        return texts.day(value)
    if isinstance(value, time):
        return texts.time(value)
    if isinstance(value, PersonName):
        return value.listed
    return value if isinstance(value, int) else str(value)


async def _say(event: TelegramObject, text: str) -> None:
    if isinstance(event, CallbackQuery):
        await close(event, text, alert=True)
    elif isinstance(event, Message):
        await event.answer(text)
