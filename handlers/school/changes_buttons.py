"""What is tapped to change a day's lessons: each button names the lesson and what it shall become."""

from datetime import date
from typing import TypedDict

from aiogram.filters.callback_data import CallbackData

from domain.ids import EntryId, PersonId, SubjectId
from domain.roles.access import Action
from domain.school.timetable import LessonRef, Slot
from handlers.kit.days import day_of, packed
from handlers.kit.menu import MenuItem, Section
from handlers.school.buttons import _OfDay


class LessonFields(TypedDict):
    day: str
    entry: int


def fields_of(ref: LessonRef) -> LessonFields:
    return {"day": packed(ref.day), "entry": ref.entry}


class _OfLesson(_OfDay, prefix="_z"):
    entry: int

    @property
    def ref(self) -> LessonRef:
        return LessonRef(EntryId(self.entry), self.date)


class _ToPlace(_OfLesson, prefix="_zt"):
    to: str
    """yymmdd"""

    @property
    def to_date(self) -> date:
        return day_of(self.to)


class OpenChanges(CallbackData, prefix="zo"):
    """The changes of today and the next school day, as of the tap."""


class ChooseChangesClass(_OfDay, prefix="zc"):
    """Of which class, on this day?"""


class ChangesOfClass(_OfDay, prefix="zk"):
    school_class: int


class ChangeLesson(_OfLesson, prefix="zl"):
    """What shall become of it?"""


class CancelLesson(_OfLesson, prefix="zx"):
    pass


class TakeChangeBack(_OfLesson, prefix="zb"):
    """As in the timetable again."""


class ChooseSubstitute(_OfLesson, prefix="zs"):
    pass


class Substitute(_OfLesson, prefix="zt"):
    """`subject` 0: the lesson's own."""

    teacher: int
    subject: int = 0
    sure: bool = False

    @property
    def person(self) -> PersonId:
        return PersonId(self.teacher)

    @property
    def other(self) -> SubjectId | None:
        return SubjectId(self.subject) if self.subject else None


class ChooseSubject(_OfLesson, prefix="zj"):
    """What does the substitute give?"""


class ChooseRoom(_OfLesson, prefix="zr"):
    pass


class SetRoom(_OfLesson, prefix="zm"):
    """`room` as `rooms_of` numbers them."""

    room: int
    sure: bool = False


class ChoosePlace(_ToPlace, prefix="zp"):
    """Where does it go? `to`: the day that is looked at."""


class MoveLesson(_ToPlace, prefix="zv"):
    position: int
    sure: bool = False

    @property
    def slot(self) -> Slot:
        return Slot(self.to_date, self.position)


class ChooseCourse(_OfDay, prefix="ze"):
    """An extra lesson of which subject?"""

    school_class: int


class ChooseExtraPlace(_OfLesson, prefix="zg"):
    """When? `entry`: the line of the week that it is like."""


class AddLesson(_OfLesson, prefix="za"):
    position: int
    sure: bool = False

    @property
    def slot(self) -> Slot:
        return Slot(self.date, self.position)


MENU = (MenuItem(Section.LESSON, "changes-menu", OpenChanges(), Action.SEE_CHANGES),)
