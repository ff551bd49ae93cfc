"""Telegram behind the port of `domain/messaging`: sends within the limits, and tells outcomes apart."""

import asyncio
import html
import re
from collections.abc import Sequence
from typing import Any, cast

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
from aiogram.types import BufferedInputFile
from aiohttp import ClientConnectorError, ConnectionTimeoutError

from bot.pushed import (
    Pushed,
    PushedAlbum,
    PushedDrawn,
    PushedRecaption,
    PushedRedraw,
    PushedSay,
    cut,
    is_captioned,
    of_file,
    of_group,
)
from bot.turnstile import PATIENCE, Turnstile
from domain.messaging.outbox import Blocked, Outcome, Refused, Retry, Sent, Unknown
from domain.messaging.ports import Letter
from domain.talk.wording import Attachment
from handlers.kit.files import groups
from handlers.kit.splitting import MOST_CAPTION, parts
from handlers.kit.svg import drawn
from handlers.kit.wire import Keyboard

TIMEOUT = 20
"""Seconds for one request."""
WAITS = (1, 2, 4)
"""Seconds between the attempts at a further part of a long text."""
LONGEST = 100
"""Seconds for a letter with its files: less than after what a row's sending is taken to have died."""
AFTER_ALBUM = 1.6
"""Seconds that a chat rests after files: an album uses its short burst up."""
_OF_THE_OTHER_FORM = ("there is no caption in the message to edit", "there is no text in the message to edit")
_UNCHANGED = "message is not modified"
_UNREADABLE = "can't parse entities"
_NOBODY = ("chat not found", "user is deactivated", "PEER_ID_INVALID")
_TAGS = re.compile(r"<[^<>]*>")


