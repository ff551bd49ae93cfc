"""Pressing, answering, editing and deleting."""

import asyncio

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import BufferedInputFile, InlineKeyboardButton, InlineKeyboardMarkup, Message, ReactionTypeEmoji

from bot.local_telegram import LocalTelegram
from tests.people import Answer, People, PeopleError, Phone

MARKUP = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Болеет", callback_data="ill:1")]])


async def pressed(bot: Bot) -> str:
    """The id of the press that waits for the bot."""
    updates = await bot.get_updates(timeout=5)
    assert updates[-1].callback_query is not None
    return updates[-1].callback_query.id


async def test_a_press_brings_the_data_and_the_message_and_the_answer_goes_back(bot: Bot, anna: Phone) -> None:
    await bot.send_message(anna.id, "Вася отсутствует", reply_markup=MARKUP)
    press = asyncio.ensure_future(anna.press("болеет"))
    query = (await bot.get_updates(timeout=5))[0].callback_query
    assert query is not None
    assert isinstance(query.message, Message)
    assert query.message.reply_markup is not None
    assert query.message.reply_markup.model_dump() == MARKUP.model_dump()
    assert (query.data, query.from_user.id) == ("ill:1", anna.id)
    await bot.answer_callback_query(query.id, text="Спасибо", show_alert=True)
    assert await press == Answer("Спасибо", True, None)


async def test_only_a_button_that_is_there_can_be_pressed(bot: Bot, anna: Phone) -> None:
    sent = await bot.send_message(anna.id, "Вася отсутствует", reply_markup=MARKUP)
    with pytest.raises(PeopleError, match="404"):
        await anna.press_raw(sent.message_id, "ill:2")


async def test_a_late_answer_is_refused(anna: Phone, bot: Bot, telegram: LocalTelegram) -> None:
    telegram.exchange._callback_lifetime = 0.05
    await bot.send_message(anna.id, "Вася отсутствует", reply_markup=MARKUP)
    await anna.press("болеет", wait=0)
    query = await pressed(bot)
    await asyncio.sleep(0.1)
    with pytest.raises(
        TelegramBadRequest, match="query is too old and response timeout expired or query ID is invalid"
    ):
        await bot.answer_callback_query(query)


async def test_an_edit_without_a_keyboard_removes_it(bot: Bot, anna: Phone) -> None:
    sent = await bot.send_message(anna.id, "Вася отсутствует", reply_markup=MARKUP)
    await bot.edit_message_text("Вася болеет", chat_id=anna.id, message_id=sent.message_id)
    seen = await anna.wait_for("болеет")
    assert seen.edited
    assert seen.buttons == []


@pytest.mark.parametrize(
    ("text", "markup", "same"),
    [
        ("<b>5</b>", MARKUP, True),
        ("5", MARKUP, False),
        ("<b>5</b>", None, False),
        ("<strong>5</strong> ", MARKUP, True),
    ],
)
async def test_not_modified_compares_text_entities_and_keyboard(
    bot: Bot, anna: Phone, text: str, markup: InlineKeyboardMarkup | None, same: bool
) -> None:
    sent = await bot.send_message(anna.id, "<b>5</b>", reply_markup=MARKUP)
    edit = bot.edit_message_text(text, chat_id=anna.id, message_id=sent.message_id, reply_markup=markup)
    if not same:
        await edit
        return
    with pytest.raises(TelegramBadRequest, match="message is not modified: specified new message content and reply"):
        await edit


async def test_what_cannot_be_edited_says_why(bot: Bot, anna: Phone) -> None:
    theirs = await anna.write("Привет")
    photo = await bot.send_document(anna.id, BufferedInputFile(b"a", "a.txt"))
    refusals = {
        99: "message to edit not found",
        theirs.id: "message can't be edited",
        photo.message_id: "there is no text in the message to edit",
    }
    for message_id, words in refusals.items():
        with pytest.raises(TelegramBadRequest, match=words):
            await bot.edit_message_text("a", chat_id=anna.id, message_id=message_id)


async def test_keyboard_and_caption_are_edited_alone(bot: Bot, anna: Phone) -> None:
    sent = await bot.send_document(anna.id, BufferedInputFile(b"a", "a.txt"), caption="Было")
    await bot.edit_message_caption(chat_id=anna.id, message_id=sent.message_id, caption="Стало")
    assert (await anna.wait_for("Стало")).buttons == []
    await bot.edit_message_reply_markup(chat_id=anna.id, message_id=sent.message_id, reply_markup=MARKUP)
    assert (await anna.wait_for("Стало", button="Болеет")).labels == ["Болеет"]


async def test_a_deleted_message_is_gone(bot: Bot, anna: Phone) -> None:
    sent = await bot.send_message(anna.id, "Код")
    await bot.delete_message(anna.id, sent.message_id)
    assert await anna.messages() == []
    with pytest.raises(TelegramBadRequest, match="message to delete not found"):
        await bot.delete_message(anna.id, sent.message_id)


async def test_a_reaction_is_shown(bot: Bot, anna: Phone) -> None:
    theirs = await anna.write("Спасибо")
    await bot.set_message_reaction(anna.id, theirs.id, [ReactionTypeEmoji(emoji="👍")])
    assert (await anna.messages())[0].reactions == ["👍"]
    with pytest.raises(TelegramBadRequest, match="REACTION_INVALID"):
        await bot.set_message_reaction(anna.id, theirs.id, [ReactionTypeEmoji(emoji="🐈")])


async def test_a_waiting_phone_shows_the_chat_when_nothing_comes(bot: Bot, anna: Phone) -> None:
    await bot.send_message(anna.id, "Вася отсутствует", reply_markup=MARKUP)
    with pytest.raises(AssertionError, match=r"(?s)«Оценка» did not come.*Вася отсутствует.*\[Болеет \| ill:1\]"):
        await anna.wait_for("Оценка", timeout=0.1)


async def test_messages_that_come_together_are_waited_for_in_any_order(bot: Bot, people: People, anna: Phone) -> None:
    await bot.send_message(anna.id, "Первое")
    await bot.send_message(anna.id, "Второе")
    assert (await anna.wait_for("Второе")).id == 2
    assert (await anna.wait_for("Первое")).id == 1
    with pytest.raises(AssertionError):
        await anna.wait_for("Первое", timeout=0.05)
    await anna.stays_silent(0.05)
