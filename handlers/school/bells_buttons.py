"""What is tapped on bells: for whom, when, and the ways back."""

from aiogram.filters.callback_data import CallbackData

from domain.errors import NotFound
from domain.school.bells import BellRule
from handlers.kit.days import packed
from handlers.school.calendar_buttons import days_of

ALWAYS = "0"


class ShowBells(CallbackData, prefix="bb"):
    pass


class EditBells(CallbackData, prefix="be"):
    """All rules."""


class ShowBellRule(CallbackData, prefix="br"):
    rule: int


class PickBellGrades(CallbackData, prefix="bg"):
    """New bells: for whom?"""


class PickBellDays(CallbackData, prefix="bw"):
    """And when?"""

    grade_from: int
    grade_to: int


class TypeBellDays(CallbackData, prefix="bd"):
    """Days are typed then: one is a short day."""

    grade_from: int
    grade_to: int


class TypeBells(CallbackData, prefix="bt"):
    """For whom and when is known; times are typed then. `weekday` 0: any."""

    grade_from: int
    grade_to: int
    weekday: int
    days: str
    """yymmddyymmdd, or `ALWAYS`."""

    def scope(self) -> BellRule:
        """A rule without times. Raises `NotFound` for what is none."""
        if not 1 <= self.grade_from <= self.grade_to <= 12 or not 0 <= self.weekday <= 7:
            raise NotFound
        first, last = (None, None) if self.days == ALWAYS else days_of(self.days)
        return BellRule({}, self.grade_from, self.grade_to, self.weekday or None, first, last)


class KeepBells(CallbackData, prefix="bk"):
    """Those of the message above."""


class TakeBellsAway(CallbackData, prefix="bx"):
    """`grade_from` and `grade_to` as the rule has them: numbers come again."""

    rule: int
    grade_from: int
    grade_to: int


class UndoBells(CallbackData, prefix="bu"):
    change: int


def type_button(rule: BellRule) -> TypeBells | None:
    """None for a rule with one end of its days open, which no button says."""
    if (rule.valid_from is None) != (rule.valid_until is None):
        return None
    days = packed(rule.valid_from) + packed(rule.valid_until) if rule.valid_from and rule.valid_until else ALWAYS
    return TypeBells(grade_from=rule.grade_from, grade_to=rule.grade_to, weekday=rule.weekday or 0, days=days)
