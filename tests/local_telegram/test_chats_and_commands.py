"""getMe, getChat, menus of commands, chat actions."""

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import (
    BotCommand,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    BotCommandScopeChatMember,
    MenuButtonCommands,
)

from tests.people import People, Phone


def commands(*names: str) -> list[BotCommand]:
    return [BotCommand(command=name, description="о чём") for name in names]


async def shown(phone: Phone) -> list[str]:
    await phone.messages()
    return phone.commands


async def test_the_bot_knows_itself(bot: Bot) -> None:
    me = await bot.get_me()
    assert (me.id, me.username, me.is_bot) == (42, "zvonok_school_bot", True)


async def test_the_narrowest_menu_is_shown_in_ones_language(bot: Bot, people: People, anna: Phone) -> None:
    john = await people.new_phone("John", language_code="en")
    steps = [
        (None, None, ["default"], ["default"]),
        (None, "en", ["default"], ["default_en"]),
        (BotCommandScopeAllPrivateChats(), None, ["private"], ["private"]),
        (BotCommandScopeChat(chat_id=anna.id), None, ["chat"], ["private"]),
    ]
    for scope, language, for_anna, for_john in steps:
        name = f"default_{language}" if language else for_anna[0]
        await bot.set_my_commands(commands(name), scope=scope, language_code=language)
        assert (await shown(anna), await shown(john)) == (for_anna, for_john)
    await bot.delete_my_commands(scope=BotCommandScopeChat(chat_id=anna.id))
    assert await shown(anna) == ["private"]


async def test_a_member_of_a_group_has_a_menu_of_their_own(bot: Bot, people: People, anna: Phone) -> None:
    boris = await people.new_phone("Борис")
    group = await people.group("7А", [anna, boris])
    await bot.set_my_commands(commands("mine"), scope=BotCommandScopeChatMember(chat_id=group, user_id=anna.id))
    assert await shown(anna.in_group(group)) == ["mine"]
    assert await shown(boris.in_group(group)) == []


async def test_get_my_commands_answers_for_exactly_its_scope(bot: Bot, anna: Phone) -> None:
    await bot.set_my_commands(commands("a"))
    assert [command.command for command in await bot.get_my_commands()] == ["a"]
    assert await bot.get_my_commands(scope=BotCommandScopeChat(chat_id=anna.id)) == []


@pytest.mark.parametrize(
    ("menu", "words"),
    [
        (commands("дз"), "BOT_COMMAND_INVALID"),
        (commands("A"), "BOT_COMMAND_INVALID"),
        (commands(*["a"] * 101), "BOT_COMMANDS_TOO_MUCH"),
        ([BotCommand(command="a", description="")], "BOT_COMMAND_DESCRIPTION_INVALID"),
    ],
)
async def test_a_wrong_menu_is_refused(bot: Bot, menu: list[BotCommand], words: str) -> None:
    with pytest.raises(TelegramBadRequest, match=words):
        await bot.set_my_commands(menu)


async def test_a_menu_for_a_chat_that_is_not_there_is_refused(bot: Bot) -> None:
    with pytest.raises(TelegramBadRequest, match="chat not found"):
        await bot.set_my_commands(commands("a"), scope=BotCommandScopeChat(chat_id=5))


async def test_a_chat_is_described(bot: Bot, people: People, anna: Phone) -> None:
    group = await people.group("7А", [anna])
    assert (await bot.get_chat(anna.id)).first_name == "Анна"
    assert (await bot.get_chat(group)).title == "7А"
    stranger = await people.new_phone("Чужой")
    with pytest.raises(TelegramBadRequest, match="chat not found"):
        await bot.get_chat(stranger.id)


async def test_actions_and_the_menu_button_are_taken(bot: Bot, anna: Phone) -> None:
    assert await bot.send_chat_action(anna.id, "typing")
    assert await bot.set_chat_menu_button(anna.id, MenuButtonCommands())
    with pytest.raises(TelegramBadRequest, match="wrong parameter action in request"):
        await bot.send_chat_action(anna.id, "dancing")
