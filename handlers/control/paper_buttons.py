"""What is tapped about what is printed of the journal; `when` as `SheetDays.key`, «0»: the present term."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData

from domain.control.page_courses import PagePlace
from domain.control.sheet_days import NOW
from domain.ids import ClassId, GroupId, SubjectId
from domain.roles.access import Action
from handlers.control.sheet_items import SheetItem
from handlers.school.movement_buttons import OpenMovement
from handlers.school.report_buttons import ShowSubstitutions


class FileKind(StrEnum):
    PDF = "p"
    XLSX = "x"


class OpenJournalPages(CallbackData, prefix="kj"):
    """Own pages, and classes whose pages one may read."""


class JournalPagesOfLastYear(CallbackData, prefix="kjy"):
    """As `OpenJournalPages`, of the year that was closed last."""


class JournalPagesOfClass(CallbackData, prefix="kjc"):
    school_class: int


class _Page(CallbackData, prefix="_kj"):
    """`group` 0: the whole class."""

    school_class: int
    subject: int
    group: int
    when: str = NOW

    @property
    def place(self) -> PagePlace:
        group = GroupId(self.group) if self.group else None
        return PagePlace(ClassId(self.school_class), SubjectId(self.subject), group)


class ShowJournalPage(_Page, prefix="kjp"):
    pass


class TakeJournalPage(_Page, prefix="kjt"):
    file: FileKind


class OpenAttendance(CallbackData, prefix="kt"):
    """The own class's sheet, or a choice of classes."""


class AttendanceOfLastYear(CallbackData, prefix="kty"):
    """Classes of the year that was closed last."""


class ShowAttendance(CallbackData, prefix="ktc"):
    school_class: int
    when: str = NOW


class TakeAttendance(CallbackData, prefix="ktt"):
    school_class: int
    when: str
    file: FileKind


class ShowSchoolAttendance(CallbackData, prefix="kts"):
    when: str = NOW


class DrawAttendance(CallbackData, prefix="ktd"):
    """The heat map of a class; `school_class` 0: of the school, class by class."""

    school_class: int
    when: str = NOW


class OpenRewriting(CallbackData, prefix="kw"):
    """What goes into the paper journal; `day` as yymmdd, «0»: today."""

    day: str = NOW


class TakeRewriting(CallbackData, prefix="kwt"):
    day: str


SHEETS = (
    SheetItem("paper-menu-rewriting", OpenRewriting(), Action.SEE_OWN_LESSONS),
    SheetItem("paper-menu-journal", OpenJournalPages(), Action.SEE_JOURNAL_PAGE),
    SheetItem("paper-menu-attendance", OpenAttendance(), Action.SEE_CLASS_SHEETS),
    SheetItem("paper-menu-substitutions", ShowSubstitutions(month=0), Action.SEE_SUBSTITUTIONS),
    SheetItem("paper-menu-movement", OpenMovement(), Action.SEE_MOVEMENT),
)
