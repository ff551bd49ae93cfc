"""Telegram brings the updates: 200 only for what is on the disk, and nobody else is believed."""

import asyncio
import socket
from collections.abc import AsyncIterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import aiohttp
import pytest
from pydantic import SecretStr
from sqlalchemy import func, select

from bot.application import Application
from bot.local_telegram.server import LocalTelegram
from bot.settings import Settings, SettingsWrong, read_settings
from bot.webhook import LARGEST, SECRET_HEADER
from storage.inbox import Inbox
from storage.tables.messaging import known_updates
from tests import school
from tests.clock import SetClock
from tests.people import People
from tests.soon import soon
from tests.stories.conftest import TOKEN, telegram

__all__ = ["telegram"]
SECRET = "a-secret-of-the-webhook_of-32-chars-or-more"


@dataclass
class Brought:
    """A bot that is brought its updates, and its address."""

    application: Application
    people: People
    url: str

    async def bring(self, body: bytes, secret: str | None = SECRET, **headers: str) -> int:
        """As anyone could who knows the address; the status of the answer."""
        if secret is not None:
            headers = {SECRET_HEADER: secret, **headers}
        async with (
            aiohttp.ClientSession() as client,
            client.post(self.url, data=BytesIO(body), headers=headers) as answer,
        ):
            return answer.status

    async def kept(self) -> int:
        row = await self.application.database.reader.row(select(func.count()).select_from(known_updates))
        return int(row[0]) if row else 0


def _settings(telegram: LocalTelegram, database_url: str) -> Settings:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    return Settings(
        bot_token=SecretStr(TOKEN),
        database_url=database_url,
        telegram_api_url=telegram.url,
        webhook_url=f"http://127.0.0.1:{port}/from-telegram",
        webhook_secret=SecretStr(SECRET),
        webhook_listen=f"127.0.0.1:{port}",
    )


@pytest.fixture
async def brought(telegram: LocalTelegram, database_url: str, clock: SetClock) -> AsyncIterator[Brought]:
    settings = _settings(telegram, database_url)
    telegram.exchange.limits.enforced = False
    application = await Application.build(settings, clock)
    task = asyncio.create_task(application.run())
    async with People(telegram.url) as people:
        await soon(lambda: telegram.exchange.webhook is not None)
        assert telegram.exchange.webhook is not None
        telegram.exchange.webhook.first_delay = 0.1
        yield Brought(application, people, settings.webhook_url or "")
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    await application.close()


async def test_a_teacher_sets_homework_and_is_answered(brought: Brought) -> None:
    teacher = await brought.people.phone(school.telegram_id(school.ALGEBRA_TEACHER))
    await teacher.write("/dz 7А алгебра № 345")
    await teacher.wait_for("№ 345")


async def test_without_the_secret_nothing_is_taken(brought: Brought) -> None:
    update = b'{"update_id": 1, "message": {"message_id": 1}}'
    for secret in (None, "", "wrong", SECRET[:-1], SECRET + "x", "я" * 32):
        headers = {"X-Forwarded-For": "149.154.167.220", "X-Real-IP": "149.154.167.220"}
        assert await brought.bring(update, secret and secret.encode().decode("latin-1"), **headers) == 401
    assert await brought.kept() == 0
    assert await brought.bring(update) == 200
    assert await brought.kept() == 1


async def test_what_is_no_update_is_refused_and_what_is_too_large_is_not_read(brought: Brought) -> None:
    assert await brought.bring(b"not json") == 400
    assert await brought.bring(b"[1, 2]") == 400
    assert await brought.bring(b'{"update_id": 1, "message": "' + b"x" * LARGEST + b'"}') == 413
    assert await brought.kept() == 0


async def test_what_the_disk_did_not_take_is_brought_again(brought: Brought, monkeypatch: pytest.MonkeyPatch) -> None:
    failures = 3
    store = Inbox.store

    async def fails_at_first(kept: Inbox, updates: Any) -> Any:
        nonlocal failures
        if failures:
            failures -= 1
            raise OSError("No space left on device")
        return await store(kept, updates)

    monkeypatch.setattr(Inbox, "store", fails_at_first)
    teacher = await brought.people.phone(school.telegram_id(school.ALGEBRA_TEACHER))
    await teacher.write("/dz 7А алгебра № 346")
    await teacher.wait_for("№ 346")
    assert failures == 0
    assert await brought.kept() == 1


async def test_a_bot_that_asks_again_removes_the_webhook_and_loses_nothing(
    brought: Brought, telegram: LocalTelegram, database_url: str, clock: SetClock
) -> None:
    settings = _settings(telegram, database_url).model_copy(update={"webhook_url": None})
    asking = await Application.build(settings, clock)
    task = asyncio.create_task(asking.run())
    try:
        await soon(lambda: telegram.exchange.webhook is None)
        teacher = await brought.people.phone(school.telegram_id(school.ALGEBRA_TEACHER))
        await teacher.write("/dz 7А алгебра № 347")
        await teacher.wait_for("№ 347")
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await asking.close()


@pytest.mark.parametrize("secret", [None, "short", "with spaces and more than 32 characters"])
def test_a_webhook_without_a_good_secret_does_not_start(secret: str | None) -> None:
    with pytest.raises(SettingsWrong, match="WEBHOOK_SECRET"):
        read_settings(with_token=True, bot_token=TOKEN, webhook_url="https://school.example/bot", webhook_secret=secret)


@pytest.mark.parametrize("url", ["http://school.example/bot", "school.example", "https://"])
def test_a_webhook_without_encryption_is_refused(url: str) -> None:
    with pytest.raises(SettingsWrong, match="WEBHOOK_URL"):
        read_settings(bot_token=TOKEN, webhook_url=url, webhook_secret=SECRET)
