"""What is tapped under a schedule: always a day that is named, never «next»."""

from datetime import date

from aiogram.filters.callback_data import CallbackData

from domain.roles.access import Action
from handlers.kit.days import day_of
from handlers.kit.menu import MenuItem, Section


class _OfDay(CallbackData, prefix="_d"):
    day: str
    """yymmdd"""

    @property
    def date(self) -> date:
        """Raises `NotFound`."""
        return day_of(self.day)


class ShowTomorrow(CallbackData, prefix="st"):
    """Tomorrow, as of the tap."""


class ShowDay(_OfDay, prefix="sd"):
    """One's own day; `whose` 0: everyone's whom it concerns, else a pupil."""

    whose: int


class ShowClassDay(_OfDay, prefix="sc"):
    school_class: int


class ChooseClass(_OfDay, prefix="sx"):
    """The list of classes, for this day."""


class ChooseClassNow(CallbackData, prefix="sy"):
    """The list of classes, for tomorrow as of the tap."""


MENU = (
    MenuItem(Section.FAMILY, "school-menu-tomorrow", ShowTomorrow(), Action.CHOOSE_NOTIFICATIONS),
    MenuItem(Section.LESSON, "school-menu-my-tomorrow", ShowTomorrow(), Action.SEE_OWN_LESSONS),
    MenuItem(Section.LESSON, "school-menu-timetable", ChooseClassNow(), Action.SEE_CLASS_TIMETABLE),
)
