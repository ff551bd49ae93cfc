"""What is tapped on the lesson's screen. Every button carries the lesson and the state that it brings about."""

from datetime import date

from aiogram.filters.callback_data import CallbackData

from domain.attendance.presence import Presence
from domain.errors import NotFound
from domain.ids import EntryId
from domain.roles.access import Action
from domain.school.timetable import LessonRef
from handlers.kit.days import day_of
from handlers.kit.menu import MenuItem, Section


class _OfLesson(CallbackData, prefix="_"):
    entry: int
    day: str
    """yymmdd"""

    @property
    def ref(self) -> LessonRef:
        """Raises `NotFound` for a day that is none: buttons are a stranger's until they are checked."""
        return LessonRef(EntryId(self.entry), day_of(self.day))


WORDS = {"зач": "p", "незач": "f"}
MEANT = {code: word for word, code in WORDS.items()}


def packed(day: date) -> str:
    return f"{day:%y%m%d}"


class MyLesson(CallbackData, prefix="lm"):
    """The lesson that is meant now."""


class OtherLessons(CallbackData, prefix="lo"):
    """Own lessons of the day so many days ago."""

    back: int


class OpenRollCall(_OfLesson, prefix="le"):
    page: int


class OpenMarks(_OfLesson, prefix="lk"):
    """`kind` 0: the likeliest; `pupil` 0: nobody's row is open."""

    page: int
    kind: int
    pupil: int


class SetPresence(_OfLesson, prefix="lp"):
    page: int
    pupil: int
    to: Presence


class SetLate(_OfLesson, prefix="lj"):
    page: int
    pupil: int
    minutes: int


class SetPresenceOfAll(_OfLesson, prefix="la"):
    to: Presence


class CloseRollCall(_OfLesson, prefix="lc"):
    page: int
    closed: bool


class SetMark(_OfLesson, prefix="ls"):
    """`value` as `mark_put` makes it; 0 takes the mark back."""

    page: int
    kind: int
    pupil: int
    value: str

    @property
    def becomes(self) -> str | None:
        """None: taken back."""
        code = self.value.partition(".")[0]
        return None if code == "0" else MEANT.get(code, code)

    @property
    def slot(self) -> int:
        """Raises `NotFound` for what is no number."""
        number = self.value.partition(".")[2] or "1"
        if not (number.isascii() and number.isdigit()):
            raise NotFound
        return int(number)


def mark_put(value: str | None, slot: int) -> str:
    """«5», of several of a kind «5.2»; letters for words: a button holds 64 bytes."""
    code = "0" if value is None else WORDS.get(value, value)
    return code if slot == 1 else f"{code}.{slot}"


class AskTopic(_OfLesson, prefix="lt"):
    pass


class ShowMarks(CallbackData, prefix="mm"):
    """`pupil` 0: the first of the own ones."""

    pupil: int


MENU = (
    MenuItem(Section.LESSON, "journal-menu-lesson", MyLesson(), Action.SEE_OWN_LESSONS),
    MenuItem(Section.FAMILY, "journal-menu-marks", ShowMarks(pupil=0), Action.CHOOSE_NOTIFICATIONS),
)
