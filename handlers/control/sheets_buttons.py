"""What is tapped about sheets of marks and reports; `school_class` 0: the own one, or a choice."""

from collections.abc import Mapping
from enum import StrEnum

from aiogram.filters.callback_data import CallbackData

from domain.journal.periods import Period
from domain.roles.access import Action
from handlers.control.paper_buttons import FileKind
from handlers.control.sheet_items import SheetItem
from handlers.kit.menu import MenuItem, Section


class ClassSheet(StrEnum):
    """Of which a class is chosen."""

    MARKS = "m"
    REPORT = "r"
    CARDS = "c"


class OpenSheets(CallbackData, prefix="kb"):
    """«📄 Ведомости»: what this person may print."""


class ChooseClass(CallbackData, prefix="kbk"):
    """`past`: of the year that was closed last."""

    sheet: ClassSheet
    past: bool


class _OfClass(CallbackData, prefix="_kb"):
    school_class: int


class OpenMarkSheet(_OfClass, prefix="kbo"):
    """Of the current term, as the two below."""


class OpenClassReport(_OfClass, prefix="kbp"):
    pass


class OpenReportCards(_OfClass, prefix="kbq"):
    """The class's pupils, of whom each has a card."""


class ShowMarkSheet(CallbackData, prefix="kbm"):
    school_class: int
    period: Period


class TakeMarkSheet(CallbackData, prefix="kbn"):
    school_class: int
    period: Period
    kind: FileKind


class ShowClassReport(CallbackData, prefix="kbr"):
    school_class: int
    period: Period


class TakeClassReport(CallbackData, prefix="kbs"):
    school_class: int
    period: Period
    kind: FileKind


class ChooseTeacher(CallbackData, prefix="kbt"):
    """`page` from 0."""

    past: bool
    page: int


class OpenTeacherReport(CallbackData, prefix="kbu"):
    """In its current term; `teacher` 0: the own one, or a choice."""

    teacher: int
    past: bool


class ShowTeacherReport(CallbackData, prefix="kbv"):
    teacher: int
    period: Period
    past: bool


class TakeTeacherReport(CallbackData, prefix="kbw"):
    teacher: int
    period: Period
    past: bool
    kind: FileKind


class OpenReportCard(CallbackData, prefix="kbc"):
    """Of a pupil."""

    pupil: int


class TakeReportCard(CallbackData, prefix="kbd"):
    pupil: int
    kind: FileKind


class TakeReportCards(CallbackData, prefix="kbe"):
    """Of a class, in one file."""

    school_class: int
    kind: FileKind


MENU = (
    MenuItem(Section.NOW_AND_THEN, "sheets-menu", OpenSheets(), Action.SEE_CLASS_SHEETS),
    MenuItem(Section.NOW_AND_THEN, "sheets-menu", OpenSheets(), Action.SEE_TEACHER_REPORT),
)
OPENS: Mapping[ClassSheet, type[_OfClass]] = {
    ClassSheet.MARKS: OpenMarkSheet,
    ClassSheet.REPORT: OpenClassReport,
    ClassSheet.CARDS: OpenReportCards,
}
OF_CLASS = (
    SheetItem("sheets-marks", OpenMarkSheet(school_class=0), Action.SEE_CLASS_SHEETS),
    SheetItem("sheets-class-report", OpenClassReport(school_class=0), Action.SEE_CLASS_SHEETS),
    SheetItem("sheets-cards", OpenReportCards(school_class=0), Action.SEE_CLASS_SHEETS),
)
OF_TEACHER = (SheetItem("sheets-teacher-report", OpenTeacherReport(teacher=0, past=False), Action.SEE_TEACHER_REPORT),)
