"""Putting a screen before the person: a new message for what they wrote, an edit in place for what they tapped."""

import asyncio
import re
from html import unescape
from typing import Any, cast

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import BufferedInputFile, CallbackQuery, InaccessibleMessage, Message

from handlers.kit.screen import Screen
from handlers.kit.splitting import MOST_CAPTION, parts
from handlers.kit.svg import drawn
from handlers.kit.wire import Drawn, Recaption, Redraw, Say

MOST_TOAST = 200
"""Characters that Telegram shows over a screen."""
FILES = ("photo", "document", "video", "audio", "voice", "video_note", "animation")
_EXPIRED = "query is too old"
_UNCHANGED = "message is not modified"
_GONE = ("message to edit not found", "message can't be edited")


async def show(event: Message | CallbackQuery, screen: Screen, toast: str | None = None, alert: bool = False) -> None:
    """Answers a message with a screen, or edits the screen that was tapped and closes the tap with `toast`."""
    if isinstance(event, Message):
        await _say(event, screen)
        return
    await asyncio.gather(_redraw(event, screen), close(event, toast, alert))


async def put(message: Message | InaccessibleMessage, screen: Screen) -> int:
    """Answers a message with a screen, of which the number is told: what comes later may change it."""
    return int((await _say(message, screen))["message_id"])


async def redraw(message: Message, number: int, screen: Screen) -> None:
    """Another screen in place of one that was put below earlier."""
    edit = Redraw(chat_id=message.chat.id, message_id=number, text=screen.text, reply_markup=screen.keyboard())
    await _change(message, edit, screen)


async def send(query: CallbackQuery, screen: Screen) -> None:
    """A new message with the screen below the one that was tapped, which stays as it is."""
    await close(query, None)
    if query.message is not None:
        await _say(query.message, screen)


async def put_drawn(message: Message | InaccessibleMessage, screen: Screen) -> None:
    """Answers with the screen's picture and its text below; a text that is too long for a caption follows it."""
    if screen.svg is None:
        await _say(message, screen)
        return
    photo = BufferedInputFile(await drawn(screen.svg), "picture.png")
    if len(parts(screen.text, MOST_CAPTION)) > 1:
        await _bot(message)(Drawn(chat_id=message.chat.id, photo=photo))
        await _say(message, screen)
        return
    keyboard = screen.keyboard()
    await _bot(message)(Drawn(chat_id=message.chat.id, photo=photo, caption=screen.text, reply_markup=keyboard))


async def send_picture(query: CallbackQuery, png: bytes, caption: str) -> None:
    """A picture below the screen that was tapped, which stays as it is."""
    await close(query, None)
    if query.message is not None:
        await query.message.answer_photo(BufferedInputFile(png, "picture.png"), caption=caption)


async def send_file(query: CallbackQuery, content: bytes, name: str, caption: str) -> None:
    """A file below the screen that was tapped. The tap itself is the caller's to close."""
    if query.message is not None:
        await query.message.answer_document(BufferedInputFile(content, name), caption=caption)


async def close(query: CallbackQuery, toast: str | None, alert: bool = False) -> None:
    """Ends the tap, without HTML, which a toast would show as it is. An expired tap (150 s) is left as it is."""
    try:
        await query.answer(plain(toast)[:MOST_TOAST] if toast else None, show_alert=alert)
    except TelegramBadRequest as refusal:
        if _EXPIRED not in refusal.message:
            raise


def plain(text: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", text))


async def _redraw(query: CallbackQuery, screen: Screen) -> None:
    message = query.message
    if message is None:
        return
    if isinstance(message, InaccessibleMessage):
        await _say(message, screen)
        return
    edit = _edit(message, screen)
    if edit is None:
        await _say(message, screen)
    else:
        await _change(message, edit, screen)


async def _change(message: Message, edit: Redraw | Recaption, screen: Screen) -> None:
    try:
        await _bot(message)(edit)
    except TelegramBadRequest as refusal:
        if any(text in refusal.message for text in _GONE):
            await _say(message, screen)
        elif _UNCHANGED not in refusal.message:
            raise


def _edit(message: Message, screen: Screen) -> Redraw | Recaption | None:
    """Under a file the screen becomes its caption; None: it has no room there, or the file takes no words."""
    at: dict[str, Any] = {"chat_id": message.chat.id, "message_id": message.message_id}
    if not any(getattr(message, kind) for kind in FILES):
        return Redraw(**at, text=screen.text, reply_markup=screen.keyboard())
    if message.video_note or len(parts(screen.text, MOST_CAPTION)) > 1:
        return None
    return Recaption(**at, caption=screen.text, reply_markup=screen.keyboard())


async def _say(message: Message | InaccessibleMessage, screen: Screen) -> dict[str, Any]:
    said = await _bot(message)(Say(chat_id=message.chat.id, text=screen.text, reply_markup=screen.keyboard()))
    return cast("dict[str, Any]", said)


def _bot(message: Message | InaccessibleMessage) -> Bot:
    assert message.bot is not None
    return message.bot
