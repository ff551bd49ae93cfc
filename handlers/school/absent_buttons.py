"""What is tapped about a teacher who is away: who, from when until when, why, and each lesson's substitute."""

from datetime import date

from aiogram.filters.callback_data import CallbackData

from domain.ids import PersonId, TeacherAbsenceId
from domain.school.teacher_absences import Why
from domain.school.timetable import LessonRef
from handlers.kit.days import day_of
from handlers.school.changes_buttons import _OfLesson


class OpenAbsent(CallbackData, prefix="zf"):
    """Who is away, and who else?"""


class ChooseAbsent(CallbackData, prefix="zfc"):
    """Which teacher? `page` of them."""

    page: int


class _Away(CallbackData, prefix="_za"):
    teacher: int

    @property
    def person(self) -> PersonId:
        return PersonId(self.teacher)


class AbsentFrom(_Away, prefix="zff"):
    """Since when?"""


class AbsentUntil(_Away, prefix="zfu"):
    """Until when? `first`: yymmdd."""

    first: str

    @property
    def first_day(self) -> date:
        return day_of(self.first)


class AbsentWhy(_Away, prefix="zfw"):
    first: str
    last: str

    @property
    def first_day(self) -> date:
        return day_of(self.first)

    @property
    def last_day(self) -> date:
        return day_of(self.last)


class NoteAbsent(AbsentWhy, prefix="zfn"):
    why: Why


class EndAbsent(CallbackData, prefix="zfe"):
    absence: int

    @property
    def number(self) -> TeacherAbsenceId:
        return TeacherAbsenceId(self.absence)


class _OfPlan(_OfLesson, prefix="_zp"):
    absence: int

    @property
    def number(self) -> TeacherAbsenceId:
        return TeacherAbsenceId(self.absence)


class OpenAbsence(_OfPlan, prefix="zfp"):
    """The lessons of those days; `entry` 0: from the first one, else after this one, which is left for later."""

    @property
    def after(self) -> LessonRef | None:
        return self.ref if self.entry else None


class SubstituteAway(_OfPlan, prefix="zfs"):
    teacher: int
    sure: bool = False

    @property
    def person(self) -> PersonId:
        return PersonId(self.teacher)


class CancelAway(_OfPlan, prefix="zfx"):
    pass
