"""What is tapped in the diary: always a day that is named; `pupil` 0: the first of the own ones."""

from datetime import date

from aiogram.filters.callback_data import CallbackData

from domain.roles.access import Action
from handlers.kit.days import day_of
from handlers.kit.menu import MenuItem, Section


class _OfDay(CallbackData, prefix="_y"):
    pupil: int
    day: str
    """yymmdd"""

    @property
    def date(self) -> date:
        """Raises `NotFound` for a day that is none: buttons are a stranger's until they are checked."""
        return day_of(self.day)


class OpenDiary(CallbackData, prefix="dy"):
    """Today, as of the tap."""


class DiaryDayOf(_OfDay, prefix="dd"):
    pass


class DiaryWeekOf(_OfDay, prefix="dw"):
    pass


class TickOfDay(_OfDay, prefix="dk"):
    """«Сделано» on the page of that day."""

    homework: int
    done: bool


MENU = (MenuItem(Section.FAMILY, "diary-menu", OpenDiary(), Action.CHOOSE_NOTIFICATIONS),)
