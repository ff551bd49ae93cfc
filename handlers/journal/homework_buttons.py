"""What is tapped about homework."""

from aiogram.filters.callback_data import CallbackData

from domain.roles.access import Action
from handlers.kit.menu import MenuItem, Section


class CancelHomework(CallbackData, prefix="hc"):
    homework: int


class MoveHomework(CallbackData, prefix="hm"):
    """To the lesson of that day, yymmdd."""

    homework: int
    day: str


class MeantHomework(CallbackData, prefix="hw"):
    """Which class and subject the waiting line means; `line`: the message that it came as."""

    line: int
    school_class: int
    subject: int


class HowHomework(CallbackData, prefix="hh"):
    """How homework is set."""


class ShowHomework(CallbackData, prefix="hs"):
    """`pupil` 0: the first of the own ones."""

    pupil: int


class HomeworkFiles(CallbackData, prefix="hf"):
    homework: int


class TickHomework(CallbackData, prefix="ht"):
    """«Сделано», by the pupil, on the list of what is coming."""

    homework: int
    done: bool


class _AfterLesson(CallbackData, prefix="_h"):
    entry: int
    day: str
    """yymmdd"""


class HomeworkAfterLesson(_AfterLesson, prefix="hl"):
    """What is set for the next lesson after this one."""


class SayNone(_AfterLesson, prefix="hn"):
    """«Не задано» after this lesson."""


MENU = (
    MenuItem(Section.LESSON, "homework-menu-set", HowHomework(), Action.SET_HOMEWORK),
    MenuItem(Section.FAMILY, "homework-menu", ShowHomework(pupil=0), Action.CHOOSE_NOTIFICATIONS),
)
