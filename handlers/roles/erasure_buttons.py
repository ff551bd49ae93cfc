"""What the administrator taps about erasing personal data."""

from aiogram.filters.callback_data import CallbackData


class ShowErasures(CallbackData, prefix="ers"):
    pass


class ShowErasure(CallbackData, prefix="ero"):
    """What would be erased, what is kept."""

    erasure: int


class EraseNow(CallbackData, prefix="ern"):
    """`sure` False asks once more."""

    erasure: int
    sure: bool


class DeclineErasure(CallbackData, prefix="erd"):
    erasure: int
