"""Screens as Telegram takes them, with nothing built that nobody reads.

aiogram's own sendMessage costs forty fields on the way out and a whole `Message` with its keyboard on the way back:
more than all the rest of an answer (docs/decisions/0004-speed.md). These say the same to the same method.
"""

from typing import Any

from aiogram.methods import TelegramMethod
from aiogram.methods.base import Response
from aiogram.types import InputFile, Message

Keyboard = dict[str, list[list[dict[str, Any]]]]
"""An inline keyboard, as Telegram takes it."""


class Say(TelegramMethod[Any]):
    """Telegram's answer comes back as it is: a dictionary with `message_id`."""

    __returning__ = Any
    __api_method__ = "sendMessage"

    chat_id: int
    text: str
    parse_mode: str | None = "HTML"
    reply_markup: Keyboard | None = None


class Drawn(TelegramMethod[Any]):
    """A picture of ours, with its caption. Telegram's answer comes back as it is."""

    __returning__ = Any
    __api_method__ = "sendPhoto"

    chat_id: int
    photo: InputFile
    caption: str | None = None
    parse_mode: str | None = "HTML"
    disable_notification: bool | None = None
    reply_markup: Keyboard | None = None


class Redraw(TelegramMethod[Any]):
    """Without `reply_markup` the buttons go."""

    __returning__ = Any
    __api_method__ = "editMessageText"

    chat_id: int
    message_id: int
    text: str
    parse_mode: str | None = "HTML"
    reply_markup: Keyboard | None = None


class Recaption(TelegramMethod[Any]):
    """The words under a file. Without `reply_markup` the buttons go."""

    __returning__ = Any
    __api_method__ = "editMessageCaption"

    chat_id: int
    message_id: int
    caption: str
    parse_mode: str | None = "HTML"
    reply_markup: Keyboard | None = None


KEPT_TYPES = (Response[Any], Response[bool], Response[Message], Response[Message | bool])
"""pydantic makes a generic type anew for each answer, in milliseconds, unless somebody holds it."""
