"""A screen put before a person: in place of the text that was tapped, or under the file."""

from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import BufferedInputFile, Message

from bot.local_telegram import LocalTelegram
from handlers.kit.screen import Button, Screen
from handlers.kit.show import show
from handlers.roles.buttons import OpenMenu
from tests.local_telegram.test_files import PNG
from tests.people import People, Phone

TOKEN = "42:SHOW-token-of-the-local-telegram"
KEYBOARD = Screen("", [[Button("Ознакомлен", OpenMenu())]]).keyboard()
DONE = Screen("<b>Спасибо</b>", [[Button("Меню", OpenMenu())]])


@dataclass
class Chat:
    bot: Bot
    phone: Phone

    async def shown(self, message: Message, screen: Screen) -> list[tuple[str | None, str, list[str]]]:
        """The chat after a tap on the button under this message of the bot's was answered by the screen."""
        [[button]] = (await self.phone.messages())[-1].buttons
        assert button.data is not None
        await self.phone.press_raw(message.message_id, button.data, wait=0)
        [update] = await self.bot.get_updates()
        assert update.callback_query is not None
        await show(update.callback_query.as_(self.bot), screen)
        return [(one.file, one.text, one.labels) for one in await self.phone.messages()]

    async def photo(self, caption: str | None) -> Message:
        picture = BufferedInputFile(PNG, "a.png")
        return await self.bot.send_photo(1201, picture, caption=caption, reply_markup=KEYBOARD)  # type: ignore[arg-type]


@pytest.fixture
async def chat() -> AsyncIterator[Chat]:
    telegram = LocalTelegram(token=TOKEN)
    await telegram.start()
    telegram.add_user("Мария", user_id=1201, started=True)
    telegram.exchange.limits.enforced = False
    bot = Bot(TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(telegram.url)))
    async with People(telegram.url) as people:
        yield Chat(bot, await people.phone(1201))
    await bot.session.close()
    await telegram.stop()


async def test_a_text_is_replaced(chat: Chat) -> None:
    message = await chat.bot.send_message(1201, "Собрание", reply_markup=KEYBOARD)  # type: ignore[arg-type]
    assert await chat.shown(message, DONE) == [(None, "Спасибо", ["Меню"])]


@pytest.mark.parametrize("caption", ["Собрание", None])
async def test_under_a_file_its_words_are_replaced_and_the_file_stays(chat: Chat, caption: str | None) -> None:
    assert await chat.shown(await chat.photo(caption), DONE) == [("photo", "Спасибо", ["Меню"])]


async def test_what_has_no_room_under_a_file_comes_below_it(chat: Chat) -> None:
    before = ("photo", "Собрание", ["Ознакомлен"])
    assert await chat.shown(await chat.photo("Собрание"), Screen("я" * 1025)) == [before, (None, "я" * 1025, [])]
