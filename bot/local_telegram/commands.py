"""Command menus: kept by scope and language, found for a person in a chat as Telegram finds them."""

import re
from typing import NamedTuple

from bot.local_telegram.chats import JSON, Chat
from bot.local_telegram.errors import bad_request

LIMIT = 100
NAME = re.compile(r"[a-z0-9_]{1,32}")
DESCRIPTION_LIMIT = 256


class Scope(NamedTuple):
    kind: str = "default"
    chat_id: int | None = None
    user_id: int | None = None


class Commands:
    def __init__(self) -> None:
        self._menus: dict[tuple[Scope, str], list[JSON]] = {}

    def set(self, scope: Scope, language: str, commands: list[JSON]) -> None:
        if len(commands) > LIMIT:
            raise bad_request("BOT_COMMANDS_TOO_MUCH")
        for command in commands:
            check(command)
        self._menus[scope, language] = commands

    def get(self, scope: Scope, language: str) -> list[JSON]:
        """Exactly this scope and language, as getMyCommands answers."""
        return self._menus.get((scope, language), [])

    def delete(self, scope: Scope, language: str) -> None:
        self._menus.pop((scope, language), None)

    def shown(self, chat: Chat, user_id: int, language: str) -> list[JSON]:
        """The narrowest scope that has a menu, in the person's language before the one without a language."""
        for scope in narrowest_first(chat, user_id):
            for wanted in (language, ""):
                if (scope, wanted) in self._menus:
                    return self._menus[scope, wanted]
        return []


def narrowest_first(chat: Chat, user_id: int) -> list[Scope]:
    if chat.private:
        return [Scope("chat", chat.id), Scope("all_private_chats"), Scope()]
    return [Scope("chat_member", chat.id, user_id), Scope("chat", chat.id), Scope("all_group_chats"), Scope()]


def check(command: JSON) -> None:
    if not NAME.fullmatch(command["command"]):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= len(command["description"]) <= DESCRIPTION_LIMIT:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
