"""What is tapped in the diary: always a day that is named; `pupil` 0: the first of the own ones."""

from datetime import date, datetime

from aiogram.filters.callback_data import CallbackData

from domain.errors import NotFound
from domain.roles.access import Action
from handlers.kit.menu import MenuItem, Section


class _OfDay(CallbackData, prefix="_y"):
    pupil: int
    day: str
    """yymmdd"""

    @property
    def date(self) -> date:
        """Raises `NotFound` for a day that is none: buttons are a stranger's until they are checked."""
        try:
            return datetime.strptime(self.day, "%y%m%d").date()  # noqa: DTZ007
        except ValueError:
            raise NotFound from None


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
