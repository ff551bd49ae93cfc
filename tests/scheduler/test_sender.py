"""Outcomes told apart, against a Bot API over HTTP."""

from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

from bot.local_telegram import LocalTelegram
from bot.sender import TelegramSender
from domain.messaging.outbox import Blocked, Refused, Retry, Sent, Unknown
from domain.messaging.ports import Letter

TOKEN = "123456789:AAE-test-test-test-test-test-test"
KEYBOARD = {"inline_keyboard": [[{"text": "ok", "callback_data": "ok"}]]}


@pytest.fixture
async def telegram() -> AsyncIterator[LocalTelegram]:
    telegram = LocalTelegram(token=TOKEN)
    await telegram.start()
    telegram.add_user("Мария", user_id=1201, started=True)
    telegram.add_user("Олег", user_id=1202)
    yield telegram
    await telegram.stop()


@pytest.fixture
async def sender(telegram: LocalTelegram) -> AsyncIterator[TelegramSender]:
    session = AiohttpSession(api=TelegramAPIServer.from_base(telegram.url))
    yield TelegramSender(Bot(TOKEN, session=session), 1000)
    await session.close()


async def people(telegram: LocalTelegram, path: str, body: dict[str, Any] | None = None) -> Any:
    async with aiohttp.ClientSession() as client:
        call = client.get if body is None else client.post
        async with call(f"{telegram.url}/people/{path}", **({} if body is None else {"json": body})) as answer:
            return await answer.json()


async def messages(telegram: LocalTelegram) -> list[dict[str, Any]]:
    return list((await people(telegram, "users/1201/messages"))["messages"])


async def test_a_message_is_sent_and_then_edited(telegram: LocalTelegram, sender: TelegramSender) -> None:
    sent = await sender.send(1201, Letter("<b>Пётр</b>", KEYBOARD), None)
    assert isinstance(sent, Sent)
    assert sent.message_id is not None
    assert await sender.send(1201, Letter("<b>Пётр</b>!"), sent.message_id) == sent
    [message] = await messages(telegram)
    assert message["text"] == "Пётр!"


async def test_an_edit_that_changes_nothing_is_done(telegram: LocalTelegram, sender: TelegramSender) -> None:
    sent = await sender.send(1201, Letter("Пётр"), None)
    assert isinstance(sent, Sent)
    assert isinstance(await sender.send(1201, Letter("Пётр"), sent.message_id), Sent)


async def test_html_that_telegram_refuses_goes_as_plain_text(telegram: LocalTelegram, sender: TelegramSender) -> None:
    assert isinstance(await sender.send(1201, Letter("<b>2 &lt; 3<i> и</b>"), None), Sent)
    assert [message["text"] for message in await messages(telegram)] == ["2 < 3 и"]


async def test_who_blocked_the_bot_or_never_wrote_to_it_is_out_of_reach(
    telegram: LocalTelegram, sender: TelegramSender
) -> None:
    await people(telegram, "users/1201/block", {})
    assert await sender.send(1201, Letter("x"), None) == Blocked("Forbidden: bot was blocked by the user")
    assert isinstance(await sender.send(1202, Letter("x"), None), Blocked)
    assert await sender.send(999, Letter("x"), None) == Blocked("Bad Request: chat not found")


async def test_what_telegram_will_never_take_is_refused(telegram: LocalTelegram, sender: TelegramSender) -> None:
    assert isinstance(await sender.send(1201, Letter("я" * 4097), None), Refused)
    assert isinstance(await sender.send(1201, Letter("x"), 12345), Refused)


async def test_429_is_for_everyone(telegram: LocalTelegram, sender: TelegramSender) -> None:
    await people(telegram, "faults", {"method": "sendMessage", "kind": "429", "retry_after": 7})
    assert await sender.send(1201, Letter("x"), None) == Retry("Too Many Requests", after=7.0, everyone=True)


@pytest.mark.parametrize(("kind", "answered"), [("500", True), ("502", True), ("bad_json", False)])
async def test_after_an_error_of_the_servers_nobody_can_say(
    telegram: LocalTelegram, sender: TelegramSender, kind: str, answered: bool
) -> None:
    await people(telegram, "faults", {"method": "sendMessage", "kind": kind})
    outcome = await sender.send(1201, Letter("x"), None)
    assert isinstance(outcome, Unknown)
    assert outcome.answered is answered


async def test_after_a_connection_that_was_cut_nobody_can_say(telegram: LocalTelegram, sender: TelegramSender) -> None:
    await people(telegram, "faults", {"method": "sendMessage", "kind": "cut_after"})
    outcome = await sender.send(1201, Letter("x"), None)
    assert outcome == Unknown("ServerDisconnectedError")
    assert len(await messages(telegram)) == 1


async def test_where_no_connection_came_about_nothing_was_sent() -> None:
    session = AiohttpSession(api=TelegramAPIServer.from_base("http://127.0.0.1:1"))
    outcome = await TelegramSender(Bot(TOKEN, session=session), 1000).send(1201, Letter("x"), None)
    assert outcome == Retry("ClientConnectorError")
    assert TOKEN not in str(outcome)
    await session.close()
