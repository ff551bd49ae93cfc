"""What is tapped on the card of a lesson's line; `key` says which line is meant."""

from aiogram.filters.callback_data import CallbackData

from handlers.journal.buttons import _OfLesson


class WriteLine(CallbackData, prefix="jw"):
    """`everyone`: and all who are not named were there."""

    key: str
    everyone: bool


class CorrectLine(CallbackData, prefix="jx"):
    """The line once more, to be copied; it goes on waiting."""

    key: str


class ShowLine(CallbackData, prefix="jb"):
    """Back to the card."""

    key: str


class MeantInLine(CallbackData, prefix="jp"):
    """Who is meant by the name of this number; `pupil` 0: none of those offered."""

    key: str
    number: int
    pupil: int


class LineOfLesson(_OfLesson, prefix="jl"):
    """Of which lesson the line is."""

    key: str
