"""Telegram behind the port of `domain/messaging`: sends within the limits, and tells outcomes apart."""

import html
import re
from typing import cast

from aiogram import Bot
from aiogram.exceptions import (
    ClientDecodeError,
    RestartingTelegram,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramConflictError,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiohttp import ClientConnectorError, ConnectionTimeoutError
from aiolimiter import AsyncLimiter

from domain.messaging.outbox import Blocked, Outcome, Refused, Retry, Sent, Unknown
from domain.messaging.ports import Letter
from handlers.kit.wire import Keyboard, Redraw, Say

TIMEOUT = 20
"""Seconds for one request."""
_UNCHANGED = "message is not modified"
_UNREADABLE = "can't parse entities"
_NOBODY = ("chat not found", "user is deactivated", "PEER_ID_INVALID")
_TAGS = re.compile(r"<[^<>]*>")


class TelegramSender:
    """`per_second` messages to all chats together, evenly: a bucket of more would let twice as many through at once."""

    def __init__(self, bot: Bot, per_second: float) -> None:
        self._bot = bot
        self._limit = AsyncLimiter(1, 1 / per_second)

    async def send(self, telegram_id: int, letter: Letter, edits: int | None) -> Outcome:
        try:
            return await self._attempt(telegram_id, letter, edits)
        except TelegramBadRequest as refusal:
            if _UNREADABLE not in refusal.message:
                return outcome_of(refusal)
        try:
            return await self._attempt(telegram_id, Letter(_plain(letter.html), letter.keyboard), edits, None)
        except TelegramBadRequest as refusal:
            return outcome_of(refusal)

    async def _attempt(
        self, telegram_id: int, letter: Letter, edits: int | None, parse_mode: str | None = "HTML"
    ) -> Outcome:
        """Raises `TelegramBadRequest` alone."""
        keyboard = cast("Keyboard | None", letter.keyboard)
        async with self._limit:
            try:
                if edits is None:
                    say = Say(chat_id=telegram_id, text=letter.html, parse_mode=parse_mode, reply_markup=keyboard)
                    return Sent((await self._bot(say, request_timeout=TIMEOUT))["message_id"])
                where = {"chat_id": telegram_id, "message_id": edits}
                redraw = Redraw(**where, text=letter.html, parse_mode=parse_mode, reply_markup=keyboard)
                await self._bot(redraw, request_timeout=TIMEOUT)
                return Sent(edits)
            except TelegramBadRequest:
                raise
            except (TelegramAPIError, ClientDecodeError) as error:
                return outcome_of(error)


def outcome_of(error: TelegramAPIError | ClientDecodeError) -> Outcome:
    """Only Telegram's own words and names of types go on: a network error's text may hold the token."""
    match error:
        case TelegramRetryAfter():
            return Retry("Too Many Requests", after=float(error.retry_after), everyone=True)
        case TelegramForbiddenError():
            return Blocked(error.message)
        case TelegramUnauthorizedError() | TelegramNotFound() | TelegramConflictError():
            return Retry(error.message, after=60.0, everyone=True)
        case TelegramBadRequest():
            return _after_bad_request(error.message)
        case TelegramNetworkError():
            return _after_network_error(error)
        case RestartingTelegram() | TelegramServerError():
            return Unknown(error.message, answered=True)
        case ClientDecodeError():
            # A page of a proxy's says that Telegram was not there; an answer cut short may have been a good one.
            page = isinstance(error.data, str) and error.data.lstrip().startswith("<")
            return Unknown("the answer could not be read", answered=page)
        case _:
            return Refused(type(error).__name__)


def _after_bad_request(message: str) -> Outcome:
    if _UNCHANGED in message:
        return Sent(None)
    if any(text in message for text in _NOBODY):
        return Blocked(message)
    return Refused(message)


def _after_network_error(error: TelegramNetworkError) -> Outcome:
    """Where no connection came about, nothing was sent; later nobody can say."""
    cause = error.__cause__
    name = type(cause).__name__
    if isinstance(cause, ClientConnectorError | ConnectionTimeoutError):
        return Retry(name)
    return Unknown(name)


def _plain(text: str) -> str:
    """HTML that Telegram does not read, as bare text: better plain than silent."""
    return html.unescape(_TAGS.sub("", text))
