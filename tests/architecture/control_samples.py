"""Read models of control: slices, their choices, the load by weekday, figures with what stands behind them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from domain.control.indicators import Slice
from domain.control.load_by_weekday import LoadPage, WeekdayLoad
from domain.control.periods import NamedPeriod, PeriodKind
from domain.control.slicing import NamedSlice, SliceChoices
from domain.ids import ClassId, PersonId, SubjectId, TermId
from domain.school.calendar import Term, TermKind
from domain.school.roster import SchoolClass
from domain.school.timetable import SubjectRef, TeacherRef
from handlers.control import load_screens as loads
from handlers.control import slicing_screens as slicing
from tests.architecture import screen_samples as s

WIDE = Slice(s.TODAY, s.TODAY + timedelta(days=366))
TERM = Term(TermId(s.BIG), TermKind.HALF_YEAR, 2, WIDE.first, WIDE.last)
PERIODS = tuple(
    NamedPeriod(kind, WIDE.first, WIDE.last, TERM if kind in (PeriodKind.TERM, PeriodKind.LAST_TERM) else None)
    for kind in PeriodKind
)
CLASS = SchoolClass(ClassId(s.BIG), "10 «М» (медицинский) <b>", 10)
TEACHER = TeacherRef(PersonId(s.BIG), s.NAME)
NARROW = NamedSlice(
    replace(WIDE, class_id=CLASS.id, subject=s.SUBJECT.id, teacher=TEACHER.id),
    PERIODS,
    PERIODS[-1],
    CLASS,
    s.SUBJECT,
    TEACHER,
)
NAMED = [
    NARROW,
    NamedSlice(replace(WIDE, grade=11), PERIODS),
    NamedSlice(Slice(s.TODAY, s.TODAY), (), None),
    *(NamedSlice(WIDE, PERIODS, period) for period in PERIODS),
]
CHOICES = [
    SliceChoices(
        NARROW,
        tuple(SchoolClass(ClassId(s.BIG - n), CLASS.name, n % 11 + 1) for n in range(60)),
        tuple(SubjectRef(SubjectId(s.BIG - n), s.SUBJECT.name, "ОБЗР") for n in range(90)),
        tuple(TeacherRef(PersonId(s.BIG - n), s.NAME) for n in range(130)),
    ),
    SliceChoices(NARROW, (), (), ()),
]
WEEK = tuple(WeekdayLoad(n, 170, Fraction(20, 3), Fraction(n * 40, 3)) for n in range(7, 0, -1))
LOADS = [
    LoadPage(s.TODAY, s.TODAY, (CLASS,), WEEK, 9_999, 4_999, 150),
    LoadPage(s.TODAY, s.TODAY, (CLASS,), tuple(replace(one, minutes=Fraction(0)) for one in WEEK), 0, 0, None),
    LoadPage(s.TODAY, s.TODAY, (CLASS,), (), 0, 0, 0),
]
MONTHS = [date(2026, 11, 1), date(2028, 2, 1)]
SAMPLES: Mapping[Callable[..., Any], Mapping[str, Sequence[Any]]] = {
    slicing.periods: {"named": NAMED},
    slicing.first_day: {"named": NAMED[:1], "month": MONTHS},
    slicing.last_day: {"named": NAMED[:1], "month": MONTHS},
    slicing.rooms: {"choices": CHOICES},
    slicing.subjects: {"choices": CHOICES, "page": [-1, 0, 1, s.BIG]},
    slicing.teachers: {"choices": CHOICES, "page": [-1, 0, 1, s.BIG]},
    loads.load: {"page": LOADS, "named": NAMED[:3]},
}
