"""Typed callback data of threads."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData

from domain.roles.access import Action
from handlers.kit.menu import MenuItem, Section


class Whom(StrEnum):
    """To whom, beside the pupil that it is about."""

    PERSON = "p"
    GUARDIANS = "g"
    CLASS_TEACHER = "c"
    ADMINISTRATION = "a"
    HELP = "h"


class OpenWriting(CallbackData, prefix="va"):
    """«Написать»"""


class WriteAbout(CallbackData, prefix="vb"):
    """A family, to the school."""

    pupil: int


class WriteToClass(CallbackData, prefix="vc"):
    """Staff, to the families of a class."""

    class_id: int


class WriteToFamily(CallbackData, prefix="vd"):
    pupil: int


class WriteToColleagues(CallbackData, prefix="ve"):
    number: int


class WriteTo(CallbackData, prefix="vf"):
    """Asks for the text. `pupil`, `person`: 0 where there is none."""

    whom: Whom
    pupil: int
    person: int


class AnswerThread(CallbackData, prefix="vg"):
    """`message`: which one is answered; 0: the thread."""

    thread: int
    message: int


class OpenThread(CallbackData, prefix="vh"):
    """Below the message under which it was tapped, which stays."""

    thread: int


class ShowThread(CallbackData, prefix="vi"):
    """In place; `before`: where the older page ends, 0: the newest."""

    thread: int
    before: int


class SettleThread(CallbackData, prefix="vj"):
    thread: int


class ShowTalkFiles(CallbackData, prefix="vk"):
    message: int


class SendKept(CallbackData, prefix="vl"):
    """The text that waits, once more; `fine`: what it was held for is meant."""

    fine: bool


class ChangeKept(CallbackData, prefix="vm"):
    """Back to where it is written."""


class AnswerUnasked(CallbackData, prefix="vn"):
    """What was written to nobody, as the answer to the message that arrived last."""

    thread: int
    message: int


MENU = (MenuItem(Section.OWN, "menu-write", OpenWriting(), Action.ANSWER_THREAD),)
