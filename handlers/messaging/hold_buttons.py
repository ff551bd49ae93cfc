"""Typed callback data of the question whether what is held shall go."""

from aiogram.filters.callback_data import CallbackData


class DecideHold(CallbackData, prefix="hdd"):
    hold: int
    send: bool


class ShowHold(CallbackData, prefix="hds"):
    """The question; with `pupils`, whom the messages are about."""

    hold: int
    pupils: bool
