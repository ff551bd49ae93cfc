"""What is tapped in control. Every button carries its slice of the journal, and the place that it leads to."""

from datetime import date
from enum import StrEnum

from aiogram.filters.callback_data import CallbackData

from domain.control.indicators import Slice
from domain.errors import NotFound
from domain.roles.access import Action
from handlers.control.slice_text import slice_of
from handlers.kit.menu import MenuItem, Section


class OpenControl(CallbackData, prefix="kq"):
    """Of the whole school, this month."""


class _OfSlice(CallbackData, prefix="_kq"):
    slice: str
    """As `packed_slice` makes it."""

    @property
    def asked(self) -> Slice:
        """Raises `NotFound`."""
        return slice_of(self.slice)


class ShowControl(_OfSlice, prefix="kqs"):
    pass


class ChoosePeriod(_OfSlice, prefix="kqp"):
    pass


class ChooseFirst(_OfSlice, prefix="kqf"):
    """The first of days of one's own choice, in a month as yymm."""

    month: int

    @property
    def of_month(self) -> date:
        """Raises `NotFound`."""
        return _month_of(self.month)


class ChooseLast(_OfSlice, prefix="kql"):
    """The last one; the slice begins with the first one chosen."""

    month: int

    @property
    def of_month(self) -> date:
        """Raises `NotFound`."""
        return _month_of(self.month)


class ChooseClass(_OfSlice, prefix="kqc"):
    """Or a parallel."""


class ChooseSubject(_OfSlice, prefix="kqj"):
    page: int


class ChooseTeacher(_OfSlice, prefix="kqt"):
    page: int


class ShowLoad(_OfSlice, prefix="kqd"):
    """Lessons and homework by weekday."""


class DrawLoad(_OfSlice, prefix="kqe"):
    """The same as a picture."""


class Paper(StrEnum):
    """What a file is."""

    BOOK = "x"
    PDF = "p"


class TakeFigures(_OfSlice, prefix="kqx"):
    """The page as a file."""

    paper: Paper


class TakeFamilies(_OfSlice, prefix="kqw"):
    """«Участие»: who has come in, by class, as a file."""

    paper: Paper


class _OfPlace(CallbackData, prefix="_kr"):
    place: str
    """As `place_text` makes it."""


class ShowList(_OfPlace, prefix="kra"):
    """What stands behind a figure."""


class ShowHow(_OfPlace, prefix="krh"):
    """«Как посчитано?», under a list."""


class TakeList(_OfPlace, prefix="krx"):
    """The list as a file."""

    paper: Paper


class ShowLessons(CallbackData, prefix="krb"):
    """Lessons that fall short."""

    lessons: str


class ShowCourseOf(CallbackData, prefix="krc"):
    """The results of the class and subject that the slice was narrowed to."""

    lessons: str


class ShowLessonOf(CallbackData, prefix="kre"):
    """A lesson, with the way back to those lessons."""

    lesson: str


def month_number(day: date) -> int:
    return day.year % 100 * 100 + day.month


def _month_of(number: int) -> date:
    try:
        return date(2000 + number // 100, number % 100, 1)
    except ValueError:
        raise NotFound from None


MENU = (MenuItem(Section.CLASS, "control-menu", OpenControl(), Action.SEE_CONTROL),)
