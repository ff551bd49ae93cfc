"""What is read of an update before it is parsed: its number, whose turn it waits for, by what it is known again."""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, TypeGuard

from aiogram.dispatcher.middlewares.user_context import UserContextMiddleware
from aiogram.types import Update

from storage.inbox import GivenUpdate

LARGEST = 2**63 - 1
_HUGE = re.compile(r"\d{19}")


def given(update: Mapping[str, Any]) -> GivenUpdate | None:
    """None for what has no number: Telegram sends no such thing, and could not be told that it came."""
    number = number_of(update)
    if number is None:
        return None
    # Escaped, since half a surrogate pair or a null character can be written into JSON but not into a database.
    payload = json.dumps(update)
    return GivenUpdate(number, _identity(update, payload), chat_of(update), payload)


class Impossible(Exception):
    """It parses, but holds a number that no database does; Telegram makes no such thing."""


def refuse_impossible(update: Update) -> None:
    """Raises `Impossible` for the number of a person or in a forged button."""
    user = UserContextMiddleware.resolve_event_context(update).user
    tapped = update.callback_query.data if update.callback_query else None
    if (user and not _is_number(user.id)) or (tapped and _HUGE.search(tapped)):
        raise Impossible


def number_of(update: Mapping[str, Any]) -> int | None:
    number = update.get("update_id")
    return number if _is_number(number) else None


def chat_of(update: Mapping[str, Any]) -> int | None:
    """Whose turn the update waits for: the chat that it came from, else the person."""
    for what in update.values():
        if isinstance(what, Mapping):
            message = what.get("message", what)
            chat = message.get("chat", what.get("from")) if isinstance(message, Mapping) else what.get("from")
            return _id(chat)
    return None


def persons_of(update: Mapping[str, Any]) -> Iterator[int]:
    for what in update.values():
        person = _id(what.get("from")) if isinstance(what, Mapping) else None
        if person is not None:
            yield person


def _identity(update: Mapping[str, Any], payload: str) -> int:
    """Numbers begin anew after a week without updates, so an update is known by the message or the tap that it is.

    Everything else (an edit, a reaction) is known by its number together with what it says.
    """
    message, tap = update.get("message"), update.get("callback_query")
    if isinstance(message, Mapping) and _is_number(message.get("message_id")):
        known = f"message {_id(message.get('chat'))} {message['message_id']} {message.get('date')}"
    elif isinstance(tap, Mapping) and isinstance(tap.get("id"), str):
        known = f"tap {tap['id']}"
    else:
        known = payload
    return int.from_bytes(hashlib.blake2b(known.encode(errors="replace"), digest_size=8).digest(), signed=True)


def _id(who: object) -> int | None:
    number = who.get("id") if isinstance(who, Mapping) else None
    return number if _is_number(number) else None


def _is_number(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool) and -LARGEST <= value <= LARGEST
