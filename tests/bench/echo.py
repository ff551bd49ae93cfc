"""The yardstick: aiogram and nothing else, answering each text with itself. `python -m tests.bench.echo URL TOKEN`

The text `BUTTON` gets a button, and a tap on that an answer and nothing else.
"""

import asyncio
import logging
import sys

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

logging.getLogger("aiogram").setLevel(logging.ERROR)
dispatcher = Dispatcher()
BUTTON = "button"
MARKUP = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text=BUTTON, callback_data=BUTTON)]])


@dispatcher.message()
async def echo(message: Message) -> None:
    await message.answer(message.text or "", reply_markup=MARKUP if message.text == BUTTON else None)


@dispatcher.callback_query()
async def tapped(query: CallbackQuery) -> None:
    await query.answer()


async def main(url: str, token: str) -> None:
    session = AiohttpSession(api=TelegramAPIServer.from_base(url))
    await dispatcher.start_polling(Bot(token, session=session))


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
