"""What is tapped about one's own data."""

from aiogram.filters.callback_data import CallbackData


class ShowOwnData(CallbackData, prefix="odm"):
    pass


class TakeOwnData(CallbackData, prefix="odt"):
    pass


class AskErasure(CallbackData, prefix="ode"):
    """`sure` False asks first."""

    sure: bool
