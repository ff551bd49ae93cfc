"""Outcomes told apart, against a Bot API over HTTP."""

import asyncio
from collections.abc import AsyncIterator
from time import monotonic
from typing import Any

import aiohttp
import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramAPIError, TelegramBadRequest, TelegramForbiddenError, TelegramRetryAfter

from bot.local_telegram import LocalTelegram
from bot.sender import TelegramSender, outcome_of
from bot.turnstile import Turnstile
from domain.messaging.outbox import Blocked, Refused, Retry, Sent, Unknown
from domain.messaging.ports import Letter
from handlers.kit.wire import Say

TOKEN = "123456789:AAE-test-test-test-test-test-test"
KEYBOARD = {"inline_keyboard": [[{"text": "ok", "callback_data": "ok"}]]}

METHOD = Say(chat_id=1201, text="x")
LONG = "\n".join(f"<b>{'я' * 99}</b>" for _ in range(60))


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
    assert isinstance(await sender.send(1201, Letter("<b></b>"), None), Refused)
    assert isinstance(await sender.send(1201, Letter("x"), 12345), Refused)


async def test_429_is_for_everyone(telegram: LocalTelegram, sender: TelegramSender) -> None:
    await people(telegram, "faults", {"method": "sendMessage", "kind": "429", "retry_after": 7})
    assert await sender.send(1201, Letter("x"), None) == Retry("Too Many Requests", after=7.0, everyone=True)


async def test_an_account_that_was_deleted_is_out_of_reach(telegram: LocalTelegram, sender: TelegramSender) -> None:
    await people(telegram, "users/1201/deactivate", {})
    assert await sender.send(1201, Letter("x"), None) == Blocked("Forbidden: user is deactivated")


@pytest.mark.parametrize(
    "error",
    [
        TelegramForbiddenError(METHOD, "Forbidden: bot was blocked by the user"),
        TelegramForbiddenError(METHOD, "Forbidden: user is deactivated"),
        TelegramForbiddenError(METHOD, "Forbidden: bot can't initiate conversation with a user"),
        TelegramForbiddenError(METHOD, "Forbidden: bot was kicked from the group chat"),
        TelegramForbiddenError(METHOD, "Forbidden: bot was kicked from the supergroup chat"),
        TelegramBadRequest(METHOD, "Bad Request: chat not found"),
        TelegramBadRequest(METHOD, "Bad Request: user is deactivated"),
        TelegramBadRequest(METHOD, "Bad Request: PEER_ID_INVALID"),
    ],
    ids=lambda error: error.message,
)
def test_every_way_of_being_out_of_reach_is_told_from_a_message_that_is_refused(error: TelegramAPIError) -> None:
    assert outcome_of(error) == Blocked(error.message)


@pytest.mark.parametrize(
    "said", ["message text is empty", "BUTTON_DATA_INVALID", "reply markup is too long", "message is too long"]
)
def test_a_message_that_is_refused_says_nothing_of_its_account(said: str) -> None:
    error = TelegramBadRequest(METHOD, f"Bad Request: {said}")
    assert outcome_of(error) == Refused(error.message)


async def test_a_long_text_goes_in_parts_with_the_buttons_under_the_last(
    telegram: LocalTelegram, sender: TelegramSender
) -> None:
    sent = await sender.send(1201, Letter(LONG, KEYBOARD), None)
    first, last = await messages(telegram)
    assert sent == Sent(last["message_id"], (first["message_id"],))
    assert first["text"] + "\n" + last["text"] == "\n".join(["я" * 99] * 60)
    assert "reply_markup" not in first
    assert last["reply_markup"]["inline_keyboard"][0][0]["text"] == "ok"


async def test_a_further_part_that_surely_failed_is_tried_again_alone(
    telegram: LocalTelegram, sender: TelegramSender
) -> None:
    await people(telegram, "faults", {"method": "sendMessage", "kind": "429", "after": 1, "retry_after": 1})
    assert isinstance(await sender.send(1201, Letter(LONG), None), Sent)
    assert len(await messages(telegram)) == 2


async def test_where_a_further_part_does_not_go_the_whole_is_in_doubt(
    telegram: LocalTelegram, sender: TelegramSender
) -> None:
    await people(telegram, "faults", {"method": "sendMessage", "kind": "429", "after": 1, "retry_after": 60})
    assert await sender.send(1201, Letter(LONG), None) == Unknown("Too Many Requests", answered=True)


async def test_while_telegram_makes_it_wait_nothing_goes_out_and_answers_wait_too(
    telegram: LocalTelegram, sender: TelegramSender
) -> None:
    await people(telegram, "faults", {"method": "sendMessage", "kind": "429", "retry_after": 1})
    assert isinstance(await sender.send(1201, Letter("x"), None), Retry)
    put_off = await sender.send(1201, Letter("x"), None)
    assert isinstance(put_off, Retry)
    assert put_off.everyone
    assert 0 < (put_off.after or 0) <= 1
    began = monotonic()
    await sender._bot(Say(chat_id=1201, text="ответ"))
    assert monotonic() - began > 0.5
    assert [message["text"] for message in await messages(telegram)] == ["ответ"]


async def test_a_429_for_an_answer_puts_off_the_outbox_and_the_answer_goes_by_itself(
    telegram: LocalTelegram, sender: TelegramSender
) -> None:
    await people(telegram, "faults", {"method": "sendMessage", "kind": "429", "retry_after": 1})
    answer = asyncio.create_task(sender._bot(Say(chat_id=1201, text="ответ")))
    async with asyncio.timeout(5):
        while not sender._turnstile.closed_for:  # noqa: ASYNC110
            await asyncio.sleep(0.01)
    assert isinstance(await sender.send(1201, Letter("рассылка"), None), Retry)
    await answer
    assert [message["text"] for message in await messages(telegram)] == ["ответ"]


async def test_an_answer_is_not_kept_waiting_for_minutes(telegram: LocalTelegram, sender: TelegramSender) -> None:
    sender._turnstile.close(60)
    with pytest.raises(TelegramRetryAfter):
        await sender._bot(Say(chat_id=1201, text="ответ"))
    assert await messages(telegram) == []


async def test_answers_take_up_room_in_the_limit_of_the_outbox() -> None:
    turnstile = Turnstile(1)
    await turnstile.turn()
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(turnstile.turn(), 0.05)
    fresh = Turnstile(1)
    fresh._taken()
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(fresh.turn(), 0.05)


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
