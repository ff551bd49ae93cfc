"""Every call of the bot, as the tests' witness."""

import json
import time
from collections import deque
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.local_telegram.chats import JSON

NESTED = frozenset(
    {"reply_markup", "entities", "caption_entities", "media", "commands", "scope", "allowed_updates"}
    | {"link_preview_options", "reply_parameters", "reaction", "menu_button"}
)


@dataclass(slots=True)
class Entry:
    n: int
    at: datetime
    monotonic: float
    method: str
    params: JSON
    outcome: str = "taken"
    fault: str | None = None
    error_code: int | None = None
    description: str | None = None
    chat_id: int | None = None
    message_id: int | None = None

    def as_json(self) -> JSON:
        row: JSON = {
            "n": self.n,
            "at": self.at.isoformat(),
            "monotonic": self.monotonic,
            "method": self.method,
            "chat_id": self.chat_id,
            "message_id": self.message_id,
            "user_id": self.chat_id if self.chat_id is not None and self.chat_id > 0 else None,
            "outcome": self.outcome,
            "params": {name: readable(name, value) for name, value in self.params.items()},
        }
        more = {"fault": self.fault, "error_code": self.error_code, "description": self.description}
        return row | {name: value for name, value in more.items() if value is not None}


def readable(name: str, value: Any) -> Any:
    """Nested objects come as JSON strings; the reader of the ledger gets them decoded."""
    if name not in NESTED or not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except ValueError:
        return value


class Ledger:
    """`size` entries are kept; None keeps all."""

    def __init__(self, size: int | None) -> None:
        self._entries: deque[Entry] = deque(maxlen=size)
        self._count = 0

    def open(self, method: str, params: JSON, at: datetime) -> Entry:
        """The entry of a call that has arrived; its outcome is filled in when known."""
        self._count += 1
        entry = Entry(self._count, at, time.monotonic(), method, params)
        self._entries.append(entry)
        return entry

    def after(self, number: int) -> JSON:
        """Entries with a greater number, oldest first, and the number to ask after next time."""
        rows: list[JSON] = []
        for entry in reversed(self._entries):
            if entry.n <= number:
                break
            rows.append(entry.as_json())
        rows.reverse()
        return {"entries": rows, "next": rows[-1]["n"] if rows else number}
