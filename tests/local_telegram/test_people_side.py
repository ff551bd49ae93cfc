"""What the page and the tests use, the ledger, and the server as a process of its own."""

import asyncio
import json
import os
import signal
import sys
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import aiohttp
import pytest
from aiogram import Bot
from aiogram.types import InlineKeyboardMarkup
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.local_telegram import Jump, LocalTelegram, StagePerson, StagePhone
from bot.local_telegram.markup import is_plain_inline, validated
from tests.people import People, PeopleError, Phone

BUTTONS = st.fixed_dictionaries(
    {"text": st.text(max_size=5)}, optional={"callback_data": st.text(max_size=5), "url": st.text(max_size=5)}
)


class School:
    """A stage with a clock that stands."""

    zone = "Europe/Moscow"

    def __init__(self) -> None:
        self.moment = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)

    def now(self) -> datetime:
        return self.moment

    def jumps(self) -> Sequence[Jump]:
        return [Jump("bell", "До звонка")]

    async def jump(self, key: str) -> None:
        await self.advance({"bell": 45}[key])

    async def advance(self, minutes: int) -> None:
        self.moment += timedelta(minutes=minutes)

    async def move_to(self, moment: datetime) -> None:
        self.moment = moment.astimezone(UTC)

    async def people(self, query: str) -> Sequence[StagePerson]:
        return [StagePerson("p1", "Анна", "7А", None)] if query in "Анна" else []

    async def put_on_phone(self, key: str) -> int:
        return {"p1": 77}[key]

    def phones(self) -> Sequence[StagePhone]:
        return [StagePhone(77, "guardian", "Мама")]


async def test_the_stage_moves_the_clock_and_puts_people_on_phones(bot: Bot) -> None:
    school = School()
    local = LocalTelegram(token="42:LOCAL", clock=school, stage=school)
    await local.start()
    try:
        async with People(local.url) as people:
            assert (await people.get("/people/clock", {}))["now"] == "2026-11-23T09:00:00+03:00"
            assert (await people.post("/people/clock", {"jump": "bell"}))["now"] == "2026-11-23T09:45:00+03:00"
            assert (await people.post("/people/clock", {"minutes": 10}))["now"] == "2026-11-23T09:55:00+03:00"
            moved = await people.post("/people/clock", {"to": "2026-11-24T18:00"})
            assert moved["now"] == "2026-11-24T18:00:00+03:00"
            anna = await people.new_phone("Анна")
            assert (await anna.write("а")).raw["date"] == int(school.moment.timestamp())
            assert [row["key"] for row in await people.get("/people/directory", {"q": "Ан"})] == ["p1"]
            assert await people.post("/people/directory/p1", {}) == {"user_id": 77}
            assert (await people.get("/people/phones", {}))[0]["title"] == "Мама"
            for path, wish in (("clock", {"jump": "x"}), ("clock", {"to": "завтра"}), ("directory/p2", {})):
                with pytest.raises(PeopleError):
                    await people.post(f"/people/{path}", wish)
    finally:
        await local.stop()


async def test_without_a_stage_there_is_no_clock(people: People) -> None:
    with pytest.raises(PeopleError, match="404"):
        await people.get("/people/clock", {})


async def test_everything_is_told_on_the_socket(bot: Bot, people: People, anna: Phone) -> None:
    async with aiohttp.ClientSession() as session, session.ws_connect(f"{people.url}/people/ws") as socket:
        sent = await bot.send_message(anna.id, "Привет")
        await bot.edit_message_text("Пока", chat_id=anna.id, message_id=sent.message_id)
        await bot.delete_message(anna.id, sent.message_id)
        events = [json.loads((await socket.receive(timeout=2)).data) for _ in range(4)]
    assert [event["type"] for event in events] == ["message", "unread", "edit", "delete"]
    assert {event["user_id"] for event in events} == {anna.id}
    assert events[2]["message"]["text"] == "Пока"


async def test_unread_counts_until_seen(bot: Bot, people: People, anna: Phone) -> None:
    await bot.send_message(anna.id, "1")
    await bot.send_message(anna.id, "2")
    chats = await people.get(f"/people/users/{anna.id}/chats", {})
    assert (chats[0]["unread"], chats[0]["last"]["text"], chats[0]["title"]) == (2, "2", "Звонок")
    await anna.see()
    await anna.messages()
    assert anna.unread == 0


