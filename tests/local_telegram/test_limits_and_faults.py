"""How much may be sent, and what goes wrong on request."""

import asyncio
import time
from collections.abc import Iterator

import aiohttp
import pytest
from aiogram import Bot
from aiogram.exceptions import (
    ClientDecodeError,
    RestartingTelegram,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)

from bot.local_telegram.chats import Chat
from bot.local_telegram.errors import Refused
from bot.local_telegram.limits import Limits
from tests.people import People, Phone


class SetTime:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def moment() -> SetTime:
    return SetTime()


@pytest.fixture
def limits(moment: SetTime) -> Limits:
    return Limits(monotonic=moment)


def chats(count: int) -> Iterator[Chat]:
    return (
        Chat({"id": number, "type": "private", "first_name": "a"}, [number], kept=10) for number in range(1, count + 1)
    )


def passes(limits: Limits, chat: Chat, **more: int) -> bool:
    try:
        limits.take(chat, **more)
    except Refused as refusal:
        return refusal.code != 429
    return True


def test_thirty_go_out_in_any_one_second_and_no_more(limits: Limits, moment: SetTime) -> None:
    everyone = list(chats(90))
    assert [passes(limits, chat) for chat in everyone[:31]] == [True] * 30 + [False]
    moment.now += 0.99
    assert not passes(limits, everyone[31])
    moment.now += 0.02
    assert [passes(limits, chat) for chat in everyone[32:63]] == [True] * 30 + [False]


def test_one_a_second_goes_to_a_chat_after_a_burst_of_three(limits: Limits, moment: SetTime) -> None:
    (anna,) = chats(1)
    assert [passes(limits, anna) for _ in range(4)] == [True, True, True, False]
    moment.now += 1
    assert [passes(limits, anna) for _ in range(2)] == [True, False]
    for _ in range(50):
        moment.now += 1
        assert passes(limits, anna)


def test_long_messages_are_held_up_sooner(limits: Limits) -> None:
    (anna,) = chats(1)
    assert [passes(limits, anna, length=600) for _ in range(3)] == [True, True, False]


def test_twenty_a_minute_go_to_a_group_and_edits_count(limits: Limits, moment: SetTime) -> None:
    group = Chat({"id": -1, "type": "group", "title": "7А"}, [1], kept=10)
    for number in range(20):
        moment.now += 1
        limits.take_edit(group) if number % 2 else limits.take(group)
    moment.now += 1
    with pytest.raises(Refused) as refusal:
        limits.take(group)
    assert refusal.value.parameters == {"retry_after": 40}


async def test_a_429_says_when_to_come_back(bot: Bot, raw: aiohttp.ClientSession, anna: Phone) -> None:
    for number in range(3):
        await bot.send_message(anna.id, str(number))
    with pytest.raises(TelegramRetryAfter) as refusal:
        await bot.send_message(anna.id, "4")
    assert refusal.value.retry_after == 1
    async with raw.post("sendMessage", data={"chat_id": str(anna.id), "text": "5"}) as response:
        assert response.headers["Retry-After"] == "1"
        assert (await response.json())["description"] == "Too Many Requests: retry after 1"


async def test_limits_can_be_lifted_for_a_benchmark(bot: Bot, people: People, anna: Phone) -> None:
    await people.limits(enforced=False)
    for number in range(40):
        await bot.send_message(anna.id, str(number))


@pytest.mark.parametrize(
    ("kind", "error", "arrived", "outcome"),
    [
        ("429", TelegramRetryAfter, False, "fault"),
        ("500", RestartingTelegram, False, "fault"),
        ("502", ClientDecodeError, False, "fault"),
        ("cut_before", TelegramNetworkError, False, "fault"),
        ("cut_after", TelegramNetworkError, True, "taken"),
        ("bad_json", ClientDecodeError, True, "taken"),
    ],
)
async def test_a_fault_meets_one_call(
    bot: Bot, people: People, anna: Phone, kind: str, error: type[Exception], arrived: bool, outcome: str
) -> None:
    await people.fault(kind, "sendMessage", retry_after=7)
    with pytest.raises(error):
        await bot.send_message(anna.id, "Раз")
    assert [message.text for message in await anna.messages()] == (["Раз"] if arrived else [])
    await bot.send_message(anna.id, "Два")
    calls = await people.calls("sendMessage")
    assert [(call["outcome"], call.get("fault")) for call in calls] == [(outcome, kind), ("taken", None)]


async def test_a_call_that_times_out_was_not_taken(bot: Bot, people: People, anna: Phone) -> None:
    await people.fault("timeout", seconds=30)
    with pytest.raises(TelegramNetworkError, match="timeout"):
        await bot.send_message(anna.id, "Раз", request_timeout=1)
    assert await anna.messages() == []


async def test_a_slow_answer_comes_after_the_message(bot: Bot, people: People, anna: Phone) -> None:
    await people.fault("slow", seconds=0.2)
    started = time.monotonic()
    sending = asyncio.ensure_future(bot.send_message(anna.id, "Раз"))
    await anna.wait_for("Раз")
    assert not sending.done()
    await sending
    assert time.monotonic() - started >= 0.2


async def test_a_fault_can_be_taken_all_the_same(bot: Bot, people: People, anna: Phone) -> None:
    await people.fault("500", taken=True)
    with pytest.raises(TelegramServerError):
        await bot.send_message(anna.id, "Раз")
    assert len(await anna.messages()) == 1


async def test_a_fault_waits_for_its_turn_and_its_chat(bot: Bot, people: People, anna: Phone) -> None:
    boris = await people.new_phone("Борис", started=True)
    await people.fault("500", "sendMessage", after=1, times=2, chat_id=anna.id)
    outcomes = []
    for chat_id in (anna.id, boris.id, anna.id, boris.id, anna.id):
        try:
            await bot.send_message(chat_id, "a")
            outcomes.append("sent")
        except TelegramServerError:
            outcomes.append("fault")
    assert outcomes == ["sent", "sent", "fault", "sent", "fault"]


async def test_faults_can_be_cleared(bot: Bot, people: People, anna: Phone) -> None:
    await people.fault("500", times=100)
    await people.clear_faults()
    await bot.send_message(anna.id, "a")
