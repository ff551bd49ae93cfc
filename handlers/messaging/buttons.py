"""Typed callback data of announcements and settings."""

from aiogram.filters.callback_data import CallbackData

from domain.messaging.announcements import Audience
from domain.messaging.kinds import Kind, Mode
from domain.roles.access import Action
from handlers.kit.menu import MenuItem, Section


class OpenAnnouncing(CallbackData, prefix="ano"):
    """«Написать классу»"""


class AnnounceToClass(CallbackData, prefix="anc"):
    class_id: int


class AnnounceTo(CallbackData, prefix="ant"):
    class_id: int
    audience: Audience


class SendAnnouncement(CallbackData, prefix="ans"):
    """`key` names the draft that the screen shows, and no later one."""

    key: str


class DropAnnouncement(CallbackData, prefix="anx"):
    key: str


class ShowAnnouncement(CallbackData, prefix="anv"):
    announcement: int


class ShowUnreached(CallbackData, prefix="anu"):
    announcement: int


class Acknowledge(CallbackData, prefix="ack"):
    announcement: int


class AcknowledgeInDigest(CallbackData, prefix="akd"):
    """The digest stays as it is; the tap is answered by a toast."""

    announcement: int


class OpenNews(CallbackData, prefix="nws"):
    """`row`: of the message that came without its content."""

    row: int


class OpenSettings(CallbackData, prefix="sto"):
    """`/settings`"""


class ShowChoices(CallbackData, prefix="stp"):
    pupil: int


class ChooseMode(CallbackData, prefix="stm"):
    pupil: int
    kind: Kind
    mode: Mode


class ShowHours(CallbackData, prefix="sth"):
    """The hours of the evening digest."""


class ChooseHour(CallbackData, prefix="stc"):
    hour: int


class ShowQuiet(CallbackData, prefix="stq"):
    """The hours in which nothing rings."""


class ChooseQuiet(CallbackData, prefix="stw"):
    """Minutes of the day; the same twice: no quiet hours."""

    starts: int
    ends: int


class ChooseBell(CallbackData, prefix="stb"):
    """Whether own lessons come at their bell."""

    on: bool


class ChooseDiscreet(CallbackData, prefix="std"):
    """`pupil`: whose choices the screen shows; 0: no one's."""

    on: bool
    pupil: int


MENU = (
    MenuItem(Section.CLASS, "menu-announce", OpenAnnouncing(), Action.ANNOUNCE_TO_CLASS),
    MenuItem(Section.OWN, "menu-settings", OpenSettings(), Action.CHANGE_OWN_SETTINGS),
)
