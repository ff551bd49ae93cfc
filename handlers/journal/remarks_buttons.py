"""What is tapped about remarks: of a lesson, or (`entry` 0) of the class teacher outside any lesson."""

from typing import TypedDict

from aiogram.filters.callback_data import CallbackData

from domain.journal.remarks import RemarkKind
from domain.roles.access import Action
from domain.school.timetable import LessonRef
from handlers.journal.buttons import _OfLesson
from handlers.kit.days import packed
from handlers.kit.menu import MenuItem, Section


class RemarksOfLesson(_OfLesson, prefix="wl"):
    """Of whom? The lesson's pupils."""

    page: int


class _OfPupil(_OfLesson, prefix="_w"):
    pupil: int

    @property
    def lesson(self) -> LessonRef | None:
        """Raises `NotFound` for a day that is none."""
        return self.ref if self.entry else None


class RemarksOf(_OfPupil, prefix="wp"):
    pass


class AskRemark(_OfPupil, prefix="wa"):
    kind: RemarkKind


class TakeRemarkBack(_OfPupil, prefix="wt"):
    remark: int


class ChooseRemarks(CallbackData, prefix="wk"):
    """The own class, or a choice of classes."""


class RemarksOfClass(CallbackData, prefix="wc"):
    school_class: int
    page: int


class Whose(TypedDict):
    """Of whom, and of which lesson, as every button carries it."""

    entry: int
    day: str
    pupil: int


def whose(pupil: int, ref: LessonRef | None) -> Whose:
    return {"entry": ref.entry if ref else 0, "day": packed(ref.day) if ref else "0", "pupil": pupil}


MENU = (MenuItem(Section.NOW_AND_THEN, "remarks-menu", ChooseRemarks(), Action.SEE_REMARKS),)
