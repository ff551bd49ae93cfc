"""getUpdates: held open, confirmed by the offset, one poller only; odd updates on request."""

import asyncio
import time

import aiohttp
import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramConflictError

from bot.local_telegram import LocalTelegram
from tests.people import People, Phone


async def test_a_poll_is_held_open_until_something_comes(bot: Bot, anna: Phone) -> None:
    poll = asyncio.ensure_future(bot.get_updates(timeout=10))
    await asyncio.sleep(0.1)
    assert not poll.done()
    await anna.write("Привет")
    started = time.monotonic()
    assert [update.message.text for update in await poll if update.message] == ["Привет"]
    assert time.monotonic() - started < 0.5


async def test_a_poll_without_news_ends_after_its_timeout(bot: Bot, anna: Phone) -> None:
    started = time.monotonic()
    assert await bot.get_updates(timeout=1) == []
    assert 0.9 < time.monotonic() - started < 2


async def test_the_offset_confirms_and_nothing_else_does(bot: Bot, people: People, anna: Phone) -> None:
    for text in ("1", "2", "3"):
        await anna.write(text)
    first = await bot.get_updates(limit=2)
    assert len(first) == 2
    assert await people.pending() == 3
    rest = await bot.get_updates(offset=first[-1].update_id + 1)
    assert [update.message.text for update in rest if update.message] == ["3"]
    assert await people.pending() == 1


async def test_a_negative_offset_keeps_the_last(bot: Bot, anna: Phone) -> None:
    for text in ("1", "2", "3"):
        await anna.write(text)
    assert [update.message.text for update in await bot.get_updates(offset=-1) if update.message] == ["3"]


async def test_an_offset_from_before_the_ids_restarted_confirms_nothing(bot: Bot, people: People, anna: Phone) -> None:
    await people.updates(next_id=7)
    await anna.write("После каникул")
    updates = await bot.get_updates(offset=900_000_000)
    assert [update.update_id for update in updates] == [7]


async def test_kinds_that_were_not_asked_for_do_not_come(bot: Bot, anna: Phone) -> None:
    await bot.get_updates(allowed_updates=["callback_query"])
    await anna.write("Привет")
    assert await bot.get_updates() == []


async def test_a_second_poller_ends_the_first_with_a_conflict(bot: Bot, anna: Phone) -> None:
    first = asyncio.ensure_future(bot.get_updates(timeout=10))
    await asyncio.sleep(0.1)
    second = asyncio.ensure_future(bot.get_updates(timeout=10))
    with pytest.raises(TelegramConflictError, match="Conflict: terminated by other getUpdates request; make sure"):
        await first
    await anna.write("Привет")
    assert len(await second) == 1


async def test_polling_is_refused_while_a_webhook_is_set(bot: Bot, anna: Phone) -> None:
    await bot.set_webhook("http://127.0.0.1:9/hook")
    with pytest.raises(TelegramConflictError, match="can't use getUpdates method while webhook is active"):
        await bot.get_updates()
    await anna.write("Привет")
    await bot.delete_webhook()
    assert len(await bot.get_updates()) == 1


async def test_an_update_can_come_twice(bot: Bot, people: People, anna: Phone) -> None:
    await anna.write("Привет")
    first = await bot.get_updates()
    await bot.get_updates(offset=first[0].update_id + 1)
    await people.updates(duplicate=True)
    again = await bot.get_updates(offset=first[0].update_id + 1)
    assert [update.update_id for update in again] == [first[0].update_id]
    assert await bot.get_updates(offset=first[0].update_id + 1) == []


async def test_what_waits_can_be_reordered(bot: Bot, people: People, anna: Phone) -> None:
    for number in range(8):
        await anna.write(str(number))
    await people.updates(shuffle=True, seed=1)
    got: list[int] = []
    while updates := await bot.get_updates(offset=(got[-1] + 1 if got else None), limit=3):
        got += [update.update_id for update in updates]
    assert sorted(set(got)) == list(range(min(got), min(got) + 8))
    assert got != sorted(got)


async def test_a_poison_update_is_handed_out_as_it_is(raw: aiohttp.ClientSession, people: People) -> None:
    await people.updates(update={"update_id": 5, "message": {"message_id": "не число"}})
    async with raw.post("getUpdates", data={"offset": "10"}) as response:
        assert (await response.json())["result"] == [{"update_id": 5, "message": {"message_id": "не число"}}]
    async with raw.post("getUpdates", data={"offset": "10"}) as response:
        assert (await response.json())["result"] == []


async def test_updates_can_be_held_back_while_a_test_prepares_them(bot: Bot, people: People, anna: Phone) -> None:
    await people.updates(hold=True)
    poll = asyncio.ensure_future(bot.get_updates(timeout=10))
    await anna.write("1")
    await anna.write("2")
    await asyncio.sleep(0.1)
    assert not poll.done()
    await people.updates(hold=False)
    assert len(await poll) == 2


async def test_stopping_ends_polls_and_sockets_within_a_second(
    bot: Bot, people: People, telegram: LocalTelegram
) -> None:
    poll = asyncio.ensure_future(bot.get_updates(timeout=50))
    async with aiohttp.ClientSession() as session, session.ws_connect(f"{telegram.url}/people/ws") as socket:
        await asyncio.sleep(0.1)
        started = time.monotonic()
        await telegram.stop()
        assert time.monotonic() - started < 1
        assert (await socket.receive()).type in (aiohttp.WSMsgType.CLOSE, aiohttp.WSMsgType.CLOSED)
    assert await poll == []
