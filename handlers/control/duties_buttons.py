"""What is tapped of «Осталось сделать»."""

from aiogram.filters.callback_data import CallbackData


class OpenDuties(CallbackData, prefix="kd"):
    """The own list, from the first page."""
