"""Updates pushed to the bot's own address."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiohttp import web

from bot.local_telegram import LocalTelegram
from bot.local_telegram.webhook import SECRET_HEADER
from tests.people import JSON, People, Phone


class Hook:
    """The bot's end of a webhook: what came, and how to answer."""

    def __init__(self) -> None:
        self.url = ""
        self.seen: list[JSON] = []
        self.secrets: set[str | None] = set()
        self.refuse = 0
        self.answer: JSON = {}
        self.gate = asyncio.Event()
        self.gate.set()
        self.arrived = asyncio.Event()

    async def take(self, request: web.Request) -> web.Response:
        update = await request.json()
        self.secrets.add(request.headers.get(SECRET_HEADER))
        self.seen.append(update)
        self.arrived.set()
        await self.gate.wait()
        if self.refuse:
            self.refuse -= 1
            return web.Response(status=500)
        return web.json_response(self.answer)

    async def until(self, count: int) -> list[str]:
        """The texts that came, once there are `count`."""
        async with asyncio.timeout(5):
            while len(self.seen) < count:
                self.arrived.clear()
                await self.arrived.wait()
        return [update["message"]["text"] for update in self.seen]


@pytest.fixture
async def hook() -> AsyncIterator[Hook]:
    hook = Hook()
    application = web.Application()
    application.router.add_post("/hook", hook.take)
    runner = web.AppRunner(application, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    hook.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield hook
    hook.gate.set()
    await runner.cleanup()


async def test_what_waited_and_what_comes_is_pushed_with_the_secret(bot: Bot, anna: Phone, hook: Hook) -> None:
    await anna.write("до")
    await bot.set_webhook(hook.url, secret_token="s3cret")
    await anna.write("после")
    assert await hook.until(2) == ["до", "после"]
    assert hook.secrets == {"s3cret"}


async def test_one_persons_updates_come_one_after_another(bot: Bot, people: People, anna: Phone, hook: Hook) -> None:
    boris = await people.new_phone("Борис", started=True)
    hook.gate.clear()
    await bot.set_webhook(hook.url)
    await anna.write("Анна 1")
    await anna.write("Анна 2")
    await boris.write("Борис 1")
    assert sorted(await hook.until(2)) == ["Анна 1", "Борис 1"]
    await asyncio.sleep(0.05)
    assert len(hook.seen) == 2
    hook.gate.set()
    assert (await hook.until(3))[-1] == "Анна 2"


async def test_a_refused_update_comes_again(bot: Bot, telegram: LocalTelegram, anna: Phone, hook: Hook) -> None:
    await bot.set_webhook(hook.url)
    assert telegram.exchange.webhook is not None
    telegram.exchange.webhook.first_delay = 0.02
    hook.refuse = 2
    await anna.write("Привет")
    await anna.write("Ещё")
    assert await hook.until(4) == ["Привет", "Привет", "Привет", "Ещё"]
    about = await bot.get_webhook_info()
    assert about.last_error_message == "Wrong response from the webhook: 500 Internal Server Error"


async def test_an_answer_to_the_webhook_may_be_a_call(bot: Bot, anna: Phone, hook: Hook) -> None:
    hook.answer = {"method": "sendMessage", "chat_id": anna.id, "text": "Ответ"}
    await bot.set_webhook(hook.url)
    await anna.write("Привет")
    await anna.wait_for("Ответ")


async def test_a_deleted_webhook_gets_nothing_more(bot: Bot, people: People, anna: Phone, hook: Hook) -> None:
    await bot.set_webhook(hook.url)
    assert (await bot.get_webhook_info()).url == hook.url
    await bot.delete_webhook()
    await anna.write("Привет")
    await asyncio.sleep(0.05)
    assert hook.seen == []
    await bot.delete_webhook(drop_pending_updates=True)
    assert await people.pending() == 0


@pytest.mark.parametrize(
    ("url", "secret", "words"),
    [
        ("http://school.ru/hook", None, "An HTTPS URL must be provided for webhook"),
        ("ftp://127.0.0.1/", None, "invalid webhook URL"),
        ("https://school.ru/", "пароль", "secret token contains unallowed characters"),
        ("https://school.ru/", "a" * 257, "secret token is too long"),
    ],
)
async def test_a_wrong_webhook_is_refused(bot: Bot, url: str, secret: str | None, words: str) -> None:
    with pytest.raises(TelegramBadRequest, match=words):
        await bot.set_webhook(url, secret_token=secret)
