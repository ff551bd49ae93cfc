"""Telegram behind the port of `domain/messaging`: sends within the limits, and tells outcomes apart."""

import asyncio
import html
import re
from typing import ClassVar, cast

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

from bot.turnstile import PATIENCE, Turnstile
from domain.messaging.outbox import Blocked, Outcome, Refused, Retry, Sent, Unknown
from domain.messaging.ports import Letter
from handlers.kit.wire import Keyboard, Redraw, Say
from handlers.messaging.splitting import parts

TIMEOUT = 20
"""Seconds for one request."""
WAITS = (1, 2, 4)
"""Seconds between the attempts at a further part of a long text."""
_UNCHANGED = "message is not modified"
_UNREADABLE = "can't parse entities"
_NOBODY = ("chat not found", "user is deactivated", "PEER_ID_INVALID")
_TAGS = re.compile(r"<[^<>]*>")


class PushedSay(Say):
    """A message of the outbox: it is never tried again without its row being asked."""

    of_outbox: ClassVar[bool] = True


class PushedRedraw(Redraw):
    of_outbox: ClassVar[bool] = True


Pushed = PushedSay | PushedRedraw


class TelegramSender:
    """Sends at most `per_second` messages; whatever else goes through `bot` keeps the same limits from now on."""

    def __init__(self, bot: Bot, per_second: float) -> None:
        self._bot = bot
        self._turnstile = Turnstile(per_second)
        bot.session.middleware(self._turnstile)

    async def send(self, telegram_id: int, letter: Letter, edits: int | None) -> Outcome:
        """A text longer than a message goes in parts, the keyboard under the last one."""
        keyboard = cast("Keyboard | None", letter.keyboard)
        texts = parts(letter.html)
        if edits is not None:
            return await self._readable(PushedRedraw(chat_id=telegram_id, message_id=edits, text=texts[0]), keyboard)
        outcome: Outcome = Refused("there is nothing to say")
        for number, text in enumerate(texts, start=1):
            say, last = PushedSay(chat_id=telegram_id, text=text), number == len(texts)
            outcome = await (self._readable if number == 1 else self._at_last)(say, keyboard if last else None)
            if not isinstance(outcome, Sent):
                return outcome if number == 1 else _broken_off(outcome)
        return outcome

    async def _at_last(self, pushed: Pushed, keyboard: Keyboard | None) -> Outcome:
        """A further part: what surely failed is tried again on the spot, for the parts before it have arrived."""
        for wait in WAITS:
            outcome = await self._readable(pushed, keyboard)
            if not isinstance(outcome, Retry) or (outcome.after or 0) > PATIENCE:
                return outcome
            await asyncio.sleep(outcome.after or wait)
        return await self._readable(pushed, keyboard)

    async def _readable(self, pushed: Pushed, keyboard: Keyboard | None) -> Outcome:
        """HTML that Telegram does not read goes as bare text: better plain than silent."""
        pushed = pushed.model_copy(update={"reply_markup": keyboard})
        try:
            return await self._attempt(pushed)
        except TelegramBadRequest as refusal:
            if _UNREADABLE not in refusal.message:
                return outcome_of(refusal)
        try:
            return await self._attempt(pushed.model_copy(update={"text": _plain(pushed.text), "parse_mode": None}))
        except TelegramBadRequest as refusal:
            return outcome_of(refusal)

    async def _attempt(self, pushed: Pushed) -> Outcome:
        """Raises `TelegramBadRequest` alone."""
        await self._turnstile.turn()
        if self._turnstile.closed_for:
            return Retry("Too Many Requests", after=self._turnstile.closed_for, everyone=True)
        try:
            said = await self._bot(pushed, request_timeout=TIMEOUT)
        except TelegramBadRequest:
            raise
        except (TelegramAPIError, ClientDecodeError) as error:
            return outcome_of(error)
        return Sent(pushed.message_id if isinstance(pushed, PushedRedraw) else said["message_id"])


def _broken_off(outcome: Outcome) -> Outcome:
    """Parts before this one have arrived, so a later attempt repeats the whole and has to say so."""
    return Unknown(outcome.why, answered=True) if isinstance(outcome, Retry) else outcome


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
    return html.unescape(_TAGS.sub("", text))
