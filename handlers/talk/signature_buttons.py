"""What is tapped about the signature of the diary: always a child or a class, and a day of the week that is meant."""

from datetime import date

from aiogram.filters.callback_data import CallbackData

from domain.roles.access import Action
from handlers.kit.days import day_of
from handlers.kit.menu import MenuItem, Section

LATEST = "0"
"""In place of a day: the last week that can be signed."""


class _OfWeek(CallbackData, prefix="_g"):
    pupil: int
    day: str
    """yymmdd"""

    @property
    def date(self) -> date:
        """Raises `NotFound` for a day that is none: buttons are a stranger's until they are checked."""
        return day_of(self.day)


class SignWeek(_OfWeek, prefix="sgn"):
    """«Видел(а) неделю» under a reminder, which shows the signature then."""


class SignInDigest(_OfWeek, prefix="sgd"):
    """The digest stays as it is; the tap is answered by a toast."""


class SignOnWeek(_OfWeek, prefix="sgw"):
    """Under the diary's week."""


class OpenWeekBelow(_OfWeek, prefix="sgo"):
    """The diary's week as a new message."""


class ShowSignatures(CallbackData, prefix="sgs"):
    """`school_class` 0: the own one, or a choice; `day`: yymmdd, or `LATEST`."""

    school_class: int
    day: str


class RemindOfWeek(CallbackData, prefix="sgr"):
    school_class: int
    day: str


class TakeSignatures(CallbackData, prefix="sgx"):
    school_class: int


MENU = (
    MenuItem(
        Section.NOW_AND_THEN, "signatures-menu", ShowSignatures(school_class=0, day=LATEST), Action.SEE_SIGNATURES
    ),
)
