"""What is tapped to ask the administrator, and to mark a text as urgent."""

from aiogram.filters.callback_data import CallbackData


class AskAdministrator(CallbackData, prefix="va1"):
    """Asks for the question."""


class AskAboutThread(CallbackData, prefix="va2"):
    """Staff, about a talk of theirs; what was said in it is not shown to the administrator."""

    thread: int


class MarkUrgent(CallbackData, prefix="va3"):
    """The text that is asked for: whether it rings at any hour."""

    on: bool
