"""What is tapped of files that the office brings, and of lists that it takes out."""

from aiogram.filters.callback_data import CallbackData

from domain.roles.access import Action
from handlers.kit.menu import MenuItem, Section


class OpenBringing(CallbackData, prefix="ibo"):
    """What can be sent, and the example."""


class TakeTemplate(CallbackData, prefix="ibt"):
    pass


class _OfFile(CallbackData, prefix="_ib"):
    file: int


class ApplyFile(_OfFile, prefix="iba"):
    pass


class LeaveFile(_OfFile, prefix="ibx"):
    pass


class UndoFile(_OfFile, prefix="ibu"):
    """What the file changed is taken back."""


class ChooseListsOf(CallbackData, prefix="ibc"):
    """Of which class are the lists wanted?"""


class TakeListsOf(CallbackData, prefix="ibl"):
    school_class: int


MENU = (MenuItem(Section.NOW_AND_THEN, "bringing-menu", OpenBringing(), Action.IMPORT_TIMETABLE),)
