"""Typed callback data of what follows an announcement."""

from aiogram.filters.callback_data import CallbackData


class ShowAnnouncement(CallbackData, prefix="anv"):
    announcement: int


class ShowUnreached(CallbackData, prefix="anu"):
    announcement: int


class Acknowledge(CallbackData, prefix="ack"):
    announcement: int


class AcknowledgeInDigest(CallbackData, prefix="akd"):
    """The digest stays as it is; the tap is answered by a toast."""

    announcement: int
