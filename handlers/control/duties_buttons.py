"""What is tapped of «Осталось сделать». Every button carries the lesson and the one field that it is about."""

from aiogram.filters.callback_data import CallbackData

from domain.control.duties import Duty
from domain.errors import NotFound
from domain.ids import EntryId
from domain.roles.access import Action
from domain.school.timetable import LessonRef
from handlers.kit.days import day_of
from handlers.kit.menu import MenuItem, Section

LETTERS = {Duty.ATTENDANCE: "a", Duty.TOPIC: "t", Duty.HOMEWORK: "h", Duty.WRITTEN_WORK: "w"}
MEANT = {letter: duty for duty, letter in LETTERS.items()}


class _OfLesson(CallbackData, prefix="_kd"):
    entry: int
    day: str
    """yymmdd"""

    @property
    def ref(self) -> LessonRef:
        """Raises `NotFound` for a day that is none."""
        return LessonRef(EntryId(self.entry), day_of(self.day))


class OpenDuties(CallbackData, prefix="kd"):
    """The own list, from the first page."""


class TurnDuties(CallbackData, prefix="kdp"):
    page: int


class OpenDuty(_OfLesson, prefix="kdo"):
    """`what`: a letter of `LETTERS`."""

    what: str

    @property
    def duty(self) -> Duty:
        """Raises `NotFound`."""
        duty = MEANT.get(self.what)
        if duty is None:
            raise NotFound
        return duty


class EveryoneThere(_OfLesson, prefix="kda"):
    """Who is not noted or announced as away was there."""


class NoteAbsent(_OfLesson, prefix="kdn"):
    """The lesson's roll call below the list."""


class WritePlanned(_OfLesson, prefix="kdt"):
    """`topic` of the plan is written."""

    topic: int


class NoneGiven(_OfLesson, prefix="kdh"):
    """«Не задано» for the next lesson."""


MENU = (MenuItem(Section.LESSON, "duties-menu", OpenDuties(), Action.SEE_OWN_LESSONS),)
