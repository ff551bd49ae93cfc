"""What is tapped to turn the year."""

from aiogram.filters.callback_data import CallbackData

from domain.roles.access import Action
from handlers.kit.menu import MenuItem, Section


class OpenYear(CallbackData, prefix="yr"):
    pass


class TakeYearList(CallbackData, prefix="yrf"):
    """The dry run as a workbook."""


class AskYear(CallbackData, prefix="yrq"):
    """Shall it be done? `key`: the mark of what was shown."""

    key: str


class TurnYear(CallbackData, prefix="yrt"):
    key: str


MENU = (MenuItem(Section.NOW_AND_THEN, "year-menu", OpenYear(), Action.TURN_YEAR),)
