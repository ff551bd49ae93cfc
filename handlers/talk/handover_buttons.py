"""What is tapped about threads handed over: whose, to whom, from when until when, with how much of the past."""

from datetime import date

from aiogram.filters.callback_data import CallbackData

from domain.ids import HandoverId, PersonId
from domain.roles.access import Action
from domain.talk.handovers import History
from handlers.kit.days import day_of
from handlers.kit.menu import MenuItem, Section

GOES_ON = "-"
"""In place of a last day: there is none."""


class OpenHandovers(CallbackData, prefix="vho"):
    """Who answers for whom, and who else?"""


class ChooseGiver(CallbackData, prefix="vhg"):
    """Whose threads? `page` of people."""

    page: int


class _Of(CallbackData, prefix="_vho"):
    giver: int

    @property
    def whose(self) -> PersonId:
        return PersonId(self.giver)


class ChooseTaker(_Of, prefix="vht"):
    """Who will answer?"""

    page: int


class _Between(_Of, prefix="_vhb"):
    taker: int

    @property
    def whom(self) -> PersonId:
        return PersonId(self.taker)


class HandOverFrom(_Between, prefix="vhf"):
    """From which day? `day`: the month that is shown."""

    day: str


class HandOverUntil(_Between, prefix="vhu"):
    """Until which day? `day`: the month that is shown."""

    since: str
    day: str

    @property
    def first(self) -> date:
        return day_of(self.since)


class _Whole(_Between, prefix="_vhw"):
    since: str
    last: str
    history: History

    @property
    def first(self) -> date:
        return day_of(self.since)

    @property
    def until(self) -> date | None:
        return None if self.last == GOES_ON else day_of(self.last)


class CheckHandover(_Whole, prefix="vhc"):
    """What is being made, with how much of the past; shown before it is."""


class MakeHandover(_Whole, prefix="vhm"):
    pass


class ShowHandover(CallbackData, prefix="vhs"):
    handover: int

    @property
    def number(self) -> HandoverId:
        return HandoverId(self.handover)


class EndHandover(ShowHandover, prefix="vhe"):
    """Takes it back; `sure` False asks first."""

    sure: bool


MENU = (MenuItem(Section.NOW_AND_THEN, "handover-menu", OpenHandovers(), Action.HAND_OVER_THREADS),)
