"""What is tapped about sheets of marks and reports; `school_class` 0: the own one, or a choice."""

from aiogram.filters.callback_data import CallbackData

from domain.roles.access import Action
from handlers.kit.menu import MenuItem, Section


class OpenSheets(CallbackData, prefix="kb"):
    """«📄 Ведомости»: what this person may print."""


MENU = (
    MenuItem(Section.NOW_AND_THEN, "sheets-menu", OpenSheets(), Action.SEE_CLASS_SHEETS),
    MenuItem(Section.NOW_AND_THEN, "sheets-menu", OpenSheets(), Action.SEE_TEACHER_REPORT),
)