class TelegramSender:
    """Sends at most `per_second` messages; whatever else goes through `bot` keeps the same limits from now on."""

    def __init__(self, bot: Bot, per_second: float) -> None:
        self._bot = bot
        self._turnstile = Turnstile(per_second)
        self._rested_at: dict[int, float] = {}
        """When a chat takes an album, or what follows one."""
        bot.session.middleware(self._turnstile)

    async def send(self, telegram_id: int, letter: Letter, edits: int | None) -> Outcome:
        """A text longer than a message goes in parts, the keyboard under the last one.

        A file goes with the text as its caption; several, or a text too long for that, go before it without a sound,
        and the text answers the first of them.
        """
        keyboard = cast("Keyboard | None", letter.keyboard)
        if edits is not None:
            return await self._edited(telegram_id, letter, keyboard, edits)
        if letter.svg is not None:
            return await self._drawn(telegram_id, letter, letter.svg, keyboard)
        if not letter.files:
            return await self._said(telegram_id, letter.html, keyboard, [])
        try:
            async with asyncio.timeout(LONGEST):
                return await self._filed(telegram_id, letter, keyboard)
        except TimeoutError:
            return Unknown("its files took too long")

    async def _said(self, chat: int, html: str, keyboard: Keyboard | None, arrived: list[int]) -> Outcome:
        """`arrived`: messages of the same letter that came before; the first of them is answered."""
        texts = parts(html)
        outcome: Outcome = Refused("there is nothing to say")
        answers = {"message_id": arrived[0], "allow_sending_without_reply": True} if arrived else None
        for number, text in enumerate(texts, start=1):
            say = PushedSay(chat_id=chat, text=text, reply_parameters=answers if number == 1 else None)
            outcome = await self._next(say, keyboard if number == len(texts) else None, bool(arrived))
            if not isinstance(outcome, Sent):
                return _broken_off(outcome) if arrived else outcome
            arrived += _numbers(outcome)
        return Sent(arrived[-1], tuple(arrived[:-1])) if arrived else outcome

    async def _drawn(self, chat: int, letter: Letter, svg: str, keyboard: Keyboard | None) -> Outcome:
        """The picture over the text; where Telegram does not take it, the text alone."""
        picture = PushedDrawn(chat_id=chat, photo=BufferedInputFile(await drawn(svg), "picture.png"))
        if len(parts(letter.html, MOST_CAPTION)) == 1:
            outcome = await self._readable(picture.model_copy(update={"caption": letter.html}), keyboard)
            return outcome if not isinstance(outcome, Refused) else await self._said(chat, letter.html, keyboard, [])
        outcome = await self._readable(picture.model_copy(update={"disable_notification": True}), None)
        if not isinstance(outcome, Sent | Refused):
            return outcome
        arrived = _numbers(outcome) if isinstance(outcome, Sent) else []
        return await self._said(chat, letter.html, keyboard, arrived)

    async def _filed(self, chat: int, letter: Letter, keyboard: Keyboard | None) -> Outcome:
        if is_captioned(letter.html, letter.files):
            outcome = await self._readable(of_file(chat, letter.files[0], caption=letter.html), keyboard)
            if not isinstance(outcome, Refused):
                return outcome
            return await self._said(chat, _without_files(letter), keyboard, [])
        arrived: list[int] = []
        lost = False
        waiting = list(groups(letter.files))
        while waiting:
            group = waiting.pop(0)
            outcome = await self._group(chat, group, bool(arrived))
            if isinstance(outcome, Refused):
                # One that Telegram does not take spoils its whole album: the others go one by one.
                waiting[:0] = [[file] for file in group] if len(group) > 1 else []
                lost = lost or len(group) == 1
            elif not isinstance(outcome, Sent):
                return _broken_off(outcome) if arrived else outcome
            else:
                arrived += _numbers(outcome)
        if arrived:
            await self._rest(chat)
        return await self._said(chat, _without_files(letter) if lost else letter.html, keyboard, arrived)

    async def _group(self, chat: int, group: Sequence[Attachment], further: bool) -> Outcome:
        if further or len(group) > 1:
            await self._rest(chat)
        outcome = await self._next(of_group(chat, group), None, further)
        now = asyncio.get_running_loop().time()
        self._rested_at = {other: at for other, at in self._rested_at.items() if at > now} | {chat: now + AFTER_ALBUM}
        return outcome

    async def _rest(self, chat: int) -> None:
        now = asyncio.get_running_loop().time()
        await asyncio.sleep(self._rested_at.get(chat, now) - now)

    async def _edited(self, chat: int, letter: Letter, keyboard: Keyboard | None, edits: int) -> Outcome:
        """Which of the two a message has, text or caption, is tried out: it may have arrived without its file."""
        text = PushedRedraw(chat_id=chat, message_id=edits, text=cut(letter.html))
        if not letter.files:
            return await self._readable(text, keyboard)
        caption = PushedRecaption(chat_id=chat, message_id=edits, caption=cut(letter.html, MOST_CAPTION))
        tries: list[Pushed] = [caption, text] if is_captioned(letter.html, letter.files) else [text, caption]
        outcome = await self._readable(tries[0], keyboard)
        if isinstance(outcome, Refused) and any(said in outcome.why for said in _OF_THE_OTHER_FORM):
            outcome = await self._readable(tries[1], keyboard)
        return outcome

    async def _next(self, pushed: Pushed, keyboard: Keyboard | None, further: bool) -> Outcome:
        return await (self._at_last if further else self._readable)(pushed, keyboard)

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
        pushed = pushed if isinstance(pushed, PushedAlbum) else pushed.model_copy(update={"reply_markup": keyboard})
        try:
            return await self._attempt(pushed)
        except TelegramBadRequest as refusal:
            if _UNREADABLE not in refusal.message:
                return outcome_of(refusal)
        try:
            return await self._attempt(_bare(pushed))
        except TelegramBadRequest as refusal:
            return outcome_of(refusal)

    async def _attempt(self, pushed: Pushed) -> Outcome:
        """Raises `TelegramBadRequest` alone."""
        await self._turnstile.turn(len(pushed.media) if isinstance(pushed, PushedAlbum) else 1)
        if self._turnstile.closed_for:
            return Retry("Too Many Requests", after=self._turnstile.closed_for, everyone=True)
        try:
            said = await self._bot(pushed, request_timeout=TIMEOUT)
        except TelegramBadRequest:
            raise
        except (TelegramAPIError, ClientDecodeError) as error:
            return outcome_of(error)
        return _sent(pushed, said)


def _sent(pushed: Pushed, said: Any) -> Sent:
    if isinstance(pushed, PushedRedraw | PushedRecaption):
        return Sent(pushed.message_id)
    if isinstance(pushed, PushedAlbum):
        *others, last = (message["message_id"] for message in said)
        return Sent(last, tuple(others))
    return Sent(said["message_id"])


def _numbers(sent: Sent) -> list[int]:
    return [*sent.others, *([sent.message_id] if sent.message_id is not None else [])]


def _without_files(letter: Letter) -> str:
    return "\n\n".join(part for part in (letter.html, letter.lost_files) if part)


def _bare(pushed: Pushed) -> Pushed:
    words = "text" if isinstance(pushed, PushedSay | PushedRedraw) else "caption"
    return pushed.model_copy(update={words: _plain(getattr(pushed, words, None) or ""), "parse_mode": None})


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