async def test_a_link_opens_the_bot_with_its_payload(bot: Bot, people: People) -> None:
    phone = await people.new_phone("Новый")
    await phone.start("ABCD-1234")
    message = (await bot.get_updates())[0].message
    assert message is not None
    assert message.text == "/start ABCD-1234"
    await bot.send_message(phone.id, "Здравствуйте")
    with pytest.raises(PeopleError, match="400"):
        await phone.start("нельзя")


async def test_contacts_and_edits_reach_the_bot(bot: Bot, anna: Phone) -> None:
    await anna.contact("+70000000000")
    written = await anna.write("Превет")
    await anna.edit(written, "Привет")
    contact, _, edit = await bot.get_updates()
    assert contact.message is not None
    assert contact.message.contact is not None
    assert contact.message.contact.user_id == anna.id
    assert edit.edited_message is not None
    assert edit.edited_message.text == "Привет"


async def test_a_blocked_bot_cannot_be_written_to(anna: Phone) -> None:
    await anna.block()
    with pytest.raises(PeopleError, match="409"):
        await anna.write("Привет")


async def test_two_people_cannot_have_one_id(people: People, anna: Phone) -> None:
    with pytest.raises(PeopleError, match="409"):
        await people.new_phone("Другая", user_id=anna.id)


@pytest.mark.parametrize("wish", [{}, {"text": 5}, {"text": " "}, {"text": "а", "reply_to": "x"}])
async def test_a_malformed_wish_is_one_sentence(people: People, anna: Phone, wish: dict[str, object]) -> None:
    with pytest.raises(PeopleError, match=r'400: \{"error": "'):
        await people.post(f"/people/users/{anna.id}/text", wish)


async def test_the_ledger_keeps_every_call_with_its_outcome(bot: Bot, people: People, anna: Phone) -> None:
    await bot.send_message(anna.id, "1")
    await anna.block()
    with pytest.raises(Exception, match="blocked"):
        await bot.send_message(anna.id, "2")
    first, second = await people.calls(chat_id=anna.id)
    assert (first["outcome"], first["message_id"], first["params"]["text"]) == ("taken", 1, "1")
    assert (second["outcome"], second["error_code"]) == ("refused", 403)
    assert await people.calls(after=second["n"]) == []


async def test_ledger_and_chats_do_not_grow_without_end() -> None:
    local = LocalTelegram(token="42:LOCAL", ledger_size=5, messages_kept=4)
    await local.start()
    try:
        async with People(local.url) as people:
            anna = await people.new_phone("Анна")
            for number in range(9):
                await anna.write(str(number))
                await people.get(f"/bot42:LOCAL/getMe?n={number}", {})
            assert [call["n"] for call in await people.calls()] == [5, 6, 7, 8, 9]
            assert [message.text for message in await anna.messages()] == ["5", "6", "7", "8"]
    finally:
        await local.stop()


@settings(max_examples=50)
@given(st.lists(st.lists(BUTTONS, max_size=3), max_size=3))
def test_the_quick_check_of_keyboards_agrees_with_aiograms_type(rows: list[list[dict[str, str]]]) -> None:
    keyboard = {"inline_keyboard": rows}
    assert is_plain_inline(keyboard)
    assert validated(InlineKeyboardMarkup, keyboard) == keyboard


async def test_a_taken_port_is_an_os_error(telegram: LocalTelegram) -> None:
    second = LocalTelegram(token="42:LOCAL")
    with pytest.raises(OSError, match="in use"):
        await second.start(port=int(telegram.url.rsplit(":", 1)[1]))


@pytest.mark.slow
async def test_it_runs_alone_in_a_process_of_its_own() -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "bot.local_telegram", "--token", "7:T", "--users", "2", "--no-limits"),
        stdout=asyncio.subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
    )
    assert process.stdout is not None
    url = json.loads(await process.stdout.readline())["url"]
    async with People(url) as people:
        assert (await people.get("/bot7:T/getMe", {}))["result"]["id"] == 7
        assert [user["id"] for user in await people.get("/people/users", {})] == [1, 2]
    process.send_signal(signal.SIGTERM)
    assert await asyncio.wait_for(process.wait(), 20) == 0
