"""The yardstick of sending: aiogram and nothing else, telling many what one writes.

`python -m tests.bench.caller URL TOKEN FIRST_CHAT END_OF_CHATS IN_FLIGHT`
"""

import asyncio
import logging
import sys
from collections.abc import Iterator

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, Message

logging.getLogger("aiogram").setLevel(logging.ERROR)
dispatcher = Dispatcher()
READ = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="✅ Ознакомлен(а)", callback_data="read:1")]])
"""As under an announcement."""


@dispatcher.message()
async def call(message: Message, bot: Bot, chats: range, in_flight: int) -> None:
    waiting = iter(chats)
    await asyncio.gather(*(_tell(bot, waiting, message.text or "") for _ in range(in_flight)))


async def _tell(bot: Bot, waiting: Iterator[int], text: str) -> None:
    for chat in waiting:
        await bot.send_message(chat, text, reply_markup=READ)


async def main(url: str, token: str, *numbers: str) -> None:
    first, end, in_flight = map(int, numbers)
    session = AiohttpSession(api=TelegramAPIServer.from_base(url))
    await dispatcher.start_polling(Bot(token, session=session), chats=range(first, end), in_flight=in_flight)


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
