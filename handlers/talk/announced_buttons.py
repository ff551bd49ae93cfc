"""Typed callback data of what follows an announcement."""

from aiogram.filters.callback_data import CallbackData


class ShowAnnouncement(CallbackData, prefix="anv"):
    announcement: int


class ShowUnreached(CallbackData, prefix="anu"):
    announcement: int


class ShowSilent(CallbackData, prefix="anw"):
    """«Кто не ознакомился»; below the live line, which goes on counting, or in place of another page of the list."""

    announcement: int
    page: int = 0
    below: bool = True


class TakeSilent(CallbackData, prefix="anl"):
    announcement: int


class RemindSilent(CallbackData, prefix="anr"):
    announcement: int


class CorrectAnnouncement(CallbackData, prefix="ane"):
    """Asks for the new text."""

    announcement: int


class CorrectHeld(CallbackData, prefix="anh"):
    """The text that was held goes all the same; it waits in the form."""

    announcement: int


class OpenAnnouncement(CallbackData, prefix="anq"):
    """In place of a reminder, the whole."""

    announcement: int


class AnswerAnnouncement(CallbackData, prefix="ang"):
    """«Ответить отправителю»: asks for the text."""

    announcement: int


class Acknowledge(CallbackData, prefix="ack"):
    announcement: int


class AcknowledgeInDigest(CallbackData, prefix="akd"):
    """The digest stays as it is; the tap is answered by a toast."""

    announcement: int
