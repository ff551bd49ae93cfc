"""A local Telegram on a free port, aiogram's own bot before it, and a phone behind it."""

from collections.abc import AsyncIterator

import aiohttp
import pytest
from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

from bot.local_telegram import LocalTelegram
from tests.people import People, Phone

TOKEN = "42:LOCAL"


@pytest.fixture
async def telegram() -> AsyncIterator[LocalTelegram]:
    local = LocalTelegram(token=TOKEN)
    await local.start()
    yield local
    await local.stop()


@pytest.fixture
async def bot(telegram: LocalTelegram) -> AsyncIterator[Bot]:
    session = AiohttpSession(api=TelegramAPIServer.from_base(telegram.url))
    bot = Bot(TOKEN, session=session, default=DefaultBotProperties(parse_mode="HTML"))
    yield bot
    # aiogram's own close() waits a quarter of a second for TLS, which there is not here
    inner = await session.create_session()
    await inner.close()


@pytest.fixture
async def people(telegram: LocalTelegram) -> AsyncIterator[People]:
    async with People(telegram.url) as people:
        yield people


@pytest.fixture
async def anna(people: People) -> Phone:
    return await people.new_phone("Анна", started=True)


@pytest.fixture
async def raw(telegram: LocalTelegram) -> AsyncIterator[aiohttp.ClientSession]:
    """Plain HTTP to the bot's side: `raw.post("sendMessage", data=…)`."""
    async with aiohttp.ClientSession(f"{telegram.url}/bot{TOKEN}/") as session:
        yield session
