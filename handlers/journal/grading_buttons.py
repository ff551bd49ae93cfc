"""What is tapped about marks beyond setting one: several, debts, one mark looked at, requests to the deputy."""

from datetime import date

from aiogram.filters.callback_data import CallbackData

from domain.roles.access import Action
from handlers.journal.buttons import _OfLesson
from handlers.kit.days import day_of
from handlers.kit.menu import MenuItem, Section


class OneMore(_OfLesson, prefix="ln"):
    """The pad for another mark of a kind: the `slot`-th."""

    page: int
    kind: int
    pupil: int
    slot: int


class AskDebt(_OfLesson, prefix="lw"):
    """Until when can the work be handed in?"""

    page: int
    kind: int
    pupil: int


class SetDebt(_OfLesson, prefix="lz"):
    page: int
    kind: int
    pupil: int
    due: str
    """yymmdd; 0 takes the debt back."""

    @property
    def until(self) -> date | None:
        """Raises `NotFound` for a day that is none."""
        return None if self.due == "0" else day_of(self.due)


class OpenMark(CallbackData, prefix="km"):
    """One mark; with `retake`, the pad for its retake. `page` of the lesson's list to go back to."""

    mark: int
    page: int
    retake: bool


class ShowMarkHistory(CallbackData, prefix="kh"):
    mark: int
    page: int


class AskComment(CallbackData, prefix="kc"):
    mark: int
    page: int


class UndoTouch(CallbackData, prefix="ku"):
    """As the mark stood before another made it `version`."""

    mark: int
    version: int


class ShowRequests(CallbackData, prefix="krl"):
    """Changes of old marks that wait for the deputy."""


class ShowRequest(CallbackData, prefix="krs"):
    request: int


class DecideRequest(CallbackData, prefix="krd"):
    request: int
    accept: bool


MENU = (MenuItem(Section.NOW_AND_THEN, "marks-menu-requests", ShowRequests(), Action.DECIDE_MARK_CHANGE),)
