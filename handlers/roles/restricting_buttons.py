"""What is tapped about a guardian whom a court keeps from a child."""

from aiogram.filters.callback_data import CallbackData


class AskRestriction(CallbackData, prefix="arq"):
    """Asks for the order's number; `on` False: by which the restriction ends."""

    school_class: int
    guardian: int
    pupil: int
    on: bool
