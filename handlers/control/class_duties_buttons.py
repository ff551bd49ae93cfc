"""What is tapped about the daily check of a class and about dates: always the class and the day that are meant."""

from datetime import date

from aiogram.filters.callback_data import CallbackData

from domain.control.duties import Duty
from domain.roles.access import Action
from handlers.kit.days import day_of
from handlers.kit.menu import MenuItem, Section

LATEST = "0"
"""In place of a day: the last one on which the class had lessons."""


class OpenClassDuties(CallbackData, prefix="kk"):
    """`school_class` 0: the own one, or a choice; `day`: yymmdd or `LATEST`."""

    school_class: int = 0
    day: str = LATEST


class RemindTeacher(CallbackData, prefix="kkr"):
    """`card`: it stands in the evening's message, which stays one."""

    school_class: int
    day: str
    teacher: int
    card: bool

    @property
    def date(self) -> date:
        """Raises `NotFound` for a day that is none: buttons are a stranger's until they are checked."""
        return day_of(self.day)


class OpenDeadlines(CallbackData, prefix="kks"):
    """«Сроки»: what the reader owes by a day."""


class OpenLate(CallbackData, prefix="kkl"):
    """Who is late with what, across the school."""


class OpenLateDuty(CallbackData, prefix="kkd"):
    duty: Duty
    page: int


class OpenLatePerson(CallbackData, prefix="kkp"):
    duty: Duty
    person: int


MENU = (
    MenuItem(Section.NOW_AND_THEN, "class-duties-menu", OpenClassDuties(), Action.REMIND_TEACHER),
    MenuItem(Section.NOW_AND_THEN, "class-duties-deadlines-menu", OpenDeadlines(), Action.SEE_DEADLINES),
)
