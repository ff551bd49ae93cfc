"""The digit pad. What a key says stands only on it: its data is a place, laid out anew for each pad."""

from aiogram.filters.callback_data import CallbackData


class PinKey(CallbackData, prefix="apk"):
    place: int


class PinErase(CallbackData, prefix="ape"):
    pass


class PinDone(CallbackData, prefix="apd"):
    pass


class PinGoOn(CallbackData, prefix="apg"):
    """Does the act that was asked for."""


class PinGiveUp(CallbackData, prefix="apu"):
    pass


class ResetPin(CallbackData, prefix="apr"):
    page: int
    person: int
