"""Free text that messaging waits for."""

from typing import TypedDict

from aiogram.fsm.state import State, StatesGroup


class AnnouncementForm(StatesGroup):
    text = State()
    """Waits for the announcement's text."""
    confirming = State()
    """The draft is shown and waits for «отправить»."""


class DraftInForm(TypedDict, total=False):
    class_id: int
    audience: str
    text: str
