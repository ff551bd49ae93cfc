"""What is tapped on the school year: every button carries the days that it means."""

from datetime import date

from aiogram.filters.callback_data import CallbackData

from domain.errors import NotFound
from domain.roles.access import Action
from domain.school.calendar import Span, SpanKind, TermKind
from domain.school.calendar_said import SaidTerm, usual_name
from handlers.kit.days import day_of, packed
from handlers.kit.menu import MenuItem, Section
from handlers.school.buttons import _OfDay

NO_DAY = "0"


class ShowCalendar(CallbackData, prefix="yc"):
    pass


class EditCalendar(CallbackData, prefix="ye"):
    """Everything that the year differs in, to be changed."""


class PickDay(_OfDay, prefix="yp"):
    """A month that `day` lies in; `since`: the first day, once it is picked, else `NO_DAY`."""

    kind: SpanKind
    since: str


class PickGrades(CallbackData, prefix="yg"):
    """For whom?"""

    kind: SpanKind
    days: str
    """yymmddyymmdd"""


class PickLent(CallbackData, prefix="yl"):
    """Whose weekday's lessons?"""

    days: str
    grade_from: int
    grade_to: int


class KeepDays(CallbackData, prefix="yk"):
    """`lent` 0: the day's own lessons; `sure`: what it touches has been shown."""

    kind: SpanKind
    days: str
    grade_from: int
    grade_to: int
    lent: int
    sure: bool

    def span(self, name: str | None) -> Span:
        """`name` None: as schools call it. Raises `NotFound` for days, grades or a weekday that are none."""
        first, last = days_of(self.days)
        worked = self.kind is SpanKind.WORKING
        if not 1 <= self.grade_from <= self.grade_to <= 12 or not 0 <= self.lent <= 7 * worked:
            raise NotFound
        if worked and first != last:
            raise NotFound
        said = name or usual_name(self.kind, first)
        return Span(first, last, self.kind, said, self.grade_from, self.grade_to, self.lent or None)


class ShowSpan(CallbackData, prefix="ys"):
    span: int


class TakeSpanAway(_OfDay, prefix="yx"):
    """The one that begins on the day."""

    span: int


class UndoCalendar(CallbackData, prefix="yu"):
    change: int


class ShowHolidays(CallbackData, prefix="yh"):
    """The country's days that the calendar has not."""


class AddHolidays(CallbackData, prefix="yj"):
    pass


class ShowTerms(CallbackData, prefix="yt"):
    pass


class PickTermDay(_OfDay, prefix="yd"):
    """A month that `day` lies in; `since` as in `PickDay`."""

    kind: TermKind
    number: int
    since: str


class KeepTerm(CallbackData, prefix="ym"):
    kind: TermKind
    number: int
    days: str
    sure: bool

    @property
    def term(self) -> SaidTerm:
        """Raises `NotFound` for days or a number that are none."""
        first, last = days_of(self.days)
        if first == last or not 1 <= self.number <= 4:
            raise NotFound
        return SaidTerm(self.kind, self.number, first, last)


class UndoTerm(CallbackData, prefix="yv"):
    change: int


def packed_days(first: date, last: date) -> str:
    return packed(first) + packed(last)


def days_of(said: str) -> tuple[date, date]:
    """Raises `NotFound` for days that are none, or the wrong way round."""
    first, last = day_of(said[:6]), day_of(said[6:])
    if last < first:
        raise NotFound
    return first, last


def keep_button(span: Span, *, sure: bool) -> KeepDays:
    return KeepDays(
        kind=span.kind,
        days=packed_days(span.starts_on, span.ends_on),
        grade_from=span.grade_from,
        grade_to=span.grade_to,
        lent=span.as_weekday or 0,
        sure=sure,
    )


MENU = (MenuItem(Section.NOW_AND_THEN, "calendar-menu", ShowCalendar(), Action.SEE_CALENDAR),)
