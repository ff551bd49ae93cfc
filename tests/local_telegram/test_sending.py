"""What the bot may send, and what comes back."""

import json

import aiohttp
import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError, TelegramMigrateToChat, TelegramNotFound
from aiogram.types import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    Message,
    MessageEntity,
    ReplyKeyboardMarkup,
    ReplyParameters,
)

from bot.local_telegram import LocalTelegram
from tests.people import People, Phone


def inline(*rows: list[str], data: str = "x") -> InlineKeyboardMarkup:
    buttons = [[InlineKeyboardButton(text=text, callback_data=data) for text in row] for row in rows]
    return InlineKeyboardMarkup(inline_keyboard=buttons)


async def test_a_message_reaches_the_phone_with_its_entities_and_buttons(bot: Bot, anna: Phone) -> None:
    sent = await bot.send_message(anna.id, "Вася: <b>5</b>", reply_markup=inline(["Знаю"], data="known:1"))
    got = await anna.wait_for("Вася")
    assert (got.text, got.marked("bold"), got.labels, got.id) == ("Вася: 5", ["5"], ["Знаю"], sent.message_id)
    assert sent.reply_markup is not None
    assert sent.from_user is not None
    assert sent.from_user.is_bot


@pytest.mark.parametrize("text", ["5", "null", "[1]", "{}"])
async def test_a_text_that_looks_like_json_stays_a_text(raw: aiohttp.ClientSession, anna: Phone, text: str) -> None:
    async with raw.post("sendMessage", data={"chat_id": str(anna.id), "text": text}) as response:
        assert (await response.json())["result"]["text"] == text


@pytest.mark.parametrize("encoding", ["json", "form", "multipart", "query"])
async def test_arguments_come_in_any_of_telegrams_encodings(
    raw: aiohttp.ClientSession, anna: Phone, encoding: str
) -> None:
    markup = json.dumps({"inline_keyboard": [[{"text": "Да", "callback_data": "y"}]]})
    fields = {"chat_id": str(anna.id), "text": "Привет", "reply_markup": markup}
    form = aiohttp.FormData(fields, default_to_multipart=True) if encoding == "multipart" else fields
    arguments = {
        "json": {"json": fields | {"chat_id": anna.id, "reply_markup": json.loads(markup)}},
        "query": {"params": fields},
    }.get(encoding, {"data": form})
    async with raw.post("sendMessage", **arguments) as response:
        answer = await response.json()
    assert answer["ok"], answer
    assert answer["result"]["reply_markup"]["inline_keyboard"][0][0]["text"] == "Да"


async def test_a_reply_keyboard_is_shown_and_not_returned(bot: Bot, anna: Phone) -> None:
    keyboard = ReplyKeyboardMarkup(keyboard=[[KeyboardButton(text="Меню")]], resize_keyboard=True)
    sent = await bot.send_message(anna.id, "Выберите", reply_markup=keyboard)
    await anna.wait_for("Выберите")
    assert sent.reply_markup is None
    assert anna.keyboard == [["Меню"]]
    assert await anna.press("Меню") is None
    message = (await bot.get_updates())[-1].message
    assert message is not None
    assert message.text == "Меню"


async def test_text_is_counted_in_code_points_after_entities(bot: Bot, anna: Phone) -> None:
    assert len((await bot.send_message(anna.id, "<b>" + "😀" * 4096 + "</b>")).text or "") == 4096
    with pytest.raises(TelegramBadRequest, match="message is too long"):
        await bot.send_message(anna.id, "я" * 4097)


@pytest.mark.parametrize("text", [" ", "<b></b>", "\n\n", "<i> </i>"])
async def test_an_empty_text_is_refused(bot: Bot, anna: Phone, text: str) -> None:
    with pytest.raises(TelegramBadRequest, match="message text is empty"):
        await bot.send_message(anna.id, text)


async def test_callback_data_is_counted_in_bytes(bot: Bot, anna: Phone) -> None:
    await bot.send_message(anna.id, "ok", reply_markup=inline(["a"], data="я" * 32))
    with pytest.raises(TelegramBadRequest, match="BUTTON_DATA_INVALID"):
        await bot.send_message(anna.id, "no", reply_markup=inline(["a"], data="я" * 33))


@pytest.mark.parametrize(
    "markup",
    [inline(*[["a"] * 8] * 12, ["a"] * 5), inline(["a"] * 9), inline(*[["я" * 200] * 4] * 10)],
    ids=["101 buttons", "9 in a row", "over 10 kB"],
)
async def test_a_keyboard_that_is_too_big_is_refused(bot: Bot, anna: Phone, markup: InlineKeyboardMarkup) -> None:
    with pytest.raises(TelegramBadRequest, match="reply markup is too long"):
        await bot.send_message(anna.id, "Выберите", reply_markup=markup)


