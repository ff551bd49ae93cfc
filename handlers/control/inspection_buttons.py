"""What is tapped in an inspection: always whose journal, which card or which remark is meant, and what it becomes."""

from datetime import date
from enum import StrEnum

from aiogram.filters.callback_data import CallbackData

from domain.control.findings import Finding, RemarkState
from domain.control.gaps import CourseKey
from domain.control.inspection_spans import Span
from domain.ids import ClassId, EntryId, InspectionId, InspectionRemarkId, PersonId, SubjectId
from domain.roles.access import Action
from domain.school.timetable import LessonRef
from handlers.kit.days import day_of
from handlers.kit.menu import MenuItem, Section


class OpenInspections(CallbackData, prefix="ki"):
    page: int = 0


class ChooseInspected(CallbackData, prefix="kih"):
    """Whose journal? Classes, or `teachers` by pages."""

    teachers: bool = False
    page: int = 0


class _Inspected(CallbackData, prefix="_ki"):
    """0: not by class, or not by teacher."""

    school_class: int
    teacher: int

    @property
    def class_id(self) -> ClassId | None:
        return ClassId(self.school_class) if self.school_class else None

    @property
    def person(self) -> PersonId | None:
        return PersonId(self.teacher) if self.teacher else None


class ChooseSpan(_Inspected, prefix="kis"):
    """Which days?"""


class BeginInspection(_Inspected, prefix="kib"):
    span: Span


class _OfInspection(CallbackData, prefix="_kj"):
    inspection: int

    @property
    def number(self) -> InspectionId:
        return InspectionId(self.inspection)


class OpenDeck(_OfInspection, prefix="kid"):
    """One that is under way: what was found, what was remarked."""


class _OfCourse(_OfInspection, prefix="_kk"):
    school_class: int
    subject: int
    teacher: int

    @property
    def course(self) -> CourseKey:
        return CourseKey(ClassId(self.school_class), SubjectId(self.subject), PersonId(self.teacher))


class ShowCard(_OfCourse, prefix="kic"):
    finding: Finding


class MakeRemark(_OfCourse, prefix="kim"):
    finding: Finding


class ChooseCourse(_OfInspection, prefix="kio"):
    """For a remark in own words: about which course?"""

    page: int = 0


class AskOwnWords(_OfCourse, prefix="kiq"):
    pass


class AskConclusion(_OfInspection, prefix="kiz"):
    pass


class FinishInspection(_OfInspection, prefix="kif"):
    pass


class DropInspection(_OfInspection, prefix="kij"):
    """`sure` False: asks."""

    sure: bool = False


class OpenInspection(_OfInspection, prefix="kin"):
    """A finished one."""

    page: int = 0


class ReportForm(StrEnum):
    DOCX = "docx"
    PDF = "pdf"


class TakeReport(_OfInspection, prefix="kit"):
    form: ReportForm


class _OfRemark(CallbackData, prefix="_kl"):
    remark: int

    @property
    def number(self) -> InspectionRemarkId:
        return InspectionRemarkId(self.remark)


class OpenRemark(_OfRemark, prefix="kir"):
    """For who looks: its page, or its card while the inspection goes on."""


class AskWording(_OfRemark, prefix="kiw"):
    pass


class SetDue(_OfRemark, prefix="kiu"):
    due: str
    """yymmdd"""

    @property
    def day(self) -> date:
        return day_of(self.due)


class PickDue(_OfRemark, prefix="kip"):
    """The month that a day lies in."""

    day: str
    """yymmdd"""

    @property
    def month(self) -> date:
        return day_of(self.day)


class SettleRemark(_OfRemark, prefix="kie"):
    becomes: RemarkState


class OpenOwnRemarks(CallbackData, prefix="kia"):
    """The teacher's."""


class OpenOwnRemark(_OfRemark, prefix="kiy"):
    pass


class MendRemark(_OfRemark, prefix="kik"):
    """«Исправлено»; `anyway`: to who looked, though the program still sees something."""

    anyway: bool = False


class LessonBelow(CallbackData, prefix="kil"):
    """The lesson as a new message: the remark stays where it is."""

    entry: int
    day: str
    """yymmdd"""

    @property
    def ref(self) -> LessonRef:
        return LessonRef(EntryId(self.entry), day_of(self.day))


class CourseBelow(CallbackData, prefix="kig"):
    """The course's page, with its results, as a new message."""

    school_class: int
    subject: int


HUB = (MenuItem(Section.NOW_AND_THEN, "inspection-menu", OpenInspections(), Action.SEE_INSPECTIONS),)
"""Under `/control`."""
MENU = (MenuItem(Section.NOW_AND_THEN, "inspection-own-menu", OpenOwnRemarks(), Action.MEND_REMARK),)
