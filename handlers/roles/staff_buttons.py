"""What is tapped about the access of staff, and about closing it to many."""

from aiogram.filters.callback_data import CallbackData

from domain.roles.access import Action
from handlers.kit.menu import MenuItem, Section


class StaffList(CallbackData, prefix="ast"):
    page: int


class StaffOne(CallbackData, prefix="aso"):
    page: int
    person: int


class StaffCode(CallbackData, prefix="asd"):
    page: int
    person: int


class StaffShut(CallbackData, prefix="asx"):
    page: int
    person: int
    sure: bool


class ShutMany(CallbackData, prefix="asm"):
    """`school_class` 0: everyone. `sure` False asks; of everyone it asks once more, for a word."""

    school_class: int
    sure: bool


MENU = (MenuItem(Section.NOW_AND_THEN, "access-menu-staff", StaffList(page=0), Action.SEE_STAFF_ACCESS),)
