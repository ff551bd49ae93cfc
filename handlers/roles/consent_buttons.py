"""What is tapped about consents: one's own, those of a class, and the text."""

from datetime import date

from aiogram.filters.callback_data import CallbackData

from domain.roles.access import Action
from handlers.kit.days import day_of
from handlers.kit.menu import MenuItem, Section


class OpenConsent(CallbackData, prefix="cn"):
    """To read and sign it; one's own answer where it is signed."""


class WithdrawConsent(CallbackData, prefix="cnw"):
    """`sure` False asks first."""

    sure: bool


class ClassConsentsOf(CallbackData, prefix="cnl"):
    """0: which class?"""

    school_class: int
    page: int


class OneConsent(CallbackData, prefix="cno"):
    school_class: int
    page: int
    person: int


class RecordConsent(CallbackData, prefix="cnr"):
    """A paper signed on this day."""

    school_class: int
    page: int
    person: int
    day: str
    """yymmdd"""

    @property
    def date(self) -> date:
        """Raises `NotFound` for a day that is none."""
        return day_of(self.day)


class AskPaperDay(CallbackData, prefix="cnd"):
    """Another day is typed."""

    school_class: int
    page: int
    person: int


class ShowConsentText(CallbackData, prefix="cnt"):
    """For who may word it anew."""


class NewConsentText(CallbackData, prefix="cnn"):
    pass


class PublishConsentText(CallbackData, prefix="cnp"):
    """`key` names the text that the screen shows, `version` the one that it becomes."""

    version: int
    key: str


MENU = (MenuItem(Section.NOW_AND_THEN, "consent-menu", ClassConsentsOf(school_class=0, page=0), Action.SEE_CONSENTS),)
