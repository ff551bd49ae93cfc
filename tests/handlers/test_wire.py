"""A screen goes to Telegram as aiogram's own objects would have it."""

from typing import Any

import pytest
from aiogram import Bot
from aiogram.methods import SendChatAction
from aiogram.types import InlineKeyboardMarkup
from aiohttp import FormData, JsonPayload

from bot.session import LeanSession
from handlers.kit.screen import Button, Screen, Style
from handlers.kit.wire import Say
from handlers.roles.buttons import OpenMenu

BUTTONS = (
    Button("Меню", OpenMenu()),
    Button("Сайт", url="https://example.org"),
    Button("Код", copy="7K4M-2P9Q"),
    Button("Готово", OpenMenu(), style=Style.SUCCESS),
)


@pytest.mark.parametrize("button", BUTTONS, ids=[button.label for button in BUTTONS])
def test_a_button_is_the_same_both_ways(button: Button) -> None:
    keyboard = Screen("", [[button], []]).keyboard()
    read = InlineKeyboardMarkup.model_validate(keyboard)
    assert read.inline_keyboard[0][0].text == button.label
    assert read.model_dump(exclude_none=True, mode="json") == keyboard


def test_a_screen_without_buttons_has_no_keyboard() -> None:
    assert Screen("", [[]]).keyboard() is None


async def test_a_screen_goes_as_json_and_anything_else_as_a_form() -> None:
    session, bot = LeanSession(), Bot("42:AAE-test-test-test-test-test-test")
    body: Any = session.build_form_data(bot, Say(chat_id=7, text="Завтра, вторник"))
    assert isinstance(body, JsonPayload)
    assert body.decode() == '{"chat_id":7,"text":"Завтра, вторник","parse_mode":"HTML"}'
    assert isinstance(session.build_form_data(bot, SendChatAction(chat_id=7, action="typing")), FormData)
    await bot.session.close()
