"""What is tapped in the record of substitutions; `month` as yymm, 0: this one."""

from datetime import date

from aiogram.filters.callback_data import CallbackData

from domain.errors import NotFound


def month_number(day: date) -> int:
    return day.year % 100 * 100 + day.month


class _OfMonth(CallbackData, prefix="_zm"):
    month: int

    @property
    def first(self) -> date | None:
        """Raises `NotFound`."""
        if not self.month:
            return None
        try:
            return date(2000 + self.month // 100, self.month % 100, 1)
        except ValueError:
            raise NotFound from None


class ShowSubstitutions(_OfMonth, prefix="zu"):
    pass


class TakeSubstitutions(_OfMonth, prefix="zw"):
    """The same as a workbook."""


class PrintSubstitutions(_OfMonth, prefix="zwp"):
    """The same as PDF."""
