"""What is tapped to enter movement of pupils, to decide on proposals, to look at reports and lists."""

from datetime import date

from aiogram.filters.callback_data import CallbackData

from domain.roles.access import Action
from domain.school.movement import MovementKind
from domain.school.movement_report import ReportPeriod
from handlers.kit.days import day_of
from handlers.kit.menu import MenuItem, Section


class OpenMovement(CallbackData, prefix="mvh"):
    pass


class MoveClass(CallbackData, prefix="mvc"):
    """Whose pupil? 0: which class?"""

    kind: MovementKind
    school_class: int


class MovePupil(CallbackData, prefix="mvp"):
    """Who moves to another class: to which?"""

    pupil: int


class MoveAsk(CallbackData, prefix="mva"):
    """From which day, by which order? `to` 0: to no class."""

    kind: MovementKind
    pupil: int
    to: int


class MoveOn(CallbackData, prefix="mvo"):
    """That day, without an order's number."""

    kind: MovementKind
    pupil: int
    to: int
    day: str
    """yymmdd"""

    @property
    def date(self) -> date:
        """Raises `NotFound` for a day that is none."""
        return day_of(self.day)


class NewcomerTo(CallbackData, prefix="mvn"):
    """0: to which class?"""

    school_class: int


class ShowMovement(CallbackData, prefix="mvs"):
    movement: int


class AcceptMovement(CallbackData, prefix="mvy"):
    """`person` of a newcomer: somebody known; 0: nobody; -1: to be asked where there is somebody."""

    movement: int
    person: int


class DeclineMovement(CallbackData, prefix="mvx"):
    """A reason is asked for."""

    movement: int


class TakeMovementBack(CallbackData, prefix="mvb"):
    movement: int


class ShowReport(CallbackData, prefix="mvr"):
    period: ReportPeriod


class TakeReport(CallbackData, prefix="mvf"):
    """As a workbook."""

    period: ReportPeriod


class PrintReport(CallbackData, prefix="mvq"):
    """As PDF."""

    period: ReportPeriod


class ShowLists(CallbackData, prefix="mvl"):
    pass


class ShowList(CallbackData, prefix="mvi"):
    school_class: int


class ConfirmList(CallbackData, prefix="mvt"):
    """`pupils`: how many the list had that was looked at."""

    school_class: int
    pupils: int


MENU = (MenuItem(Section.NOW_AND_THEN, "movement-menu", OpenMovement(), Action.SEE_MOVEMENT),)
