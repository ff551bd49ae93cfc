"""Typed callback data of news and settings."""

from aiogram.filters.callback_data import CallbackData

from domain.messaging.kinds import Kind, Mode
from domain.roles.access import Action
from handlers.kit.menu import MenuItem, Section


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


MENU = (MenuItem(Section.OWN, "menu-settings", OpenSettings(), Action.CHANGE_OWN_SETTINGS),)
