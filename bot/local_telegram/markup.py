"""Keyboards: what Telegram accepts under a message."""

import json
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from aiogram.types import ForceReply, InlineKeyboardMarkup, ReplyKeyboardMarkup, ReplyKeyboardRemove
from pydantic import BaseModel, ValidationError

from bot.local_telegram.chats import JSON
from bot.local_telegram.errors import bad_request

KINDS: dict[str, type[BaseModel]] = {
    "inline_keyboard": InlineKeyboardMarkup,
    "keyboard": ReplyKeyboardMarkup,
    "remove_keyboard": ReplyKeyboardRemove,
    "force_reply": ForceReply,
}
BUTTONS_LIMIT = 100
ROW_LIMIT = 8
SIZE_LIMIT = 10_240
DATA_LIMIT = 64
"""Bytes of UTF-8, not characters."""
COPY_LIMIT = 256
PLAIN_KEYS = frozenset({"text", "callback_data", "url", "style"})
ACTIONS = frozenset(
    {"url", "callback_data", "web_app", "login_url", "copy_text", "callback_game", "pay", "disabled"}
    | {"switch_inline_query", "switch_inline_query_current_chat", "switch_inline_query_chosen_chat"}
)


@dataclass(frozen=True, slots=True)
class Markup:
    """`inline` belongs to the message; `reply` is the keyboard under the input field and never returns to the bot."""

    inline: JSON | None = None
    reply: JSON | None = None


NOTHING = Markup()


def markup_of(raw: Any) -> Markup:
    """Raises Refused. An inline keyboard without buttons is none."""
    if raw is None or raw == "":
        return NOTHING
    if isinstance(raw, str):
        return _read(raw)
    return _checked(raw, len(json.dumps(raw, ensure_ascii=False).encode()))


@lru_cache(maxsize=512)
def _read(raw: str) -> Markup:
    try:
        decoded = json.loads(raw)
    except ValueError:
        raise bad_request("can't parse reply keyboard markup JSON object") from None
    return _checked(decoded, len(raw.encode()))


def _checked(decoded: Any, size: int) -> Markup:
    if not isinstance(decoded, dict):
        raise bad_request("object expected as reply markup")
    kind = next((name for name in KINDS if name in decoded), None)
    if kind is None:
        return NOTHING
    clean = decoded if is_plain_inline(decoded) else validated(KINDS[kind], decoded)
    if size > SIZE_LIMIT:
        raise bad_request("reply markup is too long")
    if kind != "inline_keyboard":
        return Markup(reply=clean)
    check_inline(clean["inline_keyboard"])
    rows = [row for row in clean["inline_keyboard"] if row]
    return Markup(inline={**clean, "inline_keyboard": rows}) if rows else NOTHING


def validated(kind: type[BaseModel], decoded: JSON) -> JSON:
    try:
        return kind.model_validate(decoded).model_dump(mode="json", exclude_none=True, by_alias=True)
    except ValidationError as error:
        raise bad_request(f"can't parse keyboard: {first_fault(error)}") from None


def is_plain_inline(decoded: JSON) -> bool:
    """Only texts with data or addresses: what aiogram's type would give back unchanged, told five times faster."""
    rows = decoded.get("inline_keyboard")
    return (
        len(decoded) == 1 and isinstance(rows, list) and all(isinstance(row, list) and plain_row(row) for row in rows)
    )


def plain_row(row: list[Any]) -> bool:
    return all(map(is_plain_button, row))


def is_plain_button(button: Any) -> bool:
    return (
        type(button) is dict
        and "text" in button
        and PLAIN_KEYS.issuperset(button)
        and set(map(type, button.values())) == {str}
    )


def first_fault(error: ValidationError) -> str:
    fault = error.errors()[0]
    place = ".".join(str(step) for step in fault["loc"])
    return f"{place}: {fault['msg']}"


def check_inline(rows: list[list[JSON]]) -> None:
    if sum(len(row) for row in rows) > BUTTONS_LIMIT or any(len(row) > ROW_LIMIT for row in rows):
        raise bad_request("reply markup is too long")
    for row in rows:
        for button in row:
            check_button(button)


def check_button(button: JSON) -> None:
    if not button["text"].strip():
        raise bad_request("can't parse inline keyboard button: text must be non-empty")
    if ACTIONS.isdisjoint(button):
        raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if "callback_data" in button and not 1 <= len(button["callback_data"].encode()) <= DATA_LIMIT:
        raise bad_request("BUTTON_DATA_INVALID")
    if "copy_text" in button and not 1 <= len(button["copy_text"]["text"]) <= COPY_LIMIT:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")
    if "url" in button and not button["url"].startswith(("http://", "https://", "tg://", "t.me/", "mailto:", "tel:")):
        raise bad_request(f"inline keyboard button URL '{button['url']}' is invalid: Wrong HTTP URL")
