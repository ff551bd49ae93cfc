"""What is tapped about guardians who may only answer."""

from aiogram.filters.callback_data import CallbackData

from domain.roles.access import Action
from handlers.kit.menu import MenuItem, Section


class ShowLimits(CallbackData, prefix="wls"):
    """Those that stand; `page` from 0."""

    page: int = 0


class LimitInClass(CallbackData, prefix="wlc"):
    """`school_class` 0: which one is asked."""

    school_class: int = 0


class LimitOfPupil(CallbackData, prefix="wlp"):
    pupil: int


class LimitGuardian(CallbackData, prefix="wlg"):
    """Asks for the reason."""

    pupil: int
    person: int


class LiftLimit(CallbackData, prefix="wll"):
    person: int


MENU = (MenuItem(Section.NOW_AND_THEN, "menu-limits", ShowLimits(), Action.LIMIT_WRITING),)
