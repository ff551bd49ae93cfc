"""What is tapped on the pages of absences, and under an alarm."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData

from domain.attendance.missed import Reason
from domain.attendance.pages import Period
from domain.roles.access import Action
from handlers.kit.menu import MenuItem, Section


class Tab(StrEnum):
    """Of the class's page."""

    DAYS = "days"
    TOTALS = "totals"
    DOUBTS = "doubts"


class TakeAlarm(CallbackData, prefix="abt"):
    lesson: int
    pupil: int


class ShowAbsences(CallbackData, prefix="abm"):
    """`pupil` 0: the first of the own ones."""

    pupil: int


class ShowClassAbsences(CallbackData, prefix="abk"):
    """`school_class` 0: the own one, or a choice."""

    school_class: int
    period: Period
    tab: Tab
    page: int


class SettleDay(CallbackData, prefix="abz"):
    """Of all lessons that the pupil missed that day."""

    pupil: int
    day: str
    to: Reason
    period: Period
    page: int


OWN_CLASS = ShowClassAbsences(school_class=0, period=Period.TERM, tab=Tab.DAYS, page=0)
MENU = (
    MenuItem(Section.FAMILY, "absences-menu", ShowAbsences(pupil=0), Action.CHOOSE_NOTIFICATIONS),
    MenuItem(Section.CLASS, "absences-menu-class", OWN_CLASS, Action.SEE_CLASS_ABSENCES),
)
