"""Files shown to somebody again."""

from collections.abc import AsyncIterator

import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

from bot.local_telegram import LocalTelegram
from bot.local_telegram.calls import Upload
from domain.talk.wording import Attachment, FileKind
from handlers.kit.files import show_files
from tests.local_telegram.test_files import PNG
from tests.people import People, Phone

TOKEN = "42:FILES-token-of-the-local-telegram"
GONE = Attachment(FileKind.PHOTO, "gone")


@pytest.fixture
async def telegram() -> AsyncIterator[LocalTelegram]:
    telegram = LocalTelegram(token=TOKEN)
    await telegram.start()
    telegram.add_user("Мария", user_id=1201, started=True)
    telegram.exchange.limits.enforced = False
    yield telegram
    await telegram.stop()


@pytest.fixture
async def bot(telegram: LocalTelegram) -> AsyncIterator[Bot]:
    bot = Bot(TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(telegram.url)))
    yield bot
    await bot.session.close()


@pytest.fixture
async def phone(telegram: LocalTelegram) -> AsyncIterator[Phone]:
    async with People(telegram.url) as people:
        yield await people.phone(1201)


def kept(telegram: LocalTelegram, kind: FileKind) -> Attachment:
    return Attachment(kind, telegram.exchange.files.keep(Upload("a.bin", "", PNG), kind.value).file_id)


async def test_every_kind_is_shown_as_what_it_is_without_a_sound(
    telegram: LocalTelegram, bot: Bot, phone: Phone
) -> None:
    files = [kept(telegram, kind) for kind in FileKind]
    assert await show_files(bot, 1201, files) == 0
    shown = await phone.messages()
    assert sorted(one.file or "" for one in shown) == sorted(kind.value for kind in FileKind)
    assert {one.raw["notify"] for one in shown} == {False}


async def test_none_of_many_is_left_out(telegram: LocalTelegram, bot: Bot, phone: Phone) -> None:
    assert await show_files(bot, 1201, [kept(telegram, FileKind.PHOTO) for _ in range(12)]) == 0
    assert len(await phone.messages()) == 12


async def test_what_telegram_no_longer_has_is_counted_and_the_others_are_shown(
    telegram: LocalTelegram, bot: Bot, phone: Phone
) -> None:
    one, other = kept(telegram, FileKind.PHOTO), kept(telegram, FileKind.PHOTO)
    assert await show_files(bot, 1201, [one, GONE, other]) == 1
    assert [message.file for message in await phone.messages()] == ["photo", "photo"]
    assert await show_files(bot, 1201, [GONE]) == 1
