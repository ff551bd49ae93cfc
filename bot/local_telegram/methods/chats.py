"""getMe, getChat, sendChatAction, setChatMenuButton, getFile and the commands menus."""

from typing import Any

from aiogram.methods import (
    DeleteMyCommands,
    GetChat,
    GetFile,
    GetMe,
    GetMyCommands,
    SendChatAction,
    SetChatMenuButton,
    SetMyCommands,
)

from bot.local_telegram.calls import Call
from bot.local_telegram.chats import JSON
from bot.local_telegram.commands import Scope
from bot.local_telegram.errors import bad_request
from bot.local_telegram.exchange import Exchange
from bot.local_telegram.files import DOWNLOAD_LIMIT

ACTIONS = frozenset(
    {"typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "upload_document"}
    | {"choose_sticker", "find_location", "record_video_note", "upload_video_note"}
)
SCOPES = frozenset({"default", "all_private_chats", "all_group_chats", "chat", "chat_member"})
GIFTS = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")


def get_me(exchange: Exchange, call: Call[GetMe]) -> JSON:
    return {
        **exchange.bot,
        "can_join_groups": True,
        "can_read_all_group_messages": True,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def get_chat(exchange: Exchange, call: Call[GetChat]) -> JSON:
    chat = exchange.known_chat(call.args.chat_id)
    if chat.private and not exchange.accounts[chat.id].started:
        raise bad_request("chat not found")
    more: JSON = {"accepted_gift_types": dict.fromkeys(GIFTS, False)}
    if chat.private and chat.description.get("username"):
        more["active_usernames"] = [chat.description["username"]]
    return {**chat.description, "accent_color_id": chat.id % 7, "max_reaction_count": 11, **more}


def send_chat_action(exchange: Exchange, call: Call[SendChatAction]) -> bool:
    chat = exchange.chat_for_bot(call.args.chat_id)
    if call.args.action not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    for user_id in chat.members:
        exchange.events.emit("action", user_id, chat.id, action=call.args.action)
    return True


def set_chat_menu_button(exchange: Exchange, call: Call[SetChatMenuButton]) -> bool:
    button: JSON = {"type": "default"}
    if call.args.menu_button is not None:
        button = call.args.menu_button.model_dump(mode="json", exclude_none=True)
    if call.args.chat_id is None:
        exchange.menu_button = button
    else:
        exchange.known_chat(call.args.chat_id).menu_button = button
    return True


def get_file(exchange: Exchange, call: Call[GetFile]) -> JSON:
    stored = exchange.files.get(call.args.file_id)
    if stored is None:
        raise bad_request("invalid file_id")
    if len(stored.content) > DOWNLOAD_LIMIT:
        raise bad_request("file is too big")
    return {**stored.as_file(), "file_path": stored.path}


def set_my_commands(exchange: Exchange, call: Call[SetMyCommands]) -> bool:
    commands = [{"command": c.command, "description": c.description} for c in call.args.commands]
    exchange.commands.set(scope_of(exchange, call.args.scope), call.args.language_code or "", commands)
    exchange.events.emit("commands", None, None)
    return True


def get_my_commands(exchange: Exchange, call: Call[GetMyCommands]) -> list[JSON]:
    return exchange.commands.get(scope_of(exchange, call.args.scope), call.args.language_code or "")


def delete_my_commands(exchange: Exchange, call: Call[DeleteMyCommands]) -> bool:
    exchange.commands.delete(scope_of(exchange, call.args.scope), call.args.language_code or "")
    exchange.events.emit("commands", None, None)
    return True


def scope_of(exchange: Exchange, scope: Any) -> Scope:
    """A chat that is named must exist."""
    if scope is None:
        return Scope()
    if scope.type not in SCOPES:
        raise bad_request("can't parse BotCommandScope: this local Telegram has no scopes for administrators")
    if scope.type not in ("chat", "chat_member"):
        return Scope(scope.type)
    chat = exchange.known_chat(scope.chat_id)
    if scope.type == "chat_member":
        if scope.user_id not in chat.members:
            raise bad_request("PARTICIPANT_ID_INVALID")
        return Scope("chat_member", chat.id, scope.user_id)
    return Scope("chat", chat.id)