async def test_a_hundred_buttons_pass(bot: Bot, anna: Phone) -> None:
    sent = await bot.send_message(anna.id, "Выберите", reply_markup=inline(*[["a"] * 8] * 12, ["a"] * 4))
    assert sent.reply_markup is not None


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("{", "can't parse reply keyboard markup JSON object"),
        ('{"inline_keyboard":[[{"text":"a"}]]}', "Text buttons are unallowed in the inline keyboard"),
        ('{"inline_keyboard":[[{"callback_data":"a"}]]}', "can't parse keyboard"),
        ('{"inline_keyboard":[[{"text":"a","callback_data":""}]]}', "BUTTON_DATA_INVALID"),
        ('{"inline_keyboard":[[{"text":"a","copy_text":{"text":""}}]]}', "BUTTON_COPY_TEXT_INVALID"),
    ],
)
async def test_a_malformed_keyboard_is_refused(
    raw: aiohttp.ClientSession, anna: Phone, markup: str, words: str
) -> None:
    fields = {"chat_id": str(anna.id), "text": "a", "reply_markup": markup}
    async with raw.post("sendMessage", data=fields) as response:
        assert response.status == 400
        assert words in (await response.json())["description"]


async def test_who_cannot_be_written_to_is_told_apart(bot: Bot, people: People, anna: Phone) -> None:
    stranger = await people.new_phone("Чужой")
    gone = await people.new_phone("Ушёл", started=True)
    await people.post(f"/people/users/{gone.id}/deactivate", {})
    await anna.block()
    refusals = {
        anna.id: "bot was blocked by the user",
        stranger.id: "bot can't initiate conversation with a user",
        gone.id: "user is deactivated",
    }
    for user_id, words in refusals.items():
        with pytest.raises(TelegramForbiddenError, match=f"Forbidden: {words}"):
            await bot.send_message(user_id, "Привет")
    with pytest.raises(TelegramBadRequest, match="chat not found"):
        await bot.send_message(999, "Привет")


async def test_unblocking_lets_the_bot_write_again_and_tells_it(bot: Bot, anna: Phone) -> None:
    await anna.block()
    await anna.unblock()
    changes = [update.my_chat_member for update in await bot.get_updates()]
    assert [change.new_chat_member.status for change in changes if change] == ["kicked", "member"]
    await bot.send_message(anna.id, "Снова")


async def test_groups_have_refusals_of_their_own(bot: Bot, people: People, anna: Phone) -> None:
    group = await people.group("7А", [anna], kind="group")
    await bot.send_message(group, "Всем")
    assert (await anna.in_group(group).wait_for("Всем")).text == "Всем"
    upgraded = (await people.post(f"/people/groups/{group}/upgrade", {}))["chat_id"]
    with pytest.raises(TelegramMigrateToChat) as moved:
        await bot.send_message(group, "Всем")
    assert moved.value.migrate_to_chat_id == upgraded
    await people.post(f"/people/groups/{upgraded}/kick", {})
    with pytest.raises(TelegramForbiddenError, match="bot was kicked from the supergroup chat"):
        await bot.send_message(upgraded, "Всем")


async def test_an_unknown_method_is_not_found_and_logged(
    bot: Bot, anna: Phone, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(TelegramNotFound, match="Not Found: method not found"):
        await bot.send_dice(anna.id)
    assert "sendDice" in caplog.text


async def test_a_wrong_token_is_unauthorized(telegram: LocalTelegram) -> None:
    async with aiohttp.ClientSession() as session, session.get(f"{telegram.url}/bot1:NO/getMe") as response:
        answer = await response.json()
    assert answer == {"ok": False, "error_code": 401, "description": "Unauthorized"}


async def test_given_entities_are_kept_and_must_fit(bot: Bot, anna: Phone) -> None:
    bold = MessageEntity(type="bold", offset=2, length=1)
    sent = await bot.send_message(anna.id, "😀5", parse_mode=None, entities=[bold])
    assert [entity.model_dump() for entity in sent.entities or ()] == [bold.model_dump()]
    outside = MessageEntity(type="bold", offset=2, length=5)
    with pytest.raises(TelegramBadRequest, match="ends after the end of the text"):
        await bot.send_message(anna.id, "😀5", parse_mode=None, entities=[outside])


async def test_an_answer_quotes_what_it_answers(bot: Bot, anna: Phone) -> None:
    asked = await anna.write("Когда собрание?")
    sent = await bot.send_message(anna.id, "В среду", reply_parameters=ReplyParameters(message_id=asked.id))
    assert sent.reply_to_message is not None
    assert sent.reply_to_message.text == "Когда собрание?"
    with pytest.raises(TelegramBadRequest, match="message to be replied not found"):
        await bot.send_message(anna.id, "В среду", reply_parameters=ReplyParameters(message_id=99))


async def test_the_answer_is_what_aiograms_type_gives_back(raw: aiohttp.ClientSession, anna: Phone) -> None:
    """The message is built by hand for speed; aiogram's type must lose and add nothing."""
    markup = json.dumps(
        {"inline_keyboard": [[{"text": "Да", "callback_data": "y"}, {"text": "🔗", "url": "https://a.ru"}]]}
    )
    fields = {"chat_id": str(anna.id), "text": "<b>a</b> /start", "parse_mode": "HTML", "reply_markup": markup}
    async with raw.post("sendMessage", data=fields) as response:
        result = (await response.json())["result"]
    again = Message.model_validate(result).model_dump(mode="json", exclude_none=True, by_alias=True)
    again["from"] = again.pop("from_user", again.get("from"))
    assert again | {"date": result["date"]} == result
