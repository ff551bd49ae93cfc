"""A screen: what a message says and which buttons stand under it. Pure; shown by `show`."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from aiogram.filters.callback_data import CallbackData

from domain.talk.wording import Attachment
from handlers.kit.wire import Keyboard


class Style(StrEnum):
    """Colours that newer clients give to a button; older ones show it plain."""

    PRIMARY = "primary"
    SUCCESS = "success"
    DANGER = "danger"


@dataclass(frozen=True, slots=True)
class Button:
    """Exactly one of `action`, `url`, `copy` says what it does."""

    label: str
    action: CallbackData | None = None
    url: str | None = None
    copy: str | None = None
    style: Style | None = None

    def wire(self) -> dict[str, Any]:
        """As Telegram takes it."""
        what: dict[str, Any] = {"text": self.label}
        if self.action:
            what["callback_data"] = self.action.pack()
        if self.url:
            what["url"] = self.url
        if self.copy:
            what["copy_text"] = {"text": self.copy}
        if self.style:
            what["style"] = self.style
        return what


@dataclass(frozen=True, slots=True)
class Screen:
    """`text` is HTML with everything from people already escaped (the translator escapes its arguments).

    `files` go along where a screen is a message of the outbox; what is shown in place of a tapped screen has none.
    `svg`: a picture that is drawn over the text where the screen is a message of its own.
    """

    text: str
    rows: Sequence[Sequence[Button]] = field(default=())
    files: tuple[Attachment, ...] = ()
    svg: str | None = None

    def keyboard(self) -> Keyboard | None:
        """The keyboard as Telegram takes it."""
        rows = [[button.wire() for button in row] for row in self.rows if row]
        return {"inline_keyboard": rows} if rows else None


def in_rows(buttons: Iterable[Button], width: int) -> list[list[Button]]:
    """Buttons laid `width` to a row (at most 8, Telegram's bound)."""
    flat = list(buttons)
    return [flat[start : start + width] for start in range(0, len(flat), width)]
