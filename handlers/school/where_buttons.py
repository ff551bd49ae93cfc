"""What is tapped to ask the timetable: whose lessons, and a day that is named."""

from aiogram.filters.callback_data import CallbackData

from domain.roles.access import Action
from domain.school.where import Owner, Whose
from handlers.kit.menu import MenuItem, Section
from handlers.school.buttons import _OfDay


class _Owned(_OfDay, prefix="_w"):
    """`whose` as `Owner.id`."""

    kind: Whose
    whose: int

    @property
    def owner(self) -> Owner:
        return Owner(self.kind, self.whose)


class ShowWhere(_Owned, prefix="ud"):
    """Where they are on the day; today: now."""


class ShowWeek(_Owned, prefix="uw"):
    """The week that the day lies in."""


class DrawWeek(_Owned, prefix="up"):
    """The same as a picture."""


class TakeCalendar(CallbackData, prefix="uc"):
    """The next weeks as a file for a phone's calendar."""

    kind: Whose
    whose: int

    @property
    def owner(self) -> Owner:
        return Owner(self.kind, self.whose)


class OpenWhere(CallbackData, prefix="uo"):
    """Of whom one may ask; `page` of classes, teachers or rooms."""

    kind: Whose
    page: int


class ShowFree(_OfDay, prefix="uf"):
    """`position` -1: the likeliest."""

    position: int


MENU = (MenuItem(Section.LESSON, "where-menu", OpenWhere(kind=Whose.CLASS, page=0), Action.SEE_WHEREABOUTS),)
